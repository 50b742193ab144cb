import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { importRuns, undoLastImport } from '../../electron/data/importing/import-runs.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { planFiles, sampleFiles, sampleOffice, sampleWorkbooks } from '../support/imported-office.ts';
import { temporaryFolder } from '../support/office.ts';

const tables = ['organisation', 'member', 'member_status', 'meeting', 'visit', 'import_run', 'source_row'] as const;

let office: Office;
beforeEach(async () => {
  office = await sampleOffice('commune-b', temporaryFolder());
  onTestFinished(() => office.close());
});

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    counts[table] = (await office.db.selectFrom(table).select('id').execute()).length;
  }
  return counts;
}

describe('pitfall 16: one transaction', () => {
  test('16a with errors in the files nothing is written until the clerk accepts', async () => {
    const plan = await planFiles(office, sampleFiles('commune-b'));
    const before = await rowCounts();
    await expect(commitImport(office, plan, { accept: false })).rejects.toMatchObject({
      code: 'import_has_errors',
      message: expect.stringContaining('4 lỗi'),
    });
    expect(await rowCounts()).toEqual(before);

    const { importId, committed } = await commitImport(office, plan, { accept: true });
    expect([importId !== null, committed]).toEqual([true, true]);
    const refused = await office.db
      .selectFrom('import_issue')
      .select(['file', 'sheet', 'row', 'code'])
      .where('severity', '=', 'error')
      .orderBy('code')
      .execute();
    expect(refused).toEqual([
      { file: 'danh-sach-dang-vien.xlsx', sheet: 'Thủy Khoan', row: 135, code: 'impossible_date' },
      { file: 'dang-vien-csdl.xlsx', sheet: 'DS_DANGVIEN', row: 69, code: 'lost_digits' },
      { file: 'danh-sach-dang-vien.xlsx', sheet: 'Thủy Khoan', row: 139, code: 'missing_name' },
      { file: 'theo-doi-sinh-hoat-2024.xlsx', sheet: 'T1-2024', row: 8, code: 'unknown_cell' },
    ]);
  });

  test('given up while the log is sealed it leaves nothing', async () => {
    const plan = await planFiles(office, sampleFiles('commune-b', ['danh-sach-to-chuc.xlsx']));
    const before = await rowCounts();
    const controller = new AbortController();
    const onProgress = ({ step }: { step: string }) => {
      if (step === 'Niêm phong nhật ký') controller.abort();
    };
    const committing = commitImport(office, plan, { accept: false, onProgress, signal: controller.signal });
    await expect(committing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await rowCounts()).toEqual(before);
  });

  test('without errors it is written at once, with where each record came from', async () => {
    const plan = await planFiles(office, sampleFiles('commune-b', ['danh-sach-to-chuc.xlsx']));
    const { importId } = await commitImport(office, plan, { accept: false });
    const sources = await office.db.selectFrom('source_row').selectAll().where('entity', '=', 'organisation').execute();
    expect(new Set(sources.map(({ import_id }) => import_id))).toEqual(new Set([importId]));
    const cell = await office.db
      .selectFrom('organisation_version')
      .select('organisation_id')
      .where('name', '=', 'Chi bộ thôn Chùa')
      .executeTakeFirstOrThrow();
    expect(sources.find(({ entity_id }) => entity_id === cell.organisation_id)).toMatchObject({
      sheet: 'TCCSĐ',
      row: 17,
    });
  });

  test('16b the file is known by its hash, and the import is taken back as a whole', async () => {
    const before = await rowCounts();
    const plan = await planFiles(office, sampleFiles('commune-b'));
    await commitImport(office, plan, { accept: true });
    const run = await office.db.selectFrom('import_run').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(run.files)).toHaveLength(sampleWorkbooks.length);
    expect(JSON.parse(run.files)[0]).toMatchObject({
      name: 'danh-sach-to-chuc.xlsx',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(await undoLastImport(office)).toEqual([...sampleWorkbooks]);
    expect(await rowCounts()).toEqual(before);
    const again = await planFiles(office, sampleFiles('commune-b'));
    expect(again.workbooks.map(({ sheets }) => sheets.map(({ created }) => created))).toEqual(
      plan.workbooks.map(({ sheets }) => sheets.map(({ created }) => created)),
    );
  });
});

test('an import whose undoing was itself undone stands, is listed once, and can be taken back again', async () => {
  const runs = async () => (await importRuns(office.db)).map(({ files, undone }) => [files[0], undone]);
  const undoNewest = async () => office.undo((await history(office, 1))[0]?.transaction ?? 0, '');
  await commitImport(office, await planFiles(office, sampleFiles('commune-b', ['danh-sach-to-chuc.xlsx'])), {
    accept: true,
  });
  const there = await rowCounts();
  await undoLastImport(office);
  expect(await runs()).toEqual([['danh-sach-to-chuc.xlsx', true]]);
  await undoNewest();
  expect(await runs()).toEqual([['danh-sach-to-chuc.xlsx', false]]);
  expect(await rowCounts()).toEqual(there);
  expect(await undoLastImport(office)).toEqual(['danh-sach-to-chuc.xlsx']);
  expect(await runs()).toEqual([['danh-sach-to-chuc.xlsx', true]]);
});

test('10b a blank in the file never overwrites what is known', async () => {
  await commitImport(office, await planFiles(office, sampleFiles('commune-b')), { accept: true });
  const blank = await office.db
    .selectFrom('member')
    .select('id')
    .where('religion', 'is', null)
    .executeTakeFirstOrThrow();
  await office.write('Sửa', 'tôn giáo', (db) =>
    db.updateTable('member').set({ religion: '02' }).where('id', '=', blank.id).execute(),
  );
  const again = await planFiles(office, sampleFiles('commune-b'));
  expect(again.changes.member).toEqual({ inserts: [], updates: [] });
});

test('a change in the file is an update of the record, told apart from the unchanged ones', async () => {
  await commitImport(office, await planFiles(office, sampleFiles('commune-b')), { accept: true });
  await office.write('Sửa', 'quê quán', (db) =>
    db.updateTable('member').set({ home_province: 'Nghệ An' }).where('full_name', '=', 'Lương Văn Tình').execute(),
  );
  const again = await planFiles(office, sampleFiles('commune-b', ['danh-sach-dang-vien.xlsx']));
  expect(again.workbooks[0]?.sheets[0]).toMatchObject({ created: 0, matched: 164, updated: 1, unchanged: 163 });
});

test('without a list of organisations rosters and registers are refused, in words', async () => {
  const plan = await planFiles(office, sampleFiles('commune-b', ['danh-sach-dang-vien.xlsx']));
  const [sheet] = plan.workbooks[0]?.sheets ?? [];
  expect(sheet?.issues.filter(({ code }) => code === 'missing_organisation_list')).toMatchObject([
    { severity: 'error', row: null, message: expect.stringContaining('Nhập danh sách tổ chức trước') },
  ]);
  expect(plan.changes.member.inserts).toEqual([]);
});

test('a file forced to be of another kind is not recognised', async () => {
  const plan = await planFiles(office, sampleFiles('commune-b', ['danh-sach-dang-vien.xlsx']), 'meetings');
  expect(plan.workbooks[0]?.sheets[0]?.kind).toBe('unknown');
});
