import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { headOf, printedHead, readPrintedHead, standingOf } from '../../electron/data/office-file/log-heads.ts';
import { readMark } from '../../electron/data/office-file/read-mark.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { addDecision, environment, removableFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { readWithPython } from '../support/run-tool.ts';

const { folder, remove } = removableFolder();
const path = join(folder, 'so.sochibo');
const facts = {
  level: 'commune',
  name: 'Đảng ủy xã Hòa Lẫm',
  superior: 'Tỉnh ủy Quảng Trị',
  place: 'Hòa Lẫm',
} as const;
const marks = { number: null, date: null, signer: null, earlier: null };
let session: Session;
let client: RouterClient<typeof router>;
let table: string;
let letter: string;

const open = async () => {
  session = createSession({ ...environment, outputDir: folder, backups: 'always' });
  await session.openOffice(path);
  client = createRouterClient(router, { context: { session } });
};
const logLine = async () =>
  (await client.office.check()).checks.find(({ name }) => name.startsWith('Nhật ký không bị cắt'))?.found ?? ['?'];

beforeAll(async () => {
  (await createOffice({ path, ...facts }, environment)).close();
  await open();
  await addDecision(session.office, 'QĐ 1');
  const frozen = await client.frozen.freeze({ code: 'BC-05', about: { period: '2024-07' }, ...marks });
  table = session.files.pathOf(frozen.file.id) ?? '';
  const prose = await client.frozen.freeze({ code: 'BC-09', about: { period: '2024-07' }, ...marks });
  letter = session.files.pathOf(prose.file.id) ?? '';
});
afterAll(() => {
  session.close();
  remove();
});

describe('how far the log reaches', () => {
  test.skipIf(!requireTool('python3-docx') || !requireTool('python3-openpyxl'))(
    'stands in the properties of what is issued, and at the foot of a form: other programs read it',
    async () => {
      const read = `
import sys, json, docx, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
word = docx.Document(sys.argv[2])
print(json.dumps([book.properties.keywords, sheet.oddFooter.right.text, sheet.firstFooter.right.text, word.core_properties.keywords, ' '.join(p.text for s in word.sections for p in s.footer.paragraphs) + ' '.join(p.text for p in word.paragraphs)]))`;
      const [keywords, odd, first, wordKeywords, page] = JSON.parse(
        JSON.stringify(readWithPython(read, table, letter)),
      );
      const printed = printedHead(await readMark(table));
      expect([keywords, odd, first]).toEqual(Array.from({ length: 3 }, () => `Nhật ký sổ ${printed}`));
      expect(wordKeywords).toBe(`Nhật ký sổ ${printedHead(await readMark(letter))}`);
      expect(page, 'the format has no place for it (HD 36)').not.toContain('Nhật ký sổ');
    },
  );

  test('the log holds what its own files bear, and another log does not', async () => {
    const head = await readMark(table);
    expect(await session.office.maintain((connection) => standingOf(connection, head))).toBe('held');
    const other = { ...head, hash: 'f'.repeat(16) };
    expect(await session.office.maintain((connection) => standingOf(connection, other))).toBe('changed');
    expect(await logLine()).toEqual([]);
    expect(readPrintedHead('Nhật ký sổ 12-0123456789abcdef')).toEqual({ transaction: 12, hash: '0123456789abcdef' });
    expect(readPrintedHead('12-0123456789abcdef0')).toBeNull();
    await expect(readMark(path)).rejects.toThrow('không mang mã nhật ký');
  });

  test('a tail that was cut off is noticed: by the check, on opening, by a file that was issued', async () => {
    await addDecision(session.office, 'QĐ 2');
    await client.backups.make();
    await addDecision(session.office, 'QĐ 3');
    await session.end();
    const left = cutAfter((await readMark(table)).transaction - 1);
    await open();
    expect(await logLine()).toEqual([
      expect.stringContaining(`nhật ký dừng ở lần ghi ${left}, thiếu các lần ghi ${left + 1}–`),
      expect.stringContaining(`nhật ký dừng ở lần ghi ${left}, thiếu lần ghi ${left + 1}`),
      // The one made by closing, and the one a person made before the last change.
      expect.stringMatching(/sổ thiếu 7 lần ghi \(2 Ghi quyết định: QĐ 1; 3 Ban hành/u),
      expect.stringMatching(/sổ thiếu 6 lần ghi \(2 Ghi quyết định: QĐ 1; 3 Ban hành/u),
    ]);
    expect((await client.backups.list()).lost.join()).toMatch(/Ghi quyết định: QĐ 1/u);
    const head = await readMark(table);
    expect(await session.office.maintain((connection) => standingOf(connection, head))).toBe('cut');
  });

  test('what a restore leaves behind is not missing', async () => {
    const [backup] = (await client.backups.list()).backups.filter(({ reason }) => reason === 'person');
    await client.backups.restore({ file: backup?.file ?? '' });
    expect((await client.backups.list()).lost).toEqual([]);
    expect(await logLine()).toEqual([]);
  });
});

/** As with another program that knows the key: the last rows of the log are taken away, the tables stay. Returns what is left. */
function cutAfter(transaction: number): number {
  const connection = openConnection(path, { mustExist: true });
  for (const table of ['audit_transaction', 'audit_log']) connection.exec(`DROP TRIGGER ${table}_refuses_delete`);
  connection.exec(`DELETE FROM audit_log WHERE transaction_id > ${transaction}`);
  connection.exec(`DELETE FROM audit_transaction WHERE id > ${transaction}`);
  const left = headOf(connection)?.transaction ?? 0;
  connection.close();
  return left;
}
