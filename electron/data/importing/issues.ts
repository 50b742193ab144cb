import type { Severity } from '../schema/column-types.ts';
import { formIssues } from './form-issues.ts';
import { memberIssues } from './member-issues.ts';
import { sheetIssues } from './sheet-issues.ts';

/** Where something is, as the clerk finds it in Excel. `row` null: the whole sheet; `column`: its letter. */
export interface Place {
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
}

export interface ImportIssue extends Place {
  severity: Severity;
  code: IssueCode;
  message: string;
  /** What stands in the file, as written. */
  value: string | null;
}

/** What a message may speak of. */
export interface IssueDetail {
  /** Heading of the column, as in the file. */
  heading?: string;
  /** The value as written. */
  value?: string | null;
  /** A person or organisation. */
  name?: string;
  /** Another place, name or number the message compares with. */
  other?: string;
}

type Message = (detail: { heading: string; value: string; name: string; other: string }) => string;

/**
 * The closed list of what an import can find. Error: a value or row that cannot be taken over; warning: taken over and
 * must be looked at; info: worth knowing. Messages say what, and what was done or is to be done.
 */
const catalogue = {
  // Sheets
  ...sheetIssues,
  missing_period: [
    'error',
    ({ name }) => `Không rõ trang “${name}” là của tháng nào. Ghi “tháng … năm …” ở tên bảng rồi nhập lại.`,
  ],
  missing_organisation_list: [
    'error',
    () => 'Sổ chưa có danh sách tổ chức đảng. Nhập danh sách tổ chức trước, hoặc nhập cùng lần này.',
  ],
  // Values
  unreadable_value: [
    'error',
    ({ heading }) =>
      `Cột ${heading}: công thức không có kết quả hoặc báo lỗi. Mở tệp bằng Excel, tính lại và lưu; ô này để trống.`,
  ],
  not_a_date: ['error', ({ heading, value }) => `Cột ${heading}: không đọc được ngày “${value}”. Ô này để trống.`],
  impossible_date: ['error', ({ heading, value }) => `Cột ${heading}: ngày không có thật “${value}”. Ô này để trống.`],
  future_date: ['error', ({ heading, value }) => `Cột ${heading}: ngày ở tương lai “${value}”. Ô này để trống.`],
  not_a_number: ['error', ({ heading, value }) => `Cột ${heading}: “${value}” không phải số. Ô này để trống.`],
  not_a_time: ['warning', ({ heading, value }) => `Cột ${heading}: không đọc được giờ “${value}”. Ô này để trống.`],
  unknown_code: [
    'warning',
    ({ heading, value }) => `${heading} “${value}” không có trong danh mục. Ô này để trống; sửa hoặc bổ sung danh mục.`,
  ],
  unknown_role: [
    'warning',
    ({ heading, value }) => `Cột ${heading}: không hiểu vai trò “${value}”; ghi theo vai trò thường gặp nhất.`,
  ],
  unclear_period: [
    'warning',
    ({ heading, value }) => `Cột ${heading}: không hiểu thời gian “${value}”; tính từ ngày của quyết định.`,
  ],
  unknown_grade: ['warning', ({ heading, value }) => `Cột ${heading}: không hiểu xếp loại “${value}”. Ô này để trống.`],
  unknown_meeting_kind: [
    'error',
    ({ heading, value }) => `Cột ${heading}: không hiểu loại sinh hoạt “${value}”. Dòng không được nhập.`,
  ],
  unknown_result: ['warning', ({ heading, value }) => `Cột ${heading}: không hiểu kết quả “${value}”; coi là chưa có.`],
  unusual_card_number: [
    'warning',
    ({ value }) => `Số thẻ đảng viên “${value}” không có 8 hay 12 chữ số. Ô này để trống.`,
  ],
  // Organisations
  missing_cell: ['error', () => 'Dòng không cho biết chi bộ nào. Dòng không được nhập.'],
  unknown_cell: [
    'error',
    ({ value, name }) =>
      `Không có chi bộ tên “${value}” ${name === '' ? 'trong danh sách tổ chức' : `ở ${name}`}. Dòng không được nhập; kiểm tra tên chi bộ.`,
  ],
  ambiguous_cell: [
    'error',
    ({ value }) => `Có nhiều chi bộ tên “${value}”, không rõ thuộc đảng bộ nào. Dòng không được nhập.`,
  ],
  unknown_organisation: [
    'error',
    ({ value }) => `Không có đảng bộ “${value}” trong danh sách tổ chức. Các dòng bên dưới không được nhập.`,
  ],
  unknown_commune: [
    'error',
    ({ value }) => `Không có đảng bộ “${value}” trong danh sách tổ chức. Địa bàn này không được nhập.`,
  ],
  unclear_event: [
    'error',
    ({ value }) => `Không hiểu biến động “${value}”. Dòng không được nhập; ghi lại theo cách thường dùng.`,
  ],
  assumed_from_successor: [
    'info',
    ({ name, other }) =>
      `${name} không có trong danh sách tổ chức: loại hình và ngày sinh hoạt lấy theo ${other}. Kiểm tra lại.`,
  ],
  count_mismatch: [
    'warning',
    ({ name, value, other }) => `${name}: danh sách tổ chức ghi ${value} đảng viên, danh sách đảng viên có ${other}.`,
  ],
  ...memberIssues,
  // Officials
  namesake_officials: [
    'info',
    ({ name, other }) => `Hai cán bộ cùng họ tên ${name} (${other}), phân biệt bằng chức vụ.`,
  ],
  unclear_own_cell: [
    'warning',
    ({ value, name }) => `Không xác định được chi bộ “${value}” mà ${name} đang sinh hoạt. Ô này để trống.`,
  ],
  unknown_official: [
    'error',
    ({ value }) => `Không có cán bộ “${value}” trong danh sách phân công. Dòng không được nhập.`,
  ],
  fuzzy_official_name: ['warning', ({ value, name }) => `Tên cán bộ “${value}” viết không dấu, được hiểu là ${name}.`],
  own_cell_visit: [
    'warning',
    ({ name }) => `${name} là đảng viên của chính chi bộ này: không tính là lượt dự của cấp trên.`,
  ],
  overlapping_visits: ['warning', ({ name, other }) => `${name} dự hai chi bộ trùng giờ (${other}). Vẫn tính cả hai.`],
  // Meetings
  duplicate_row: ['warning', ({ other }) => `Buổi sinh hoạt ghi hai lần (${other}); chỉ nhập một.`],
  date_outside_period: [
    'warning',
    ({ value, other }) =>
      `Ngày họp ${value} không thuộc kỳ tháng ${other}: vẫn tính cho kỳ đó, chuyên đề tính theo ngày.`,
  ],
  end_before_start: ['warning', ({ value }) => `Giờ kết thúc trước giờ bắt đầu (${value}): bỏ giờ kết thúc.`],
  present_exceeds_due: [
    'warning',
    ({ value, other }) =>
      `Có mặt ${value} lớn hơn phải dự ${other} vì tính cả đảng viên được miễn; số này tách riêng, tỷ lệ không quá 100 %.`,
  ],
  attendance_sum_mismatch: [
    'warning',
    ({ value, other }) => `Có mặt + vắng = ${value}, khác phải dự ${other}. Giữ số đã ghi.`,
  ],
  due_mismatch: [
    'warning',
    ({ value, other }) => `Phải dự ${value} khác ${other} tính từ tổng số, miễn và đi xa. Giữ số đã ghi.`,
  ],
  grade_score_mismatch: [
    'warning',
    ({ value, other }) => `Điểm ${value} không ứng với xếp loại ${other}. Giữ xếp loại đã ghi.`,
  ],
  roll_call_kept: [
    'warning',
    ({ value, other }) =>
      `Buổi này đã điểm danh từng người trong sổ: giữ có mặt/phải dự là ${other}, không lấy ${value} trong tệp.`,
  ],
  ambiguous_absentee: [
    'info',
    ({ name }) => `Chi bộ có nhiều đảng viên tên ${name}, không rõ ai vắng. Ghi tên, không gắn với hồ sơ.`,
  ],
  // Planned visits
  result_conflict: [
    'warning',
    ({ name }) => `Kết quả ghi ${name} đã dự nhưng sổ theo dõi sinh hoạt không có tên; sổ theo dõi là căn cứ.`,
  ],
  plan_kept: [
    'warning',
    ({ name, other }) =>
      `Lịch dự tháng ${other} của ${name} đã được sửa trong sổ: giữ kết quả trong sổ, không lấy trong tệp.`,
  ],
  substitute_unknown: [
    'warning',
    ({ value }) => `Người dự thay “${value}” không có trong danh sách cán bộ được phân công. Giữ tên đã ghi.`,
  ],
  unclear_planned_cell: [
    'warning',
    ({ heading, value }) => `Cột ${heading}: không rõ “${value}” là chi bộ nào; ghi là một chi bộ trong địa bàn.`,
  ],
  unclear_planned_time: [
    'warning',
    ({ value, name }) =>
      `Không rõ “${value}” là dự ${name} tháng nào. Ô này không nhập; ghi ngày (05/3) hoặc tháng (T3).`,
  ],
  unclear_planned_day: [
    'warning',
    ({ value, other }) => `Ngày ghi trong “${value}” không thuộc tháng ${other}: chỉ nhập theo tháng. Kiểm tra lại.`,
  ],
  result_without_plan: [
    'warning',
    ({ name, other }) => `Kết quả của ${name} tháng ${other} không có trong kế hoạch. Vẫn ghi thành một lượt dự kiến.`,
  ],
  // Yearly remarks
  missing_year: [
    'error',
    () => 'Không rõ nhận xét của năm nào. Ghi “năm …” ở tên bảng rồi nhập lại; dòng không được nhập.',
  ],
  unknown_remark_committee: [
    'error',
    ({ value }) => `Không có đảng bộ “${value}” trong danh sách tổ chức. Nhận xét ở dòng này không được nhập.`,
  ],
  missing_remark_committee: [
    'error',
    () =>
      'Không rõ đảng ủy nào nhận xét. Thêm cột “Đảng ủy nhận xét” hoặc ghi đảng ủy ở tên bảng; dòng không được nhập.',
  ],
  sent_without_level: [
    'warning',
    ({ value }) => `Ghi đã gửi nhận xét ngày ${value} mà chưa có mức độ. Ngày gửi để trống; bổ sung mức độ.`,
  ],
  sent_before_year: [
    'warning',
    ({ value, other }) => `Ngày gửi nhận xét ${value} trước năm ${other}. Ngày gửi để trống; kiểm tra lại.`,
  ],
  // What the clerk took away
  removed_here: [
    'info',
    ({ name }) => `${name} đã được xóa trong sổ sau lần nhập trước nên không nhập lại. Nếu cần, ghi lại trong sổ.`,
  ],
  // Petitions
  missing_content: ['error', () => 'Dòng không có nội dung kiến nghị. Dòng không được nhập.'],
  answer_before_petition: [
    'warning',
    ({ value }) => `Ngày trả lời ${value} trước ngày nêu kiến nghị. Giữ cả hai ngày; kiểm tra lại.`,
  ],
  told_before_answer: [
    'warning',
    ({ value }) => `Ngày báo lại chi bộ ${value} trước ngày trả lời. Giữ cả hai ngày; kiểm tra lại.`,
  ],
  repeated_petition: ['info', ({ other }) => `Nhắc lại kiến nghị số ${other}: một việc, nhiều lần nêu.`],
  // Forms that come back
  ...formIssues,
} satisfies Record<string, readonly [Severity, Message]>;

export type IssueCode = keyof typeof catalogue;

/** An issue at a place. `severity` only where a code has two (`due_mismatch` is info when the note explains it). */
export function issueAt(place: Place, code: IssueCode, detail: IssueDetail = {}, severity?: Severity): ImportIssue {
  const [usual, message] = catalogue[code];
  const { heading = '', value = null, name = '', other = '' } = detail;
  return {
    ...place,
    severity: severity ?? usual,
    code,
    message: message({ heading, value: value ?? '', name, other }),
    value,
  };
}
