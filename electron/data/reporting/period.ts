import { SochiboError } from '../errors.ts';
import { firstDayOfMonth, type IsoDate, isMonth, lastDayOfMonth, type Month, parseMonth } from '../vietnamese/dates.ts';

export type PeriodKind = 'month' | 'quarter' | 'half_year' | 'nine_months' | 'year';

/** A quarter of a year, inclusive, as far as the period reaches: for a month, the quarter up to that month's end. */
export interface Quarter {
  year: number;
  number: 1 | 2 | 3 | 4;
  from: IsoDate;
  to: IsoDate;
}

/** A reporting period (kỳ báo cáo). The days are inclusive. */
export interface Period {
  /** `2024-07`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024` */
  key: string;
  kind: PeriodKind;
  year: number;
  /** `Tháng 7/2024`, `Quý III/2024`, `6 tháng đầu năm 2024`, `9 tháng năm 2024`, `Năm 2024` */
  label: string;
  dateFrom: IsoDate;
  dateTo: IsoDate;
  months: readonly [Month, ...Month[]];
  lastMonth: Month;
  /** The quarters it touches. */
  quarters: readonly Quarter[];
}

const quarterNumbers = [1, 2, 3, 4] as const;
const romanQuarters = ['I', 'II', 'III', 'IV'] as const;

/** Reads a period key. Throws `wrong_arguments` naming the forms there are. */
export function parsePeriod(key: string): Period {
  const match = /^(?<year>\d{4})(?:-(?<part>\d\d|Q[1-4]|H[12]|9M))?$/u.exec(key);
  const year = Number(match?.groups?.year);
  if (!match || year < 1) throw wrongPeriod(key);
  const part = match.groups?.part ?? '';
  if (isMonth(key)) return period(key, 'month', year, [Number(part), Number(part)], monthName(key));
  const quarter = quarterNumbers.find((number) => part === `Q${number}`);
  if (quarter)
    return period(key, 'quarter', year, [quarter * 3 - 2, quarter * 3], quarterName({ year, number: quarter }));
  if (part === 'H1') return period(key, 'half_year', year, [1, 6], `6 tháng đầu năm ${year}`);
  if (part === 'H2') return period(key, 'half_year', year, [7, 12], `6 tháng cuối năm ${year}`);
  if (part === '9M') return period(key, 'nine_months', year, [1, 9], `9 tháng năm ${year}`);
  if (part === '') return period(key, 'year', year, [1, 12], `Năm ${year}`);
  throw wrongPeriod(key);
}

/** The period of the same kind just before: a month before a month; nine months and years are a year apart. */
export function previousPeriod({ key, kind, year, months }: Period): Period {
  const first = Number(months[0].slice(5));
  if (kind === 'month') return parsePeriod(first === 1 ? `${yearText(year - 1)}-12` : monthKey(year, first - 1));
  if (kind === 'quarter') {
    const quarter = (first + 2) / 3;
    return parsePeriod(quarter === 1 ? `${yearText(year - 1)}-Q4` : `${yearText(year)}-Q${quarter - 1}`);
  }
  if (kind === 'half_year')
    return parsePeriod(key.endsWith('H1') ? `${yearText(year - 1)}-H2` : `${yearText(year)}-H1`);
  return samePeriodLastYear({ key, year });
}

/** The same months of the year before. */
export function samePeriodLastYear({ key, year }: Pick<Period, 'key' | 'year'>): Period {
  return parsePeriod(yearText(year - 1) + key.slice(4));
}

/** January of the period's year up to the end of the period: what "lũy kế" sums. */
export function yearToDate({ year, lastMonth }: Period): readonly [Month, ...Month[]] {
  return monthsBetween(year, 1, Number(lastMonth.slice(5)));
}

/** All twelve months of the period's year. */
export function wholeYear({ year }: Period): readonly [Month, ...Month[]] {
  return monthsBetween(year, 1, 12);
}

/** `Tháng 7/2024` */
export function monthName(month: Month): string {
  return `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
}

/** `Quý III/2024` */
export function quarterName({ year, number }: Pick<Quarter, 'year' | 'number'>): string {
  return `Quý ${romanQuarters[number - 1]}/${year}`;
}

function period(key: string, kind: PeriodKind, year: number, [from, to]: [number, number], label: string): Period {
  const months = monthsBetween(year, from, to);
  const lastMonth = months.at(-1) ?? months[0];
  const quarters = quarterNumbers
    .filter((number) => number * 3 >= from && number * 3 - 2 <= to)
    .map((number) => {
      const [first, ...others] = monthsBetween(year, number * 3 - 2, Math.min(number * 3, to));
      return { year, number, from: firstDayOfMonth(first), to: lastDayOfMonth(others.at(-1) ?? first) };
    });
  return {
    key,
    kind,
    year,
    label,
    dateFrom: firstDayOfMonth(months[0]),
    dateTo: lastDayOfMonth(lastMonth),
    months,
    lastMonth,
    quarters,
  };
}

/** The same months are asked for again for every official of a report. */
const knownMonths = new Map<string, readonly [Month, ...Month[]]>();

function monthsBetween(year: number, from: number, to: number): readonly [Month, ...Month[]] {
  const key = `${year} ${from} ${to}`;
  const months = knownMonths.get(key) ?? newMonths(year, from, to);
  knownMonths.set(key, months);
  return months;
}

function newMonths(year: number, from: number, to: number): readonly [Month, ...Month[]] {
  const [first, ...rest] = Array.from({ length: to - from + 1 }, (_, index) => month(year, from + index));
  return [first ?? month(year, from), ...rest];
}

function month(year: number, number: number): Month {
  const parsed = parseMonth(monthKey(year, number));
  if (parsed === null) throw new RangeError(`outside the calendar: month ${number} of ${year}`);
  return parsed;
}

function monthKey(year: number, number: number): string {
  return `${yearText(year)}-${String(number).padStart(2, '0')}`;
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

function wrongPeriod(key: string): SochiboError {
  return new SochiboError(
    'wrong_arguments',
    `Kỳ báo cáo "${key}" không đúng. Viết 2024-07 (tháng), 2024-Q3 (quý), 2024-H1 (6 tháng), 2024-9M (9 tháng) hoặc 2024 (năm).`,
  );
}
