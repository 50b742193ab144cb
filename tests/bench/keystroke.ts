import { argv, stdout } from 'node:process';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { sizes } from './data/sizes.ts';
import { sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printGrowth } from './side-by-side.ts';
import { bareList, expectLetter, type Keystroke } from './window/keystroke-page.ts';
import { openList } from './window/open-list.ts';
import { milliseconds, spreadOf } from './window/spread.ts';

/**
 * A letter in the search of the member list, in Chromium: from its input event to the end of the frame in which the rows
 * that fit are painted. Each waits until the last one is painted; one whose answer the window still has is not counted.
 */
const names = [
  'hoa',
  'minh',
  'lan',
  'dung',
  'tuan',
  'phuc',
  'binh',
  'cuong',
  'yen',
  'giang',
  'khoi',
  'son',
  'quy',
  'xuan',
];
const namesOfRun = 3;
const search = 'Tìm theo họ tên, số thẻ; không cần dấu';

async function strike(page: Page, key: string): Promise<Keystroke | null> {
  await page.evaluate(expectLetter);
  await page.keyboard.press(key);
  const found = await page.evaluate(() => globalThis.keystroke ?? null);
  await page.waitForTimeout(60);
  return found;
}

async function type(page: Page, label: string, times: number): Promise<Keystroke[]> {
  const field = page.getByLabel(label);
  const all: Keystroke[] = [];
  for (const [index, name] of names.slice(0, 1 + times * namesOfRun).entries()) {
    await field.fill('');
    await page.waitForTimeout(600);
    await field.focus();
    for (const letter of name) {
      const found = await strike(page, letter);
      // The first name is not counted: nothing is warm.
      if (found && index > 0) all.push(found);
    }
  }
  return all;
}

function say(work: string, size: number, strokes: readonly Keystroke[]): Measured {
  const of = (part: (stroke: Keystroke) => number) => spreadOf(strokes.map(part));
  const { count, median, p95, max } = of(({ painted }) => painted);
  stdout.write(
    `${work.padEnd(20)} ${String(size).padStart(7)} ${String(count).padStart(4)} letters: median ${milliseconds(median)}, p95 ${milliseconds(p95)}, longest ${milliseconds(max)}\n`,
  );
  const parts = {
    'until asked': of(({ asked }) => asked).median,
    'until the answer begins': of(({ asked, answering }) => answering - asked).median,
    'until it is whole': of(({ answering, answered }) => answered - answering).median,
    'until rows are drawn': of(({ answered, drawn }) => drawn - answered).median,
    'until painted': of(({ drawn, painted }) => painted - drawn).median,
  };
  if (size > 0) {
    for (const [part, time] of Object.entries(parts)) stdout.write(`    ${part.padEnd(26)} ${milliseconds(time)}\n`);
    stdout.write(
      `    answer ${Math.round(of(({ bytes }) => bytes).median / 1000)} kB, at most ${Math.round(of(({ bytes }) => bytes).max / 1000)} kB\n`,
    );
  }
  const said = `${strokes.at(-1)?.rows ?? 0} rows at the end`;
  const lines = [
    { name: 'median', milliseconds: median, said },
    { name: 'p95', milliseconds: p95, said },
    ...Object.entries(parts).map(([name, time]) => ({ name, milliseconds: time, said })),
  ];
  return { work, size, lines };
}

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
stdout.write('A letter in the search of the member list, from its event to the painted rows, in Chromium\n');
const browser = await launchChromium();
const bare = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await bare.evaluate(bareList);
const floor = say('floor: a bare page', 0, await type(bare, 'bare', 2));
await browser.close();
const measured: Measured[] = [];
for (const size of asked) {
  const clerk = await openList(size);
  measured.push(say('member list', sizes[size].members, await type(clerk.page, search, runs)));
  await clerk.close();
}
printGrowth(measured);
keepMeasured('keystroke', [floor, ...measured]);
