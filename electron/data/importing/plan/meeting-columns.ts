import type { MeetingRow } from '../../schema/meeting-tables.ts';
import type { MeetingDraft } from '../drafts/meeting-draft.ts';
import { fillIn } from './row-set.ts';

/** What a register's row says about a meeting goes into the record, but for who was there and who was due. */
export function fillMeeting(meeting: MeetingRow, draft: MeetingDraft): void {
  const { remarks } = draft;
  fillIn(meeting, {
    kind: draft.kind,
    state: draft.held ? 'held' : 'not_held',
    date: draft.date,
    started_at: draft.startedAt,
    ended_at: draft.endedAt,
    theme: draft.theme,
    other_day_reason: draft.held ? remarks.otherDayReason : null,
    other_day_approved: draft.held && remarks.otherDayApproved !== null ? (remarks.otherDayApproved ? 1 : 0) : null,
    not_held_reason: draft.held ? null : (remarks.notHeldReason ?? draft.note),
    note: draft.note,
    resolution_number: draft.returned?.resolutionNumber ?? null,
  });
  // A month that was without a meeting has one after all.
  if (draft.held) meeting.not_held_reason = null;
}

/** The counts of members and of their attendance that a register's row gives (R9-R11). */
export function attendanceCounts({ counts, remarks, held, returned }: MeetingDraft) {
  return {
    members_total: counts.membersTotal,
    full_members: returned?.fullMembers ?? null,
    probationary: returned?.probationary ?? null,
    temporarily_away: returned?.temporarilyAway ?? null,
    exempt: counts.exempt,
    working_away: counts.workingAway,
    temporarily_received: remarks.temporarilyReceived,
    suspended: remarks.suspended,
    due: counts.due,
    present: counts.present,
    present_exempt: held ? remarks.presentExempt : null,
    absent_excused: counts.absentExcused,
    absent_unexcused: counts.absentUnexcused,
  } satisfies Partial<MeetingRow>;
}
