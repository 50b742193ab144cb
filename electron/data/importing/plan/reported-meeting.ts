import { emptyMeeting } from '../../meetings/empty-meeting.ts';
import type { MeetingRow } from '../../schema/meeting-tables.ts';
import { formatDate, type IsoDate, type Month, parseIsoDate } from '../../vietnamese/dates.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';

/** A meeting that a form tells of without being its record: a list of who came, a report of who attended it. */
export interface ReportedMeeting {
  row: SheetRow;
  cellId: string;
  period: Month;
  date: IsoDate | null;
}

/**
 * The meeting meant: of the same day; without a day the only regular one of the month; one whose day is not known yet.
 * A month of which the office has no meeting gets one. Null, and reported: the office has the month otherwise.
 */
export function heldMeeting(
  context: SheetContext,
  { row, cellId, period, date }: ReportedMeeting,
  book: MeetingBook,
): MeetingRow | null {
  const ofMonth = book.ofCell(cellId, period);
  const held = ofMonth.filter(({ state }) => state === 'held');
  const refuse = (other: string) => {
    const value = date === null ? '' : formatDate(date);
    context.report(row, 'date', 'form_other_meeting', { value, other });
    return null;
  };
  const regular = held.filter(({ kind }) => kind !== 'extraordinary' && kind !== 'cell_committee');
  if (date === null) {
    const [only, ...others] = regular;
    if (only && others.length === 0) return only;
    context.report(row, 'date', 'form_meeting_date_missing');
    return null;
  }
  const sameDay = held.find((meeting) => meeting.date === date && meeting.kind !== 'cell_committee');
  const undated = regular.find((meeting) => meeting.date === null);
  const known = sameDay ?? undated;
  if (known) {
    known.date = date;
    return known;
  }
  if (regular.length > 0) return refuse(`họp ngày ${regular.map(dayWords).join(', ')}`);
  const open = ofMonth.find(({ state }) => state !== 'held');
  if (open && open.state !== 'planned') return refuse('tháng này không họp');
  const meeting = open ?? book.add((id) => emptyMeeting(id, cellId, period));
  Object.assign(meeting, { state: 'held', date, kind: meeting.kind ?? 'regular' });
  context.report(row, 'date', 'form_meeting_made', { value: formatDate(date) });
  return meeting;
}

function dayWords({ date }: MeetingRow): string {
  const day = parseIsoDate(date ?? '');
  return day === null ? '–' : formatDate(day);
}
