import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { importSample } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { changedTables, excelDay, importTyped, issueList, planTyped, type Typed } from '../support/typed-workbook.ts';

// Commune b: officials assigned to single cells and to the whole commune.
const months: Typed[] = ['TT', 'Họ và tên', 'Chức vụ', ...Array.from({ length: 12 }, (_, month) => `T${month + 1}`)];
const year = ['KẾ HOẠCH DỰ SINH HOẠT CHI BỘ NĂM 2025'];

let office: Office;
let remove: () => void;
let folder: string;
let names: ReadonlyMap<string, string>;
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  ({ office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx', 'phan-cong-can-bo.xlsx']]));
  const versions = await office.db.selectFrom('organisation_version').select(['organisation_id', 'name']).execute();
  const officials = await office.db.selectFrom('official').select(['id', 'full_name']).execute();
  names = new Map([
    ...versions.map(({ organisation_id, name }): [string, string] => [organisation_id, name]),
    ...officials.map(({ id, full_name }): [string, string] => [id, full_name]),
  ]);
});
afterAll(() => {
  office.close();
  remove();
});

/** New plans as `official | month or day | cell`. */
function plans({ changes }: ImportPlan): string[] {
  return changes.planned_visit.inserts.map(({ official_id, period, planned_date, cell_id }) =>
    [names.get(official_id), planned_date ?? period, cell_id === null ? 'địa bàn' : names.get(cell_id)].join(' | '),
  );
}

/** A row officials × months with some months filled. */
function row(name: string, filled: Readonly<Record<number, Typed>>): Typed[] {
  return [1, name, null, ...Array.from({ length: 12 }, (_, month) => filled[month + 1] ?? null)];
}

describe('R33 a plan of visits as a matrix, however an office draws it', () => {
  test('months across: cells, several in a box, days with and without a cell', async () => {
    const sheets = {
      'KH 2025': [
        year,
        months,
        row('Võ Văn Huy', { 1: 'x', 2: 'Thôn Húc Thượng', 3: 'Thôn Tân Tiến; Thôn Vĩnh Hòa' }),
        row('Dương Thị Thủy', { 3: 'Thôn Tân Tiến\nThôn Vĩnh Hòa (12/3)', 4: '05/4', 5: excelDay(2025, 5, 6) }),
        row('Hoàng Công Khoa', {
          6: 'Thôn Vĩnh Hòa, ngày 5/6/2025',
          7: '03/7 - Thôn Tân Tiến',
          8: 'ngày 8',
          9: '5/10',
        }),
        row('Vũ Thị Út', { 10: 'Thôn Không Có' }),
      ],
    };
    const plan = await planTyped(office, folder, sheets);
    expect(plan.workbooks[0]?.sheets[0]?.kind).toBe('planned_visits');
    expect(plans(plan)).toEqual([
      expect.stringMatching(/^Võ Văn Huy \| 2025-01 \| /),
      'Võ Văn Huy | 2025-02 | Chi bộ thôn Húc Thượng',
      'Võ Văn Huy | 2025-03 | Chi bộ thôn Tân Tiến',
      'Võ Văn Huy | 2025-03 | Chi bộ thôn Vĩnh Hòa',
      'Dương Thị Thủy | 2025-03 | Chi bộ thôn Tân Tiến',
      'Dương Thị Thủy | 2025-03-12 | Chi bộ thôn Vĩnh Hòa',
      expect.stringMatching(/^Dương Thị Thủy \| 2025-04-05 \| /),
      expect.stringMatching(/^Dương Thị Thủy \| 2025-05-06 \| /),
      'Hoàng Công Khoa | 2025-06-05 | Chi bộ thôn Vĩnh Hòa',
      'Hoàng Công Khoa | 2025-07-03 | Chi bộ thôn Tân Tiến',
      expect.stringMatching(/^Hoàng Công Khoa \| 2025-08-08 \| /),
      expect.stringMatching(/^Hoàng Công Khoa \| 2025-09 \| /),
      'Vũ Thị Út | 2025-10 | địa bàn',
    ]);
    expect(issueList(plan)).toEqual(['unclear_planned_day 5', 'unclear_planned_cell 6']);
  });

  test('cells across: days, months and lists of them; the second import changes nothing', async () => {
    const sheets = {
      'Lịch dự': [
        year,
        ['TT', 'Cán bộ', 'Thôn Tân Tiến', 'CB thôn Vĩnh Hòa', 'Chi bộ Trường Mầm non', 'Tổng'],
        [1, 'Võ Văn Huy', '05/3', 'T4, T6', null, 3],
        [2, 'Dương Thị Thủy', excelDay(2025, 3, 7), null, 'tháng 9', 2],
        [3, 'Hoàng Công Khoa', 'x', '3, 9', null, 3],
      ],
    };
    const plan = await importTyped(office, folder, sheets);
    expect(plans(plan)).toEqual([
      'Võ Văn Huy | 2025-03-05 | Chi bộ thôn Tân Tiến',
      'Võ Văn Huy | 2025-04 | Chi bộ thôn Vĩnh Hòa',
      'Võ Văn Huy | 2025-06 | Chi bộ thôn Vĩnh Hòa',
      'Dương Thị Thủy | 2025-03-07 | Chi bộ thôn Tân Tiến',
      'Dương Thị Thủy | 2025-09 | Chi bộ Trường Mầm non',
      'Hoàng Công Khoa | 2025-03 | Chi bộ thôn Vĩnh Hòa',
      'Hoàng Công Khoa | 2025-09 | Chi bộ thôn Vĩnh Hòa',
    ]);
    expect(issueList(plan)).toEqual(['unclear_planned_time 5']);
    expect(changedTables(await planTyped(office, folder, sheets))).toEqual([]);
  });

  test('cells across in a sheet of one month: a tick is that month; two levels of headings', async () => {
    const plan = await planTyped(office, folder, {
      'Tháng 5': [
        ['LỊCH DỰ SINH HOẠT CHI BỘ THÁNG 5 NĂM 2025'],
        ['TT', 'Họ và tên', 'Chi bộ', null, null],
        [null, null, 'Thôn Tân Tiến', 'Thôn Vĩnh Hòa', 'Cơ quan xã'],
        [1, 'Võ Văn Huy', 'x', null, '12/5'],
      ],
    });
    expect(plans(plan)).toEqual([
      'Võ Văn Huy | 2025-05 | Chi bộ thôn Tân Tiến',
      expect.stringMatching(/^Võ Văn Huy \| 2025-05-12 \| Chi bộ [Cc]ơ quan xã/),
    ]);
  });

  test('cells down with the officials in the months; a plain list of plans; neither changes anything twice', async () => {
    const sheets = {
      'Theo chi bộ': [
        year,
        ['TT', 'Chi bộ', ...Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1}`)],
        [1, 'Thôn Tân Tiến', 'Võ Văn Huy, Dương Thị Thủy', 'Võ Văn Huy (05/2)'],
        [2, 'Chi bộ thôn Vĩnh Hòa', 'Người Không Có', null, null, 'Hoàng Công Khoa'],
      ],
      'Danh sách lịch': [
        year,
        ['TT', 'Ngày dự kiến', 'Cán bộ', 'Chi bộ'],
        [1, '07/8', 'Võ Văn Huy', 'Thôn Tân Tiến'],
        [2, excelDay(2025, 9, 6), 'Dương Thị Thủy', 'Thôn Vĩnh Hòa'],
      ],
    };
    const plan = await importTyped(office, folder, sheets);
    expect(plan.workbooks[0]?.sheets.map(({ kind }) => kind)).toEqual(['planned_visits', 'planned_visit_results']);
    expect(plans(plan)).toEqual([
      'Võ Văn Huy | 2025-01 | Chi bộ thôn Tân Tiến',
      'Dương Thị Thủy | 2025-01 | Chi bộ thôn Tân Tiến',
      'Võ Văn Huy | 2025-02-05 | Chi bộ thôn Tân Tiến',
      'Hoàng Công Khoa | 2025-04 | Chi bộ thôn Vĩnh Hòa',
      'Võ Văn Huy | 2025-08-07 | Chi bộ thôn Tân Tiến',
      'Dương Thị Thủy | 2025-09-06 | Chi bộ thôn Vĩnh Hòa',
    ]);
    expect(issueList(plan)).toEqual(['unknown_official 4']);
    expect(changedTables(await planTyped(office, folder, sheets))).toEqual([]);
  });
});
