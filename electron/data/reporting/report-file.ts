import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import type { Session } from '../session.ts';
import type { DocumentSource } from './document.ts';
import { documentSource } from './document-procedures.ts';
import { reportWorkbook } from './report-workbook.ts';
import { finishReport, type ReportQuestion } from './run-report.ts';
import { readSendingOffice } from './sending-office.ts';

/** Writes a report as the Excel return form that is sent, named after its code and period. Throws as `runReport`. */
export async function reportFile(session: Session, question: ReportQuestion): Promise<MadeFile> {
  const { name } = await session.office.db.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const path = session.files.reserve(safeFileName(`${question.code} ${question.period} ${name}.xlsx`));
  await writeReport(session, documentSource(session), { question, path });
  return session.files.register(path);
}

/** Writes a report to `path`, whole or not at all. Throws as `runReport`, and FileOutputError. */
export async function writeReport(
  { formatProfiles }: Session,
  source: DocumentSource,
  { question, path }: { question: ReportQuestion; path: string },
): Promise<void> {
  const finished = await finishReport(source, question);
  const office = await readSendingOffice(source.db, source.presets, source.madeOn);
  const profile = profileForDate(formatProfiles, source.madeOn);
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../documents/xlsx-writer.ts');
  await writeXlsx(reportWorkbook(finished, office), profile, path);
}
