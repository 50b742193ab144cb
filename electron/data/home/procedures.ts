import { os } from '../procedures.ts';
import { homeCharts } from './charts.ts';
import { homeItems } from './items.ts';

export const homeProcedures = os.home.router({
  items: os.home.items.handler(({ context: { session }, input }) =>
    homeItems(
      { db: session.office.forOneRun(), forms: session.reportForms },
      { asOf: input.as_of, month: input.month },
    ),
  ),
  charts: os.home.charts.handler(({ context: { session }, input }) =>
    homeCharts({ db: session.office.forOneRun(), forms: session.reportForms }, input.as_of),
  ),
});
