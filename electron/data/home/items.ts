import type { HomeItem } from '../../contract/home.ts';
import type { ReportSource } from '../reporting/run-report.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { quotaBehind } from './quota-behind.ts';
import { roomLists } from './room-lists.ts';

const order: readonly HomeItem['urgency'][] = ['late', 'soon', 'gap'];

/** What is to be done as of a day, of the month that is shown; what is late first. Throws TypeError for what is no day. */
export async function homeItems(
  source: ReportSource,
  { asOf, month }: { asOf: string; month: string },
): Promise<HomeItem[]> {
  const day = parseIsoDate(asOf);
  if (day === null) throw new TypeError(`not a day: ${asOf}`);
  const items = await Promise.all([quotaBehind(source, month), ...roomLists.map((list) => list(source.db, day))]);
  return items.filter((item) => item !== null).sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}
