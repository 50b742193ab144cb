import type { ListExport } from '../../electron/contract/lists.ts';
import { dayColumns, makeRoster, rosterHeadings } from './roster-people.ts';

type Value = string | number | null;

/** Without the numbers in front, which the product's list puts there itself. */
export const listColumns: ListExport['columns'] = rosterHeadings
  .map((heading, index) => ({ heading, type: dayColumns.has(index) ? ('date' as const) : ('text' as const) }))
  .slice(1);

/** The roster's rows as the window has them: days in ISO form, some of them text. */
export function* listRows(members: number): Generator<Value[]> {
  for (const row of makeRoster(members).rows()) {
    yield row.slice(1).map((value) => (typeof value === 'number' ? isoDay(value) : value));
  }
}

function isoDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
