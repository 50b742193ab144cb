import { argv, stdout } from 'node:process';
import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { sizes } from './data/sizes.ts';
import { sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printGrowth } from './side-by-side.ts';
import { serveFloor } from './window/floor/serve-floor.ts';
import { mainThread } from './window/main-thread.ts';
import { openList } from './window/open-list.ts';
import { pageMemory } from './window/page-memory.ts';
import { type Scrolled, scrollList, type Way } from './window/scroll-page.ts';
import { milliseconds, spreadOf } from './window/spread.ts';

/**
 * Scrolling the member list in Chromium, beside an empty windowed list of as many rows, and beside as much text put there
 * by hand, each in a Chromium of its own, in turn: the times of the frames, and what the page holds before and after.
 */
const ways: readonly { way: Way; work: string; seconds: number }[] = [
  { way: 'drag', work: 'end to end in 10 s', seconds: 10 },
  { way: 'wheel', work: 'by the wheel, 4 s', seconds: 4 },
  { way: 'jumps', work: 'jumps, four a second', seconds: 4 },
  { way: 'page-down', work: 'PageDown held, 4 s', seconds: 4 },
];

interface Contender {
  name: string;
  page: Page;
  session: CDPSession;
}

async function scrollAll(size: number, contenders: readonly Contender[], runs: number): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const { way, work, seconds } of ways) {
    const found = contenders.map((): Scroll[] => []);
    for (let run = 0; run < runs; run += 1) {
      for (const [index, { page, session }] of contenders.entries()) {
        await page.bringToFront();
        const before = await mainThread(session);
        const scrolled = await page.evaluate(scrollList, { way, seconds });
        found[index]?.push({ ...scrolled, processor: (await mainThread(session)) - before });
      }
    }
    all.push({ work, size, lines: contenders.flatMap(({ name }, index) => say(work, size, name, found[index] ?? [])) });
  }
  return all;
}

/** `processor`: milliseconds of the page's main thread. */
type Scroll = Scrolled & { processor: number };

function say(work: string, size: number, name: string, found: readonly Scroll[]): Measured['lines'] {
  const { count, median, p99, max } = spreadOf(found.flatMap(({ frames }) => frames));
  const long = found.flatMap(({ longTasks }) => longTasks);
  const settled = spreadOf(found.map((one) => one.settled)).median;
  const waiting = spreadOf(found.map((one) => one.waiting)).median;
  const processor = found.reduce((sum, one) => sum + one.processor, 0) / count;
  const said =
    `${count} frames of ${milliseconds(processor)} processor, ${long.length} tasks over 50 ms, words after ${milliseconds(settled)}, ` +
    `rows awaited in ${Math.round(waiting * 100)} % of the frames, ${Math.round((found[0]?.distance ?? 0) / 32)} rows passed`;
  stdout.write(
    `${work.padEnd(22)} ${String(size).padStart(7)} ${name.padEnd(12)} frame: median ${milliseconds(median)}, p99 ${milliseconds(p99)}, longest ${milliseconds(max)}; ${said}\n`,
  );
  return [
    { name: `${name}, processor`, milliseconds: processor, said },
    { name: `${name}, median`, milliseconds: median, said },
    { name: `${name}, p99`, milliseconds: p99, said },
    { name: `${name}, longest`, milliseconds: max, said },
  ];
}

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const floor = await serveFloor();
const measured: Measured[] = [];
stdout.write(
  'Scrolling the member list in Chromium, beside an empty list of as many rows and a plain list of as much text\n',
);
for (const size of asked) {
  const { members } = sizes[size];
  const clerk = await openList(size);
  const empty = await openFloor(`?rows=${members}`);
  const plain = await openFloor(`?rows=${members}&texts`);
  const contenders = [
    { name: 'empty list', page: empty, session: await empty.context().newCDPSession(empty) },
    { name: 'plain list', page: plain, session: await plain.context().newCDPSession(plain) },
    { name: 'member list', page: clerk.page, session: await clerk.page.context().newCDPSession(clerk.page) },
  ];
  const held = () => Promise.all(contenders.map(memory));
  const before = await held();
  measured.push(...(await scrollAll(members, contenders, runs)));
  const after = await held();
  for (const [index, { name }] of contenders.entries()) {
    stdout.write(
      `memory                 ${String(members).padStart(7)} ${name.padEnd(12)} ${before[index]} → ${after[index]}\n`,
    );
  }
  await empty.context().browser()?.close();
  await plain.context().browser()?.close();
  await clerk.close();
}
await floor.close();
printGrowth(measured);
keepMeasured('scrolling', measured);

/** A floor in a Chromium of its own. */
async function openFloor(question: string): Promise<Page> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${floor.url}${question}`);
  await page.locator('.data-table-body > div').first().waitFor();
  return page;
}

async function memory({ page, session }: Contender): Promise<string> {
  const { heap, nodes, attached } = await pageMemory(page, session);
  return `${heap.toFixed(1)} MB, ${nodes} nodes (${attached} in the document)`;
}
