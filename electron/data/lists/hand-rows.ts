import { v7 as newId } from 'uuid';
import { mostListRows } from '../../contract/list-values.ts';
import { SochiboError } from '../errors.ts';
import { numbersMasked } from '../people/identity-numbers.ts';
import type { Session } from '../session.ts';
import { formatInteger } from '../vietnamese/numbers.ts';
import { type ListRow, ListRows } from './list-rows.ts';

/** Lists whose rows are kept at once; a window that was closed never asks for its own. */
const mostLists = 3;

/**
 * Keeps rows of a list until it is exported, and returns its id; null: its first rows. In memory only: they hold names.
 * Throws `not_found` for a list that was given up, `wrong_arguments` for more than 100 000 rows.
 */
export async function handRows(session: Session, id: string | null, rows: readonly ListRow[]): Promise<string> {
  const list = id === null ? new ListRows() : handedRows(session, id);
  refuseTooMany(list.count + rows.length);
  list.add(rows, { covered: await numbersMasked(session) });
  const known = id ?? newId();
  session.lists.set(known, list);
  for (const oldest of session.lists.keys()) {
    if (session.lists.size > mostLists) session.lists.delete(oldest);
  }
  return known;
}

/** The rows handed over under an id. Throws `not_found`. */
export function handedRows(session: Session, id: string): ListRows {
  const list = session.lists.get(id);
  if (!list) throw new SochiboError('not_found', 'Danh sách đang xuất đã bị bỏ. Bấm xuất lại.');
  return list;
}

/** Throws `wrong_arguments` for more rows than a file may have. */
export function refuseTooMany(found: number): void {
  if (found <= mostListRows) return;
  throw new SochiboError(
    'wrong_arguments',
    `Danh sách có ${formatInteger(found)} dòng, nhiều hơn ${formatInteger(mostListRows)} dòng của một tệp. Lọc bớt rồi xuất lại.`,
  );
}
