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
  return { how: 'count', rows: ids.map((id) => ({ entity, id, amount: 1, note: null })) };
}

/** A figure that adds up a field; records where the field is null add nothing and are not listed. */
export function sum<T extends { id: string }>(
  entity: FigureEntity,
  records: readonly T[],
  amountOf: (record: T) => number | null,
): SumFigure {
  return { how: 'sum', rows: records.flatMap((record) => row(entity, record.id, amountOf(record))) };
}

/** The mean of a field; records where it is null are left out. */
export function average<T extends { id: string }>(
  entity: FigureEntity,
  records: readonly T[],
  amountOf: (record: T) => number | null,
  decimals: 0 | 1 = 0,
): AverageFigure {
  return { how: 'average', decimals, rows: sum(entity, records, amountOf).rows };
}

export function ratio(numerator: SumFigure, denominator: SumFigure): RatioFigure {
  return { how: 'ratio', numerator, denominator };
}

/** The printed value; null when it is unknown, when nothing divides, or when there is nothing to average. */
export function figureValue(figure: Figure): number | null {
  switch (figure.how) {
    case 'count':
    case 'sum':
      return total(figure.rows);
    case 'ratio':
      return ratioPercent(total(figure.numerator.rows), total(figure.denominator.rows));
    case 'average':
      return figure.rows.length === 0 ? null : roundHalfUp(total(figure.rows) / figure.rows.length, figure.decimals);
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
  const known = parts.filter((part) => part.how !== 'unknown');
  const [first] = known;
  if (!first) return parts.length > 0 && parts.every(isNotApplicable) ? notApplicable : unknown;
  if (known.length < parts.length && (strict || known.every(hasNoRows))) return unknown;
  switch (first.how) {
    case 'count':
    case 'sum':
      return { how: first.how, rows: rowsOf(known, first.how) };
    case 'average':
      return { how: 'average', decimals: first.decimals, rows: rowsOf(known, 'average') };
    case 'ratio': {
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
  }
}

/** Whether no record is behind the figure. */
export function hasNoRows(figure: Figure): boolean {
  if (figure.how === 'unknown') return true;
  return (figure.how === 'ratio' ? figure.denominator.rows : figure.rows).length === 0;
}

/** Printed as `-`: the column is not for this row, nobody was due, or there was nothing to average. */
export function isNotApplicable(figure: Figure): boolean {
  if (figure.how === 'unknown') return !figure.applies;
  return figureValue(figure) === null;
}

function rowsOf(parts: readonly Figure[], how: 'count' | 'sum' | 'average'): FigureRow[] {
  return parts.flatMap((part) => {
    if (part.how !== how) throw differentKinds();
    return part.rows;
  });
}

function joined(how: SumFigure['how'], sums: readonly SumFigure[]): SumFigure {
  return { how, rows: sums.flatMap((part) => part.rows) };
}

function row(entity: FigureEntity, id: string, amount: number | null): FigureRow[] {
  return amount === null ? [] : [{ entity, id, amount, note: null }];
}

function total(rows: readonly FigureRow[]): number {
  return rows.reduce((added, { amount }) => added + amount, 0);
}

function differentKinds(): TypeError {
  return new TypeError('figures of different kinds cannot be put together');
}
