import type { ListColumnType, ListExport } from '../../../electron/contract/lists.ts';
import { clean } from './clipboard.ts';
import type { Column } from './column.ts';

type Value = string | number | null;

/** Whole numbers are counts, those with one decimal percentages; any other is shown as it is. */
function numberType(values: readonly Value[]): ListColumnType {
  const decimals = values.map((value) => (typeof value === 'number' ? (String(value).split('.')[1]?.length ?? 0) : 0));
  const most = decimals.reduce((longest, length) => Math.max(longest, length), 0);
  return most === 0 ? 'int' : most === 1 ? 'percent1' : 'number';
}

/** What Excel gets of a cell: the number or day behind it, else the text that is shown; null for "–". */
function exportedValue<T>(column: Column<T>, row: T): Value {
  return column.number?.(row) ?? column.date?.(row) ?? (clean(column.text(row)) || null);
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
