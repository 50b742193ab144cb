import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { loadOfficePresets } from '../office-file/presets.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { reportWorkbook } from './report-workbook.ts';
import { finishReport, type ReportQuestion } from './run-report.ts';
import { readSendingOffice } from './sending-office.ts';

/** Writes a report as the Excel return form that is sent, named after its code and period. Throws as `runReport`. */
export async function reportFile(session: Session, question: ReportQuestion): Promise<MadeFile> {
  const { name } = await session.office.db.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const path = session.files.reserve(safeFileName(`${question.code} ${question.period} ${name}.xlsx`));
  await writeReport(session, question, path);
  return session.files.register(path);
}

/** Writes a report to `path`, whole or not at all. Throws as `runReport`, and FileOutputError. */
export async function writeReport(session: Session, question: ReportQuestion, path: string): Promise<void> {
  const { db } = session.office;
  const finished = await finishReport({ db, forms: session.reportForms }, question);
  const office = await readSendingOffice(db, loadOfficePresets(session.options.resourcesDir), today());
  const profile = profileForDate(session.formatProfiles, today());
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(reportWorkbook(finished, office), profile, path);
}
