import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import type { Session } from '../session.ts';
import { documentSource } from './document-procedures.ts';
import { ratingWorkbook } from './reports/bc-06/rating-workbook.ts';
import { readRatingSheet } from './reports/bc-06/read-rating-sheet.ts';

/** Writes the rating form of a meeting (BC-06) as an Excel sheet. Throws `not_found`, `wrong_arguments` without a sheet. */
export async function ratingWorkbookFile(session: Session, id: string): Promise<MadeFile> {
  const data = await readRatingSheet(documentSource(session), { id });
  const { place } = await session.office.db.selectFrom('office').select('place').executeTakeFirstOrThrow();
  const workbook = ratingWorkbook(data, place);
  const path = session.files.reserve(safeFileName(`${workbook.title}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(workbook, profileForDate(session.formatProfiles, data.day), path);
  return session.files.register(path);
}
