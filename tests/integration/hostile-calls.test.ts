import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { cwd } from 'node:process';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostileOffice, type Outcome } from '../support/hostile/hostile-office.ts';
import { nastyTexts } from '../support/hostile/nasty-texts.ts';
import { numberOfRuns } from '../support/hostile/runs.ts';

let office: HostileOffice;
let schema: unknown;
/** Files that a text of a call has become the name of, where nothing is to be written. */
const strays = () =>
  [cwd(), `${cwd()}/..`, tmpdir()].flatMap((path) => readdirSync(path)).filter((name) => /ZQ\d+X/u.test(name));

beforeAll(async () => {
  office = await HostileOffice.open();
  schema = await office.schema();
});
afterAll(() => office.close());

/** Answered, or refused in words that a clerk reads; what was written of a text is the whole of it. */
function expectTaken(what: string, { refused, bug, changed }: Outcome): void {
  expect(bug, what).toBeNull();
  expect(changed, what).toEqual([]);
  if (refused !== null) expect(refused, what).toMatch(/[ạ-ỹăâđêôơưáàãéèíìóòúùý]/iu);
}

/** The file, its schema and everything beside it are as they were. */
async function expectUnharmed(): Promise<void> {
  expect(await office.schema()).toEqual(schema);
  expect(await office.broken()).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(strays()).toEqual([]);
}

test('every procedure, asked with nasty text in all of its fields at once', async () => {
  for (const asked of office.procedures) {
    expectTaken(`${asked.room}.${asked.name}`, await office.askWithAll(asked, nastyTexts));
  }
  await expectUnharmed();
});

test('any field of any procedure with any text', async () => {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...nastyTexts) },
    { weight: 1, arbitrary: fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)) },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...office.fields()), text, async ({ asked, at }, given) => {
      expectTaken(`${asked.room}.${asked.name} ${at.join('.')}`, await office.askWith(asked, at, given));
    }),
    { numRuns: numberOfRuns(120), endOnFailure: true },
  );
  await expectUnharmed();
});

test('what a call brings under the names of prototypes is not taken for one', async () => {
  for (const asked of office.procedures) {
    expectTaken(`${asked.room}.${asked.name}`, await office.askPolluted(asked));
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  await expectUnharmed();
});

test.each([
  ['a million letters', 'x'.repeat(1_000_000)],
  ['forty thousand words', Array.from({ length: 40_000 }, (_word, index) => `t${index}`).join(' ')],
  ['a million marks that a pattern gives a meaning', '%_'.repeat(500_000)],
])('what is looked for is %s', async (_what, text) => {
  const searches = office.fields().filter(({ at }) => /^(?:text|content)$/u.test(at.at(-1) ?? '') && at.length === 1);
  expect(searches.length).toBeGreaterThan(4);
  for (const { asked, at } of searches)
    expectTaken(`${asked.room}.${asked.name}`, await office.askWith(asked, at, text));
});
