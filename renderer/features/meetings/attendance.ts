import type { MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';

export type Attendance = MeetingForm['attendance'][number];
type Roll = MeetingPage['roll'];
type Result = Attendance['result'];
type DueRule = MeetingPage['due_rule'];

/** What may be known of one person beside the mark (R13): nothing yet. */
export const nothingMore = { late_or_left_early: null, online: null, spoke: null, opinion_count: null } as const;

/**
 * True when every member was called: somebody is marked present. A list that only names the absent (as in registers) is
 * no roll-call, and the typed totals stand.
 */
export function isRollCall(attendance: readonly Attendance[]): boolean {
  return attendance.some(({ result }) => result === 'present');
}

/** Nothing is recorded of who came: no list and no totals. */
export function isUncounted(form: MeetingForm): boolean {
  return form.attendance.length === 0 && form.present === null && form.due === null;
}

/** The roll as the list to call: everybody due is present until said otherwise; what the old list says is kept. */
export function callRoll(roll: Roll, known: readonly Attendance[]): Attendance[] {
  const byMember = new Map(
    known.filter(({ member_id }) => member_id !== null).map((entry) => [entry.member_id, entry]),
  );
  const called = roll.map<Attendance>((member) => {
    const old = byMember.get(member.member_id);
    return {
      member_id: member.member_id,
      name: member.full_name,
      standing_then: old?.standing_then ?? member.standing,
      status_then: old?.status_then ?? member.status,
      result: old?.result ?? (member.due ? 'present' : 'not_due'),
      reason: old?.reason ?? null,
      late_or_left_early: old?.late_or_left_early ?? null,
      online: old?.online ?? null,
      spoke: old?.spoke ?? null,
      opinion_count: old?.opinion_count ?? null,
    };
  });
  const onRoll = new Set(roll.map(({ member_id }) => member_id));
  return [...called, ...known.filter(({ member_id }) => member_id === null || !onRoll.has(member_id))];
}

/** Marks one member. Someone who need not come is either there or "not due", never absent; a reason goes with `P` only. */
export function markMember(entry: Attendance, result: Result, due: boolean): Attendance {
  const next = !due && result !== 'present' ? 'not_due' : result;
  const toggled = !due && entry.result === 'present' && result === 'present' ? 'not_due' : next;
  const there = toggled === 'present' ? {} : nothingMore;
  return { ...entry, ...there, result: toggled, reason: toggled === 'absent_excused' ? entry.reason : null };
}

/** Marks that somebody who is there came late or left early, which stays "present" (R13), took part online, or spoke. */
export function toggleMark(entry: Attendance, mark: 'late_or_left_early' | 'online' | 'spoke'): Attendance {
  if (entry.result !== 'present') return entry;
  const next = entry[mark] === true ? null : true;
  return { ...entry, [mark]: next, ...(mark === 'spoke' && next === null ? { opinion_count: null } : {}) };
}

/** Whether a member with the status written down on the day has to come by the office's rule (R9, R10, R15). */
export function isDueEntry({ status_then, standing_then }: Attendance, rule: DueRule): boolean {
  if (standing_then === 'probationary' && !rule.count_probationary) return false;
  if (status_then === 'temporarily_exempt') return !rule.subtract_working_away;
  return status_then === null || ['active', 'reduced', 'temporarily_received'].includes(status_then);
}

/**
 * The counts that follow from a roll-call: đảng số without those temporarily received (R15), due, present. Exempt members
 * who came, for good or while away for work, stand apart and on neither side of the rate (R11).
 */
export function countsOf(attendance: readonly Attendance[], rule: DueRule): Partial<MeetingForm> {
  const number = (fits: (entry: Attendance) => boolean) => attendance.filter(fits).length;
  const withStatus = (status: string) => number(({ status_then }) => status_then === status);
  const own = attendance.filter(({ status_then }) => status_then !== 'temporarily_received');
  const isDue = (entry: Attendance) => isDueEntry(entry, rule);
  const due = attendance.filter(isDue);
  const isExempt = ({ status_then }: Attendance) => status_then === 'exempt' || status_then === 'temporarily_exempt';
  const marked = (result: Result) => due.filter((entry) => entry.result === result).length;
  const [present, excused, unexcused] = [marked('present'), marked('absent_excused'), marked('absent_unexcused')];
  return {
    members_total: own.length,
    full_members: own.filter(({ standing_then }) => standing_then === 'full').length,
    probationary: own.filter(({ standing_then }) => standing_then === 'probationary').length,
    exempt: withStatus('exempt'),
    working_away: withStatus('temporarily_exempt'),
    temporarily_away: withStatus('temporarily_away'),
    temporarily_received: withStatus('temporarily_received'),
    suspended: withStatus('suspended'),
    due: present + unexcused + (rule.subtract_absent_excused ? 0 : excused),
    present,
    present_exempt: number((entry) => isExempt(entry) && !isDue(entry) && entry.result === 'present'),
    absent_excused: excused,
    absent_unexcused: unexcused,
  };
}

/** The form with the list in place, and the counts after it when it is a roll-call. */
export function withAttendance(form: MeetingForm, attendance: Attendance[], rule: DueRule): MeetingForm {
  return { ...form, attendance, ...(isRollCall(attendance) ? countsOf(attendance, rule) : {}) };
}

const keys: Readonly<Record<string, Result>> = {
  KeyC: 'present',
  KeyP: 'absent_excused',
  KeyK: 'absent_unexcused',
};

/** One key each: C có mặt, P vắng có lý do, K vắng không lý do. By the place of the key: Unikey changes letters. */
export function resultOfKey(code: string): Result | null {
  return keys[code] ?? null;
}
