import {
  maybe,
  meetingKindWords,
  number,
  oneOf,
  ranked,
  rows,
  scorerWords,
  someOf,
  text,
  toggle,
} from './rule-fields.ts';
import type { RuleMeaning } from './rule-meaning.ts';
import type { RuleCode } from './rule-values.ts';

/** Meetings, attendance and votes. */
export const meetingRules = {
  meeting_day: {
    label: 'Ngày sinh hoạt chung',
    group: 'Sinh hoạt chi bộ',
    number: 'R2',
    affects: 'Ngày quy định của chi bộ không có ngày riêng: lịch tháng, cột "Đúng ngày" của BC-05.',
    fields: [maybe('day', 'Ngày trong tháng', null, 'chi bộ tự chọn')],
  },
  short_month_day: {
    label: 'Tháng không có ngày quy định',
    group: 'Sinh hoạt chi bộ',
    number: 'R3',
    affects: 'Ngày quy định là 29, 30, 31 trong tháng thiếu ngày: lịch tháng, cột "Đúng ngày" của BC-05.',
    fields: [oneOf('', 'Ngày thay thế', { last_day: 'Ngày cuối tháng', none: 'Không quy định ngày' })],
  },
  minimum_minutes: {
    label: 'Thời lượng tối thiểu',
    group: 'Sinh hoạt chi bộ',
    number: 'R6',
    affects:
      'Buổi bị coi là ngắn: cảnh báo khi ghi buổi họp, số buổi dưới thời lượng của BC-05. Chi bộ có mức riêng thì theo mức riêng; phiếu chấm điểm ghi thời lượng của phiếu.',
    fields: [
      maybe('default', 'Buổi thường', 'phút', 'không quy định'),
      maybe('combined', 'Buổi kết hợp chuyên đề', 'phút', 'không quy định'),
      rows('by_member_count', 'Theo số đảng viên', [
        number('from', 'Từ', 'đảng viên'),
        number('minutes', 'ít nhất', 'phút'),
      ]),
    ],
  },
  meeting_kinds: {
    label: 'Loại buổi sinh hoạt',
    group: 'Sinh hoạt chi bộ',
    number: 'R5, R7',
    affects: 'Buổi nào là thường kỳ, chuyên đề, và tỷ lệ, thời lượng, xếp loại của buổi nào được tính trong BC-05.',
    fields: [
      someOf('regular', 'Là kỳ thường kỳ', meetingKindWords),
      someOf('thematic', 'Là chuyên đề', meetingKindWords),
      someOf('counted', 'Được tính tỷ lệ, thời lượng, xếp loại', meetingKindWords),
    ],
  },
  thematic_per_quarter: {
    label: 'Số buổi chuyên đề mỗi quý',
    group: 'Sinh hoạt chi bộ',
    number: 'R5',
    affects: 'Danh sách chi bộ còn thiếu chuyên đề và cột chuyên đề của BC-05.',
    fields: [number('meetings', 'Ít nhất', 'buổi')],
  },
  theme_counts_in: {
    label: 'Tháng có chuyên đề khi chấm điểm',
    group: 'Sinh hoạt chi bộ',
    number: '5.7',
    affects: 'Tiêu chí "có chuyên đề" của phiếu chấm được điền theo cả tháng hay chỉ theo chính buổi họp.',
    fields: [oneOf('', 'Tính theo', { month: 'Bất kỳ buổi nào trong tháng', meeting: 'Chính buổi được chấm' })],
  },
  printed_grade: {
    label: 'Xếp loại được in',
    group: 'Sinh hoạt chi bộ',
    number: 'BC-05',
    affects:
      'Xếp loại nào của một buổi được đưa vào BC-05, BC-07 và danh sách: lấy cái đầu tiên có, dù mẫu chấm ghi ai.',
    fields: [ranked('', 'Thứ tự ưu tiên', scorerWords)],
  },
  members_due: {
    label: 'Số phải dự',
    group: 'Điểm danh, biểu quyết',
    number: 'R10',
    affects: 'Mẫu số của tỷ lệ dự họp trong biên bản, điểm danh và BC-05.',
    fields: [
      toggle('count_probationary', 'Tính đảng viên dự bị'),
      toggle('subtract_working_away', 'Trừ đảng viên đi làm ăn xa'),
      toggle('subtract_absent_excused', 'Trừ đảng viên vắng có lý do'),
    ],
  },
  exempt_present: {
    label: 'Đảng viên được miễn mà có mặt',
    group: 'Điểm danh, biểu quyết',
    number: 'R11',
    affects: 'Tỷ lệ dự họp khi đảng viên được miễn sinh hoạt vẫn đến dự.',
    fields: [
      oneOf('', 'Cách tính', {
        leaves_both_sides: 'Không tính vào số phải dự và số có mặt',
        counts_on_both_sides: 'Tính vào cả số phải dự và số có mặt',
      }),
    ],
  },
  excused_streak: {
    label: 'Vắng có lý do nhiều kỳ liên tiếp',
    group: 'Điểm danh, biểu quyết',
    number: 'R14',
    affects: 'Đảng viên bị nêu tên vì vắng có lý do quá số kỳ liên tiếp trong năm.',
    fields: [number('allowed', 'Cho phép tối đa', 'kỳ liên tiếp')],
  },
  unexcused_months: {
    label: 'Bỏ sinh hoạt không lý do',
    group: 'Điểm danh, biểu quyết',
    number: null,
    affects: 'Đảng viên bị nêu tên trong danh sách theo dõi vì bỏ sinh hoạt nhiều tháng trong năm.',
    fields: [number('months', 'Từ', 'tháng trong năm')],
  },
  vote_base: {
    label: 'Ai được biểu quyết',
    group: 'Điểm danh, biểu quyết',
    number: 'R17, R18',
    affects: 'Mẫu số của mỗi lần biểu quyết trong buổi sinh hoạt.',
    fields: [
      toggle('exempt_present', 'Tính đảng viên được miễn mà có mặt'),
      toggle('probationary', 'Tính đảng viên dự bị'),
    ],
  },
  vote_thresholds: {
    label: 'Tỷ lệ thông qua',
    group: 'Điểm danh, biểu quyết',
    number: 'R19',
    affects: 'Kết quả "thông qua" hay "không thông qua" của mỗi loại biểu quyết.',
    fields: [
      rows('', 'Loại biểu quyết', [
        text('kind', 'Mã'),
        text('label', 'Tên'),
        number('numerator', 'Tử số'),
        number('denominator', 'Mẫu số'),
        toggle('over', 'Phải quá tỷ lệ này'),
        oneOf('of', 'Trên', {
          vote_base: 'Số được biểu quyết',
          full_members: 'Số đảng viên chính thức',
          summoned: 'Số được triệu tập (trừ người xin vắng suốt đại hội)',
        }),
      ]),
    ],
  },
  quorum_warning: {
    label: 'Cảnh báo chưa đủ số dự họp',
    group: 'Điểm danh, biểu quyết',
    number: 'R20',
    affects: 'Lời nhắc khi ghi điểm danh, không chặn việc ghi.',
    fields: [toggle('enabled', 'Có cảnh báo'), number('numerator', 'Tử số'), number('denominator', 'Mẫu số')],
  },
} as const satisfies Partial<Record<RuleCode, RuleMeaning>>;
