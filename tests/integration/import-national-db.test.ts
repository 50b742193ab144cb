import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { hasChanges, issuesOf } from '../../electron/data/importing/import-plan.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { readImportTruth } from '../support/import-truth.ts';
import { importSample, planFiles, sampleFiles, sampleOffice } from '../support/imported-office.ts';
import { temporaryFolder } from '../support/office.ts';
import { sheetData, workbookParts, zipOf } from '../support/zip.ts';

const national = 'dang-vien-csdl.xlsx';
const rosters = ['danh-sach-dang-vien.xlsx', 'dang-vien-tcvn3.xls'];

async function importInto(office: Office, names: readonly string[]): Promise<void> {
  await commitImport(office, await planFiles(office, sampleFiles('commune-b', names)), { accept: true });
}

function memberNamed(office: Office, name: string) {
  return office.db.selectFrom('member').selectAll().where('full_name', '=', name).executeTakeFirstOrThrow();
}

test('1.3 what only the national database knows goes to the member and to the second row', async () => {
  const { office } = await importSample('commune-b', temporaryFolder());
  onTestFinished(() => office.close());
  const member = await memberNamed(office, 'Lê Văn Bắc');
  // Row 6 of the workbook; hometown and religion as the roster has them, with the district.
  expect(member).toMatchObject({
    national_record_id: '5327058',
    personal_id: '099038145621',
    party_card_no: '084031232851',
    old_card_no: '33192655',
    home_commune: 'Pa Lừm',
    home_district: 'Hương Sỏi',
  });
  const details = await office.db.selectFrom('member_detail').selectAll().where('member_id', '=', member.id).execute();
  expect(details).toMatchObject([
    {
      birth_reg_country: 'Việt Nam',
      birth_reg_province: 'Tuyên Quang',
      birth_reg_address: 'thôn Pắc Ma, xã Đồng Rịa',
      home_country: 'Việt Nam',
      home_address: 'xã Pa Lừm, Quảng Trị',
      residence_country: 'Việt Nam',
      residence_province: 'Tuyên Quang',
      residence_address: 'thôn Chùa, xã Thủy Khoan',
      party_card_date: null,
    },
  ]);
});

test('10 the national file first, the rosters later: the same people, each once', async () => {
  const office = await sampleOffice('commune-b', temporaryFolder());
  onTestFinished(() => office.close());
  await importInto(office, ['danh-sach-to-chuc.xlsx']);
  await importInto(office, [national]);
  await importInto(office, rosters);
  const { count } = await office.db
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(readImportTruth('commune-b').members.length);
  const again = await planFiles(office, sampleFiles('commune-b', [national, ...rosters]));
  expect(hasChanges(again)).toBe(false);
});

const headings = [
  'STT',
  'ID',
  'Họ và tên *',
  'Giới tính *',
  'Sinh ngày * (dd/mm/yyyy)',
  'Số định danh cá nhân *',
  'Tổ chức Đảng đang sinh hoạt * (không sửa)',
  'Ngày vào Đảng* (dd/mm/yyyy)',
  'Ngày vào Đảng chính thức* (dd/mm/yyyy)',
  'Trạng thái hoạt động',
  'Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)',
  'Đề nghị xóa (do đang viên không thuộc chi bộ)/ (Nếu muốn xóa chọn "có", còn không bỏ qua)',
];

test('what differs is shown at its box, and the office keeps what it has (10b, 13i)', async () => {
  const folder = temporaryFolder();
  const { office } = await importSample('commune-b', folder);
  onTestFinished(() => office.close());
  const row = ['1', '5327058.0', 'LÊ VĂN BẮC', 'Nữ', '21/07/1938', '', 'Chi bộ Trạm Y tế, Đảng bộ xã Thủy Khoan'];
  const rest = ['08/09/1959', '08/09/1960', 'Đang sinh hoạt Đảng', '01/02/2024', 'có'];
  const elsewhere = ['2', '1', 'NGUYỄN LẠ', 'Nam', '01/01/1980', '', 'Chi bộ thôn Lạ, Đảng bộ xã Thủy Khoan'];
  const path = join(folder, 'csdl.xlsx');
  const table = sheetData([headings, [...row, ...rest], elsewhere]).replaceAll('"có"', '&quot;có&quot;');
  writeFileSync(path, zipOf(workbookParts(table)));
  const plan = await planFiles(office, [{ path, name: 'csdl.xlsx' }]);
  expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'national_db', read: 2 });
  expect(hasChanges(plan)).toBe(false);
  expect(issuesOf(plan).map(({ code, row: at, column, value }) => [code, at, column, value])).toEqual([
    ['active_with_leaving_date', 2, 'K', '01/02/2024'],
    ['deletion_proposed', 2, 'L', null],
    ['field_conflict', 2, 'D', 'Nữ'],
    ['field_conflict', 2, 'G', 'Chi bộ Trạm Y tế, Đảng bộ xã Thủy Khoan'],
    ['field_conflict', 2, 'J', 'Đang sinh hoạt Đảng'],
    ['unknown_cell', 3, 'G', 'Chi bộ thôn Lạ, Đảng bộ xã Thủy Khoan'],
  ]);
});
