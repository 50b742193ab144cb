import type { Dated, Row } from '../../schema/column-types.ts';
import { addDays, type IsoDate } from '../../vietnamese/dates.ts';
import type { RowSet } from './row-set.ts';

/**
 * From `day` on something else holds. The row in force is cut: an earlier part with `before`, the rest with `after`;
 * when a row begins on that very day, only `after` is set, and `before` on the row that ends the day before.
 */
export function changeFrom<R extends Row & Dated>(
  rows: RowSet<R>,
  dated: readonly R[],
  day: IsoDate,
  change: { before: Partial<R>; after: Partial<R> },
): void {
  const eve = addDays(day, -1);
  const starting = dated.find((row) => row.valid_from === day);
  if (starting) {
    Object.assign(starting, change.after);
    const ending = dated.find((row) => row.valid_to === eve);
    if (ending) Object.assign(ending, change.before);
    return;
  }
  const current = dated.find(
    (row) => (row.valid_from === null || row.valid_from < day) && (row.valid_to === null || row.valid_to >= day),
  );
  if (!current) return;
  rows.add((id) => ({ ...current, ...change.after, id, valid_from: day }));
  Object.assign(current, change.before, { valid_to: eve });
}
