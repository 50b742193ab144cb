import { textOf } from '../../../electron/contract/list-values.ts';
import type { ListColumnType, ListExport } from '../../../electron/contract/lists.ts';
import type { MadeFile } from '../../../electron/contract/values.ts';
import type { Column } from './column.ts';

type Value = string | number | null;

/**
 * Has the data side make the file of a list, of the columns with these keys: it asks for the rows itself, and they are never in the
 * window. Null: it was stopped.
 */
export type MadeByData = (
  head: Pick<ListExport, 'title' | 'period_label' | 'as_of'>,
  columns: readonly string[],
  course: {
    signal: AbortSignal;
    onProgress: (progress: { step: string; done: number; of: number }) => void;
  },
) => Promise<{ file: MadeFile } | null>;

/** Whole numbers are counts, those with one decimal percentages; any other is shown as it is. */
function numberType(values: readonly Value[]): ListColumnType {
  const decimals = values.map((value) => (typeof value === 'number' ? (String(value).split('.')[1]?.length ?? 0) : 0));
  const most = decimals.reduce((longest, length) => Math.max(longest, length), 0);
  return most === 0 ? 'int' : most === 1 ? 'percent1' : 'number';
}

/** What Excel gets of a cell: the number or day behind it, else the text that is shown; null for "–". */
function exportedValue<T>(column: Column<T>, row: T): Value {
  return column.number?.(row) ?? column.date?.(row) ?? (textOf(column.text(row)) || null);
}

/** Rows as they are shown, with their headings, for `lists.export`. */
export function toListExport<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
): Pick<ListExport, 'columns' | 'rows'> {
  const values = rows.map((row) => columns.map((column) => exportedValue(column, row)));
  return {
    columns: columns.map(({ heading, group, number, date }, index) => ({
      heading: group ? `${group}: ${heading}` : heading,
      type: date ? 'date' : number ? numberType(values.map((row) => row[index] ?? null)) : 'text',
    })),
    rows: values,
  };
}

const numberTypes: readonly ListColumnType[] = ['int', 'percent1', 'number'];

/** The type that shows both: of numbers the one with more decimals. */
function widerType(one: ListColumnType, other: ListColumnType): ListColumnType {
  return numberTypes.indexOf(one) > numberTypes.indexOf(other) ? one : other;
}

/**
 * Hands a list over block by block, so that a long one is whole neither here nor on its way; returns what is left to be
 * asked for by `lists.export`. `hand` keeps rows behind those of a list, null: of a new one.
 */
export async function handOverList<T>(
  blocks: AsyncIterable<readonly T[]>,
  columns: readonly Column<T>[],
  hand: (list: string | null, rows: ListExport['rows']) => Promise<string>,
): Promise<Pick<ListExport, 'columns' | 'rows' | 'handed'>> {
  let last = toListExport([], columns);
  let handed: string | null = null;
  for await (const block of blocks) {
    if (last.rows.length > 0) handed = await hand(handed, last.rows);
    const next = toListExport(block, columns);
    const types = last.columns.map(({ type }) => type);
    last = {
      columns: next.columns.map((column, index) => ({
        ...column,
        type: widerType(types[index] ?? column.type, column.type),
      })),
      rows: next.rows,
    };
  }
  return { ...last, ...(handed === null ? {} : { handed }) };
}
