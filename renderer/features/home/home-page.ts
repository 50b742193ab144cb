import { api } from '../../app/data.ts';
import { localToday } from '../../components/date-input.ts';

/**
 * The page of what is to be done in a period that ends on a day with a month: of one that still runs, what is to be done today; of one that
 * is over, what was open at its end.
 */
export function homePage({ asOf: periodEnd, to }: { asOf: string; to: string }) {
  const asOf = [periodEnd, localToday()].sort()[0] ?? periodEnd;
  return { asOf, query: api.home.page.queryOptions({ input: { as_of: asOf, month: to } }) };
}
