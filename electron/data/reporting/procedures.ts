import { os } from '../procedures.ts';
import { explain } from './explain.ts';
import { reportFile } from './report-file.ts';
import { reports } from './reports/index.ts';
import { runReport } from './run-report.ts';

export const reportProcedures = os.reports.router({
  catalogue: os.reports.catalogue.handler(async ({ context: { session } }) => {
    const { report_receiver } = await session.office.db
      .selectFrom('office')
      .select('report_receiver')
      .executeTakeFirstOrThrow();
    return reports.map(({ code, title }) => ({ code, title, formats: ['xlsx', 'html'], receiver: report_receiver }));
  }),
  run: os.reports.run.handler(({ context: { session }, input }) =>
    runReport(session.office.db, input.code, input.period, input.unit),
  ),
  explain: os.reports.explain.handler(({ context: { session }, input }) => explain(session.office.db, input)),
  file: os.reports.file.handler(async ({ context: { session }, input }) => ({
    file: await reportFile(session, input),
  })),
});
