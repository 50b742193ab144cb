import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { reportWorkbook } from './report-workbook.ts';
import { finishReport, type ReportQuestion } from './run-report.ts';

/** Writes a report as the Excel return form that is sent, named after its code and period. Throws as `runReport`. */
export async function reportFile(session: Session, question: ReportQuestion): Promise<MadeFile> {
  const { db } = session.office;
  const finished = await finishReport({ db, forms: session.reportForms }, question);
  const office = await db.selectFrom('office').select(['name', 'superior', 'place']).executeTakeFirstOrThrow();
  const profile = profileForDate(session.formatProfiles, today());
  const path = session.files.reserve(safeFileName(`${question.code} ${question.period} ${office.name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(reportWorkbook(finished, office), profile, path);
  return session.files.register(path);
}
