import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { hasErrors } from '../../electron/data/importing/import-plan.ts';
import { readWorkbook } from '../../electron/data/importing/workbook/read-workbook.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { temporaryFolder } from '../support/office.ts';

/** `set`: bytes overwritten with one value; `cut`: nothing after it; `move`: bytes copied over others. */
interface Damage {
  kind: 'set' | 'cut' | 'move';
  at: number;
  length: number;
  byte: number;
  to: number;
}

/** Places as shares of the file's length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 64 });
const damage = fc.record<Damage>({
  kind: fc.constantFrom('set', 'set', 'cut', 'move'),
  at: place,
  length,
  byte: fc.integer({ min: 0, max: 255 }),
  to: place,
});

function damaged(whole: Buffer, damages: readonly Damage[]): Buffer {
  const bytes = Buffer.from(whole);
  let end = bytes.length;
  for (const one of damages) {
    const at = Math.floor(one.at * (bytes.length - 1));
    if (one.kind === 'set') bytes.fill(one.byte, at, Math.min(at + one.length, bytes.length));
    else if (one.kind === 'cut') end = Math.min(end, Math.max(at, 1));
    else bytes.copy(bytes, Math.floor(one.to * (bytes.length - 1)), at, at + one.length);
  }
  return bytes.subarray(0, end);
}

const originals = ['danh-sach-to-chuc.xlsx', 'dang-vien-tcvn3.xls'] as const;

/** A refusal that a clerk can read, or null when the work succeeded; anything else is thrown. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof SochiboError && error.code.startsWith('workbook_')) return error.message;
    throw error;
  }
}

test.each(originals)('%s damaged at random is refused in words or read, and nothing else happens', async (name) => {
  const [sample] = sampleFiles('commune-b', [name]);
  const whole = readFileSync(sample?.path ?? '');
  const path = join(temporaryFolder(), name);
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      writeFileSync(path, damaged(whole, damages));
      const refusal = await refusalOf(readWorkbook(path, name));
      if (refusal !== null) expect(refusal).toContain(name);
    }),
    { numRuns: 150 },
  );
});

test('importing damaged files writes everything it planned or nothing', async () => {
  const folder = temporaryFolder();
  const { office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx']]);
  onTestFinished(() => office.close());
  const [sample] = sampleFiles('commune-b', ['dang-vien-tcvn3.xls']);
  const whole = readFileSync(sample?.path ?? '');
  const path = join(folder, 'a.xls');
  const members = async () => (await office.db.selectFrom('member').select('id').execute()).length;
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), fc.boolean(), async (damages, accept) => {
      writeFileSync(path, damaged(whole, damages));
      const before = await members();
      const refusal = await refusalOf(
        planFiles(office, [{ path, name: 'a.xls' }]).then(async (plan) => {
          const added = plan.changes.member.inserts.length;
          if (!accept && hasErrors(plan)) {
            await expect(commitImport(office, plan, { accept })).rejects.toMatchObject({ code: 'import_has_errors' });
            expect(await members()).toBe(before);
          } else {
            await commitImport(office, plan, { accept });
            expect(await members()).toBe(before + added);
          }
        }),
      );
      if (refusal !== null) expect(await members()).toBe(before);
    }),
    { numRuns: 20 },
  );
});
