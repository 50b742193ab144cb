import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { nationalColumns } from '../members/national-columns.ts';
import { askWholeNumbers } from '../people/identity-numbers.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { readNationalList } from './national-list.ts';
import { parsePeriod } from './period.ts';

/** The name of the sheet in the upper level's own extract (members handbook 1.3). */
const sheetName = 'DS_DANGVIEN';

/**
 * Writes the members as of the period's end in the 29 columns of the national database (BC-15). Throws
 * `wrong_arguments` for a period there is not, `not_found` for a unit the office does not have.
 */
export async function nationalListFile(
  session: Session,
  { period: key, unit, leavers }: { period: string; unit?: string | undefined; leavers: boolean },
): Promise<MadeFile> {
  await askWholeNumbers(session, 'Danh sách theo cơ sở dữ liệu quốc gia (BC-15)');
  const { db } = session.office;
  const period = parsePeriod(key);
  const madeOn = today();
  const day = madeOn < period.dateTo ? madeOn : period.dateTo;
  const rows = await readNationalList(db, { day, unit: unit ?? null, leavers });
  const { name } = await db.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const path = session.files.reserve(safeFileName(`BC-15 ${period.key} ${name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeDataWorkbook } = await import('../documents/xlsx-data-sheet.ts');
  await writeDataWorkbook(
    {
      title: 'Danh sách đảng viên theo cột cơ sở dữ liệu',
      author: name,
      date: day,
      sheets: [{ name: sheetName, columns: nationalColumns, rows }],
    },
    profileForDate(session.formatProfiles, madeOn),
    path,
  );
  return session.files.register(path, { records: rows.length, numbers: true });
}
