import type { ListExport } from '../../contract/lists.ts';
import type { MadeFile } from '../../contract/values.ts';
import type { Session } from '../session.ts';
import { handedRows, handRows } from './hand-rows.ts';
import { writeList } from './write-list.ts';

/**
 * Writes a list that the window has handed over as an Excel workbook. Throws `wrong_arguments` for more than 100 000 rows,
 * `not_found` for handed rows that were given up, and what `writeList` throws.
 */
export async function exportList(session: Session, list: ListExport): Promise<MadeFile> {
  const id = await handRows(session, list.handed ?? null, list.rows);
  try {
    return await writeList(session, list, handedRows(session, id));
  } finally {
    session.lists.delete(id);
  }
}
