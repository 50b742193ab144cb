import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasChanges, type ImportPlan, issuesOf } from '../../electron/data/importing/import-plan.ts';
import { emptyMember } from '../../electron/data/importing/plan/member-columns.ts';
import { nationalColumns } from '../../electron/data/members/national-columns.ts';
import { emptyDetail } from '../../electron/data/members/write-detail.ts';
import { nationalListFile } from '../../electron/data/reporting/national-list-file.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { importSample, planFiles } from '../support/imported-office.ts';
import { environment, refusal, resourcesDir, temporaryFolder } from '../support/office.ts';
import { readWithOpenpyxl } from '../support/read-with-openpyxl.ts';
import type { Sample } from '../support/truth.ts';

const national = 'dang-vien-csdl.xlsx';
const organisations = 'danh-sach-to-chuc.xlsx';

/** A session with a sample imported, workbooks of one run together. */
async function sessionWith(sample: Sample, ...runs: string[][]): Promise<{ session: Session; plan: ImportPlan }> {
  const folder = temporaryFolder();
  const { office, plan } = await importSample(sample, folder, runs);
  const { path } = office;
  office.close();
  const session = createSession({ ...environment, resourcesDir, outputDir: folder });
  onTestFinished(() => session.close());
  await session.openOffice(path);
  return { session, plan };
}

async function exportList(session: Session, options: { unit?: string; leavers?: boolean; period?: string } = {}) {
  const { unit, leavers = true, period = '2024' } = options;
  const file = await nationalListFile(session, { period, leavers, unit });
  const path = session.files.pathOf(file.id) ?? '';
  const [rows = []] = Object.values(readWithOpenpyxl(path));
  return { path, name: file.name, rows };
}

/** The issues of the sheet of the national database by what they say, without the places. */
function issuesIn(plan: ImportPlan): string[] {
  return issuesOf(plan)
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, value }) => `${code} ${value ?? ''}`)
    .sort();
}

describe.each(['commune-b', 'district-a'] as const)('BC-15 of %s', (sample) => {
  test('what was imported, exported and imported again changes nothing', { timeout: 120_000 }, async () => {
    const { session, plan } = await sessionWith(sample, [organisations], [national]);
    const { path, rows } = await exportList(session);
    const imported = plan.workbooks[0]?.sheets[0];
    expect(rows).toHaveLength((imported?.created ?? 0) + 1);
    const again = await planFiles(session.office, [{ path, name: 'xuat.xlsx' }]);
    expect(again.workbooks[0]?.sheets[0]).toMatchObject({
      kind: 'national_db',
      read: imported?.created,
      created: 0,
      updated: 0,
    });
    expect(hasChanges(again)).toBe(false);
    const first = issuesIn(plan);
    expect(issuesIn(again).filter((issue) => !first.includes(issue))).toEqual([]);
  });

  test('what the rosters added comes back as it is', { timeout: 120_000 }, async () => {
    const rosters =
      sample === 'commune-b' ? ['danh-sach-dang-vien.xlsx', 'dang-vien-tcvn3.xls'] : ['danh-sach-dang-vien.xlsx'];
    const { session } = await sessionWith(sample, [organisations, ...rosters, national]);
    const { path } = await exportList(session);
    const again = await planFiles(session.office, [{ path, name: 'xuat.xlsx' }]);
    expect(again.workbooks[0]?.sheets[0]).toMatchObject({ created: 0, updated: 0 });
    expect(hasChanges(again)).toBe(false);
    expect(issuesOf(again).filter(({ code }) => code === 'field_conflict')).toEqual([]);
  });
});

/** The headings as the handbook has them, one quoted among them. */
function literalHeadings(): string[] {
  const csv = readFileSync(resolve(import.meta.dirname, '../fixtures/national_db_columns.csv'), 'utf8');
  const lines = csv.trim().split('\n').slice(1);
  return lines.map((line) => {
    const [, quoted, plain = ''] = /^\d+,(?:"((?:[^"]|"")*)"|([^,]*)),/u.exec(line) ?? [];
    return quoted?.replaceAll('""', '"') ?? plain;
  });
}

/** Two members of one cell: An becomes a full member on 03/02/2024, Hà moves away on 05/03/2024. */
async function twoMembers(): Promise<{ session: Session; cell: string }> {
  const { session } = await sessionWith('commune-b', [organisations]);
  const { organisation_id: cell } = await session.office.db
    .selectFrom('organisation_version')
    .select('organisation_id')
    .where('name', '=', 'Chi bộ thôn Chùa')
    .executeTakeFirstOrThrow();
  const [an, ha] = [newId(), newId()];
  const status = { cell_id: cell, basis: null, valid_to: null };
  await session.office.write('Thêm đảng viên', '', async (db) => {
    await db
      .insertInto('member')
      .values([
        {
          ...emptyMember(an, 'Lò Thị An'),
          personal_id: '001300000001',
          admission_date: '2023-02-03',
          full_member_date: '2024-02-03',
        },
        {
          ...emptyMember(ha, 'Hà Văn Hà'),
          full_member_date: '1999-02-01',
          home_text: 'xã Pa Lừm, H. Hương Sỏi - Quảng Trị',
        },
      ])
      .execute();
    await db
      .insertInto('member_detail')
      .values({ ...emptyDetail, id: newId(), member_id: ha, residence_address: formula, birth_reg_address: '- thôn 1' })
      .execute();
    await db
      .insertInto('member_status')
      .values([
        {
          ...status,
          id: newId(),
          member_id: an,
          standing: 'probationary',
          kind: 'active',
          valid_from: '2023-02-03',
          valid_to: '2024-02-02',
        },
        { ...status, id: newId(), member_id: an, standing: 'full', kind: 'active', valid_from: '2024-02-03' },
        {
          ...status,
          id: newId(),
          member_id: ha,
          standing: 'full',
          kind: 'active',
          valid_from: null,
          valid_to: '2024-03-04',
        },
        { ...status, id: newId(), member_id: ha, standing: 'full', kind: 'transferred_out', valid_from: '2024-03-05' },
      ])
      .execute();
  });
  return { session, cell };
}

const formula = '=HYPERLINK("http://x","y")';

describe('the file of BC-15, read with openpyxl', () => {
  test('has the 29 literal headings in order; all but the row number is text, zeros and all', {
    timeout: 60_000,
  }, async () => {
    const { session } = await sessionWith('commune-b', [organisations], [national]);
    const { rows, name } = await exportList(session);
    expect(name).toBe('BC-15 2024 Đảng ủy xã Thủy Khoan.xlsx');
    const [head = [], ...data] = rows;
    expect(head.map((cell) => cell?.value)).toEqual(literalHeadings());
    expect(nationalColumns).toHaveLength(29);
    const types = new Set(data.flatMap((row) => row.slice(1).flatMap((cell) => cell?.type ?? [])));
    expect([...types]).toEqual(['s']);
    const bac = data.find((row) => row[1]?.value === '5327058')?.map((cell) => cell?.value ?? null) ?? [];
    // As row 6 of the sample has them.
    expect(bac.slice(2, 6)).toEqual(['LÊ VĂN BẮC', null, 'Nam', '21/07/1938']);
    expect(bac.slice(8, 10)).toEqual(['099038145621', '084031232851']);
    expect(bac.slice(17, 20)).toEqual(['Việt Nam', 'Quảng Trị', 'xã Pa Lừm']);
  });

  test('is of the last day of the period; who has left is in it only by choice', async () => {
    const { session, cell } = await twoMembers();
    const listed = async (options: Parameters<typeof exportList>[1]) => {
      const { rows } = await exportList(session, options);
      return rows.slice(1).map((row) => [2, 24, 26, 27].map((at) => row[at]?.value ?? null));
    };
    const here = 'Đang sinh hoạt Đảng';
    expect(await listed({ period: '2023', unit: cell })).toEqual([
      ['LÒ THỊ AN', null, here, null],
      ['HÀ VĂN HÀ', '01/02/1999', here, null],
    ]);
    const an = ['LÒ THỊ AN', '03/02/2024', here, null];
    expect(await listed({ period: '2024-03', leavers: false })).toEqual([an]);
    expect(await listed({ period: '2024-03' })).toEqual([
      an,
      ['HÀ VĂN HÀ', '01/02/1999', 'Đã chuyển sinh hoạt', '05/03/2024'],
    ]);
    expect((await refusal(exportList(session, { unit: 'không có' }))).code).toBe('not_found');
  });

  test('nothing in it can be run as a formula, and what is read back is what was typed', async () => {
    const { session } = await twoMembers();
    const { path, rows } = await exportList(session);
    const ha = rows[2]?.map((cell) => cell?.value ?? null) ?? [];
    expect(rows[2]?.[22]).toEqual({ type: 's', value: `'${formula}` });
    expect(ha.slice(16, 20)).toEqual(['- thôn 1', null, 'Quảng Trị', 'xã Pa Lừm, H. Hương Sỏi']);
    const again = await planFiles(session.office, [{ path, name: 'xuat.xlsx' }]);
    expect(hasChanges(again)).toBe(false);
    expect(issuesOf(again).map(({ code }) => code)).toEqual(['missing_birth_date', 'missing_birth_date']);
  });
});
