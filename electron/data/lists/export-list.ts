import type { ListExport } from '../../contract/lists.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { handedRows, handRows } from './hand-rows.ts';
import { listWorkbook } from './list-workbook.ts';

/**
 * Writes a list as an Excel workbook, named after it and its period. Reading is no change: the history does not have it.
 * Throws `wrong_arguments` for more than 100 000 rows, `not_found` for handed rows that were given up, `office_not_open`,
 * FileOutputError.
 */
export async function exportList(session: Session, list: ListExport): Promise<MadeFile> {
  const office = await session.office.db.selectFrom('office').select(['name', 'superior']).executeTakeFirstOrThrow();
  const id = await handRows(session, list.handed ?? null, list.rows);
  try {
    const rows = handedRows(session, id);
    const now = today();
    const asOf = parseIsoDate(list.as_of) ?? now;
    // Of a period that is not over, what is known ends today.
    const workbook = listWorkbook(list, office, asOf < now ? asOf : now, rows);
    const path = session.files.reserve(safeFileName(`${list.title} ${list.period_label} ${office.name}.xlsx`));
    // The library is large: only who writes a file waits for it.
    const { writeXlsx } = await import('../documents/xlsx-writer.ts');
    await writeXlsx(workbook, profileForDate(session.formatProfiles, now), path);
    const hasNumbers = list.columns.some(({ heading }) => heading.toLowerCase().includes('định danh'));
    return session.files.register(path, { records: rows.count, numbers: hasNumbers && rows.isUncovered });
  } finally {
    session.lists.delete(id);
  }
}
