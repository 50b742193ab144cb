import type { IsoDate } from '../vietnamese/dates.ts';

/** A document with its place in a series of numbers. */
export interface Numbered {
  id: string;
  number: number | null;
  date: IsoDate | null;
}

export interface SeriesProblems {
  first: number;
  last: number;
  count: number;
  gaps: { from: number; to: number }[];
  duplicates: number[];
  outOfOrder: number[];
}

/** The number a new document of the series gets: the one after the highest, 1 in a new series (document format, 4.1). */
export function proposeNumber(documents: readonly Numbered[]): number {
  return documents.reduce((highest, { number }) => Math.max(highest, number ?? 0), 0) + 1;
}

/**
 * What is wrong with a series: numbers left out between its first and its last (an office may have begun this register in
 * the middle of a term), numbers given twice, and numbers dated before a smaller one. Null for a series without a number.
 */
export function checkSeries(documents: readonly Numbered[]): SeriesProblems | null {
  const taken = Map.groupBy(
    documents.flatMap(({ number, date }) => (number === null ? [] : [{ number, date }])),
    ({ number }) => number,
  );
  const numbers = [...taken.keys()].sort((a, b) => a - b);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return null;
  const gaps: SeriesProblems['gaps'] = [];
  const outOfOrder: number[] = [];
  let [before, latest] = [first, ''];
  for (const number of numbers) {
    if (number > before + 1) gaps.push({ from: before + 1, to: number - 1 });
    before = number;
    const dates = (taken.get(number) ?? []).flatMap(({ date }) => (date === null ? [] : [date])).sort();
    const earliest = dates[0];
    if (earliest !== undefined && earliest < latest) outOfOrder.push(number);
    latest = [latest, ...dates].sort().at(-1) ?? latest;
  }
  const duplicates = numbers.filter((number) => (taken.get(number)?.length ?? 0) > 1);
  return { first, last, count: numbers.length, gaps, duplicates, outOfOrder };
}
