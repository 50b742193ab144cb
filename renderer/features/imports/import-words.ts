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
