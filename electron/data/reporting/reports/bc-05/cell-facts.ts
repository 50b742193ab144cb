import type { CellMeetingDays } from '../../../meetings/cell-days.ts';
import { isShort, requiredMinutes } from '../../../meetings/duration.ts';
import type { DayOutcome } from '../../../meetings/meeting-day.ts';
import { isCountedKind, isRegular, isThematic, type MeetingKindRule } from '../../../meetings/meeting-kinds.ts';
import { printedGrade, type RegisterMeeting } from '../../../meetings/register.ts';
import type { OrganisationHistory } from '../../../organisations/organisation-history.ts';
import { type RuleVersion, ruleOn } from '../../../rules/read-rules.ts';
import type { RuleCode, RuleValue } from '../../../rules/rule-values.ts';
import type { Grade } from '../../../schema/column-types.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../../vietnamese/dates.ts';
import type { LoggedVisit } from '../../../visits/visit-log.ts';
import type { Period, Quarter } from '../../period.ts';
import type { Bc05Data, RecordedTask } from './read.ts';

/** What the register says of one cell in the period, sorted out by the rules, ready to be counted. */
export interface CellFacts {
  id: string;
  /** On the last day of the period. */
  inForce: boolean;
  residential: boolean;
  /** Held monthly meetings (R7). */
  regular: readonly RegisterMeeting[];
  /** The same by what day they were held on (R3); without those for which no day is set. */
  days: readonly { id: string; outcome: DayOutcome }[];
  /** Held meetings whose attendance, grade and duration count. */
  counted: readonly RegisterMeeting[];
  /** The same by the grade that is printed; null = not graded. */
  byGrade: ReadonlyMap<Grade | null, readonly RegisterMeeting[]>;
  /** Of these, the ones shorter than the rule of their day or the cell's own minimum asks (R6). */
  belowMinimum: readonly RegisterMeeting[];
  thematic: readonly RegisterMeeting[];
  /** One row for each month recorded as having had no meeting (R4). */
  notHeld: readonly RegisterMeeting[];
  /** Months in force about which nothing is recorded. */
  notReported: readonly Month[];
  /** The monthly row of the period's last month, held or not: it carries the number of members (R9). */
  lastMonth: RegisterMeeting | null;
  /** Quarters the cell owes thematic meetings for, with those held by date (R5); a month counts its quarter to date. */
  quarters: readonly { quarter: Quarter; held: readonly RegisterMeeting[] }[];
  /** By superiors, without own members (R32, R36). */
  visits: readonly LoggedVisit[];
  tasks: readonly RecordedTask[];
  /** Anything at all is recorded of the cell in the period (R42). */
  recorded: boolean;
}

/** What sorts the facts: the days cells were to meet on and how long, each as at the time, kinds of meeting, whose grade. */
export interface FactRules {
  days: CellMeetingDays;
  kinds: MeetingKindRule;
  minimumMinutes: readonly RuleVersion<'minimum_minutes'>[];
  printedGrade: RuleValue<'printed_grade'>;
}

export const factRuleCodes = [
  'meeting_day',
  'short_month_day',
  'meeting_kinds',
  'minimum_minutes',
] as const satisfies readonly RuleCode[];

/** Facts of every cell that was in force in the period, whether or not anything is recorded of it. */
export function cellFacts(data: Bc05Data, cellIds: readonly string[], rules: FactRules): CellFacts[] {
  const meetingsOf = Map.groupBy(data.meetings, ({ cellId }) => cellId);
  const visitsOf = Map.groupBy(
    data.visits.filter(({ held, basis }) => held && basis !== 'own_cell'),
    ({ cellId }) => cellId,
  );
  const tasksOf = Map.groupBy(data.tasks, ({ meetingId }) => meetingId);
  return cellIds.map((id) => {
    const meetings = meetingsOf.get(id) ?? [];
    const facts = meetingFacts(data, id, meetings, rules);
    return {
      ...facts,
      visits: visitsOf.get(id) ?? [],
      tasks: meetings.flatMap((meeting) => tasksOf.get(meeting.id) ?? []),
    };
  });
}

function meetingFacts(
  { scope: { period, asOf }, organisations }: Bc05Data,
  id: string,
  all: readonly RegisterMeeting[],
  rules: FactRules,
): Omit<CellFacts, 'visits' | 'tasks'> {
  const { recorded, regular, counted, thematic, datedThematic, withoutMeeting } = sortedOut(all, period, rules.kinds);
  const notHeld: RegisterMeeting[] = [];
  const notReported: Month[] = [];
  const met = new Set(regular.map((meeting) => meeting.period));
  for (const month of period.months) {
    if (met.has(month)) continue;
    const recorded = withoutMeeting.find((meeting) => meeting.period === month);
    if (recorded) notHeld.push(recorded);
    else if (firstDayOfMonth(month) <= asOf && organisations.isInForce(id, lastDayOfMonth(month)))
      notReported.push(month);
  }
  const isLast = (meeting: RegisterMeeting) => meeting.period === period.lastMonth;
  return {
    id,
    inForce: organisations.isInForce(id, period.dateTo),
    residential: organisations.versionOn(id, period.dateTo)?.is_residential === 1,
    regular,
    days: regular.flatMap((meeting) => {
      const outcome = meeting.date === null ? null : rules.days.outcomeOf(id, { ...meeting, date: meeting.date });
      return outcome === null ? [] : [{ id: meeting.id, outcome }];
    }),
    counted,
    belowMinimum: counted.filter((meeting) => isBelowMinimum(organisations, meeting, rules.minimumMinutes)),
    byGrade: Map.groupBy(counted, (meeting) => printedGrade(meeting, rules.printedGrade)),
    thematic,
    notHeld,
    notReported,
    lastMonth: regular.find(isLast) ?? notHeld.find(isLast) ?? null,
    quarters: period.quarters.flatMap((quarter) => {
      const { from, to } = quarter;
      // A quarter that has not begun is not owed yet, as a month to come is not "chưa báo cáo".
      if (from > asOf || !organisations.isInForce(id, to)) return [];
      return [{ quarter, held: datedThematic.filter(({ date }) => date !== null && date >= from && date <= to) }];
    }),
    recorded,
  };
}

/** The rows of one cell by what they are counted as, in one pass: a year of a province asks this of fifty thousand. */
function sortedOut(
  all: readonly RegisterMeeting[],
  { months: [firstMonth], lastMonth }: Period,
  kinds: MeetingKindRule,
) {
  const [regular, counted, thematic]: [RegisterMeeting[], RegisterMeeting[], RegisterMeeting[]] = [[], [], []];
  /** Of the period's quarters, held on a day; a month of it may lie before the period. */
  const datedThematic: RegisterMeeting[] = [];
  const withoutMeeting: RegisterMeeting[] = [];
  let recorded = false;
  for (const meeting of all) {
    const { state, kind, period, date } = meeting;
    const isOfPeriod = period >= firstMonth && period <= lastMonth;
    if (isOfPeriod && state !== 'planned') recorded = true;
    if (isOfPeriod && (state === 'not_held' || state === 'postponed')) withoutMeeting.push(meeting);
    if (state !== 'held') continue;
    const isOfTheme = isThematic(kind, kinds);
    if (isOfTheme && date !== null) datedThematic.push(meeting);
    if (!isOfPeriod) continue;
    if (isRegular(kind, kinds)) regular.push(meeting);
    if (isCountedKind(kind, kinds)) counted.push(meeting);
    if (isOfTheme) thematic.push(meeting);
  }
  return { recorded, regular, counted, thematic, datedThematic, withoutMeeting };
}

function isBelowMinimum(
  organisations: OrganisationHistory,
  { cellId, kind, minutes, membersTotal, date, period }: RegisterMeeting,
  minimumMinutes: FactRules['minimumMinutes'],
): boolean {
  if (kind === null || minutes === null) return false;
  const on = date ?? lastDayOfMonth(period);
  const ownMinimum = organisations.versionOn(cellId, on)?.own_min_minutes ?? null;
  const rule = ruleOn(minimumMinutes, 'minimum_minutes', on).value;
  return isShort(minutes, requiredMinutes({ kind, members: membersTotal, ownMinimum }, rule));
}
