import { planStateWords, visitorLevelWords } from '../../../contract/words.ts';
import type { AuditedTables } from '../../schema/database.ts';
import { coded, listed, named, type ToldFields, text } from './fields.ts';

export const visitFields: ToldFields<AuditedTables['visit']> = {
  ...{ meeting_id: null, official_id: null, name_key: null, on_behalf_of_id: null },
  name: text('Người dự'),
  title: text('Chức danh'),
  level: coded('Cấp', visitorLevelWords),
  on_behalf_of_name: text('Dự thay'),
  arrived_at: text('Đến lúc'),
  left_at: text('Về lúc'),
  note: text('Ghi chú'),
};

export const plannedVisitFields: ToldFields<AuditedTables['planned_visit']> = {
  ...{ official_id: null, substitute_id: null, visit_id: null, assignment_id: null },
  period: text('Tháng'),
  cell_id: named('Chi bộ', 'organisation'),
  typed: text('Ghi trong lịch'),
  state: coded('Tình trạng', planStateWords),
  planned_date: text('Ngày dự kiến'),
  reason_code: listed('Lý do', 'missed_reasons'),
  reason: text('Lý do cụ thể'),
  substitute_name: text('Người dự thay'),
  rescheduled_to: text('Đổi sang'),
  report_submitted_on: text('Ngày nộp báo cáo'),
  note: text('Ghi chú'),
};
