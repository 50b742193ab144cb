import { argv, stdout } from 'node:process';
import type { Page, Request } from 'playwright-core';
import { furtherScreens, places } from '../../renderer/app/places.ts';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { sizes } from './data/sizes.ts';
import { sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, median, printGrowth } from './side-by-side.ts';
import { openList } from './window/open-list.ts';

/**
 * Every place of the window and every table of figures, in Chromium, of the last month and of its year: from the address to
 * the last answer after which nothing is asked for a quarter of a second. To find a screen that waits or fills up as the
 * office grows; the screens that clerks live in have benches of their own.
 */
const quiet = 250;
const periods = ['2024-07', '2024'];

interface Visit {
  milliseconds: number;
  asked: number;
  bytes: number;
  nodes: number;
}

/** What the page asks from now on, and when the last answer came. */
function listen(page: Page) {
  const open = new Set<Request>();
  const heard = { asked: 0, bytes: 0, last: performance.now() };
  const begin = (request: Request) => {
    open.add(request);
    heard.asked += 1;
  };
  const end = async (request: Request) => {
    const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
    heard.bytes += responseBodySize;
    heard.last = performance.now();
    open.delete(request);
  };
  page.on('request', begin);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return {
    heard,
    isQuiet: () => open.size === 0 && performance.now() - heard.last > quiet,
    stop: () => {
      page.off('request', begin);
      page.off('requestfinished', end);
      page.off('requestfailed', end);
    },
  };
}

async function visit({ page, goTo }: ClerkWindow, path: string): Promise<Visit> {
  await goTo('/help');
  await page.waitForTimeout(quiet);
  const ears = listen(page);
  const begun = performance.now();
  ears.heard.last = begun;
  await goTo(path);
  do {
    await page.waitForTimeout(20);
    // Comes only when the page has time for it: a page at work is not quiet.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  } while (!ears.isQuiet() && performance.now() - begun < 120_000);
  ears.stop();
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const { asked, bytes, last } = ears.heard;
  return { milliseconds: last - begun, asked, bytes, nodes };
}

/** Each screen afresh (what was asked before is forgotten with the page), so many times. */
async function measure(clerk: ClerkWindow, path: string, period: string, times: number): Promise<Visit> {
  const all: Visit[] = [];
  for (let time = 0; time < times; time += 1) {
    await clerk.page.evaluate((value) => sessionStorage.setItem('period', value), period);
    await clerk.goTo('/help');
    await clerk.page.reload();
    all.push(await visit(clerk, path));
  }
  const of = (part: (visit: Visit) => number) => median(all.map(part));
  return {
    milliseconds: of(({ milliseconds }) => milliseconds),
    asked: of(({ asked }) => asked),
    bytes: of(({ bytes }) => bytes),
    nodes: of(({ nodes }) => nodes),
  };
}

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const clerk = await openList(size);
  const tables = await clerk.client.reports.catalogue();
  const paths = [...places, ...furtherScreens].map(({ path }) => path);
  for (const path of [...paths, ...tables.map(({ code }) => `/reports/${code}`)]) {
    for (const period of periods) {
      const { milliseconds, ...rest } = await measure(clerk, path, period, runs);
      const said = `${rest.asked} asked, ${Math.round(rest.bytes / 1000)} kB, ${rest.nodes} nodes`;
      const work = `${path} of ${period}`;
      stdout.write(
        `${work.padEnd(34)} ${String(sizes[size].members).padStart(7)} ${milliseconds.toFixed(0).padStart(7)} ms  ${said}\n`,
      );
      measured.push({ work, size: sizes[size].members, lines: [{ name: 'screen', milliseconds, said }] });
    }
  }
  await clerk.close();
}
printGrowth(measured);
keepMeasured('every-screen', measured);
