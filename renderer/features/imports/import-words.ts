/** What a sheet was taken for. */
export const sheetKindWords: Readonly<Record<string, string>> = {
  organisations: 'Danh sách tổ chức đảng',
  organisation_events: 'Biến động tổ chức đảng',
  members: 'Danh sách đảng viên',
  assignments: 'Phân công cán bộ dự sinh hoạt',
  teams: 'Tổ chỉ đạo',
  meetings: 'Theo dõi sinh hoạt chi bộ',
  planned_visits: 'Lịch dự sinh hoạt',
  planned_visit_results: 'Kết quả thực hiện lịch dự',
  national_db: 'Dữ liệu đảng viên (CSDL)',
  petitions: 'Ý kiến, kiến nghị',
  remarks: 'Nhận xét cán bộ',
};

/** What a row of the file becomes: the word in the sheet, and what it says. */
export const outcomeWords = {
  created: { word: 'mới', says: 'Bản ghi mới' },
  updated: { word: 'thay đổi', says: 'Cập nhật bản ghi đã có' },
  unchanged: { word: 'không đổi', says: 'Đã có, không có gì khác' },
  refused: { word: 'lỗi', says: 'Không nhập được, xem vấn đề của dòng' },
  skipped: { word: 'bỏ', says: 'Bỏ dòng theo lựa chọn' },
  review: { word: 'cần chọn', says: 'Cần chọn: cập nhật người đã có, tạo mới hay bỏ dòng' },
} as const;

/** What a row is that becomes no record. */
export const roleWords = {
  title: 'đầu trang',
  heading: 'tiêu đề',
  group: 'nhóm',
  left_out: 'không đọc',
  data: '',
} as const;

export const encodingWords = { unicode: 'Unicode', tcvn3: 'TCVN3', vni: 'VNI' } as const;

/** What a column was taken for. */
const fieldWords: Readonly<Record<string, string>> = {
  order: 'Số thứ tự',
  name: 'Tên tổ chức đảng',
  cell_type: 'Loại hình chi bộ',
  meeting_day: 'Ngày sinh hoạt',
  members_total: 'Tổng số đảng viên',
  women: 'Nữ',
  probationary: 'Dự bị',
  exempt: 'Miễn sinh hoạt',
  secretary: 'Bí thư',
  phone: 'Điện thoại',
  note: 'Ghi chú',
  cell: 'Chi bộ',
  content: 'Nội dung',
  effective_date: 'Ngày hiệu lực',
  document: 'Văn bản',
  grassroots: 'Đảng bộ cơ sở',
  full_name: 'Họ và tên',
  family_and_middle_name: 'Họ và đệm',
  given_name: 'Tên',
  gender: 'Giới tính',
  is_female: 'Nữ',
  birth_date: 'Ngày sinh',
  birth_date_male: 'Ngày sinh (nam)',
  birth_date_female: 'Ngày sinh (nữ)',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  hometown: 'Quê quán',
  general_education: 'Giáo dục phổ thông',
  professional_education: 'Chuyên môn',
  political_theory: 'Lý luận chính trị',
  admission_date: 'Ngày vào Đảng',
  full_member_date: 'Ngày chính thức',
  card_number: 'Số thẻ đảng viên',
  personal_id: 'Số định danh cá nhân',
  post: 'Chức vụ',
  national_record_id: 'ID trong CSDL',
  other_name: 'Tên gọi khác',
  party_card_no: 'Số thẻ đảng viên (12 số)',
  party_card_place: 'Nơi cấp thẻ',
  party_card_date: 'Ngày cấp thẻ',
  old_card_no: 'Số thẻ cũ (8 số)',
  old_id: 'Số CMND cũ',
  organisation: 'Tổ chức đảng',
  birth_reg_country: 'Nơi khai sinh: quốc gia',
  birth_reg_province: 'Nơi khai sinh: tỉnh',
  birth_reg_address: 'Nơi khai sinh: địa chỉ',
  home_country: 'Quê quán: quốc gia',
  home_province: 'Quê quán: tỉnh',
  home_address: 'Quê quán: địa chỉ',
  residence_country: 'Thường trú: quốc gia',
  residence_province: 'Thường trú: tỉnh',
  residence_address: 'Thường trú: địa chỉ',
  status: 'Trạng thái',
  status_since: 'Ngày rời, mất, miễn',
  deletion_proposed: 'Đề nghị xóa',
  title: 'Chức vụ',
  agency: 'Cơ quan, đơn vị',
  commune: 'Xã, địa bàn',
  role: 'Vai trò',
  min_visits: 'Số lần dự tối thiểu',
  period: 'Thời gian',
  own_cell: 'Chi bộ đang sinh hoạt',
  team_role: 'Vai trò trong tổ',
  date: 'Ngày',
  start_and_end: 'Giờ bắt đầu, kết thúc',
  start: 'Giờ bắt đầu',
  end: 'Giờ kết thúc',
  kind: 'Loại buổi',
  kind_regular: 'Thường kỳ',
  kind_thematic: 'Chuyên đề',
  kind_other: 'Loại khác',
  theme: 'Chuyên đề',
  working_away: 'Đi làm ăn xa',
  due: 'Phải dự',
  present: 'Có mặt',
  absent_excused: 'Vắng có lý do',
  absent_unexcused: 'Vắng không lý do',
  rate: 'Tỷ lệ',
  score: 'Điểm',
  grade: 'Xếp loại',
  visitors: 'Cán bộ cấp trên dự',
};

/** The meaning of a column in words; null when the column was not understood and is left out. */
export function fieldText(field: string | null): string | null {
  if (field === null) return null;
  return field
    .split(', ')
    .map((part) => fieldWords[part] ?? part)
    .join(', ');
}

export const severityWords = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' } as const;
export const severityTones = { error: 'problem', warning: 'caution', info: 'quiet' } as const;
