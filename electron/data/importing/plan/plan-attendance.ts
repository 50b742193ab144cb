import { isDue } from '../../meetings/attendance-rules.ts';
import type { MemberRow } from '../../schema/member-tables.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { PlannedMeeting } from './plan-meetings.ts';

/** The absent whom the register names, with their status on the day (R9); the register only counts the others. */
export function planAttendance(planned: readonly PlannedMeeting[], members: MemberBook, book: MeetingBook): void {
  for (const { context, draft, meeting } of planned) {
    const day = meeting.date ?? `${meeting.period}-01`;
    const { absentees } = draft.remarks;
    const people = new Map(
      [...new Set(absentees.map(({ name }) => name))].map((name) => {
        const mentions = absentees.filter((absentee) => absentee.name === name).length;
        return [name, membersMeant(name, mentions, meeting.cell_id, day, members)];
      }),
    );
    absentees.forEach(({ name, reason }, position) => {
      const meant = people.get(name);
      if (meant === 'several') {
        context.report(draft.row, 'note', 'ambiguous_absentee', { name });
      }
      const member = meant === 'several' ? undefined : meant?.shift();
      if (book.attendance.of(meeting.id).some((row) => row.position === position && row.name === name)) return;
      const status = member ? statusOn(member.id, meeting.cell_id, day, members) : undefined;
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

/**
 * The members of the cell with the name: those who had to come, if there are any. Of more than are mentioned nobody is
 * chosen.
 */
function membersMeant(
  name: string,
  mentions: number,
  cellId: string,
  day: string,
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
