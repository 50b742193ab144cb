import { committeePositionWords, genderWords, standingWords, statusWords } from '../../../contract/words.ts';
import type { AuditedTables } from '../../schema/database.ts';
import { coded, dated, listed, named, type ToldFields, text, truth } from './fields.ts';

export const memberFields: ToldFields<AuditedTables['member']> = {
  ...{ search_key: null, sort_key: null, name_key: null },
  full_name: text('Họ và tên'),
  other_name: text('Tên gọi khác'),
  gender: coded('Giới tính', genderWords),
  birth_date: text('Ngày sinh'),
  ethnicity: listed('Dân tộc', 'ethnic_groups'),
  religion: listed('Tôn giáo', 'religions'),
  home_commune: text('Quê quán (xã)'),
  home_district: text('Quê quán (huyện)'),
  home_province: text('Quê quán (tỉnh)'),
  home_text: text('Quê quán như đã ghi'),
  general_education: listed('Giáo dục phổ thông', 'general_education'),
  professional_education: listed('Chuyên môn nghiệp vụ', 'professional_education'),
  professional_field: text('Ngành chuyên môn'),
  political_theory: listed('Lý luận chính trị', 'political_theory'),
  admission_decision_date: text('Ngày quyết định kết nạp'),
  admission_date: text('Ngày vào Đảng'),
  full_member_date: text('Ngày chính thức'),
  old_card_no: text('Số thẻ cũ'),
  party_card_no: text('Số thẻ đảng viên'),
  personal_id: text('Số định danh cá nhân'),
  old_id_no: text('Số CMND cũ'),
  national_record_id: text('ID cơ sở dữ liệu đảng viên'),
  phone: text('Điện thoại'),
  note: text('Ghi chú'),
};

export const detailFields: ToldFields<AuditedTables['member_detail']> = {
  member_id: null,
  birth_reg_country: text('Nơi đăng ký khai sinh (nước)'),
  birth_reg_province: text('Nơi đăng ký khai sinh (tỉnh)'),
  birth_reg_address: text('Nơi đăng ký khai sinh'),
  home_country: text('Quê quán (nước)'),
  home_address: text('Quê quán (thôn, tổ)'),
  residence_country: text('Nơi ở (nước)'),
  residence_province: text('Nơi ở (tỉnh)'),
  residence_address: text('Nơi ở hiện nay'),
  party_card_place: text('Nơi cấp thẻ'),
  party_card_date: text('Ngày cấp thẻ'),
  register_no: text('Số trong Sổ danh sách đảng viên'),
  dossier_no: text('Số lý lịch'),
  occupation: text('Nghề nghiệp'),
  workplace: text('Nơi làm việc'),
  party_position: text('Chức vụ đảng'),
  government_position: text('Chức vụ chính quyền, đoàn thể'),
  academic_degree: text('Học vị'),
  academic_title: text('Học hàm'),
  foreign_language: text('Ngoại ngữ'),
  informatics: text('Tin học'),
  family_background: text('Thành phần gia đình'),
  health: text('Sức khỏe'),
  youth_union_date: text('Ngày vào Đoàn'),
  enlisted_date: text('Ngày nhập ngũ'),
  discharged_date: text('Ngày xuất ngũ'),
  admitted_at: text('Kết nạp tại chi bộ'),
  sponsor_1: text('Người giới thiệu thứ nhất'),
  sponsor_2: text('Người giới thiệu thứ hai'),
  recognised_at: text('Chi bộ công nhận chính thức'),
  party_age_date: text('Ngày tính tuổi đảng'),
  party_age_reason: text('Lý do ngày tính tuổi đảng'),
  has_smartphone: truth('Có điện thoại thông minh'),
};

export const statusFields: ToldFields<AuditedTables['member_status']> = {
  member_id: null,
  cell_id: named('Chi bộ', 'organisation'),
  standing: coded('Tư cách', standingWords),
  kind: coded('Trạng thái', statusWords),
  basis: text('Căn cứ'),
  expected_end: text('Dự kiến đến'),
  review_on: text('Ngày xem lại'),
  place: text('Nơi khác'),
  document: text('Văn bản'),
  ...dated,
};

export const eventFields: ToldFields<AuditedTables['membership_event']> = {
  member_id: null,
  code: listed('Biến động', 'membership_events'),
  date: text('Ngày'),
  from_cell_id: named('Từ chi bộ', 'organisation'),
  to_cell_id: named('Đến chi bộ', 'organisation'),
  from_text: text('Nơi đi'),
  to_text: text('Nơi đến'),
  document: text('Văn bản'),
  note: text('Ghi chú'),
  decision_number: text('Số quyết định'),
  decision_date: text('Ngày quyết định'),
  paper_number: text('Số giấy giới thiệu'),
  paper_date: text('Ngày giấy giới thiệu'),
  received_on: text('Ngày nơi đến tiếp nhận'),
  dues_paid_to: text('Đã đóng đảng phí đến'),
  reason: text('Lý do'),
  ends_on: text('Đến ngày'),
};

const pastWords = {
  ...{ work: 'Công tác', training: 'Đào tạo, bồi dưỡng', reward: 'Khen thưởng', badge: 'Huy hiệu Đảng' },
  ...{ discipline: 'Kỷ luật', abroad: 'Đi nước ngoài', gap: 'Không tham gia sinh hoạt đảng' },
};

export const pastFields: ToldFields<AuditedTables['member_history']> = {
  ...{ member_id: null, position: null },
  kind: coded('Loại', pastWords),
  from_date: text('Từ'),
  to_date: text('Đến'),
  content: text('Nội dung'),
  place: text('Nơi, cơ quan'),
  document: text('Văn bản'),
  note: text('Ghi chú'),
};

export const relativeFields: ToldFields<AuditedTables['member_relative']> = {
  ...{ member_id: null, position: null },
  relation: text('Quan hệ'),
  full_name: text('Họ và tên'),
  birth_year: text('Năm sinh'),
  home: text('Quê quán'),
  occupation: text('Nghề nghiệp'),
  residence: text('Nơi ở'),
  political_activity: text('Hoạt động chính trị, xã hội'),
};

export const postFields: ToldFields<AuditedTables['cell_committee_member']> = {
  member_id: named('Đảng viên', 'member'),
  organisation_id: named('Chi bộ', 'organisation'),
  position: coded('Chức vụ', committeePositionWords),
  decision: text('Quyết định'),
  term_id: named('Nhiệm kỳ', 'term'),
  end_reason: text('Lý do thôi'),
  ...dated,
};
