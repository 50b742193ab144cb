import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { undoLastImport } from '../../electron/data/importing/import-runs.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { removePetition } from '../../electron/data/petitions/save-petition.ts';
import { changeVisit, removeVisit } from '../../electron/data/visits/write-visit.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { changedTables, issueList } from '../support/typed-workbook.ts';

const register = 'theo-doi-sinh-hoat-2024.xlsx';
const petitions = 'kien-nghi-2024.xlsx';
const books = ['danh-sach-to-chuc.xlsx', 'phan-cong-can-bo.xlsx', register, petitions];

let office: Office;
let remove: () => void;
beforeAll(async () => {
  const folder = removableFolder();
  remove = folder.remove;
  ({ office } = await importSample('commune-b', folder.folder, [books]));
});
afterAll(() => {
  office.close();
  remove();
});

const again = (name: string) => planFiles(office, sampleFiles('commune-b', [name]));
const removedHere = (issues: string[]) => issues.filter((issue) => issue.startsWith('removed_here'));

/** A visit by an official on whom no petition and no plan stands. */
async function freeVisit() {
  const visits = await office.db.selectFrom('visit').selectAll().where('official_id', 'is not', null).execute();
  const petitioned = await office.db.selectFrom('petition').select('visit_id').execute();
  const used = new Set(petitioned.map(({ visit_id }) => visit_id));
  return visits.find(({ id }) => !used.has(id)) ?? expect.fail('no visit');
}

async function lastTransaction(): Promise<number> {
  const { id } = await office.db
    .selectFrom('audit_transaction')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

describe('10d what the clerk took away stays away when the file comes again', () => {
  test('what an undone import wrote comes back', async () => {
    const visits = await office.db.selectFrom('visit').select('id').execute();
    await undoLastImport(office);
    expect(await office.db.selectFrom('visit').select('id').execute()).toEqual([]);
    await commitImport(office, await planFiles(office, sampleFiles('commune-b', books)), { accept: true });
    expect(await office.db.selectFrom('visit').select('id').execute()).toHaveLength(visits.length);
  });

  test('a deleted visit; it comes back when the deletion is taken back', async () => {
    const visit = await freeVisit();
    await office.write('Xóa lượt dự', '', (db) => removeVisit(db, visit.id));
    const deletion = await lastTransaction();
    const plan = await again(register);
    expect(plan.changes.visit).toEqual({ inserts: [], updates: [] });
    expect(removedHere(issueList(plan, true))).toHaveLength(1);
    await office.undo(deletion, 'Xóa lượt dự');
    const undone = await again(register);
    expect([changedTables(undone), removedHere(issueList(undone, true))]).toEqual([[], []]);
  });

  test('a visit whose person the clerk put right is not written a second time', async () => {
    const visit = await freeVisit();
    const { name: _, official_id: __, ...rest } = visit;
    await office.write('Sửa lượt dự', '', (db) =>
      changeVisit(db, visit.id, {
        ...rest,
        official_id: null,
        name: 'Người Khác',
        level: 'district',
        arrived_at: null,
        left_at: null,
        note: null,
      }),
    );
    expect((await again(register)).changes.visit).toEqual({ inserts: [], updates: [] });
  });

  test('a deleted petition, and one whose words were put right', async () => {
    const [first, second] = await office.db
      .selectFrom('petition')
      .selectAll()
      .where('duplicate_of_id', 'is', null)
      .where('id', 'not in', (eb) =>
        eb
          .selectFrom('petition')
          .select('duplicate_of_id')
          .where('duplicate_of_id', 'is not', null)
          .$castTo<{ duplicate_of_id: string }>(),
      )
      .orderBy('code')
      .execute();
    if (!first || !second) return expect.fail('no petitions');
    await office.write('Xóa kiến nghị', '', (db) => removePetition(db, first.id));
    await office.write('Sửa kiến nghị', '', (db) =>
      db.updateTable('petition').set({ content: 'Nói gọn lại' }).where('id', '=', second.id).execute(),
    );
    const plan = await again(petitions);
    expect(changedTables(plan)).toEqual([]);
    expect(removedHere(issueList(plan, true))).toHaveLength(1);
  });
});
