import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { hasErrors } from '../../electron/data/importing/import-plan.ts';
import { recogniseSheet } from '../../electron/data/importing/recognise/recognise-sheet.ts';
import { separateTables } from '../../electron/data/importing/recognise/separate-tables.ts';
import { readRows } from '../../electron/data/importing/recognise/sheet-rows.ts';
import { readTitleBlock } from '../../electron/data/importing/recognise/title-block.ts';
import { readWorkbook } from '../../electron/data/importing/workbook/read-workbook.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { byteDamage, damaged, damagedParts, partDamage } from '../support/random-damage.ts';
import { dictionary } from '../support/sheet.ts';

/** More on demand: `DAMAGE_RUNS=2000`. */
const numRuns = Number(process.env.DAMAGE_RUNS ?? 100);

let office: Office;
let remove: () => void;
let folder: string;
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  ({ office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx']]));
});
afterAll(() => {
  office.close();
  remove();
});

function sample(name: string): Buffer {
  const [file] = sampleFiles('commune-b', [name]);
  return readFileSync(file?.path ?? '');
}

const roster = Buffer.from(
  `TT;Họ và tên;Ngày sinh;Dân tộc;Ngày vào Đảng\r\n${Array.from({ length: 40 }, (_, row) => `${row + 1};"Trần Văn An";19/5/1980;Kinh;3/2/2005`).join('\r\n')}`,
);

const bytes = fc.array(byteDamage, { minLength: 1, maxLength: 4 });
const parts = fc.array(partDamage, { minLength: 1, maxLength: 3 });

/** Files as they come in, whole in themselves, with what may happen to them on the way. */
const damagedFiles = [
  ['organisations.xlsx', bytes.map((damages) => damaged(sample('danh-sach-to-chuc.xlsx'), damages))],
  ['members.xls', bytes.map((damages) => damaged(sample('dang-vien-tcvn3.xls'), damages))],
  ['members.csv', bytes.map((damages) => damaged(roster, damages))],
  ['parts.xlsx', parts.map((damages) => damagedParts(sample('danh-sach-to-chuc.xlsx'), damages))],
] as const;

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

/** Everything that is done with a file before the office is asked. */
async function readAndRecognise(path: string, name: string): Promise<void> {
  const { sheets } = await readWorkbook(path, name);
  for (const table of sheets.flatMap((sheet) => separateTables(sheet, dictionary))) {
    const recognised = recogniseSheet(table, dictionary);
    if (recognised === null) continue;
    readRows(table, recognised);
    readTitleBlock(table, recognised.headingTop, name);
  }
}

test.each(damagedFiles)(
  '%s damaged at random is refused in words or read, and nothing else happens',
  async (name, files) => {
    const path = join(folder, name);
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        writeFileSync(path, contents);
        const refusal = await refusalOf(readAndRecognise(path, name));
        if (refusal !== null) expect(refusal).toContain(name);
      }),
      { numRuns },
    );
  },
  600_000,
);

test('importing damaged files writes everything it planned or nothing', async () => {
  const members = async () => (await office.db.selectFrom('member').select('id').execute()).length;
  const files = fc.oneof(...damagedFiles.map(([name, contents]) => contents.map((data) => ({ name, data }))));
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async ({ name, data }, accept) => {
      const path = join(folder, name);
      writeFileSync(path, data);
      const before = await members();
      const refusal = await refusalOf(
        planFiles(office, [{ path, name }]).then(async (plan) => {
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
    { numRuns: Math.ceil(numRuns / 5) },
  );
}, 600_000);
