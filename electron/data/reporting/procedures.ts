import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import { explain } from './explain.ts';
import { nationalListFile } from './national-list-file.ts';
import { parsePeriod } from './period.ts';
import { reportFile } from './report-file.ts';
import { reportsOfPeriod, reportsWithin } from './reports-of-period.ts';
import { type ReportSource, runLists, runReport } from './run-report.ts';

const source = ({ office, reportForms }: Session): ReportSource => ({ db: office.forOneRun(), forms: reportForms });

export const reportProcedures = os.reports.router({
  catalogue: os.reports.catalogue.handler(async ({ context: { session } }) => {
    const { db, part } = session.office;
    const { report_receiver } = await db.selectFrom('office').select('report_receiver').executeTakeFirstOrThrow();
    return reportsWithin(part).map(({ code, title }) => ({
      code,
      title,
      formats: ['xlsx'],
      receiver: report_receiver,
    }));
  }),
  ofPeriod: os.reports.ofPeriod.handler(({ context: { session }, input: { period } }) =>
    reportsOfPeriod(session.office, parsePeriod(period)),
  ),
  lists: os.reports.lists.handler(({ context: { session }, input }) => runLists(source(session), input)),
  run: os.reports.run.handler(({ context: { session }, input }) => runReport(source(session), input)),
  explain: os.reports.explain.handler(({ context: { session }, input }) => explain(source(session), input)),
  file: os.reports.file.handler(async ({ context: { session }, input }) => ({
    file: await reportFile(session, input),
  })),
  nationalList: os.reports.nationalList.handler(async ({ context: { session }, input }) => ({
    file: await nationalListFile(session, input),
  })),
});
