import type { RuleValue } from '../rules/rule-values.ts';
import type { AttendanceResult, Standing, StatusKind } from '../schema/column-types.ts';
import type { Month } from '../vietnamese/dates.ts';
import { ratioPercent } from '../vietnamese/numbers.ts';

export type DueRule = RuleValue<'members_due'>;

/** The handbook's default for R10; the office's own rule is the row `members_due`. */
const defaultDueRule: DueRule = {
  count_probationary: true,
  subtract_working_away: true,
  subtract_absent_excused: false,
};

/**
 * Whether a member with this status on the meeting date has to come (handbook R10): those who are at the meeting's cell
 * and neither exempt, away, suspended nor on special duty. A temporarily received member is due here, not at home (R15).
 */
export function isDue(status: StatusKind, standing: Standing = 'full', rule: DueRule = defaultDueRule): boolean {
  if (standing === 'probationary' && !rule.count_probationary) return false;
  if (status === 'temporarily_exempt') return !rule.subtract_working_away;
  return status === 'active' || status === 'reduced' || status === 'temporarily_received';
}

/** Members of a cell on the meeting date, by count; `total` is the đảng số: without those temporarily received. */
export interface MemberCounts {
  total: number;
  probationary: number;
  exempt: number;
  workingAway: number;
  temporarilyAway: number;
  temporarilyReceived: number;
  suspended: number;
  specialDuty: number;
  absentExcused: number;
}

/**
 * Number due (handbook R10, R15): total + temporarily received − exempt − working away − temporarily away − suspended −
 * special duty, with the switches of the rule. Never below 0. What a register says is kept; this is what it is checked by.
 */
export function membersDue(counts: MemberCounts, rule: DueRule): number {
  const due =
    counts.total +
    counts.temporarilyReceived -
    counts.exempt -
    counts.temporarilyAway -
    counts.suspended -
    counts.specialDuty -
    (rule.count_probationary ? 0 : counts.probationary) -
    (rule.subtract_working_away ? counts.workingAway : 0) -
    (rule.subtract_absent_excused ? counts.absentExcused : 0);
  return Math.max(0, due);
}

/** One line of the list of a meeting: standing and status of that day (R9), null where the list does not say. */
export interface RollLine {
  standing: Standing | null;
  status: StatusKind | null;
  result: AttendanceResult;
}

export interface RollCounts {
  due: number;
  present: number;
  presentExempt: number;
  absentExcused: number;
  absentUnexcused: number;
}

/** Whether the members were all called, which shows by somebody being marked present; a register only names the absent. */
export function isRollCall(lines: readonly Pick<RollLine, 'result'>[]): boolean {
  return lines.some(({ result }) => result === 'present');
}

/**
 * The counts of a meeting whose members were all called; null for a list that only names the absent. Due are those who have to come by their status and the rule (R10), exempt members who came
 * stand apart (R11), whoever came late or left early is present (R13). A line without a status is of somebody due.
 */
export function countsOfRoll(lines: readonly RollLine[], rule: DueRule): RollCounts | null {
  if (!isRollCall(lines)) return null;
  const [due, notDue] = [true, false].map((wanted) =>
    lines.filter(({ status, standing }) => wanted === (status === null || isDue(status, standing ?? 'full', rule))),
  );
  const marked = (result: AttendanceResult) => due?.filter((line) => line.result === result).length ?? 0;
  const isExempt = ({ status }: RollLine) => status === 'exempt' || status === 'temporarily_exempt';
  const [present, absentExcused, absentUnexcused] = [
    marked('present'),
    marked('absent_excused'),
    marked('absent_unexcused'),
  ];
  return {
    due: present + absentUnexcused + (rule.subtract_absent_excused ? 0 : absentExcused),
    present,
    presentExempt: notDue?.filter((line) => isExempt(line) && line.result === 'present').length ?? 0,
    absentExcused,
    absentUnexcused,
  };
}

/** Present and due of one meeting. */
export interface Turnout {
  present: number;
  due: number;
}

/** What the rate is reckoned from: exempt members who came leave both sides, or by the rule count on both (handbook R11). */
export function turnout(
  meeting: Turnout & { presentExempt: number },
  exemptPresent: RuleValue<'exempt_present'>,
): Turnout {
  const { present, due, presentExempt } = meeting;
  if (exemptPresent === 'leaves_both_sides') return { present, due };
  return { present: present + presentExempt, due: due + presentExempt };
}

/** Σpresent / Σdue in percent, one decimal, half up; null when nobody was due (handbook R12). Never a mean of rates. */
export function attendanceRate(meetings: readonly Turnout[]): number | null {
  const sum = (key: keyof Turnout) => meetings.reduce((total, meeting) => total + meeting[key], 0);
  return ratioPercent(sum('present'), sum('due'));
}

/** A run of excused absences of one member, by the months of the regular meetings. */
export interface Streak {
  months: Month[];
}

/**
 * Runs of excused absence longer than allowed, within the calendar year (handbook R14): attendance, an unexcused absence
 * or the new year ends a run; a month without a meeting does not. `results` are one member's, in the order of meetings.
 */
export function excusedStreaks(
  results: readonly { month: Month; result: AttendanceResult }[],
  rule: RuleValue<'excused_streak'>,
): Streak[] {
  const streaks: Streak[] = [];
  let run: Month[] = [];
  const close = () => {
    if (run.length > rule.allowed) streaks.push({ months: run });
    run = [];
  };
  for (const { month, result } of results) {
    if (run[0] !== undefined && run[0].slice(0, 4) !== month.slice(0, 4)) close();
    if (result === 'absent_excused') run.push(month);
    else close();
  }
  close();
  return streaks;
}
