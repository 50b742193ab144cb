import { listAssignments, listTeams } from '../assignments/list-assignments.ts';
import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { listOfficials } from './list-officials.ts';

export const officialProcedures = os.officials.router({
  list: os.officials.list.handler(({ context: { session }, input }) =>
    listOfficials(session.office.db, { asOf: input.as_of ?? today(), text: input.text ?? '' }),
  ),
  assignments: os.officials.assignments.handler(({ context: { session }, input }) =>
    listAssignments(session.office.db, input.as_of ?? null),
  ),
  teams: os.officials.teams.handler(({ context: { session }, input }) =>
    listTeams(session.office.db, input.as_of ?? today()),
  ),
});
