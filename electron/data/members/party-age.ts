import type { PartyAge } from '../../contract/member-form.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  earliestDay,
  type IsoDate,
  isIsoDate,
  type PartialDate,
  parsePartialIso,
  toIsoDate,
} from '../vietnamese/dates.ts';

/** What party age is reckoned from; dates may be partial. */
export interface PartyAgeFacts {
  override: string | null;
  decisionDate: string | null;
  ceremonyDate: string | null;
  /** Times without party life (Điều lệ 5.4); both days inclusive. */
  gaps: readonly { from: string | null; to: string | null }[];
  /** Marks of the badges that are recorded as awarded. */
  awarded: readonly number[];
}

const sources = [
  ['override', 'override'],
  ['decision', 'decisionDate'],
  ['ceremony', 'ceremonyDate'],
] as const;

/**
 * Party age on `day` and the next badge (members handbook 1.1, 1.7): from the day of the admission decision, else that
 * of the ceremony, unless overridden; gaps do not count. A partial date stands for its first day and is not exact.
 */
export function partyAgeOn(day: IsoDate, facts: PartyAgeFacts, badges: RuleValue<'party_badge'>): PartyAge {
  const [source] = sources.flatMap(([name, key]) => {
    const date = parsePartialIso(facts[key] ?? '');
    return date === null ? [] : [{ name, date }];
  });
  const gapDays = gapsUpTo(day, facts.gaps);
  if (!source) {
    const unknown = { years: null, start: null, start_from: null, exact: false, gap_days: gapDays };
    return { ...unknown, next_badge: null, unrecorded_badges: [] };
  }
  const start = earliestDay(source.date);
  const years = yearsReached(start, gapDays, day);
  const next = badges.marks.find((mark) => mark > years);
  const reachedOn = next === undefined ? null : roundDay(start, next, gapDays);
  return {
    years,
    start,
    start_from: source.name,
    exact: isIsoDate(source.date),
    gap_days: gapDays,
    next_badge:
      next === undefined || reachedOn === null
        ? null
        : { mark: next, day: reachedOn, round: awardRound(reachedOn, badges.rounds) },
    unrecorded_badges: badges.marks.filter((mark) => mark <= years && !facts.awarded.includes(mark)),
  };
}

/** `ngày tròn`: start + N years + all gaps; 29/02 becomes 28/02 (1.7). */
export function roundDay(start: IsoDate, years: number, gapDays: number): IsoDate {
  return addDays(addMonths(start, years * 12), gapDays);
}

/** The first award round on or after the day a mark is reached (1.7); `rounds` are days of the year, `02-03`. */
export function awardRound(reachedOn: IsoDate, rounds: readonly string[]): IsoDate {
  const year = Number(reachedOn.slice(0, 4));
  const days = [year, year + 1]
    .flatMap((each) => rounds.map((round) => toIsoDate(each, Number(round.slice(0, 2)), Number(round.slice(3)))))
    .filter((each) => each !== null)
    .sort();
  return days.find((each) => each >= reachedOn) ?? reachedOn;
}

function yearsReached(start: IsoDate, gapDays: number, day: IsoDate): number {
  let years = Math.max(0, Number(day.slice(0, 4)) - Number(start.slice(0, 4)));
  while (years > 0 && roundDay(start, years, gapDays) > day) years -= 1;
  return years;
}

/** Days of the gaps up to `day`; a gap without an end lasts until then, one without a beginning cannot be reckoned. */
function gapsUpTo(day: IsoDate, gaps: PartyAgeFacts['gaps']): number {
  const spans = gaps.flatMap(({ from, to }) => {
    const [begins, ends] = [from, to].map((each) => parsePartialIso(each ?? ''));
    if (!begins || earliestDay(begins) > day) return [];
    const last = ends ? latestDay(ends) : day;
    return [{ from: earliestDay(begins), to: last < day ? last : day }];
  });
  let total = 0;
  let counted: IsoDate | null = null;
  // Gaps that overlap count once.
  for (const { from, to } of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const first: IsoDate = counted !== null && counted >= from ? addDays(counted, 1) : from;
    if (first <= to) total += daysBetween(first, to) + 1;
    if (counted === null || to > counted) counted = to;
  }
  return total;
}

/** The last day a partial date may mean. */
export function latestDay(date: PartialDate): IsoDate {
  const first = earliestDay(date);
  if (date.length === 10) return first;
  return addDays(addMonths(first, date.length === 7 ? 1 : 12), -1);
}
