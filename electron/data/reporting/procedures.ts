import { os } from '../procedures.ts';
import { explainFigure } from './explain.ts';
import { lastReport } from './last-report.ts';
import { nationalListFile } from './national-list-file.ts';
import { parsePeriod } from './period.ts';
import { reportFile } from './report-file.ts';
import { reportsOfPeriod, reportsWithin } from './reports-of-period.ts';
import { listsOf, resultOf } from './run-report.ts';

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
  lists: os.reports.lists.handler(async ({ context: { session }, input }) => listsOf(await lastReport(session, input))),
  run: os.reports.run.handler(async ({ context: { session }, input }) =>
    resultOf(await lastReport(session, input), session.reportForms),
  ),
  explain: os.reports.explain.handler(async ({ context: { session }, input }) =>
    explainFigure(session.office.db, await lastReport(session, input), input),
  ),
  file: os.reports.file.handler(async ({ context: { session }, input }) => ({
    file: await reportFile(session, input),
  })),
  nationalList: os.reports.nationalList.handler(async ({ context: { session }, input }) => ({
    file: await nationalListFile(session, input),
  })),
});
