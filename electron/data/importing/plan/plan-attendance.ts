import { isDue, isRollCall } from '../../meetings/attendance-rules.ts';
import { dayOfMeeting } from '../../meetings/register.ts';
import { isInForce } from '../../schema/dated.ts';
import type { AttendanceRow } from '../../schema/meeting-tables.ts';
import type { MemberRow } from '../../schema/member-tables.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { nameKey, searchKey } from '../../vietnamese/fold.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { PlannedMeeting } from './plan-meetings.ts';

/** Somebody the register names as absent, and the member meant where that is certain. */
interface Absentee {
  name: string;
  reason: string | null;
  member: MemberRow | undefined;
}

/**
 * The absent whom the register names, with their status on the day (R9); the register only counts the others. A roll-call
 * made in the office says more and stands as it is.
 */
export function planAttendance(planned: readonly PlannedMeeting[], members: MemberBook, book: MeetingBook): void {
  for (const one of planned) {
    const { meeting } = one;
    const rows = book.attendance.of(meeting.id);
    if (isRollCall(rows)) continue;
    for (const { name, reason, member } of withoutKnown(absenteesOf(one, members), rows)) {
      const status = member && statusOn(member.id, meeting.cell_id, dayOfMeeting(meeting), members);
      book.attendance.add((id) => ({
        id,
        meeting_id: meeting.id,
        member_id: member?.id ?? null,
        name,
        standing_then: status?.standing ?? null,
        status_then: status?.kind ?? null,
        result: 'absent_excused',
        reason,
        late_or_left_early: null,
        position: book.attendance.of(meeting.id).length,
      }));
    }
  }
}

function absenteesOf({ context, draft, meeting }: PlannedMeeting, members: MemberBook): Absentee[] {
  const { absentees } = draft.remarks;
  const people = new Map(
    [...Map.groupBy(absentees, ({ name }) => name)].map(([name, mentions]) => [
      name,
      membersMeant(name, mentions.length, meeting.cell_id, dayOfMeeting(meeting), members),
    ]),
  );
  return absentees.map(({ name, reason }) => {
    const meant = people.get(name);
    if (meant === 'several') context.report(draft.row, 'note', 'ambiguous_absentee', { name });
    return { name, reason, member: meant === 'several' ? undefined : meant?.shift() };
  });
}

/** Those whom the office's list does not have: not the member, nor the name, nor the name without diacritics. */
function withoutKnown(absentees: readonly Absentee[], rows: readonly AttendanceRow[]): Absentee[] {
  const free = new Set(rows);
  const isOther = (row: AttendanceRow, { member }: Absentee) =>
    row.member_id !== null && member !== undefined && row.member_id !== member.id;
  const ways: ((row: AttendanceRow, absentee: Absentee) => boolean)[] = [
    (row, { member }) => member !== undefined && row.member_id === member.id,
    (row, absentee) => !isOther(row, absentee) && nameKey(row.name) === nameKey(absentee.name),
    (row, absentee) => !isOther(row, absentee) && searchKey(row.name) === searchKey(absentee.name),
  ];
  return ways.reduce<Absentee[]>(
    (left, isSame) =>
      left.filter((absentee) => {
        const row = [...free].find((candidate) => isSame(candidate, absentee));
        return row === undefined || !free.delete(row);
      }),
    [...absentees],
  );
}

/**
 * The members of the cell with the name: those who had to come, if there are any. Of more than are mentioned nobody is
 * chosen.
 */
function membersMeant(
  name: string,
  mentions: number,
  cellId: string,
  day: IsoDate,
  members: MemberBook,
): MemberRow[] | 'several' {
  const ofCell = members.named(name).filter((member) => members.isOfCell(member.id, cellId));
  const due = ofCell.filter((member) => {
    const kind = statusOn(member.id, cellId, day, members)?.kind;
    return kind !== undefined && isDue(kind);
  });
  const meant = due.length > 0 ? due : ofCell;
  return meant.length > mentions ? 'several' : meant;
}

function statusOn(memberId: string, cellId: string, day: IsoDate, members: MemberBook) {
  return members.statuses.of(memberId).find((status) => status.cell_id === cellId && isInForce(status, day));
}
