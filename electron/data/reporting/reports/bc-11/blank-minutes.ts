import type { DocumentAbout } from '../../../../contract/documents.ts';
import { blankForm, cellNumbers } from '../../cell-meetings.ts';
import type { DocumentSource } from '../../document.ts';
import { officeBooks } from '../../office-books.ts';
import type { MinutesData } from './minutes-data.ts';
import { electsCommittee, frameOf } from './read-minutes.ts';

const nobody = { count: null, people: [] };
const unknownPresent = { total: null, full: null, probationary: null, temporarilyReceived: null, exempt: null };

/**
 * Minutes of a regular meeting to be written on by hand, for a cell without a computer: header, numbers of members and
 * agenda are in, everything else is dots.
 */
export async function blankMinutes(source: DocumentSource, about: DocumentAbout): Promise<MinutesData> {
  const form = await blankForm(source, about);
  const { cellId, cell, month, day } = form;
  const [{ rules, places }, members] = await Promise.all([officeBooks(source), cellNumbers(source, cellId, day)]);
  return {
    cellId,
    cell,
    organisationKind: places.kindOf(cellId) ?? 'cell',
    ...frameOf(rules, 'regular', day),
    blank: true,
    electsCommittee: electsCommittee(members.full, rules, day),
    period: month,
    date: null,
    startedAt: null,
    endedAt: null,
    mode: null,
    modeGuidance: null,
    place: null,
    members,
    due: null,
    present: unknownPresent,
    absentExcused: nobody,
    absentUnexcused: nobody,
    guests: null,
    chair: null,
    secretary: null,
    duesAnnounced: null,
    theme: null,
    presenter: null,
    agenda: [],
    opinions: [],
    conclusion: null,
    tasks: [],
    priorTasks: [],
    votes: [],
    rating: { score: null, grade: null },
    readBack: null,
  };
}
