import {
  attendanceWords,
  gradeWords,
  meetingKindWords,
  meetingModeWords,
  meetingStateWords,
  scorerWords,
  standingWords,
  statusWords,
} from '../../../contract/words.ts';
import type { AuditedTables } from '../../schema/database.ts';
import { coded, named, type ToldFields, text, truth } from './fields.ts';

export const meetingFields: ToldFields<AuditedTables['meeting']> = {
  thematic_plan_id: null,
  cell_id: named('Chi bộ', 'organisation'),
  period: text('Kỳ'),
  kind: coded('Loại', meetingKindWords),
  state: coded('Tình trạng', meetingStateWords),
  date: text('Ngày họp'),
  started_at: text('Bắt đầu'),
  ended_at: text('Kết thúc'),
  mode: coded('Hình thức', meetingModeWords),
  place: text('Địa điểm'),
  chair: text('Chủ trì'),
  secretary: text('Thư ký'),
  members_total: text('Tổng số đảng viên'),
  full_members: text('Chính thức'),
  probationary: text('Dự bị'),
  exempt: text('Miễn sinh hoạt'),
  working_away: text('Đi làm ăn xa'),
  temporarily_away: text('Sinh hoạt tạm thời nơi khác'),
  temporarily_received: text('Sinh hoạt tạm thời đến'),
  suspended: text('Đình chỉ sinh hoạt'),
  due: text('Phải dự'),
  present: text('Có mặt'),
  present_exempt: text('Miễn sinh hoạt vẫn dự'),
  absent_excused: text('Vắng có lý do'),
  absent_unexcused: text('Vắng không lý do'),
  theme: text('Chuyên đề'),
  presenter: text('Người trình bày'),
  other_day_reason: text('Lý do họp ngày khác'),
  other_day_approved: truth('Được đồng ý họp ngày khác'),
  not_held_reason: text('Lý do không họp'),
  conclusion: text('Kết luận'),
  resolution_number: text('Số nghị quyết'),
  dues_announced: truth('Công khai đảng phí'),
  note: text('Ghi chú'),
};

export const preparationFields: ToldFields<AuditedTables['meeting_preparation']> = {
  meeting_id: null,
  cell_committee_met_before: truth('Chi ủy họp trước'),
  cell_committee_met_on: text('Ngày chi ủy họp'),
  members_notified: truth('Đã báo đảng viên'),
  superior_notified_on: text('Ngày báo cấp trên'),
  documents_posted_on: text('Ngày gửi tài liệu'),
  documents_on_app: truth('Tài liệu trên ứng dụng'),
  minutes_posted_on: text('Ngày gửi biên bản'),
  break_minutes: text('Nghỉ giải lao (phút)'),
  speakers: text('Số người phát biểu'),
  prior_tasks_set: text('Việc kỳ trước giao'),
  prior_tasks_met: text('Việc kỳ trước xong'),
  mode_guidance: text('Hướng dẫn về họp trực tuyến'),
};

const ofMeeting = { meeting_id: null, position: null } as const;

export const attendanceFields: ToldFields<AuditedTables['attendance']> = {
  ...ofMeeting,
  member_id: null,
  name: text('Đảng viên'),
  standing_then: coded('Tư cách', standingWords),
  status_then: coded('Trạng thái', statusWords),
  result: coded('Kết quả', attendanceWords),
  reason: text('Lý do'),
  late_or_left_early: truth('Đến muộn, về sớm'),
  online: truth('Dự trực tuyến'),
  spoke: truth('Phát biểu'),
  opinion_count: text('Số ý kiến'),
};

export const guestFields: ToldFields<AuditedTables['guest']> = {
  ...ofMeeting,
  official_id: null,
  name: text('Đại biểu'),
  capacity: text('Tư cách'),
};

export const agendaFields: ToldFields<AuditedTables['agenda_item']> = {
  ...ofMeeting,
  title: text('Nội dung'),
  content: text('Diễn biến'),
  conclusion: text('Kết luận'),
};

export const opinionFields: ToldFields<AuditedTables['opinion']> = {
  ...ofMeeting,
  agenda_item_id: null,
  speaker: text('Người phát biểu'),
  content: text('Ý kiến'),
};

export const voteFields: ToldFields<AuditedTables['vote']> = {
  ...ofMeeting,
  kind: null,
  subject: text('Việc biểu quyết'),
  base: text('Tổng số'),
  in_favour: text('Tán thành'),
  against: text('Không tán thành'),
  other: text('Ý kiến khác'),
  probationary_voted: truth('Dự bị biểu quyết'),
};

export const taskFields: ToldFields<AuditedTables['task']> = {
  ...ofMeeting,
  opening_state: null,
  content: text('Việc giao'),
  person: text('Người làm'),
  due_date: text('Hạn'),
  outcome: text('Kết quả'),
  done: truth('Đã xong'),
  member_id: named('Đảng viên', 'member'),
  result_meeting_id: named('Báo kết quả tại', 'meeting'),
};

export const ratingFields: ToldFields<AuditedTables['rating']> = {
  ...{ meeting_id: null, scoring_sheet_id: null },
  scorer_role: coded('Bên chấm', scorerWords),
  total: text('Điểm'),
  grade: coded('Xếp loại', gradeWords),
  note: text('Ghi chú'),
  scorer: text('Người chấm'),
  official_id: named('Cán bộ chấm', 'official'),
  rated_on: text('Ngày chấm'),
  votes_for: text('Số phiếu tán thành'),
  votes_total: text('Tổng số phiếu'),
  result: coded('Kết quả', { meets: 'Đạt', does_not_meet: 'Không đạt' }),
  weaknesses: text('Hạn chế'),
};
