import { Kysely, SqliteDialect } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { findMembers } from '../../electron/data/members/find-members.ts';
import { memberPage } from '../../electron/data/members/member-page.ts';
import { memberRecords } from '../../electron/data/members/member-records.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { listOrganisations, rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { readBc05 } from '../../electron/data/reporting/reports/bc-05/read.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { newOffice } from '../support/office.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  const root = await rootOrganisationId(office.db);
  await office.write('Thử', '', (db) => fill(db, root));
});

/**
 * Two committees. Of the first: cell `doi` renamed on 01/09/2024, `tach` split off on 01/04, `nhap` gone on 30/06, `chuyen`
 * moved to the second on 01/05. The earlier names were entered last, as when a list of changes is imported later.
 */
async function fill(db: Kysely<Tables>, root: string): Promise<void> {
  const dated = (id: string, valid_from: string | null = null, valid_to: string | null = null) =>
    ({ id, code: null, kind: 'cell', valid_from, valid_to }) as const;
  await db
    .insertInto('organisation')
    .values([
      { ...dated('mot'), kind: 'grassroots_committee' },
      { ...dated('hai'), kind: 'grassroots_committee' },
      dated('doi'),
      dated('tach', '2024-04-01'),
      dated('nhap', null, '2024-06-30'),
      dated('chuyen'),
    ])
    .execute();
  await db
    .insertInto('organisation_version')
    .values([
      versionRow('1', 'mot', 'Đảng bộ xã Một', { parent_id: root, position: 1 }),
      versionRow('2', 'hai', 'Đảng bộ xã Hai', { parent_id: root, position: 2 }),
      versionRow('3', 'doi', 'Chi bộ thôn Mới', { parent_id: 'mot', position: 1, valid_from: '2024-09-01' }),
      versionRow('4', 'tach', 'Chi bộ thôn Tách', { parent_id: 'mot', position: 2, valid_from: '2024-04-01' }),
      versionRow('5', 'nhap', 'Chi bộ thôn Nhập', { parent_id: 'mot', position: 3, valid_to: '2024-06-30' }),
      versionRow('6', 'chuyen', 'Chi bộ thôn Chuyển', { parent_id: 'hai', position: 4, valid_from: '2024-05-01' }),
      versionRow('7', 'chuyen', 'Chi bộ thôn Chuyển', { parent_id: 'mot', position: 4, valid_to: '2024-04-30' }),
      versionRow('8', 'doi', 'Chi bộ thôn Cũ', { parent_id: 'mot', position: 1, valid_to: '2024-08-31' }),
    ])
    .execute();
  await db
    .insertInto('member')
    .values([
      memberRow('an', 'Trần Văn An', { gender: 'male', birth_date: '1970' }),
      memberRow('binh', 'Lê Thị Bình', { gender: 'female', birth_date: '1990-05-19' }),
      memberRow('cuong', 'Đỗ Văn Cường', { birth_date: '1960-02' }),
      memberRow('anh', 'Vũ Thị Ánh', { gender: 'female' }),
    ])
    .execute();
  await db
    .insertInto('member_status')
    .values([
      // Transferred on 10/06/2024.
      statusRow('a1', 'an', 'doi', { valid_to: '2024-06-09' }),
      statusRow('a2', 'an', 'chuyen', { valid_from: '2024-06-10' }),
      // Died on 15/08/2024.
      statusRow('b1', 'binh', 'doi', { valid_to: '2024-08-14' }),
      statusRow('b2', 'binh', 'doi', { kind: 'deceased', valid_from: '2024-08-15' }),
      // Away in another cell of the office: received there, counted at home.
      statusRow('c1', 'cuong', 'tach', { kind: 'temporarily_received', valid_from: '2024-05-01' }),
      statusRow('c2', 'cuong', 'doi', { kind: 'temporarily_away', valid_from: '2024-05-01' }),
      statusRow('d1', 'anh', 'chuyen'),
    ])
    .execute();
}

async function named(asOf: string, all = false): Promise<string[]> {
  const list = await listOrganisations(office.db, { asOf, all });
  return list.slice(1).map(({ name, parent }) => `${name} < ${parent}`);
}

async function members(query: Parameters<typeof findMembers>[1], asOf: string): Promise<string[]> {
  return (await findMembers(office.db, query, asOf)).ids;
}

describe('organisations on a day', () => {
  it('are those in force, with the name and the parent of that day, in the order of the list', async () => {
    expect(await named('2024-03-31')).toEqual([
      'Đảng bộ xã Một < Đảng bộ huyện Khe Sơn',
      'Chi bộ thôn Cũ < Đảng bộ xã Một',
      'Chi bộ thôn Nhập < Đảng bộ xã Một',
      'Chi bộ thôn Chuyển < Đảng bộ xã Một',
      'Đảng bộ xã Hai < Đảng bộ huyện Khe Sơn',
    ]);
    expect(await named('2024-09-01')).toEqual([
      'Đảng bộ xã Một < Đảng bộ huyện Khe Sơn',
      'Chi bộ thôn Mới < Đảng bộ xã Một',
      'Chi bộ thôn Tách < Đảng bộ xã Một',
      'Đảng bộ xã Hai < Đảng bộ huyện Khe Sơn',
      'Chi bộ thôn Chuyển < Đảng bộ xã Hai',
    ]);
  });

  it('with all of them: each by the version nearest to the day, whichever was entered last', async () => {
    expect(await named('2024-12-31', true)).toEqual([
      'Đảng bộ xã Một < Đảng bộ huyện Khe Sơn',
      'Chi bộ thôn Mới < Đảng bộ xã Một',
      'Chi bộ thôn Tách < Đảng bộ xã Một',
      'Chi bộ thôn Nhập < Đảng bộ xã Một',
      'Đảng bộ xã Hai < Đảng bộ huyện Khe Sơn',
      'Chi bộ thôn Chuyển < Đảng bộ xã Hai',
    ]);
  });

  it('count members once, at home, and those of their cells', async () => {
    const count = async (asOf: string) =>
      Object.fromEntries((await listOrganisations(office.db, { asOf })).map(({ id, members }) => [id, members]));
    expect(await count('2024-06-09')).toMatchObject({ mot: 3, hai: 1, doi: 3, tach: 0, chuyen: 1 });
    expect(await count('2024-08-15')).toMatchObject({ mot: 1, hai: 2, doi: 1, tach: 0, chuyen: 2 });
  });
});

describe('members on a day', () => {
  it('before and after a transfer and a death', async () => {
    const [before] = await memberRecords(office.db, ['an'], '2024-06-09');
    const [after] = await memberRecords(office.db, ['an'], '2024-06-10');
    expect([before?.cell, before?.grassroots]).toEqual(['Chi bộ thôn Cũ', 'Đảng bộ xã Một']);
    expect([after?.cell, after?.grassroots]).toEqual(['Chi bộ thôn Chuyển', 'Đảng bộ xã Hai']);
    expect(await members({}, '2024-08-14')).toContain('binh');
    expect(await members({}, '2024-08-15')).not.toContain('binh');
    const [dead] = await memberRecords(office.db, ['binh'], '2024-08-15');
    expect(dead).toMatchObject({ status: 'deceased', counted: false, cell: 'Chi bộ thôn Cũ' });
  });

  it('keep the names of the time in what happened to them', async () => {
    await office.write('Thử', '', async (db) => {
      const from = { member_id: 'an', code: 'CHUYEN_DI', from_cell_id: 'doi', to_cell_id: 'chuyen' };
      const blank = { from_text: null, to_text: null, document: null, note: null };
      await db
        .insertInto('membership_event')
        .values({ ...from, ...blank, id: 'e', date: '2024-06-10' })
        .execute();
    });
    const { timeline } = await memberPage(office.db, 'an', '2024-12-31');
    expect(timeline[0]?.text).toContain('từ Chi bộ thôn Cũ đến Chi bộ thôn Chuyển');
  });

  it('are listed once, in their home cell, though they have a status in two', async () => {
    const everybody = await members({ counted_only: false }, '2024-07-01');
    expect(everybody).toEqual(['an', 'anh', 'binh', 'cuong']);
    expect(await memberRecords(office.db, ['cuong'], '2024-07-01')).toMatchObject([
      { cell: 'Chi bộ thôn Cũ', status: 'temporarily_away', counted: true },
    ]);
  });

  it('of an organisation are those of the cells it had then', async () => {
    expect(await members({ organisation_id: 'mot' }, '2024-04-30')).toEqual(['an', 'anh', 'binh']);
    expect(await members({ organisation_id: 'mot' }, '2024-05-01')).toEqual(['an', 'binh', 'cuong']);
    expect(await members({ organisation_id: 'hai' }, '2024-07-01')).toEqual(['an', 'anh']);
  });

  it('by cell come in the order of the office’s list, by name within a cell', async () => {
    expect(await members({ sort: 'cell' }, '2024-07-01')).toEqual(['binh', 'cuong', 'an', 'anh']);
    expect(await members({ sort: 'cell', descending: true }, '2024-07-01')).toEqual(['an', 'anh', 'binh', 'cuong']);
    expect(await members({ sort: 'birth_date', descending: true }, '2024-07-01')).toEqual([
      'binh',
      'an',
      'cuong',
      'anh',
    ]);
  });
});

/** The plans of all that `work` reads: one line a table or index, as SQLite says it. */
async function plans(work: (db: Kysely<Tables>) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  await office
    .maintain((connection) => connection)
    .then(async (connection) => {
      const db = new Kysely<Tables>({
        dialect: new SqliteDialect({ database: connection }),
        log: ({ query: { sql, parameters } }) => {
          const plan = connection
            .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
            .all(...parameters);
          found.push(...plan.map(({ detail }) => detail));
        },
      });
      await work(db);
    });
  return found;
}

describe('query plans', () => {
  it.each(['name', 'birth_date', 'admission_date'] as const)(
    'a list of members by %s comes out of its index in order, and reads no long row',
    async (sort) => {
      const plan = await plans((db) => findMembers(db, { sort }, '2024-12-31'));
      const index = sort === 'name' ? 'member_by_sort_key' : `member_by_${sort}`;
      expect(plan).toContain(`SCAN member USING COVERING INDEX ${index}`);
      expect(plan.join('\n')).toMatch(/SEARCH status USING COVERING INDEX member_status_by_member/u);
      expect(plan.join('\n')).not.toContain('TEMP B-TREE');
    },
  );

  it('a list of one cell starts from the cell', async () => {
    const plan = await plans((db) => findMembers(db, { organisation_id: 'doi' }, '2024-12-31'));
    expect(plan.join('\n')).toMatch(/SEARCH status USING INDEX member_status_by_cell/u);
  });

  it('BC-05 of a month reads the meetings, ratings, visits and tasks of that month only', async () => {
    const period = parsePeriod('2024-07');
    const plan = await plans((db) => readBc05(db, { period, unit: null, asOf: period.dateTo, organisedOn: null }));
    expect(plan.filter((line) => /^SCAN (meeting|rating|visit|task|attendance|member|status)\b/u.test(line))).toEqual(
      [],
    );
  });
});
