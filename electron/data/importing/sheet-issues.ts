import type { Severity } from '../schema/column-types.ts';

type Words = (detail: { heading: string; value: string; name: string; other: string }) => string;

/** What is found in recognising the sheets of a workbook. A part of the closed list of `issues.ts`. */
export const sheetIssues = {
  unrecognised_sheet: [
    'error',
    ({ name }) =>
      `Không nhận ra trang “${name}”: không tìm thấy dòng tiêu đề của loại bảng nào. Kiểm tra tên các cột, hoặc bỏ trang này khỏi tệp.`,
  ],
  ambiguous_sheet: [
    'error',
    ({ name, value }) =>
      `Trang “${name}” có thể là ${value}: các cột hợp với cả hai. Chọn loại bảng, hoặc ghi tên bảng ở dòng trên tiêu đề.`,
  ],
  own_list: [
    'error',
    ({ name }) =>
      `Trang “${name}” là danh sách do chương trình xuất, chỉ để đọc, không nhập lại được. Sửa trong sổ; muốn cơ sở điền thì tạo mẫu ở “Thu thập”.`,
  ],
  empty_sheet: ['info', ({ name }) => `Trang “${name}” trống, không có gì để nhập.`],
  sheet_left_out: ['info', ({ name }) => `Trang “${name}” để lại, không nhập, theo lựa chọn của đồng chí.`],
  missing_columns: [
    'error',
    ({ name, value }) => `Trang “${name}” chưa có cột nào cho: ${value}. Chọn cột rồi xem lại; trang chưa được nhập.`,
  ],
  read_as_before: [
    'info',
    ({ name, value }) => `Trang “${name}” được đọc như lần trước với tệp của ${value}. Xem lại các cột trước khi ghi.`,
  ],
  hidden_sheet: ['info', ({ name }) => `Trang “${name}” bị ẩn trong tệp nhưng vẫn được nhập.`],
  hidden_rows: ['info', ({ value }) => `${value} dòng bị ẩn hoặc bị lọc trong tệp nhưng vẫn được nhập.`],
  hidden_columns: [
    'info',
    ({ value }) => `Cột bị ẩn trong tệp, không được nhập: ${value}. Muốn nhập thì chọn cột đó là gì.`,
  ],
  hidden_columns_read: ['info', ({ value }) => `Cột bị ẩn trong tệp nhưng cần cho bảng nên vẫn được nhập: ${value}.`],
  legacy_encoding: [
    'info',
    ({ heading, name, value, other }) =>
      `Cột ${heading}: ${name} ô gõ bằng ${value} đã đổi sang Unicode, ví dụ ${other}. Xem lại trước khi ghi.`,
  ],
} satisfies Record<string, readonly [Severity, Words]>;
