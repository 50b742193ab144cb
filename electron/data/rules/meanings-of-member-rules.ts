import { list, number } from './rule-fields.ts';
import type { RuleMeaning } from './rule-meaning.ts';
import type { RuleCode } from './rule-values.ts';

/** Members, their statuses and the size of cells. */
export const memberRules = {
  cell_size: {
    label: 'Quy mô chi bộ',
    group: 'Đảng viên, chi bộ',
    number: 'R21',
    affects:
      'Chi bộ bị nêu vì thiếu đảng viên chính thức, hoặc đủ số mà chưa có chi ủy; chi ủy bị nêu vì chưa họp trong tháng.',
    fields: [
      number('minimum', 'Ít nhất', 'đảng viên chính thức'),
      number('committee_from', 'Phải có chi ủy từ', 'đảng viên chính thức'),
      number('committee_posts', 'Coi là có chi ủy khi có từ', 'chi ủy viên'),
    ],
  },
  temporary_exemption: {
    label: 'Tạm miễn sinh hoạt (làm ăn xa)',
    group: 'Đảng viên, chi bộ',
    number: 'R23',
    affects: 'Thời hạn gợi ý và cảnh báo hết hạn của đảng viên được tạm miễn.',
    fields: [number('months', 'Tối đa', 'tháng')],
  },
  temporary_transfer: {
    label: 'Chuyển sinh hoạt tạm thời',
    group: 'Đảng viên, chi bộ',
    number: 'R24',
    affects: 'Thời hạn được chấp nhận và cảnh báo hết hạn của đảng viên sinh hoạt tạm thời.',
    fields: [
      number('min_months', 'Từ', 'tháng'),
      number('max_months', 'Đến', 'tháng'),
      number('study_max_months', 'Đi học: đến', 'tháng'),
    ],
  },
  permanent_transfer: {
    label: 'Chuyển sinh hoạt chính thức',
    group: 'Đảng viên, chi bộ',
    number: 'R25',
    affects: 'Hạn làm thủ tục và hạn nộp giấy giới thiệu của đảng viên đang chuyển.',
    fields: [
      number('paperwork_days', 'Hạn thủ tục', 'ngày làm việc'),
      number('presentation_days', 'Hạn nộp giấy giới thiệu', 'ngày làm việc'),
    ],
  },
  probation: {
    label: 'Kết nạp và thời gian dự bị',
    group: 'Đảng viên, chi bộ',
    number: 'Điều 5',
    affects:
      'Ngày đến hạn xét công nhận chính thức của đảng viên dự bị; cảnh báo khi ghi ngày kết nạp, ngày chính thức.',
    fields: [
      number('months', 'Thời gian dự bị', 'tháng'),
      number('checked_from_year', 'Kiểm tra người vào Đảng từ năm'),
      number('ceremony_working_days', 'Lễ kết nạp sau quyết định không quá', 'ngày làm việc'),
      number('youngest', 'Tuổi vào Đảng từ', 'tuổi'),
      number('oldest', 'đến', 'tuổi'),
    ],
  },
  party_badge: {
    label: 'Huy hiệu Đảng',
    group: 'Đảng viên, chi bộ',
    number: '1.7',
    affects: 'Danh sách đảng viên đến hạn nhận Huy hiệu và đợt trao gần nhất.',
    fields: [list('marks', 'Số năm tuổi Đảng', 'number'), list('rounds', 'Đợt trao (tháng-ngày)', 'text')],
  },
  readmission: {
    label: 'Kết nạp lại',
    group: 'Đảng viên, chi bộ',
    number: null,
    affects: 'Cảnh báo khi ghi kết nạp lại sớm hơn thời hạn sau khi ra khỏi Đảng.',
    fields: [number('months', 'Sớm nhất sau', 'tháng')],
  },
  expiry_alert: {
    label: 'Báo trước khi hết hạn',
    group: 'Đảng viên, chi bộ',
    number: 'R24',
    affects: 'Trạng thái tạm thời sắp hết hạn được đưa vào trang Hôm nay trước bao nhiêu ngày.',
    fields: [number('days', 'Báo trước', 'ngày')],
  },
} as const satisfies Partial<Record<RuleCode, RuleMeaning>>;
