import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { excelDay, type Typed } from './typed-workbook.ts';

/** Where the parts of the sheet stand, as Excel counts. */
export const nasty = {
  file: 'dang-vien-bo-sung.xlsx',
  sheet: 'Bổ sung 2024',
  oldSheet: 'Bản cũ 2019',
  rows: { first: 9, impossibleDate: 10, unknownEducation: 11, namesake: 13, total: 19 },
  people: 8,
} as const;

// Columns: TT, name, born (men), born (women), admitted, home (TCVN3), professional, theory, card under an odd heading.
// Days and months of the real dates were exchanged by an English Excel: 3 February is stored as 2 March.
const people: readonly (readonly Typed[])[] = [
  [null, 'Chi bộ thôn Pa Hy'],
  [1, 'Đinh Công Trứ', '12/4/1990', null, excelDay(2022, 2, 3), 'Hµ Néi', 'ĐH', 'TC', '70000001'],
  [2, 'Lò Văn Pím', '31/02/1985', null, excelDay(2022, 5, 9), 'Qu¶ng TrÞ', 'Cao đẳng', 'SC', '70000002'],
  [3, 'Quách Thị Sương', null, '1992', excelDay(2021, 9, 2), 'NghÖ An', 'CC nghề 6 tháng', 'SC', '70000003'],
  [4, 'Sầm Thị Yên', null, '05/1988', '19/5/2022', 'Thanh Hãa', 'Trung cấp', null, '70000004'],
  [5, 'Lương Mạnh Quang', null, null, null, null, null, null, null],
  [null, 'Chi bộ thôn Tân Hòa'],
  [1, 'Vi Đức Thịnh', '20.10.1979', null, '22/12/2020', 'Hµ TÜnh', null, null, '70000005'],
  [2, 'Ngân Văn Bứa', '1/1/1995', null, '26/3/2023', 'VÜnh Phóc', 'TC', 'SC', '70000006'],
  [3, 'Cà Thị Nhuận', null, '8-3-1991', '15/8/2019', 'Hµ Néi', 'ĐH', 'TC', '70000008'],
];

/**
 * A list as one commune sends it: headings on rows 6 and 7 in two levels with merges, a heading nobody knows, groups, a
 * column in TCVN3, exchanged dates, an impossible date, an unknown education, a namesake of somebody in the office, a
 * total, a signature; and an old copy of the list on a second sheet.
 */
export async function writeNastyWorkbook(folder: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(nasty.sheet);
  sheet.getCell('A1').value = 'ĐẢNG BỘ HUYỆN NẬM PHONG';
  sheet.getCell('A2').value = 'ĐẢNG ỦY XÃ THỦY KHOAN';
  sheet.getCell('A4').value = 'DANH SÁCH ĐẢNG VIÊN BỔ SUNG NĂM 2024';
  const heads = ['TT', 'Họ và tên', 'Năm sinh', null, 'Ngày vào Đảng', 'Quª qu¸n', 'Trình độ', null, 'Mã in mặt sau'];
  sheet.getRow(6).values = heads;
  sheet.getRow(7).values = [null, null, 'Nam', 'Nữ', null, null, 'Chuyên môn', 'LLCT', null];
  for (const range of ['A6:A7', 'B6:B7', 'C6:D6', 'E6:E7', 'F6:F7', 'G6:H6', 'I6:I7']) sheet.mergeCells(range);
  for (const [index, values] of people.entries()) sheet.getRow(nasty.rows.first - 1 + index).values = [...values];
  for (let row = 6; row < nasty.rows.total; row++) {
    sheet.getCell(row, 6).font = { name: '.VnTime', size: 13 };
    sheet.getCell(row, 5).numFmt = 'dd/mm/yyyy';
  }
  sheet.getCell(`B${nasty.rows.total}`).value = `Tổng cộng: ${nasty.people} đồng chí`;
  sheet.getCell('F21').value = 'NGƯỜI LẬP BIỂU';
  sheet.getCell('F24').value = 'Hoàng Thị Thủy';
  const old = workbook.addWorksheet(nasty.oldSheet);
  old.addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Số thẻ', 'Chi bộ']);
  old.addRow([1, 'Người Đã Chuyển', '1/1/1950', '2/9/1970', '10000001', 'Chi bộ thôn Pa Hy']);
  const path = join(folder, nasty.file);
  await workbook.xlsx.writeFile(path);
  return path;
}

/** Sheets that leave something open, each in its way; the cells are those of commune-b. */
export const unclear = {
  file: 'nhieu-bang.xlsx',
  twoTables: 'Hai bảng',
  twoKinds: 'Bảng hỏi',
  ofCell: 'Chi bộ thôn Pa Hy',
} as const;

/** Two lists below one another, a table that may be of two kinds, and a list that only its name says the cell of. */
export async function writeUnclearWorkbook(folder: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const heads = ['TT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Ngày vào Đảng', 'Số thẻ đảng viên'];
  const rows: Record<string, Typed[][]> = {
    [unclear.twoTables]: [
      ['DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN PA HY'],
      heads,
      [1, 'Vì Văn Bảng Một', '1/2/1980', 'Kinh', '3/2/2010', '70000101'],
      [],
      ['DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN TÂN HÒA'],
      heads,
      [1, 'Vì Văn Bảng Hai', '1/3/1981', 'Kinh', '3/2/2011', '70000102'],
    ],
    [unclear.twoKinds]: [
      ['TT', 'Chi bộ', 'Nội dung', 'Từ ngày', 'Hạn'],
      [1, 'Chi bộ thôn Pa Hy', 'Sửa đường', '1/1/2025', '2/2/2025'],
    ],
    [unclear.ofCell]: [heads, [1, 'Vì Văn Tên Trang', '1/4/1982', 'Kinh', '3/2/2012', '70000103']],
  };
  for (const [name, values] of Object.entries(rows)) workbook.addWorksheet(name).addRows(values);
  const path = join(folder, unclear.file);
  await workbook.xlsx.writeFile(path);
  return path;
}
