import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reconciliationFile, reconciliationResult } from '../../electron/data/importing/reconciliation-result.ts';
import { nationalListFile } from '../../electron/data/reporting/national-list-file.ts';
import { createSession } from '../../electron/data/session.ts';
import { importSample, planFiles } from '../support/imported-office.ts';
import { environment, resourcesDir, temporaryFolder } from '../support/office.ts';
import { readWithOpenpyxl } from '../support/read-with-openpyxl.ts';
import { sheetData, workbookParts, zipOf } from '../support/zip.ts';

test('1.3 what is only here, what is only there, and what differs, field by field', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const { office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx'], ['dang-vien-csdl.xlsx']]);
  office.close();
  const session = createSession({ ...environment, resourcesDir, outputDir: folder });
  onTestFinished(() => session.close());
  await session.openOffice(office.path);
  const reconcile = async (path: string) => {
    const { reconciliation } = await planFiles(session.office, [{ path, name: 'csdl.xlsx' }]);
    if (reconciliation === null) throw new Error('no sheet of the national database');
    return reconciliation;
  };
  const { id } = await nationalListFile(session, { period: '2024', leavers: false });
  const exported = session.files.pathOf(id) ?? '';
  const [rows = []] = Object.values(readWithOpenpyxl(exported));
  const texts = rows.map((row) => row.map((cell) => cell?.value ?? ''));
  const read = texts.length - 1;

  expect(reconciliationResult(await reconcile(exported))).toEqual({
    read,
    same: read,
    only_here: [],
    only_there: [],
    differing: [],
    not_covered: [],
  });

  const [head = [], first = [], second = [], ...others] = texts;
  const changed = first.with(5, '01/01/1960').with(8, '').with(26, 'Đã mất');
  const stranger = second.with(1, '1').with(2, 'NGUYỄN VĂN LẠ').with(8, '099000000001').with(9, '').with(12, '');
  const path = join(folder, 'csdl.xlsx');
  // Without the address of residence: a column that is not there says nothing.
  const table = [head, changed, stranger, ...others].map((row) => row.toSpliced(22, 1));
  const escaped = table.map((row) => row.map((text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')));
  writeFileSync(path, zipOf(workbookParts(sheetData(escaped))));
  const found = await reconcile(path);
  const result = reconciliationResult(found);
  expect(result).toMatchObject({ read, same: read - 2, not_covered: [] });
  expect(result.differing.map(({ row, field, ours, theirs }) => [row, field, ours, theirs])).toEqual([
    [2, 'birth_date', first[5], '01/01/1960'],
    [2, 'personal_id', first[8], null],
    [2, 'status', first[26], 'Đã mất'],
  ]);
  expect(result.only_there.map(({ name, row, cell }) => [name, row, cell])).toEqual([['Nguyễn Văn Lạ', 3, second[13]]]);
  expect(result.only_here.map(({ name, birth_date }) => [name.toLocaleUpperCase('vi'), birth_date])).toEqual([
    [second[2], second[5]],
  ]);
  const { id: listId } = await reconciliationFile(session, found);
  const lists = Object.values(readWithOpenpyxl(session.files.pathOf(listId) ?? '')).map((sheet) => sheet.length - 1);
  expect(lists).toEqual([3, 1, 1]);
});
