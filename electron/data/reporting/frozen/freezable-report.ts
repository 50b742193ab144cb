import { type IssueOptions, unissued } from '../../../contract/documents.ts';
import { safeFileName } from '../../documents/file-output.ts';
import { profileForDate } from '../../documents/profile.ts';
import type { DocumentFacts } from '../../issuing/issue-document.ts';
import { signingLines } from '../../issuing/signing-lines.ts';
import { markOf } from '../../office-file/log-heads.ts';
import { loadOfficePresets } from '../../office-file/presets.ts';
import type { Session } from '../../session.ts';
import { reportWorkbook } from '../report-workbook.ts';
import { reports } from '../reports/index.ts';
import { type FinishedReport, finishReport } from '../run-report.ts';
import { readSendingOffice } from '../sending-office.ts';
import { tableFacts } from '../table-facts.ts';
import { adjustmentLists, adjustmentNote } from './adjustments.ts';
import type { FrozenContent } from './content.ts';
import type { Circumstances, Freezable, FrozenFile, FrozenQuestion } from './freezable.ts';
import { settleFile } from './settle-file.ts';
import { snapshotReport } from './snapshot.ts';

/** A report of figures as it stands. Throws as `runReport`. */
export async function freezableReport(
  session: Session,
  { code, about, basis }: FrozenQuestion,
  circumstances: Circumstances,
): Promise<Freezable> {
  const { db } = session.office;
  const { madeOn } = circumstances;
  const { period = '', unit } = about;
  const finished = await finishReport({ db, forms: session.reportForms, madeOn }, { code, period, unit, basis });
  const options = circumstances.options ?? { ...unissued, ...circumstances.issue };
  const usual = await readSendingOffice(db, loadOfficePresets(session.options.resourcesDir), madeOn);
  const office = options.signer === null ? usual : { ...usual, signer: signingLines(options.signer) };
  const content = await snapshotReport(db, finished, { ...circumstances, office });
  return asFreezable(session, content, { facts: tableFacts(finished, about), options });
}

function asFreezable(
  session: Session,
  content: FrozenContent,
  { facts, options }: { facts: DocumentFacts; options: IssueOptions },
): Freezable {
  return {
    content,
    asOf: facts.day,
    facts,
    options,
    adjusted(adjustment) {
      const notes = [adjustmentNote(adjustment), ...content.notes];
      const lists = [...(content.report?.lists ?? []), ...adjustmentLists(adjustment)];
      const report = content.report && { ...content.report, lists };
      return asFreezable(session, { ...content, notes, report }, { facts, options });
    },
    write: (logHead) => writeFrozenReport(session, { ...content, logHead }),
  };
}

/** The workbook of a frozen report: of the same content always the same bytes. */
export async function writeFrozenReport(session: Session, content: FrozenContent): Promise<FrozenFile> {
  const { code, title, madeOn, rules, rows, total, notes, report, logHead = null } = content;
  if (report === null) throw new TypeError('a document is no return form');
  const { office, unitName, ...rest } = report;
  const finished: FinishedReport = {
    ...{ ...rest, unitName, rows: [...rows], rules: [...rules], total: total.figures, notes: [...notes] },
    report: reports.find((one) => one.code === code) ?? retired(code, title),
  };
  const name = [code, report.scope.period.key, unitName ?? office.name].join(' ');
  const path = session.files.reserve(safeFileName(`${name}.xlsx`));
  // The library is large: only who writes a file waits for it.
  const { writeXlsx } = await import('../../documents/xlsx-writer.ts');
  const workbook = { ...reportWorkbook(finished, office), mark: logHead && markOf(logHead) };
  await writeXlsx(workbook, profileForDate(session.formatProfiles, madeOn), path);
  const hash = await settleFile(path);
  return { file: session.files.register(path), sha256: hash };
}

/** A report that this program no longer makes can still be read as it was frozen. */
function retired(code: string, title: string): FinishedReport['report'] {
  const run = () => Promise.reject(new TypeError(`report ${code} is no longer made`));
  return { code, title, foldsPast: false, run };
}
