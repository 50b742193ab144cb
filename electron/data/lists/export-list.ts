import { type ListExport, mostListRows } from '../../contract/lists.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { numbersMasked } from '../people/identity-numbers.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { formatInteger } from '../vietnamese/numbers.ts';
import { listWorkbook } from './list-workbook.ts';

/**
 * Writes a list as an Excel workbook, named after it and its period. Reading is no change: the history does not have it.
 * Throws `wrong_arguments` for more than 100 000 rows, `office_not_open`, FileOutputError.
 */
export async function exportList(session: Session, list: ListExport): Promise<MadeFile> {
  if (list.rows.length > mostListRows) {
    const [found, most] = [list.rows.length, mostListRows].map(formatInteger);
    throw new SochiboError(
      'wrong_arguments',
      `Danh sách có ${found} dòng, nhiều hơn ${most} dòng của một tệp. Lọc bớt rồi xuất lại.`,
    );
  }
  const office = await session.office.db.selectFrom('office').select(['name', 'superior']).executeTakeFirstOrThrow();
  const now = today();
  const asOf = parseIsoDate(list.as_of) ?? now;
  // Of a period that is not over, what is known ends today.
  const workbook = listWorkbook(list, office, asOf < now ? asOf : now);
  const path = session.files.reserve(safeFileName(`${list.title} ${list.period_label} ${office.name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(workbook, profileForDate(session.formatProfiles, now), path);
  const numbers = list.columns.some(({ heading }) => heading.toLowerCase().includes('định danh'));
  return session.files.register(path, {
    records: list.rows.length,
    numbers: numbers && !(await numbersMasked(session)),
  });
}
