import { maybe, meetingKindWords, number, oneOf, someOf, text, toggle } from './rule-fields.ts';
import type { RuleMeaning } from './rule-meaning.ts';
import type { RuleCode } from './rule-values.ts';

/** Visits, petitions and yearly remarks. */
export const visitRules = {
  report_exceptions: {
    label: 'Nêu tên trong báo cáo',
    group: 'Báo cáo',
    number: 'BC-09',
    affects:
      'Chi bộ bị nêu vì ít đảng viên dự và số chi bộ, cán bộ, kiến nghị được nêu tên trong lời văn BC-09; nhiều hơn thì ghi số còn lại và dẫn biểu kèm theo.',
    fields: [
      number('low_attendance_percent', 'Nêu chi bộ có tỷ lệ dự dưới', '%'),
      number('names', 'Nêu tên nhiều nhất', 'nơi, người, việc'),
    ],
  },
  official_load: {
    label: 'Số nơi một cán bộ theo dõi',
    group: 'Dự sinh hoạt',
    number: 'BC-03',
    affects: 'Cán bộ bị nêu là được phân công quá nhiều chi bộ, xã.',
    fields: [number('max_targets', 'Nhiều nhất', 'nơi')],
  },
  visit_rotation: {
    label: 'Vòng dự sinh hoạt',
    group: 'Dự sinh hoạt',
    number: 'R33',
    affects: 'Lịch dự do chương trình đề xuất và danh sách chi bộ lâu chưa có cán bộ dự.',
    fields: [
      number('every_months', 'Mỗi chi bộ được dự ít nhất một lần trong', 'tháng'),
      number('unvisited_months', 'Nêu chi bộ chưa được dự quá', 'tháng'),
      number('visits_per_day', 'Một cán bộ dự nhiều nhất mỗi ngày', 'buổi'),
      toggle('difficult_first', 'Ưu tiên chi bộ khó khăn'),
    ],
  },
  quota_proration: {
    label: 'Định mức khi phân công không trọn năm',
    group: 'Dự sinh hoạt',
    number: 'R27, R28',
    affects: 'Định mức đến kỳ và định mức năm trong BC-02.',
    fields: [
      oneOf('mode', 'Cách tính', { by_month: 'Theo số tháng được phân công', whole: 'Lấy nguyên định mức năm' }),
      oneOf('rounded', 'Làm tròn lên', { entry: 'Từng dòng phân công', official: 'Tổng của từng cán bộ' }),
    ],
  },
  quota_rate_base: {
    label: 'Mẫu số của "Đạt tỷ lệ"',
    group: 'Dự sinh hoạt',
    number: 'BC-02',
    affects: 'Cột "Đạt tỷ lệ" của BC-02.',
    fields: [oneOf('', 'Chia cho', { quota_to_date: 'Định mức đến kỳ', quota_year: 'Định mức cả năm' })],
  },
  visit_counted_kinds: {
    label: 'Loại buổi được tính lượt dự',
    group: 'Dự sinh hoạt',
    number: 'R29',
    affects: 'Lượt dự nào được tính vào định mức khi quy định phân công không nói khác.',
    fields: [someOf('', 'Được tính', meetingKindWords)],
  },
  visit_outside_assignment: {
    label: 'Lượt dự ngoài phân công',
    group: 'Dự sinh hoạt',
    number: 'R29',
    affects: 'Lượt dự ở nơi không được phân công có tính vào định mức hay không.',
    fields: [toggle('counts', 'Tính vào định mức')],
  },
  visit_by_substitute: {
    label: 'Lượt dự thay',
    group: 'Dự sinh hoạt',
    number: 'R31',
    affects: 'Lượt dự thay được tính vào định mức của ai.',
    fields: [someOf('counts_for', 'Tính cho', { substitute: 'Người dự thay', assigned: 'Người được phân công' })],
  },
  visit_report_due: {
    label: 'Hạn nộp báo cáo kết quả dự',
    group: 'Dự sinh hoạt',
    number: 'R35',
    affects: 'Hạn của báo cáo kết quả dự và danh sách báo cáo quá hạn.',
    fields: [number('days', 'Sau buổi họp', 'ngày')],
  },
  petition_due: {
    label: 'Hạn giải quyết kiến nghị',
    group: 'Kiến nghị, nhận xét',
    number: 'R38',
    affects: 'Hạn được gợi ý khi chuyển kiến nghị và danh sách kiến nghị quá hạn.',
    fields: [
      maybe('cell', 'Chi bộ', 'ngày', 'không đặt hạn'),
      maybe('commune', 'Cấp xã', 'ngày', 'không đặt hạn'),
      maybe('district', 'Cấp huyện', 'ngày', 'không đặt hạn'),
      maybe('province', 'Cấp tỉnh', 'ngày', 'không đặt hạn'),
      maybe('central', 'Trung ương', 'ngày', 'không đặt hạn'),
    ],
  },
  petition_done: {
    label: 'Kiến nghị được coi là xong',
    group: 'Kiến nghị, nhận xét',
    number: 'R38',
    affects: 'Cột "Đã giải quyết" của BC-04 và danh sách kiến nghị còn mở.',
    fields: [toggle('requires_told_back', 'Chỉ khi đã thông báo lại chi bộ')],
  },
  petition_carried_over: {
    label: 'Kiến nghị kỳ trước chuyển sang',
    group: 'Kiến nghị, nhận xét',
    number: 'BC-04',
    affects: 'BC-04 có liệt kê kiến nghị của kỳ trước chưa giải quyết hay không.',
    fields: [toggle('listed', 'Liệt kê kiến nghị kỳ trước')],
  },
  yearly_remark_due: {
    label: 'Hạn gửi nhận xét năm',
    group: 'Kiến nghị, nhận xét',
    number: 'QĐ 1390',
    affects: 'Danh sách nơi chưa gửi nhận xét cán bộ theo dõi địa bàn và ngày bắt đầu nhắc.',
    fields: [text('month_day', 'Ngày trong năm (tháng-ngày)'), number('remind_days', 'Nhắc trước', 'ngày')],
  },
} as const satisfies Partial<Record<RuleCode, RuleMeaning>>;
