import { os } from '../procedures.ts';
import { homeCharts } from './charts.ts';
import { homeItems } from './items.ts';

export const homeProcedures = os.home.router({
  page: os.home.page.handler(async ({ context: { session }, input: { as_of: asOf, month } }) => {
    // One run: sentences and charts tell of the same reports.
    const source = { db: session.office.forOneRun(), forms: session.reportForms };
    const [items, charts] = await Promise.all([homeItems(source, { asOf, month }), homeCharts(source, asOf)]);
    return { items, charts };
  }),
});
