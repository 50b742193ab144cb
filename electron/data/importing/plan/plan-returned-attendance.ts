import { attendanceMarks } from '../../collecting/forms/attendance.ts';
import { countsOfRoll, isDue, isRollCall } from '../../meetings/attendance-rules.ts';
import { dayOfMeeting } from '../../meetings/register.ts';
import { isInForce } from '../../schema/dated.ts';
import type { AttendanceRow, MeetingRow } from '../../schema/meeting-tables.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { CalledDraft, RollDraft, RollSheetDraft } from '../drafts/returned-attendance.ts';
import type { Books } from '../match/load-books.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Records } from './records.ts';
import { heldMeeting } from './reported-meeting.ts';
import { fillIn } from './row-set.ts';

/**
 * Attendance lists that came back become the roll-calls of their cells' meetings, found by cell, month and day or made.
 * `calledHere`: meetings whose members were called in the office; that stands, and the differences are shown.
 */
export function planReturnedAttendance(
  sheets: readonly RollSheetDraft[],
  books: Books,
  records: Records,
  calledHere: ReadonlySet<string>,
): void {
  for (const { context, rolls } of sheets) {
    for (const roll of rolls) {
      const missing = unmarked(context, roll, books.members);
      if (missing.length > 0) {
        context.report(roll.row, 'full_name', 'form_mark_missing', { value: missing.join(', ') });
        continue;
      }
      const meeting = heldMeeting(context, roll, books.meetings);
      if (!meeting) continue;
      fillIn(meeting, { started_at: roll.startedAt, ended_at: roll.endedAt });
      const lines = books.meetings.attendance.of(meeting.id);
      const stands = calledHere.has(meeting.id) && isRollCall(lines);
      for (const called of roll.called) {
        if (stands) compare(context, called, lineOf(called, lines));
        else call(context, called, meeting, books);
      }
      if (!stands) count(context, roll, meeting, books);
      records.note(context, roll.row.number, 'meeting', meeting.id);
    }
  }
}

/** Names of those who have to come (R10) and are not marked: a roll-call is whole or none. */
function unmarked(context: SheetContext, { called, cellId, date, period }: RollDraft, members: MemberBook): string[] {
  const day = date ?? dayOfMeeting({ date, period });
  const rule = context.rules.on('members_due', day).value;
  return called
    .filter(({ result, memberId }) => {
      if (result !== null) return false;
      const status = memberId === null ? undefined : statusOn(memberId, cellId, day, members);
      return status === undefined ? memberId === null : isDue(status.kind, status.standing, rule);
    })
    .map(({ name }) => name);
}

function statusOn(memberId: string, cellId: string, day: ReturnType<typeof dayOfMeeting>, members: MemberBook) {
  return members.statuses.of(memberId).find((status) => status.cell_id === cellId && isInForce(status, day));
}

function lineOf({ memberId, name }: CalledDraft, lines: readonly AttendanceRow[]): AttendanceRow | undefined {
  const byMember = memberId === null ? undefined : lines.find((line) => line.member_id === memberId);
  const key = nameKey(name);
  return byMember ?? lines.find((line) => (memberId === null || line.member_id === null) && nameKey(line.name) === key);
}

const words = (result: AttendanceRow['result'] | null) => (result && attendanceMarks[result]) ?? '–';

function compare(context: SheetContext, { row, name, result }: CalledDraft, line: AttendanceRow | undefined): void {
  const known = line?.result ?? null;
  if (words(known) === words(result)) return;
  context.report(row, 'mark', 'form_roll_call_kept', { name, value: words(result), other: words(known) });
}

/** Marks one person: on the line there is, or a new one with the status of the day (R9). */
function call(context: SheetContext, called: CalledDraft, meeting: MeetingRow, { meetings, members }: Books): void {
  const lines = meetings.attendance.of(meeting.id);
  const line = lineOf(called, lines);
  const result = called.result ?? 'not_due';
  const late = called.late ? (1 as const) : null;
  if (line) {
    if (line.result !== result) {
      const detail = { value: words(result), other: words(line.result) };
      context.report(called.row, 'mark', 'form_changes_record', detail);
    }
    Object.assign(line, { result, member_id: line.member_id ?? called.memberId });
    fillIn(line, { reason: called.reason, late_or_left_early: late });
    return;
  }
  const member = called.memberId === null ? memberNamed(called.name, meeting.cell_id, members) : called.memberId;
  if (called.memberId === null) context.report(called.row, 'full_name', 'form_person_added', { name: called.name });
  const status = member === null ? undefined : statusOn(member, meeting.cell_id, dayOfMeeting(meeting), members);
  meetings.attendance.add((id) => ({
    id,
    meeting_id: meeting.id,
    member_id: member,
    name: called.name,
    standing_then: status?.standing ?? null,
    status_then: status?.kind ?? null,
    result,
    reason: called.reason,
    late_or_left_early: late,
    position: lines.length,
  }));
}

/** The only member of the cell with the name. */
function memberNamed(name: string, cellId: string, members: MemberBook): string | null {
  const [first, ...others] = members.named(name).filter(({ id }) => members.isOfCell(id, cellId));
  return first && others.length === 0 ? first.id : null;
}

/** The counts of the meeting follow from its roll-call, as they do in the office (R10, R11). */
function count(context: SheetContext, { row }: RollDraft, meeting: MeetingRow, { meetings }: Books): void {
  const rule = context.rules.on('members_due', dayOfMeeting(meeting)).value;
  const lines = meetings.attendance.of(meeting.id);
  const counts = countsOfRoll(
    lines.map(({ standing_then, status_then, result }) => ({ standing: standing_then, status: status_then, result })),
    rule,
  );
  if (counts === null) return;
  const stood = [meeting.present, meeting.due];
  Object.assign(meeting, {
    due: counts.due,
    present: counts.present,
    present_exempt: counts.presentExempt,
    absent_excused: counts.absentExcused,
    absent_unexcused: counts.absentUnexcused,
  });
  const [present, due] = stood;
  if (due !== null && (due !== counts.due || present !== counts.present)) {
    const detail = { value: `${counts.present}/${counts.due}`, other: `${present ?? '-'}/${due}` };
    context.report(row, 'full_name', 'form_roll_changes_counts', detail);
  }
}
