import type { QueryClient } from '@tanstack/react-query';
import { homePage } from '../features/home/home-page.ts';
import { api } from './data.ts';
import { client } from './link.ts';
import { periodBounds } from './period.ts';
import { firstPeriod } from './period-state.tsx';

type OfficeInfo = Awaited<ReturnType<typeof client.office.current>>;

/**
 * Asks for what the window shows first, before anything is drawn. Whoever draws it finds the questions asked, and shows what is refused.
 */
export function askFirst(queries: QueryClient): void {
  const office = { ...api.office.current.queryOptions({ input: {} }), queryFn: () => officeThenPage(queries) };
  void queries.prefetchQuery(office);
}

/** The open office. Its page is asked for first: the data side works on it while the window draws the frame around it. */
async function officeThenPage(queries: QueryClient): Promise<OfficeInfo> {
  const worker = queries.fetchQuery(api.people.who.queryOptions()).catch(() => null);
  const office = await client.office.current({});
  const who = await worker;
  const isReady = who !== null && (who.user !== null || who.choices.length === 0);
  const isHome = ['', '#/', '#/today'].includes(window.location.hash);
  if (office === null || office.counts.cells === 0 || !isReady || !isHome) return office;
  const { to, lastDay } = periodBounds(firstPeriod(office.months));
  void queries.prefetchQuery(homePage({ asOf: lastDay, to }).query);
  // React draws an answer before the message of the next question would leave.
  await new Promise((resolve) => setTimeout(resolve));
  return office;
}
