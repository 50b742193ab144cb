import { isRollCall } from '../../meetings/attendance-rules.ts';
import { emptyMeeting } from '../../meetings/empty-meeting.ts';
import type { MeetingRow } from '../../schema/meeting-tables.ts';
import { lastDayOfMonth } from '../../vietnamese/dates.ts';
import type { MeetingDraft, MeetingSheetDraft } from '../drafts/meeting-draft.ts';
import { type FormerRecords, meetingKey } from '../match/former-records.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import { attendanceCounts, fillMeeting } from './meeting-columns.ts';
import type { Records } from './records.ts';
import { contradicts, dayWords, meetingOfMonth, reportChanges, whatStood } from './returned-changes.ts';
import { fillIn } from './row-set.ts';
import { cellOfRow } from './sheet-unit.ts';

/** A register row that was taken over, with its meeting. */
export interface PlannedMeeting {
  context: SheetContext;
  draft: MeetingDraft;
  meeting: MeetingRow;
}

/** Turns registers into meetings: found by cell, period, kind and day, else new. A row typed twice is taken once. */
export function planMeetings(
  sheets: readonly MeetingSheetDraft[],
  organisations: OrganisationBook,
  book: MeetingBook,
  former: FormerRecords,
  records: Records,
): PlannedMeeting[] {
  const planned = new Map<string, PlannedMeeting>();
  const taken = new Set<string>();
  for (const { context, rows } of sheets) {
    const committees = new Map<string, string | null>();
    for (const draft of rows) {
      const cellId = draft.returned?.cellId ?? cellOf(context, draft, organisations, committees);
      if (cellId === null) continue;
      const key = [cellId, draft.period, draft.held, draft.kind, draft.date].join('|');
      const twin = planned.get(key);
      if (twin) {
        reportTwins(twin, { context, draft, meeting: twin.meeting });
        records.note(context, draft.row.number, 'meeting', twin.meeting.id);
        continue;
      }
      const known = knownMeeting(draft, cellId, book, taken) ?? meetingOfMonth(draft, cellId, book, taken);
      if (known && contradicts(draft, known)) {
        context.report(draft.row, 'held', 'form_contradicts_record', { other: dayWords(known) });
        continue;
      }
      if (!known && former.isRemoved(keyAsWritten(draft, cellId))) {
        context.report(draft.row, null, 'removed_here', {
          name: `Buổi sinh hoạt của ${organisations.nameOn(cellId, lastDayOfMonth(draft.period))}`,
        });
        continue;
      }
      const meeting = known ?? book.add((id) => emptyMeeting(id, cellId, draft.period));
      const before = whatStood(meeting, book);
      fillMeeting(meeting, draft);
      fillCounts({ context, draft, meeting }, book);
      fillRating(meeting.id, draft, book);
      if (draft.returned && !book.meetings.isNew(meeting.id))
        reportChanges(context, draft, before, whatStood(meeting, book));
      taken.add(meeting.id);
      planned.set(key, { context, draft, meeting });
      records.note(context, draft.row.number, 'meeting', meeting.id);
    }
  }
  return [...planned.values()];
}

/** What a row becomes: only a month without a meeting can be deleted, a held one cannot. */
function keyAsWritten({ period, kind, held }: MeetingDraft, cellId: string): string {
  return meetingKey({ cell_id: cellId, period, kind, state: held ? 'held' : 'not_held' });
}

/** The cell by the name of the period, under the group heading above. */
function cellOf(
  context: SheetContext,
  { row, committee, cell, period }: MeetingDraft,
  book: OrganisationBook,
  committees: Map<string, string | null>,
): string | null {
  let committeeId: string | null = null;
  if (committee !== null) {
    const known = committees.get(committee);
    committeeId = known === undefined ? committeeNamed(committee, book) : known;
    committees.set(committee, committeeId);
  }
  const day = lastDayOfMonth(period);
  const lookup =
    cell === null || committee === null ? cellOfRow(cell, context, book, day) : book.findCell(cell, committeeId, day);
  if (lookup.found !== null) return lookup.found;
  const code = lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell';
  context.report(row, 'cell', code, { value: cell ?? context.title.sheetName, name: committee ?? '' });
  return null;
}

function committeeNamed(text: string, book: OrganisationBook): string | null {
  return /chi bộ cơ sở/iu.test(text) ? book.rootId : book.findCommittee(text);
}

function reportTwins(first: PlannedMeeting, second: PlannedMeeting): void {
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    one.context.report(one.draft.row, null, 'duplicate_row', {
      other: `dòng ${one.draft.row.number} và dòng ${other.draft.row.number}, trang ${other.context.sheet}`,
    });
  }
}

/** The meeting of the office that the row tells of: the same day and kind, else the only one of the kind left. */
function knownMeeting(
  draft: MeetingDraft,
  cellId: string,
  book: MeetingBook,
  taken: ReadonlySet<string>,
): MeetingRow | undefined {
  const free = book.ofCell(cellId, draft.period).filter((meeting) => !taken.has(meeting.id));
  const alike = free.filter((meeting) => meeting.kind === draft.kind && (meeting.state === 'held') === draft.held);
  return alike.find((meeting) => meeting.date === draft.date) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** After a roll-call of the members in the office the counts follow from the list, not from the register (R9, R10). */
function fillCounts({ context, draft, meeting }: PlannedMeeting, book: MeetingBook): void {
  const counts = attendanceCounts(draft);
  if (!isRollCall(book.attendance.of(meeting.id))) {
    fillIn(meeting, counts);
  } else if (differ(counts.due, meeting.due) || differ(counts.present, meeting.present)) {
    context.report(draft.row, 'present', 'roll_call_kept', {
      value: `${counts.present ?? '-'}/${counts.due ?? '-'}`,
      other: `${meeting.present ?? '-'}/${meeting.due ?? '-'}`,
    });
  }
}

function differ(written: number | null, known: number | null): boolean {
  return written !== null && written !== known;
}

function fillRating(meetingId: string, { score, grade }: MeetingDraft, book: MeetingBook): void {
  if (score === null && grade === null) return;
  const rating =
    book.ratings.of(meetingId).find((row) => row.scorer_role === 'self') ??
    book.ratings.add((id) => ({
      id,
      meeting_id: meetingId,
      scorer_role: 'self',
      total: null,
      grade: null,
      note: null,
    }));
  if (score !== null) rating.total = score;
  if (grade !== null) rating.grade = grade;
}
