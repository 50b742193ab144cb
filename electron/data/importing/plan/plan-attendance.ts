import type { MemberRow } from '../../schema/member-tables.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { PlannedMeeting } from './plan-meetings.ts';

/** The absent whom the register names, with their status on the day (R9); the register counts the others only. */
export function planAttendance(planned: readonly PlannedMeeting[], members: MemberBook, book: MeetingBook): void {
  for (const { meeting, draft } of planned) {
    const day = meeting.date ?? `${meeting.period}-01`;
    const used = new Set<string>();
    draft.remarks.absentees.forEach(({ name, reason }, position) => {
      const member = memberNamed(name, meeting.cell_id, day, members, used);
      if (member) used.add(member.id);
      const status = member ? statusOn(member.id, meeting.cell_id, day, members) : undefined;
      const known = book.attendance.of(meeting.id).find((row) => row.position === position && row.name === name);
      if (known) return;
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
        position,
      }));
    });
  }
}

/** Two namesakes of one cell are taken in turn. */
function memberNamed(
  name: string,
  cellId: string,
  day: string,
  members: MemberBook,
  used: ReadonlySet<string>,
): MemberRow | undefined {
  const ofCell = members.named(name).filter((member) => !used.has(member.id) && members.isOfCell(member.id, cellId));
  return ofCell.find((member) => statusOn(member.id, cellId, day, members)) ?? ofCell[0];
}

function statusOn(memberId: string, cellId: string, day: string, members: MemberBook) {
  return members.statuses
    .of(memberId)
    .find(
      (status) =>
        status.cell_id === cellId &&
        (status.valid_from === null || status.valid_from <= day) &&
        (status.valid_to === null || status.valid_to >= day),
    );
}
