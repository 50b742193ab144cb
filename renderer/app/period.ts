/** A reporting period as the contract writes it: `2024-07`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024`. */
export type Period = string;

export type PeriodKind = 'month' | 'quarter' | 'half' | 'nine' | 'year';

const romanQuarters = ['I', 'II', 'III', 'IV'];
const two = (part: number) => String(part).padStart(2, '0');

type Span = { kind: PeriodKind; year: number; first: number; last: number; label: string };

/** Year, first and last month and the name of a period; null when the text is none. */
export function readPeriod(period: Period): Span | null {
  const found = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])|(9M)))?$/u.exec(period);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2]) {
    const month = Number(found[2]);
    if (month < 1 || month > 12) return null;
    return { kind: 'month', year, first: month, last: month, label: `Tháng ${month}/${year}` };
  }
  if (found[3]) {
    const quarter = Number(found[3]);
    const label = `Quý ${romanQuarters[quarter - 1]}/${year}`;
    return { kind: 'quarter', year, first: quarter * 3 - 2, last: quarter * 3, label };
  }
  if (found[4]) {
    const second = found[4] === '2';
    const label = `6 tháng ${second ? 'cuối' : 'đầu'} năm ${year}`;
    return { kind: 'half', year, first: second ? 7 : 1, last: second ? 12 : 6, label };
  }
  if (found[5]) return { kind: 'nine', year, first: 1, last: 9, label: `9 tháng năm ${year}` };
  return { kind: 'year', year, first: 1, last: 12, label: `Năm ${year}` };
}

/** "Tháng 7/2024", "Quý III/2024", "6 tháng đầu năm 2024"… */
export function periodLabel(period: Period): string {
  return readPeriod(period)?.label ?? period;
}

/** The name of a period within a sentence: "tháng 7/2024", "quý III/2024". */
export function periodInText(label: string): string {
  return label.slice(0, 1).toLocaleLowerCase('vi') + label.slice(1);
}

/** First and last month (`2024-07`), and the last day of the period: what a list is as of. */
export function periodBounds(period: Period): { from: string; to: string; lastDay: string } {
  const span = readPeriod(period) ?? { year: new Date().getFullYear(), first: 1, last: 12 };
  const lastDay = new Date(Date.UTC(span.year, span.last, 0)).getUTCDate();
  return {
    from: `${span.year}-${two(span.first)}`,
    to: `${span.year}-${two(span.last)}`,
    lastDay: `${span.year}-${two(span.last)}-${two(lastDay)}`,
  };
}

/** All periods of a year, by kind, in the order they end. */
export function periodsOfYear(year: number): Record<PeriodKind, Period[]> {
  return {
    month: Array.from({ length: 12 }, (_, index) => `${year}-${two(index + 1)}`),
    quarter: [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    half: [`${year}-H1`, `${year}-H2`],
    nine: [`${year}-9M`],
    year: [`${year}`],
  };
}

/** The next (or, with -1, the previous) period of the same kind. */
export function shiftPeriod(period: Period, step: 1 | -1): Period {
  const span = readPeriod(period);
  if (!span) return period;
  const siblings = periodsOfYear(span.year)[span.kind];
  const index = siblings.indexOf(period) + step;
  const here = siblings[index];
  if (here !== undefined) return here;
  const neighbours = periodsOfYear(span.year + step)[span.kind];
  return neighbours.at(step === 1 ? 0 : -1) ?? period;
}
