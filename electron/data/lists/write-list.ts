import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import type { ListRow, ListRows } from './list-rows.ts';
import { type ListHead, listWorkbook } from './list-workbook.ts';

/**
 * Writes a list as an Excel workbook, named after it and its period. Reading is no change: the history does not have it.
 * `inTurn`: the rows once more, where somebody watches how far they are. Throws `office_not_open`, FileOutputError.
 */
export async function writeList(
  session: Session,
  list: ListHead,
  rows: ListRows,
  inTurn: Iterable<ListRow> = rows,
): Promise<MadeFile> {
  const office = await session.office.db.selectFrom('office').select(['name', 'superior']).executeTakeFirstOrThrow();
  const now = today();
  const asOf = parseIsoDate(list.as_of) ?? now;
  // Of a period that is not over, what is known ends today.
  const workbook = listWorkbook(list, office, asOf < now ? asOf : now, rows, inTurn);
  const path = session.files.reserve(safeFileName(`${list.title} ${list.period_label} ${office.name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(workbook, profileForDate(session.formatProfiles, now), path);
  const hasNumbers = list.columns.some(({ heading }) => heading.toLowerCase().includes('định danh'));
  return session.files.register(path, { records: rows.count, numbers: hasNumbers && rows.isUncovered });
}
