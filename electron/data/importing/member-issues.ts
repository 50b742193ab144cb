import type { Severity } from '../schema/column-types.ts';

type Words = (detail: { heading: string; value: string; name: string; other: string }) => string;

/** What is found in rosters and in the national database. A part of the closed list of `issues.ts`. */
export const memberIssues = {
  missing_name: ['error', () => 'Dòng có dữ liệu nhưng thiếu họ và tên. Dòng không được nhập.'],
  missing_birth_date: ['warning', () => 'Thiếu ngày sinh. Đảng viên vẫn được nhập.'],
  both_sex_columns: [
    'error',
    () => 'Ngày sinh ghi ở cả cột Nam và cột Nữ: không rõ giới tính. Giới tính để trống; sửa lại trong tệp.',
  ],
  swapped_day_month_column: [
    'warning',
    ({ heading, other }) =>
      `Cột ${heading}: ngày thật đều có ngày ≤ 12, còn ngày viết chữ đều có ngày > 12, tức ngày và tháng đã bị đảo. ${other}`,
  ],
  admitted_over_age: [
    'warning',
    ({ other }) => `Vào Đảng khi trên ${other} tuổi. Kiểm tra ngày sinh và ngày vào Đảng.`,
  ],
  decision_after_admission: [
    'warning',
    ({ value }) => `Quyết định kết nạp (${value}) ghi sau ngày kết nạp. Giữ cả hai ngày; kiểm tra lại.`,
  ],
  admission_late: [
    'warning',
    ({ value, other }) =>
      `Lễ kết nạp quá ${other} ngày làm việc sau quyết định (${value}). Giữ cả hai ngày; kiểm tra lại.`,
  ],
  event_before_admission: [
    'info',
    ({ value, other }) => `Ngày ${value} trong ghi chú trước ngày vào Đảng ${other}. Giữ như đã ghi; kiểm tra lại.`,
  ],
  events_out_of_order: [
    'warning',
    ({ value, other }) =>
      `Các biến động không theo thứ tự thời gian: ${value} ghi sau ${other}. Giữ như đã ghi; kiểm tra lại.`,
  ],
  missing_badges: [
    'warning',
    ({ value, other }) => `Có Huy hiệu Đảng “${value}” mà không ghi mốc ${other} năm. Kiểm tra lại.`,
  ],
  former_province: [
    'info',
    ({ value, name, other }) => {
      const [since = '', count = ''] = other.split('|');
      return `Quê quán “${value}” (${count} đảng viên) từ ${since} thuộc ${name}: giữ như đã ghi; nếu cần, ghi lại “${name}” và xã mới trong hồ sơ.`;
    },
  ],
  identity_contradicts: [
    'warning',
    ({ value, other }) => `Số định danh ${value}: ${other} Giữ như đã ghi; kiểm tra lại.`,
  ],
  name_for_repair: [
    'warning',
    ({ value }) => `Họ tên “${value}” dính chữ hoặc lạc dấu khi xuất tệp. Đã nhập theo chữ đọc được; sửa lại bằng tay.`,
  ],
  official_before_joined: ['warning', () => 'Ngày chính thức trước ngày vào Đảng. Giữ cả hai ngày; kiểm tra lại.'],
  joined_under_18: ['warning', () => 'Vào Đảng khi chưa đủ 18 tuổi. Kiểm tra ngày sinh và ngày vào Đảng.'],
  not_twelve_months: [
    'warning',
    () => 'Ngày chính thức không phải 12 tháng sau ngày vào Đảng. Giữ cả hai ngày; kiểm tra lại.',
  ],
  padded_card_numbers: [
    'info',
    ({ value, other }) =>
      `${value} số thẻ đảng viên ghi ở dạng số đã mất số 0 ở đầu; đã bù cho đủ 8 chữ số. Xác nhận lại: ${other}.`,
  ],
  card_on_probationary: ['warning', ({ value }) => `Đảng viên dự bị đã có số thẻ ${value}. Kiểm tra lại.`],
  duplicate_card_number: [
    'warning',
    ({ value, name, other }) => `Số thẻ ${value} của ${name} trùng với ${other}. Hai người vẫn là hai hồ sơ.`,
  ],
  duplicate_citizen_id: [
    'warning',
    ({ value, name, other }) => `Số định danh ${value} của ${name} trùng với ${other}. Hai người vẫn là hai hồ sơ.`,
  ],
  lost_digits: [
    'error',
    ({ value }) => `Số định danh “${value}” ở dạng rút gọn, đã mất chữ số. Ô này để trống; gõ lại đủ 12 số.`,
  ],
  unusual_personal_id: [
    'warning',
    ({ value }) => `Số định danh “${value}” không có 12 (hay 9) chữ số. Ô này để trống.`,
  ],
  padded_personal_ids: [
    'info',
    ({ value, other }) => `${value} số định danh đã mất số 0 ở đầu; đã bù số 0 cho đủ 12 chữ số: ${other}.`,
  ],
  duplicate_person: [
    'warning',
    ({ name, other }) => `${name} có ở hai chi bộ (${other}): giữ một hồ sơ, ở chi bộ hiện nay.`,
  ],
  possible_duplicate: [
    'warning',
    ({ name, other }) => `${name} có thể là người đã có trong sổ (${other}). Vẫn nhập thành hồ sơ riêng; xem lại.`,
  ],
  only_in_csdl: [
    'info',
    ({ name }) => `${name} chỉ có trong tệp cơ sở dữ liệu, không có trong sổ: nhập thành hồ sơ mới. Kiểm tra lại.`,
  ],
  field_conflict: [
    'warning',
    ({ heading, value, other }) =>
      `Cột ${heading}: tệp ghi “${value}”, sổ đang ghi “${other}”. Giữ như trong sổ; xem lại.`,
  ],
  active_with_leaving_date: [
    'warning',
    ({ value }) => `Đang sinh hoạt Đảng mà có ngày rời khỏi (${value}). Coi là đang sinh hoạt; kiểm tra lại.`,
  ],
  deletion_proposed: [
    'warning',
    ({ name }) => `Tệp đề nghị xóa ${name}. Hồ sơ được giữ lại; xem lại rồi tự quyết định.`,
  ],
  moved_by_list: [
    'warning',
    ({ name, value, other }) =>
      `${name}: sổ đang ghi ở ${other}, danh sách này ghi ở ${value}. Ghi là chuyển sinh hoạt; bỏ dòng nếu không đúng.`,
  ],
  residence_list: [
    'warning',
    ({ name }) =>
      `Trang “${name}” là danh sách đảng viên giữ mối liên hệ nơi cư trú (Quy định 213-QĐ/TW), không phải chi bộ nơi sinh hoạt: không nhập vào sổ.`,
  ],
} satisfies Record<string, readonly [Severity, Words]>;
