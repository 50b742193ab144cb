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
  form_mark_unknown: ['error', ({ heading, value }) => `Cột ${heading}: “${value}” không phải C, P hoặc K.`],
  form_mark_missing: [
    'error',
    ({ value }) => `Chưa điểm danh: ${value}. Điểm danh của chi bộ này chưa được nhập; đánh dấu đủ rồi nhập lại.`,
  ],
  form_person_added: ['info', ({ name }) => `Người ghi thêm vào danh sách điểm danh: ${name}.`],
  form_roll_call_kept: [
    'warning',
    ({ name, value, other }) =>
      `${name}: biểu ghi ${value}, văn phòng đã điểm danh ${other}. Giữ như trong sổ; nếu biểu đúng, sửa ở buổi sinh hoạt.`,
  ],
  form_roll_changes_counts: [
    'warning',
    ({ value, other }) => `Theo điểm danh: có mặt/phải dự ${value}, sổ đang ghi ${other}. Sẽ ghi theo điểm danh.`,
  ],
  form_meeting_date_missing: [
    'error',
    ({ heading }) =>
      `Cột ${heading} để trống và sổ chưa có buổi sinh hoạt nào rõ ngày trong tháng. Chưa nhập; ghi ngày họp.`,
  ],
  form_meeting_made: ['info', ({ value }) => `Sổ chưa có buổi sinh hoạt này: sẽ ghi buổi thường kỳ ngày ${value}.`],
  form_other_meeting: [
    'error',
    ({ value, other }) => `Biểu ghi ngày ${value}, trong sổ chi bộ ${other}. Chưa nhập; sửa biểu hoặc sổ rồi nhập lại.`,
  ],
  form_unknown_official: ['error', () => 'Cán bộ của báo cáo này không còn trong sổ. Không nhập gì từ tệp này.'],
  form_report_empty: ['warning', () => 'Có dự nhưng chưa ghi nội dung báo cáo: ghi lượt dự, báo cáo coi như chưa nộp.'],
  form_report_closed: [
    'warning',
    ({ heading, value, other }) =>
      `Cột ${heading}: biểu ghi “${value}”, báo cáo đã được nhận ghi “${other}”. Giữ như trong sổ.`,
  ],
  form_visit_recorded: [
    'error',
    () => 'Biểu ghi không dự nhưng sổ đã có lượt dự. Giữ như trong sổ; dòng không được nhập.',
  ],
  form_no_such_plan: ['error', () => 'Ghi không dự nhưng dòng này không phải lịch đã lập. Dòng không được nhập.'],
  form_plan_settled: ['warning', () => 'Văn phòng đã ghi kết quả của lịch này. Giữ như trong sổ.'],
  form_value_kept: [
    'warning',
    ({ heading, value, other }) =>
      `Cột ${heading}: biểu ${value === '' ? 'để trống' : `ghi “${value}”`}, sổ đang ghi “${other}”. Giữ như trong sổ.`,
  ],
  form_number_taken: [
    'error',
    ({ heading, value }) => `Cột ${heading}: số ${value} là của người khác trong sổ. Ô này không được nhập.`,
  ],
  form_member_added: ['info', ({ name }) => `Đảng viên mới theo phiếu: ${name}.`],
  form_unknown_event: [
    'error',
    ({ heading, value }) => `Cột ${heading}: không có loại biến động “${value}”. Chọn trong danh sách.`,
  ],
  form_event_refused: ['error', ({ name, value, other }) => `${name}: không ghi được biến động “${value}”. ${other}`],
  form_event_effect: ['info', ({ name, value, other }) => `${name}: ${value}. ${other}`],
} satisfies Record<string, readonly [Severity, Words]>;
