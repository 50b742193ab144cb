import type { Severity } from '../schema/column-types.ts';

type Words = (detail: { heading: string; value: string; name: string; other: string }) => string;

/** What is found in forms that the office sent out and that came back. A part of the closed list of `issues.ts`. */
export const formIssues = {
  form_damaged: [
    'error',
    () => 'Biểu này đã mất phần nhận dạng ẩn nên không nhập được. Lập lại biểu, chép số liệu sang rồi nhập.',
  ],
  form_other_office: [
    'error',
    ({ name }) => `Biểu này do ${name} lập, không phải của sổ đang mở. Không nhập gì từ tệp này.`,
  ],
  form_other_version: [
    'error',
    ({ value, other }) =>
      `Biểu lập theo mẫu số ${value}, chương trình này đọc mẫu số ${other}. Lập lại biểu, hoặc nhập bằng đúng bản chương trình đã lập.`,
  ],
  form_unknown_line: [
    'error',
    ({ value }) =>
      `Dòng chèn thêm (“${value}”) không có mã của chi bộ nào trong biểu. Dòng không được nhập; chép cả dòng của chi bộ đó rồi chèn.`,
  ],
  form_foreign_line: [
    'error',
    ({ value }) =>
      `Dòng “${value}” được chép từ biểu của đơn vị khác. Dòng không được nhập; nhập bằng biểu của đơn vị đó.`,
  ],
  form_line_by_name: ['info', ({ name }) => `Dòng chèn thêm được nhập cho ${name} theo tên chi bộ.`],
  form_name_changed: [
    'warning',
    ({ value, other }) => `Biểu gửi đi ghi “${other}”, nay ghi “${value}”: vẫn nhập cho ${other}.`,
  ],
  form_unanswered: ['info', ({ value }) => `Chưa có số liệu: ${value}.`],
  form_held_missing: [
    'error',
    ({ heading }) => `Có số liệu nhưng cột ${heading} để trống và không có ngày họp. Dòng không được nhập.`,
  ],
  form_held_contradiction: [
    'error',
    ({ heading, other }) => `Cột ${heading} ghi “Không” nhưng có ${other}. Dòng không được nhập; sửa một trong hai.`,
  ],
  form_date_missing: ['warning', ({ heading }) => `Có họp nhưng cột ${heading} để trống.`],
  form_day_month_swapped: [
    'error',
    ({ heading, value, other }) =>
      `Cột ${heading}: ${value} ngoài tháng của biểu, đảo ngày và tháng thì là ${other}. Ô này để trống; gõ lại ngày.`,
  ],
  form_differs_from_list: [
    'warning',
    ({ heading, value, other }) => `Cột ${heading}: biểu ghi ${value}, theo sổ là ${other}. Lấy theo biểu; xem lại.`,
  ],
  form_changes_record: [
    'warning',
    ({ heading, value, other }) => `Cột ${heading}: biểu ghi “${value}”, sổ đang ghi “${other}”. Sẽ sửa theo biểu.`,
  ],
  form_contradicts_record: [
    'error',
    ({ other }) => `Biểu ghi không họp nhưng sổ đã có buổi sinh hoạt ${other}. Giữ như trong sổ; dòng không được nhập.`,
  ],
} satisfies Record<string, readonly [Severity, Words]>;
