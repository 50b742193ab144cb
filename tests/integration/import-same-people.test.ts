import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noDecisions, type SheetDecision } from '../../electron/contract/import-decisions.ts';
import type { ListExport } from '../../electron/contract/lists.ts';
import { loadFormatProfiles, profileForDate } from '../../electron/data/documents/profile.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { openWorkbooks } from '../../electron/data/importing/open-workbook.ts';
import { planWorkbooks } from '../../electron/data/importing/plan-import.ts';
import { ListRows } from '../../electron/data/lists/list-rows.ts';
import { listWorkbook } from '../../electron/data/lists/list-workbook.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { formatDate, parseIsoDate, parsePartialIso } from '../../electron/data/vietnamese/dates.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { removableFolder, resourcesDir } from '../support/office.ts';
import { changedTables, issueList, planTyped } from '../support/typed-workbook.ts';

let office: Office;
let folder: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  const rosters = ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx', 'dang-vien-tcvn3.xls', 'dang-vien-csdl.xlsx'];
  ({ office } = await importSample('commune-b', folder, [rosters]));
});
afterAll(() => {
  office.close();
  remove();
});

/** Everybody with the status that is open, by name. */
async function people() {
  const rows = await office.db
    .selectFrom('member')
    .innerJoin('member_status as status', 'status.member_id', 'member.id')
    .innerJoin('organisation_version as cell', 'cell.organisation_id', 'status.cell_id')
    .selectAll('member')
    .select(['status.kind', 'status.standing', 'status.cell_id', 'cell.name as cell'])
    .where('status.valid_to', 'is', null)
    .where('cell.valid_to', 'is', null)
    .orderBy('member.id')
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const shown = (date: string | null) => {
  const parsed = parsePartialIso(date ?? '');
  return parsed === null ? null : formatDate(parsed);
};

/** Importing a list as a screen exports it (`lists.export`). */
const exported = async (list: Pick<ListExport, 'title' | 'columns' | 'rows'>) => {
  const day = parseIsoDate('2024-12-31');
  if (day === null) throw new RangeError('no day');
  const ours = { name: 'Đảng ủy xã Thủy Khoan', superior: 'Đảng bộ huyện Nậm Phong' };
  const workbook = listWorkbook({ ...list, period_label: 'Năm 2024', as_of: day }, ours, day, ListRows.of(list.rows));
  const profile = profileForDate(loadFormatProfiles(resourcesDir), day);
  const path = join(folder, `${list.title}.xlsx`);
  await writeXlsx(workbook, profile, path);
  return planFiles(office, [{ path, name: `${list.title}.xlsx` }]);
};
const heads = (...headings: string[]) => headings.map((heading) => ({ heading, type: 'text' as const }));
const dates = (...headings: string[]) => headings.map((heading) => ({ heading, type: 'date' as const }));

describe('10 the same people again', () => {
  test('our own list of members, exported, changes nothing: neither does who is exempt become active', async () => {
    const members = await people();
    expect(members.filter(({ kind }) => kind !== 'active').length).toBeGreaterThan(3);
    const rows = members.map((member) => [
      member.full_name,
      member.gender === null ? null : member.gender === 'male' ? 'Nam' : 'Nữ',
      member.birth_date,
      `${member.cell} — Đảng bộ xã Thủy Khoan`,
      member.admission_date,
      member.standing === 'full' ? member.full_member_date : null,
      member.standing === 'full' ? 'Chính thức' : 'Dự bị',
      'Đang sinh hoạt',
      member.party_card_no ?? member.old_card_no,
      member.personal_id === null ? null : `${member.personal_id.slice(0, 4)}••••${member.personal_id.slice(-4)}`,
    ]);
    const columns = [
      ...heads('Họ và tên', 'Giới tính'),
      ...dates('Ngày sinh'),
      ...heads('Chi bộ'),
      ...dates('Vào Đảng', 'Chính thức'),
      ...heads('Tư cách', 'Trạng thái', 'Số thẻ', 'Số định danh'),
    ];
    const plan = await exported({ title: 'Đảng viên', columns, rows });
    const sheet = plan.workbooks[0]?.sheets[0];
    expect([sheet?.kind, sheet?.read, sheet?.unchanged]).toEqual(['members', members.length, members.length]);
    expect(changedTables(plan)).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    [
      'Tổ chức đảng',
      ['Tổ chức đảng', 'Loại hình', 'Chi bộ', 'Đảng viên', 'Miễn SH', 'Ngày SH', 'Bí thư'],
      ['Chi bộ thôn Chùa', 'Thôn', '', '30', '2', '3', 'Trần Lạ'],
    ],
    [
      'Sinh hoạt chi bộ',
      ['Chi bộ', 'Đảng bộ, chi bộ cơ sở', 'Ngày', 'Loại', 'Phải dự', 'Có mặt', 'Tỷ lệ %', 'Tình trạng'],
      ['Chi bộ thôn Chùa', 'Đảng bộ xã Thủy Khoan', '03/12/2024', 'Thường kỳ', '30', '29', '96,7', 'Đã họp'],
    ],
    [
      'Kiến nghị',
      ['Mã', 'Ngày nêu', 'Chi bộ', 'Nội dung', 'Lĩnh vực', 'Đơn vị chủ trì', 'Hạn', 'Trạng thái', 'Cần làm'],
      ['KN-1', '03/12/2024', 'Chi bộ thôn Chùa', 'Sửa đường', 'Đất đai', 'UBND xã', '03/02/2025', 'Mới', ''],
    ],
    [
      'Lịch dự',
      ['Ngày', 'Cán bộ', 'Chi bộ', 'Đảng bộ', 'Kết quả', 'Lý do, người dự thay'],
      ['03/12/2024', 'Trần Lạ', 'Chi bộ thôn Chùa', 'Đảng bộ xã Thủy Khoan', 'Đã dự', ''],
    ],
  ])(
    'our own list “%s”, exported, is for reading: refused in words and not half read',
    async (title, headings, row) => {
      const plan = await exported({ title, columns: heads(...headings), rows: [row] });
      expect(issueList(plan)).toEqual(['own_list']);
      expect(changedTables(plan)).toEqual([]);
    },
  );

  test('by name, birth date, admission and cell alone: the roster without its numbers is of the same people', async () => {
    const opened = await openWorkbooks(sampleFiles('commune-b', ['danh-sach-dang-vien.xlsx']), {});
    const today = parseIsoDate('2025-01-15');
    if (today === null) throw new RangeError('no day');
    const matched = async (sheets: SheetDecision[]) => {
      const decisions = { ...noDecisions, sheets };
      const { plan } = await planWorkbooks(office.db, opened, { resourcesDir, today, decisions });
      const found = plan.workbooks.flatMap((workbook) => workbook.sheets);
      const people = plan.sources.filter(({ entity }) => entity === 'member');
      return { found, people: people.map(({ sheet, row, entityId }) => `${sheet} ${row} ${entityId}`) };
    };
    const numbered = await matched([]);
    const numbers = ['card_number', 'personal_id'];
    const file = opened[0]?.file ?? '';
    const without = numbered.found.map(({ name, columns }): SheetDecision => {
      const letters = columns.filter(({ field }) => numbers.includes(field ?? '')).map(({ letter }) => [letter, null]);
      return { file, sheet: name, columns: Object.fromEntries(letters) };
    });
    expect(without.some(({ columns }) => Object.keys(columns ?? {}).length > 0)).toBe(true);
    expect((await matched(without)).people).toEqual(numbered.people);
    expect(numbered.people.length).toBeGreaterThan(100);
  });

  test.each([
    ['identity number', 'personal_id', 'CCCD'],
    ['card of 12 digits', 'party_card_no', 'Số thẻ'],
    ['card of 8 digits', 'old_card_no', 'Số thẻ'],
  ] as const)('in another cell, known by %s: a transfer, in either direction', async (_, column, heading) => {
    const members = (await people()).filter((member) => member[column] !== null && member.kind === 'active');
    const cells = [...new Set(members.map(({ cell }) => cell))];
    for (const [from, to] of [
      [cells[0], cells[1]],
      [cells[1], cells[0]],
    ] as const) {
      const mover = members.find(({ cell }) => cell === from) ?? expect.fail('nobody');
      const plan = await planTyped(office, folder, {
        'Danh sách': [
          ['DANH SÁCH ĐẢNG VIÊN', null],
          ['(Tính đến ngày 10/01/2025)', null],
          ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ', heading],
          [
            1,
            mover.full_name,
            shown(mover.birth_date)?.slice(-4) ?? null,
            shown(mover.admission_date),
            mover.standing === 'full' ? (shown(mover.full_member_date) ?? 'x') : null,
            to ?? '',
            mover[column],
          ],
        ],
      });
      expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ created: 0, matched: 1 });
      const { inserts, updates } = plan.changes.member_status;
      expect(inserts).toMatchObject([{ member_id: mover.id, valid_from: '2025-01-10', kind: 'active' }]);
      expect(inserts[0]?.cell_id).not.toBe(mover.cell_id);
      expect(updates).toMatchObject([{ values: { valid_to: '2025-01-09' } }]);
      expect(issueList(plan)).toContain('moved_by_list 4');
    }
  });

  test('10b a blank never overwrites; 10c a namesake of the same year with another card is somebody else', async () => {
    const known = (await people()).find(({ birth_date, old_card_no }) => birth_date?.length === 10 && old_card_no);
    if (!known) return expect.fail('nobody');
    const headings = [
      'TT',
      'Họ và tên',
      'Ngày sinh',
      'Ngày vào Đảng',
      'Ngày chính thức',
      'Chi bộ',
      'Dân tộc',
      'Số thẻ',
    ];
    const plan = await planTyped(office, folder, {
      'Danh sách': [
        headings,
        [1, known.full_name, shown(known.birth_date), null, 'x', known.cell, null, known.old_card_no],
        [2, known.full_name, known.birth_date?.slice(0, 4) ?? null, null, 'x', known.cell, null, '00000001'],
      ],
    });
    expect(plan.changes.member.updates).toEqual([]);
    expect(plan.changes.member.inserts).toMatchObject([{ full_name: known.full_name, old_card_no: '00000001' }]);
  });
});
