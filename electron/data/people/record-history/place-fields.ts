import {
  assignmentRoleWords,
  authorityWords,
  organisationKindWords,
  petitionStateWords,
} from '../../../contract/words.ts';
import type { AuditedTables } from '../../schema/database.ts';
import { coded, dated, listed, named, type ToldFields, text, truth } from './fields.ts';

export const organisationFields: ToldFields<AuditedTables['organisation']> = {
  code: text('Mã'),
  kind: coded('Loại hình', organisationKindWords),
  ...dated,
};

export const versionFields: ToldFields<AuditedTables['organisation_version']> = {
  ...{ organisation_id: null, search_key: null, sort_key: null, position: null, difficulty_flags: null },
  name: text('Tên'),
  short_name: text('Tên tắt'),
  parent_id: named('Trực thuộc', 'organisation'),
  cell_type: listed('Loại chi bộ', 'cell_types'),
  is_residential: truth('Nơi cư trú'),
  phone: text('Điện thoại'),
  note: text('Ghi chú'),
  area: text('Địa bàn'),
  own_min_minutes: text('Thời lượng tối thiểu riêng (phút)'),
  default_time: text('Giờ thường họp'),
  default_place: text('Nơi thường họp'),
  ...dated,
};

export const meetingDayFields: ToldFields<AuditedTables['meeting_day']> = {
  organisation_id: null,
  day: text('Ngày trong tháng'),
  document: text('Văn bản'),
  reason: text('Lý do'),
  ...dated,
};

export const dayExceptionFields: ToldFields<AuditedTables['meeting_day_exception']> = {
  organisation_id: null,
  day: text('Ngày khác'),
  approval_document: text('Văn bản đồng ý'),
  reason: text('Lý do'),
  ...dated,
};

const organisationEventWords = {
  ...{ create: 'Thành lập', rename: 'Đổi tên', meeting_day: 'Đổi ngày sinh hoạt', split: 'Chia tách' },
  ...{ merge: 'Hợp nhất', dissolve: 'Giải thể' },
};

export const organisationEventFields: ToldFields<AuditedTables['organisation_event']> = {
  organisation_id: null,
  kind: coded('Việc', organisationEventWords),
  date: text('Ngày'),
  other_id: named('Với', 'organisation'),
  document: text('Văn bản'),
  detail: text('Nội dung'),
};

export const officialFields: ToldFields<AuditedTables['official']> = {
  ...{ search_key: null, sort_key: null, name_key: null },
  full_name: text('Họ và tên'),
  member_id: named('Là đảng viên', 'member'),
  own_cell_id: named('Chi bộ sinh hoạt', 'organisation'),
  agency: text('Cơ quan'),
  phone: text('Điện thoại'),
  note: text('Ghi chú'),
  government_position: text('Chức vụ chính quyền'),
  level: coded('Cấp', { province: 'Tỉnh', district: 'Huyện', commune: 'Xã' }),
  ...dated,
};

export const titleFields: ToldFields<AuditedTables['official_title']> = {
  official_id: null,
  title: text('Chức danh'),
  title_group: listed('Nhóm chức danh', 'title_groups'),
  party_position: text('Chức vụ đảng'),
  document: text('Văn bản'),
  ...dated,
};

export const entryFields: ToldFields<AuditedTables['assignment_entry']> = {
  ...{ official_id: null, quota_id: null },
  decision_id: named('Quyết định', 'decision'),
  title: text('Chức danh'),
  title_group: listed('Nhóm chức danh', 'title_groups'),
  min_visits: text('Định mức dự mỗi năm'),
  note: text('Ghi chú'),
  ...dated,
};

export const assignmentFields: ToldFields<AuditedTables['assignment']> = {
  ...{ entry_id: null, replaces_id: null },
  official_id: named('Cán bộ', 'official'),
  target_id: named('Nơi được phân công', 'organisation'),
  role: coded('Nhiệm vụ', assignmentRoleWords),
  end_reason: text('Lý do thôi'),
  team_id: named('Tổ', 'team'),
  handover_note: text('Nội dung bàn giao'),
  ...dated,
};

export const petitionFields: ToldFields<AuditedTables['petition']> = {
  ...{ search_key: null, visit_id: null },
  code: text('Mã'),
  cell_id: named('Chi bộ', 'organisation'),
  meeting_id: named('Buổi sinh hoạt', 'meeting'),
  date: text('Ngày nêu'),
  raised_by: text('Người nêu'),
  raised_by_member_id: named('Đảng viên nêu', 'member'),
  content: text('Nội dung'),
  kind: listed('Loại', 'petition_kinds'),
  field: listed('Lĩnh vực', 'petition_fields'),
  authority: coded('Thẩm quyền', authorityWords),
  responsible_body_id: named('Cơ quan giải quyết', 'handling_body'),
  received_on: text('Ngày tiếp nhận'),
  forwarded_on: text('Ngày chuyển'),
  forward_document: text('Văn bản chuyển'),
  due_date: text('Hạn trả lời'),
  state: coded('Tình trạng', petitionStateWords),
  answered_on: text('Ngày trả lời'),
  reply_document: text('Văn bản trả lời'),
  outcome: text('Kết quả'),
  unresolved_reason: text('Lý do chưa giải quyết'),
  cell_told_on: text('Ngày báo lại chi bộ'),
  duplicate_of_id: named('Trùng với', 'petition'),
  note: text('Ghi chú'),
};
