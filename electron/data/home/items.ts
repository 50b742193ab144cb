import type { HomeItem } from '../../contract/home.ts';
import type { ReportSource } from '../reporting/run-report.ts';
import { quotaBehind } from './quota-behind.ts';

const order: readonly HomeItem['urgency'][] = ['late', 'soon', 'gap'];

/** What is to be done as of a day, of the month that is shown; what is late first. */
export async function homeItems(source: ReportSource, { month }: { asOf: string; month: string }): Promise<HomeItem[]> {
  const items = await Promise.all([quotaBehind(source, month)]);
  return items.filter((item) => item !== null).sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}
