import type { SheetDefinition } from '../../contract/scoring-sheet.ts';
import { excusedStreaks, turnout } from '../meetings/attendance-rules.ts';
import type { DayOutcome } from '../meetings/meeting-day.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { AttendanceResult, CommitteePosition, MeetingKind } from '../schema/column-types.ts';
import type { MeetingPreparationRow } from '../schema/meeting-tables.ts';
import { daysBetween, formatDate, type IsoDate, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import { formatPercent1, ratioPercent } from '../vietnamese/numbers.ts';
import { type Fact, type Facts, factsWith, unknownFact } from './facts.ts';

/** What the office has recorded around one meeting; null = not recorded. */
export interface Evidence {
  date: IsoDate | null;
  kind: MeetingKind | null;
  /** From the beginning to the end, breaks included. */
  minutes: number | null;
  due: number | null;
  present: number | null;
  presentExempt: number | null;
  absentUnexcused: number | null;
  membersTotal: number | null;
  dayOutcome: DayOutcome | null;
  /** HD 42: the small cell's own minimum. */
  ownMinMinutes: number | null;
  preparation: Omit<MeetingPreparationRow, 'id' | 'meeting_id'> | null;
  /** Members marked as having spoken; null where the roll does not say. */
  spoke: number | null;
  /** Of the previous month's resolution: tasks, how many done, how many nobody has spoken of. */
  priorTasks: { set: number; met: number; unheard: number } | null;
  thematicInMonth: boolean;
  /** A meeting of the cell committee is recorded in the month, before this one. */
  committeeMet: boolean;
  /** Posts in force on the day. */
  committee: readonly CommitteePosition[];
  /** Runs of the calendar year up to this meeting (R14); null where not all absentees are known by name. */
  excusedStreak: number | null;
}

export interface FactRules {
  exemptPresent: RuleValue<'exempt_present'>;
  themeCountsIn: RuleValue<'theme_counts_in'>;
  thematicKinds: readonly MeetingKind[];
}

/** The facts a sheet may ask for (cells handbook 5.7), each with what it came from. */
export function meetingFacts(
  evidence: Evidence,
  required: SheetDefinition['required_minutes'],
  rules: FactRules,
): Facts {
  const { preparation: prepared } = evidence;
  const minutes = minutesHeld(evidence);
  const minimum = minutesRequired(evidence, required);
  const long = minutes === null || minimum === null ? null : { minutes, minimum };
  const longWords = long === null ? missingMinutes(minutes) : `họp ${long.minutes} phút, quy định ${long.minimum} phút`;
  return factsWith({
    attendance_percent: attendance(evidence, rules),
    absent_unexcused_count: known(evidence.absentUnexcused, (n) => `${n} vắng không lý do`, 'số vắng không lý do'),
    max_excused_streak: known(
      evidence.excusedStreak,
      (n) => `vắng có lý do liên tiếp nhiều nhất ${n} lần`,
      'đủ tên người vắng các tháng trong năm',
    ),
    on_day: onDay(evidence.dayOutcome),
    duration_minutes: known(minutes, (n) => `họp ${n} phút`, 'giờ bắt đầu, kết thúc'),
    required_minutes: known(minimum, (n) => `quy định ${n} phút`, 'thời lượng quy định'),
    duration_surplus_minutes: { value: long === null ? null : long.minutes - long.minimum, words: longWords },
    duration_percent: {
      value: long === null ? null : { numerator: long.minutes, denominator: long.minimum },
      words: longWords,
    },
    speaker_percent: speakers(evidence),
    prior_resolution_percent: priorResolution(evidence),
    has_theme: theme(evidence, rules),
    only_secretary: onlySecretary(evidence.committee),
    cell_committee_met_before: committeeMetBefore(evidence),
    notified_members: truth(prepared?.members_notified ?? null, 'thông báo đảng viên'),
    notified_superior: day(prepared?.superior_notified_on ?? null, 'thông báo cấp trên'),
    documents_lead_days: daysApart(prepared?.documents_posted_on ?? null, evidence.date, 'đăng tài liệu'),
    documents_on_app: truth(prepared?.documents_on_app ?? null, 'tài liệu trên Sổ tay điện tử'),
    minutes_posted_days: daysApart(evidence.date, prepared?.minutes_posted_on ?? null, 'đăng biên bản'),
  });
}

/** The largest minimum that applies, the cell's own before all; null when it hangs on a number of members nobody wrote. */
export function minutesRequired(
  { ownMinMinutes, kind, membersTotal }: Pick<Evidence, 'ownMinMinutes' | 'kind' | 'membersTotal'>,
  required: SheetDefinition['required_minutes'],
): number | null {
  if (ownMinMinutes !== null) return ownMinMinutes;
  const combined = kind === 'regular_with_thematic' ? required.combined : null;
  const certain = [required.default, combined].filter((minutes) => minutes !== null);
  const bySize = required.by_member_count;
  const sized = bySize.filter(({ from }) => from <= (membersTotal ?? 0)).map(({ minutes }) => minutes);
  const all = [...certain, ...sized];
  if (all.length === 0) return null;
  const largest = Math.max(...all);
  const mayGrow = membersTotal === null && bySize.some(({ minutes }) => minutes > largest);
  return mayGrow ? null : largest;
}

/** The longest run of excused absences of any member (R14); `months` are the year's meetings with those who were away. */
export function longestExcusedStreak(
  months: readonly {
    month: Month;
    absentExcused: number | null;
    away: readonly { who: string; result: AttendanceResult }[];
  }[],
): number | null {
  for (const { absentExcused, away } of months) {
    const named = away.filter(({ result }) => result === 'absent_excused').length;
    if (absentExcused === null ? named === 0 : named < absentExcused) return null;
  }
  const people = new Set(months.flatMap(({ away }) => away.map(({ who }) => who)));
  const runs = [...people].flatMap((who) =>
    excusedStreaks(
      months.map(({ month, away }) => ({ month, result: away.find((one) => one.who === who)?.result ?? 'present' })),
      { allowed: 0 },
    ).map((streak) => streak.months.length),
  );
  return Math.max(0, ...runs);
}

function minutesHeld({ minutes, preparation }: Evidence): number | null {
  return minutes === null ? null : Math.max(0, minutes - (preparation?.break_minutes ?? 0));
}

function attendance({ due, present, presentExempt }: Evidence, { exemptPresent }: FactRules): Fact {
  if (due === null || present === null) return missing('số phải dự, có mặt');
  const counted = turnout({ due, present, presentExempt: presentExempt ?? 0 }, exemptPresent);
  return fraction(counted.present, counted.due, (numbers) => `có mặt ${numbers}`, 'không ai phải dự');
}

function speakers({ preparation, spoke, present, presentExempt }: Evidence): Fact {
  const count = preparation?.speakers ?? spoke;
  if (count === null || present === null) return missing('số người phát biểu');
  return fraction(count, present + (presentExempt ?? 0), (numbers) => `phát biểu ${numbers}`, 'không ai có mặt');
}

function priorResolution({ preparation, priorTasks }: Evidence): Fact {
  const words = (numbers: string) => `hoàn thành ${numbers} chỉ tiêu`;
  if (preparation && preparation.prior_tasks_set !== null && preparation.prior_tasks_met !== null) {
    return fraction(preparation.prior_tasks_met, preparation.prior_tasks_set, words, 'tháng trước không giao chỉ tiêu');
  }
  if (priorTasks === null || priorTasks.set === 0) return missing('kết quả nghị quyết tháng trước');
  if (priorTasks.unheard > 0) return missing(`kết quả của ${priorTasks.unheard} nhiệm vụ tháng trước`);
  return fraction(priorTasks.met, priorTasks.set, words, '');
}

function theme({ kind, thematicInMonth }: Evidence, { themeCountsIn, thematicKinds }: FactRules): Fact {
  const here = kind !== null && thematicKinds.includes(kind);
  if (here) return { value: true, words: 'buổi này có chuyên đề' };
  if (themeCountsIn === 'meeting') return { value: false, words: 'buổi này không có chuyên đề' };
  return thematicInMonth
    ? { value: true, words: 'trong tháng có sinh hoạt chuyên đề' }
    : { value: false, words: 'trong tháng không có sinh hoạt chuyên đề' };
}

function onDay(outcome: DayOutcome | null): Fact {
  switch (outcome) {
    case null:
      return missing('ngày họp hoặc ngày quy định');
    case 'on_set_day':
      return { value: true, words: 'họp đúng ngày quy định' };
    case 'other_day_approved':
      return { value: true, words: 'họp khác ngày, được đồng ý' };
    case 'other_day_unapproved':
      return { value: false, words: 'họp khác ngày quy định' };
  }
}

function onlySecretary(committee: readonly CommitteePosition[]): Fact {
  if (committee.length === 0) return missing('danh sách chi ủy');
  const only = committee.every((position) => position === 'secretary');
  return { value: only, words: only ? 'chi bộ chỉ có bí thư' : 'chi bộ có chi ủy hoặc phó bí thư' };
}

function committeeMetBefore({ preparation, committeeMet }: Evidence): Fact {
  const on = preparation?.cell_committee_met_on ?? null;
  if (on !== null) return { value: true, words: `họp chi ủy ngày ${dayText(on)}` };
  const said = preparation?.cell_committee_met_before ?? null;
  if (said !== null) return truth(said, 'họp chi ủy trước');
  return committeeMet ? { value: true, words: 'có buổi họp chi ủy trong tháng' } : missing('việc họp chi ủy trước');
}

function truth(value: 0 | 1 | null, what: string): Fact {
  if (value === null) return missing(what);
  return { value: value === 1, words: value === 1 ? `đã ghi: ${what}` : `đã ghi: không ${what}` };
}

function day(on: string | null, what: string): Fact {
  return on === null ? missing(`ngày ${what}`) : { value: true, words: `${what} ngày ${dayText(on)}` };
}

function daysApart(from: string | null, to: string | null, what: string): Fact {
  const [start, end] = [from === null ? null : parseIsoDate(from), to === null ? null : parseIsoDate(to)];
  if (start === null || end === null) return missing(`ngày ${what}`);
  const days = daysBetween(start, end);
  return { value: days, words: `${what}: ${days} ngày` };
}

function known(value: number | null, words: (value: number) => string, what: string): Fact {
  return value === null ? missing(what) : { value, words: words(value) };
}

function fraction(numerator: number, denominator: number, words: (numbers: string) => string, none: string): Fact {
  const percent = ratioPercent(numerator, denominator);
  if (percent === null) return { value: null, words: none };
  return {
    value: { numerator, denominator },
    words: words(`${numerator}/${denominator} = ${formatPercent1(percent)} %`),
  };
}

function missing(what: string): Fact {
  return { ...unknownFact, words: `chưa có ${what}` };
}

function missingMinutes(minutes: number | null): string {
  return minutes === null ? 'chưa có giờ bắt đầu, kết thúc' : 'chưa biết thời lượng quy định';
}

function dayText(text: string): string {
  const date = parseIsoDate(text);
  return date === null ? text : formatDate(date);
}
