import { ratioPercent, roundHalfUp } from '../vietnamese/numbers.ts';

/** The records a figure is made of, by the table they are in. */
export type FigureEntity =
  | 'organisation'
  | 'member'
  | 'thematic_plan'
  | 'meeting'
  | 'task'
  | 'visit'
  | 'event_visit'
  | 'planned_visit'
  | 'official'
  | 'petition'
  | 'assignment_entry'
  | 'quota';

/** One record behind a figure and what it adds. `note` tells rows of one record apart (a cell in two quarters). */
export interface FigureRow {
  entity: FigureEntity;
  id: string;
  amount: number;
  note: string | null;
}

/** A number of records, or the sum of one field of theirs. */
export interface SumFigure {
  how: 'count' | 'sum';
  rows: readonly FigureRow[];
}

/** numerator / denominator in percent, one decimal, half up (handbook R12). */
export interface RatioFigure {
  how: 'ratio';
  numerator: SumFigure;
  denominator: SumFigure;
}

/** The mean of the rows' amounts, half up: a whole number, or with one decimal where points are averaged. */
export interface AverageFigure {
  how: 'average';
  decimals: 0 | 1;
  rows: readonly FigureRow[];
}

/** No value: nothing is recorded (null, never 0; handbook R42), or the column does not apply to the row. */
export interface UnknownFigure {
  how: 'unknown';
  applies: boolean;
}

/**
 * A figure is the rows behind it; its value is reckoned from them and from nothing else, so that the list shown for a
 * figure always gives the figure (architecture, decision 5).
 */
export type Figure = SumFigure | RatioFigure | AverageFigure | UnknownFigure;

export const unknown: UnknownFigure = { how: 'unknown', applies: true };
export const notApplicable: UnknownFigure = { how: 'unknown', applies: false };

/** A figure that counts records. */
export function count(entity: FigureEntity, ids: readonly string[]): SumFigure {
  return oneEach(ids, (id) => ({ entity, id, amount: 1, note: null }));
}

/** The same of records at hand. */
export function countOf(entity: FigureEntity, records: readonly { id: string }[]): SumFigure {
  return oneEach(records, ({ id }) => ({ entity, id, amount: 1, note: null }));
}

/** A figure that counts one record once for each of `times`, told apart by a note: a cell in two quarters. */
export function countTimes<T>(
  entity: FigureEntity,
  id: string,
  times: readonly T[],
  noteOf: (time: T) => string,
): SumFigure {
  return oneEach(times, (time) => ({ entity, id, amount: 1, note: noteOf(time) }));
}

function oneEach<T>(counted: readonly T[], rowOf: (one: T) => FigureRow): SumFigure {
  const { length } = counted;
  return length === 0
    ? nothing.count
    : new TalliedSum('count', { total: length, size: length, rows: () => counted.map(rowOf) });
}

/** A figure that adds up a field; records where the field is null add nothing and are not listed. */
export function sum<T extends { id: string }>(
  entity: FigureEntity,
  records: readonly T[],
  amountOf: (record: T) => number | null,
): SumFigure {
  const tally = tallyOf(entity, records, amountOf);
  return tally.size === 0 ? nothing.sum : new TalliedSum('sum', tally);
}

/** The mean of a field; records where it is null are left out. */
export function average<T extends { id: string }>(
  entity: FigureEntity,
  records: readonly T[],
  amountOf: (record: T) => number | null,
  decimals: 0 | 1 = 0,
): AverageFigure {
  return new TalliedAverage(decimals, tallyOf(entity, records, amountOf));
}

/** A figure that counts records of two kinds. */
export function both(one: SumFigure, other: SumFigure): SumFigure {
  if (hasNoRows(other)) return one;
  return hasNoRows(one) ? other : joined('count', [one, other]);
}

export function ratio(numerator: SumFigure, denominator: SumFigure): RatioFigure {
  return { how: 'ratio', numerator, denominator };
}

/** The printed value; null when it is unknown, when nothing divides, or when there is nothing to average. */
export function figureValue(figure: Figure): number | null {
  switch (figure.how) {
    case 'count':
    case 'sum':
      return tallied(figure).total;
    case 'ratio':
      return ratioPercent(tallied(figure.numerator).total, tallied(figure.denominator).total);
    case 'average': {
      const { total, size } = tallied(figure);
      return size === 0 ? null : roundHalfUp(total / size, figure.decimals);
    }
    case 'unknown':
      return null;
  }
}

/**
 * The figure of a unit from those of its parts (handbook R41): rows are put together, so ratios and means are reckoned
 * anew from sums. Parts without a value are passed over, but where nothing else has rows, the whole is unknown, not 0;
 * with `strict` one part without a value is enough for that. Throws TypeError when the parts are not the same kind of figure.
 */
export function combine(parts: readonly Figure[], { strict = false }: { strict?: boolean } = {}): Figure {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const known = parts.filter((part) => part.how !== 'unknown');
  const [first] = known;
  if (!first) return parts.length > 0 && parts.every(isNotApplicable) ? notApplicable : unknown;
  if (known.length < parts.length && (strict || known.every(hasNoRows))) return unknown;
  if (first.how === 'average') return new TalliedAverage(first.decimals, together(ofOneKind(known, 'average')));
  if (first.how !== 'ratio') return joined(first.how, ofOneKind(known, first.how));
  const ratios = known.filter((part) => part.how === 'ratio');
  if (ratios.length < known.length) throw differentKinds();
  return ratio(
    joined(
      first.numerator.how,
      ratios.map((part) => part.numerator),
    ),
    joined(
      first.denominator.how,
      ratios.map((part) => part.denominator),
    ),
  );
}

/** Whether no record is behind the figure. */
export function hasNoRows(figure: Figure): boolean {
  if (figure.how === 'unknown') return true;
  return tallied(figure.how === 'ratio' ? figure.denominator : figure).size === 0;
}

/** Printed as `-`: the column is not for this row, nobody was due, or there was nothing to average. */
export function isNotApplicable(figure: Figure): boolean {
  if (figure.how === 'unknown') return !figure.applies;
  return figureValue(figure) === null;
}

/** What is known of a figure at once, and its rows for when somebody opens it. */
interface Tally {
  /** Of the rows' amounts. */
  total: number;
  /** Number of rows. */
  size: number;
  rows(): FigureRow[];
}

/**
 * A figure whose rows are put together when they are asked for, by the same definition that gave number and sum: a year of
 * a province has a quarter of a million figures, of which somebody opens a few.
 */
abstract class Tallied {
  readonly #total: number;
  readonly #size: number;
  /** Or how they are put together. */
  #rows: FigureRow[] | (() => FigureRow[]);

  constructor({ total, size, rows }: Tally) {
    this.#total = total;
    this.#size = size;
    this.#rows = rows;
  }

  get rows(): readonly FigureRow[] {
    if (typeof this.#rows === 'function') this.#rows = this.#rows();
    return this.#rows;
  }

  /** Number and sum of the rows of any figure: of one given as a list of rows they are counted. */
  static of(figure: { rows: readonly FigureRow[] }): Pick<Tally, 'total' | 'size'> {
    return #total in figure
      ? { total: figure.#total, size: figure.#size }
      : { total: added(figure.rows), size: figure.rows.length };
  }
}

class TalliedSum extends Tallied implements SumFigure {
  readonly how: SumFigure['how'];

  constructor(how: SumFigure['how'], tally: Tally) {
    super(tally);
    this.how = how;
  }
}

class TalliedAverage extends Tallied implements AverageFigure {
  readonly how = 'average';
  readonly decimals: 0 | 1;

  constructor(decimals: 0 | 1, tally: Tally) {
    super(tally);
    this.decimals = decimals;
  }
}

const tallied = (figure: SumFigure | AverageFigure) => Tallied.of(figure);

function tallyOf<T extends { id: string }>(
  entity: FigureEntity,
  records: readonly T[],
  amountOf: (record: T) => number | null,
): Tally {
  let [total, size] = [0, 0];
  for (const record of records) {
    const amount = amountOf(record);
    if (amount === null) continue;
    total += amount;
    size += 1;
  }
  const rows = () => records.flatMap((record) => row(entity, record.id, amountOf(record)));
  return { total, size, rows };
}

function together(parts: readonly (SumFigure | AverageFigure)[]): Tally {
  let [total, size] = [0, 0];
  for (const part of parts) {
    const tally = tallied(part);
    total += tally.total;
    size += tally.size;
  }
  return { total, size, rows: () => parts.flatMap((part) => part.rows) };
}

function ofOneKind(parts: readonly Figure[], how: 'count' | 'sum' | 'average'): (SumFigure | AverageFigure)[] {
  const fitting: (SumFigure | AverageFigure)[] = [];
  for (const part of parts) {
    if (part.how === 'ratio' || part.how === 'unknown' || part.how !== how) throw differentKinds();
    fitting.push(part);
  }
  return fitting;
}

function joined(how: SumFigure['how'], parts: readonly (SumFigure | AverageFigure)[]): SumFigure {
  const tally = together(parts);
  return tally.size === 0 ? nothing[how] : new TalliedSum(how, tally);
}

/** Most figures of a year count nothing: all of those are one. */
const nothing = {
  count: new TalliedSum('count', { total: 0, size: 0, rows: () => [] }),
  sum: new TalliedSum('sum', { total: 0, size: 0, rows: () => [] }),
};

function row(entity: FigureEntity, id: string, amount: number | null): FigureRow[] {
  return amount === null ? [] : [{ entity, id, amount, note: null }];
}

function added(rows: readonly FigureRow[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

function differentKinds(): TypeError {
  return new TypeError('figures of different kinds cannot be put together');
}
