import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { findMembers } from './find-members.ts';
import { memberPage } from './member-page.ts';
import { memberRecords } from './member-records.ts';

export const memberProcedures = os.members.router({
  list: os.members.list.handler(async ({ context: { session }, input }) => {
    const asOf = input.as_of ?? today();
    const { ids } = await findMembers(session.office.db, input, asOf);
    return memberRecords(session.office.db, ids, asOf);
  }),
  ids: os.members.ids.handler(({ context: { session }, input }) =>
    findMembers(session.office.db, input, input.as_of ?? today()),
  ),
  rows: os.members.rows.handler(({ context: { session }, input }) =>
    memberRecords(session.office.db, input.ids, input.as_of ?? today()),
  ),
  get: os.members.get.handler(({ context: { session }, input }) =>
    memberPage(session.office.db, input.id, input.as_of ?? today()),
  ),
});
