import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { listRemarks } from '../../electron/data/remarks/list-remarks.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { importSample } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { changedTables, excelDay, importTyped, issueList, planTyped, type Typed } from '../support/typed-workbook.ts';

const headings: Typed[] = [
  ...['TT', 'Đảng bộ', 'Họ và tên', 'Chức vụ, cơ quan', 'Số lần dự tại địa bàn', 'Định mức năm'],
  ...['Nắm, phổ biến chủ trương', 'Hướng dẫn, hỗ trợ, đôn đốc', 'Vướng mắc đã giúp tháo gỡ'],
  ...['Đề xuất với cấp trên và kết quả', 'Quan hệ công tác', 'Hạn chế', 'Mức độ', 'Đã gửi nhận xét: ngày', 'Ghi chú'],
];

const title: Typed[][] = [['DANH SÁCH NHẬN XÉT, ĐÁNH GIÁ CÁN BỘ THEO DÕI ĐỊA BÀN NĂM 2024'], [], headings];

function row(committee: string, official: string, level: string | null, sent: Typed, grasped: string | null = null) {
  const texts = [grasped, 'Sát sao', null, null, 'Tốt', null];
  return [1, committee, official, null, 99, 99, ...texts, level, sent, null];
}

let office: Office;
let remove: () => void;
let folder: string;
let followed: { official: string; committee: string }[];
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  ({ office } = await importSample('district-a', folder, [['danh-sach-to-chuc.xlsx'], ['phan-cong-can-bo.xlsx']]));
  followed = await remarks();
});
afterAll(() => {
  office.close();
  remove();
});

async function remarks() {
  return listRemarks(office.db, { year: 2024, day: parseIsoDate('2025-01-15') ?? expect.fail('no day') });
}

const stored = () => office.db.selectFrom('yearly_remark').selectAll().orderBy('id').execute();

describe('BC-10 yearly remarks from workbooks', () => {
  test('what is written by hand is taken over, visits and quotas are not; the second time nothing changes', async () => {
    const [one, two, three] = followed;
    if (!one || !two || !three) return expect.fail('fewer than three');
    const sheets = {
      'Nhận xét 2024': [
        ...title,
        row(one.committee, one.official, 'HTTNV', excelDay(2024, 12, 20), 'Nắm chắc,\nphổ biến kịp thời'),
        row(two.committee, two.official, 'Hoàn thành xuất sắc nhiệm vụ', '5/12/2024'),
        row(three.committee, three.official, null, '1/12/2024'),
        row('Đảng bộ xã Không Có', three.official, 'Tốt', null),
        row(three.committee, 'Người Không Biết', 'Tốt', null),
      ],
    };
    const plan = await importTyped(office, folder, sheets);
    expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'remarks', headerRow: 3, read: 5, created: 3 });
    expect(issueList(plan).sort()).toEqual([
      'sent_without_level 6',
      'unknown_official 8',
      'unknown_remark_committee 7',
    ]);
    expect(await stored()).toMatchObject([
      { level: 'good', sent_on: '2024-12-20', grasped: 'Nắm chắc,\nphổ biến kịp thời', guided: 'Sát sao' },
      { level: 'excellent', sent_on: '2024-12-05', relations: 'Tốt', weaknesses: null },
      { level: null, sent_on: null },
    ]);
    const again = await planTyped(office, folder, sheets);
    expect(changedTables(again)).toEqual([]);
    expect(again.workbooks[0]?.sheets[0]).toMatchObject({ created: 0, unchanged: 3 });
  });

  test('a later list fills in what was missing; a blank never overwrites; a committee above its rows', async () => {
    const three = followed[2] ?? expect.fail('none');
    const one = followed[0] ?? expect.fail('none');
    const short: Typed[] = ['TT', 'Cán bộ', 'Mức độ', 'Ngày gửi', 'Hạn chế'];
    await importTyped(office, folder, {
      'Năm 2024': [
        [`ĐẢNG BỘ ${three.committee.replace(/^Đảng bộ /u, '').toLocaleUpperCase('vi')}`],
        short,
        [1, three.official, 'hoàn thành nhiệm vụ', '15/12/2024', 'Dự chưa đều'],
        ['I', one.committee],
        [1, one.official, null, null, 'Ít kiểm tra'],
      ],
    });
    expect(await stored()).toMatchObject([
      { level: 'good', sent_on: '2024-12-20', weaknesses: 'Ít kiểm tra', guided: 'Sát sao' },
      { level: 'excellent' },
      { level: 'completed', sent_on: '2024-12-15', weaknesses: 'Dự chưa đều', guided: 'Sát sao' },
    ]);
  });
});
