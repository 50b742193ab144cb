import type { HomeItem } from '../../contract/home.ts';
import { cellsWithoutMeeting } from '../meetings/missing-meetings.ts';
import { listPetitions } from '../petitions/list-petitions.ts';
import type { ReportSource } from '../reporting/run-report.ts';
import { parseIsoDate, parseMonth } from '../vietnamese/dates.ts';
import {
  cellsWithoutOfficial,
  committeeMeetingsMissing,
  meetingsDue,
  meetingsMissing,
  themesMissing,
} from './cell-lists.ts';
import { formsUnanswered } from './form-lists.ts';
import type { HomeList } from './home-item.ts';
import { statusesExpiring, yearlyRemarksNotSent } from './people-lists.ts';
import { petitionsDue, petitionsNotTold, petitionsOverdue } from './petition-lists.ts';
import { quotaBehind } from './quota-behind.ts';
import { cellsUnvisited, visitReportsLate, visitsPlanned } from './visit-lists.ts';

/** In the order of the page, within the same urgency. */
const lists: readonly HomeList[] = [
  meetingsMissing,
  petitionsOverdue,
  petitionsNotTold,
  visitReportsLate,
  quotaBehind,
  yearlyRemarksNotSent,
  formsUnanswered,
  meetingsDue,
  visitsPlanned,
  petitionsDue,
  statusesExpiring,
  themesMissing,
  committeeMeetingsMissing,
  cellsWithoutOfficial,
  cellsUnvisited,
];

const order: readonly HomeItem['urgency'][] = ['late', 'soon', 'gap'];

/** What is to be done as of a day, of the month that is shown; what is late first. Throws TypeError for what is no day. */
export async function homeItems(
  source: ReportSource,
  { asOf, month }: { asOf: string; month: string },
): Promise<HomeItem[]> {
  const [day, parsed] = [parseIsoDate(asOf), parseMonth(month)];
  if (day === null || parsed === null) throw new TypeError(`not a day and a month: ${asOf}, ${month}`);
  const [petitions, missingMeetings] = await Promise.all([
    listPetitions(source.db, day),
    cellsWithoutMeeting(source.db, parsed),
  ]);
  const question = { ...source, day, month: parsed, petitions, missingMeetings };
  const items = await Promise.all(lists.map((list) => list(question)));
  return items.filter((item) => item !== null).sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}
