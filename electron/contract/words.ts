/** Vietnamese words for the contract's codes: the one place where the window names them (glossary). */
export const organisationKindWords = {
  committee: 'Cấp ủy',
  grassroots_committee: 'Đảng bộ cơ sở',
  sub_committee: 'Đảng bộ bộ phận',
  grassroots_cell: 'Chi bộ cơ sở',
  cell: 'Chi bộ',
} as const;

export const genderWords = { male: 'Nam', female: 'Nữ' } as const;

export const standingWords = { full: 'Chính thức', probationary: 'Dự bị' } as const;

export const statusWords = {
  active: 'Đang sinh hoạt',
  exempt: 'Miễn sinh hoạt',
  reduced: 'Giảm sinh hoạt',
  temporarily_exempt: 'Tạm miễn (làm ăn xa)',
  temporarily_away: 'SHTT nơi khác',
  temporarily_received: 'SHTT đến',
  suspended: 'Đình chỉ sinh hoạt',
  transferred_out: 'Đã chuyển đi',
  name_removed: 'Xóa tên',
  withdrawn: 'Xin ra khỏi Đảng',
  expelled: 'Khai trừ',
  deceased: 'Từ trần',
  armed_forces_special_duty: 'LLVT nhiệm vụ đặc biệt',
} as const;

export const meetingKindWords = {
  regular: 'Thường kỳ',
  thematic: 'Chuyên đề',
  regular_with_thematic: 'Thường kỳ kết hợp chuyên đề',
  extraordinary: 'Đột xuất',
  cell_committee: 'Chi ủy',
  congress: 'Đại hội',
} as const;

export const meetingModeWords = {
  in_person: 'Trực tiếp',
  online: 'Trực tuyến',
  hybrid: 'Trực tiếp kết hợp trực tuyến',
} as const;

export const meetingStateWords = {
  planned: 'Kế hoạch',
  held: 'Đã họp',
  postponed: 'Hoãn',
  not_held: 'Không họp',
} as const;

export const gradeWords = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' } as const;

export const scorerWords = {
  self: 'Chi bộ tự chấm',
  cell_committee: 'Chi ủy chấm',
  visiting_official: 'Cấp ủy viên dự chấm',
  superior_decision: 'Cấp trên quyết định',
} as const;

export const attendanceWords = {
  present: 'Có mặt',
  absent_excused: 'Vắng có lý do',
  absent_unexcused: 'Vắng không lý do',
  not_due: 'Không thuộc diện',
} as const;

export const visitBasisWords = {
  assigned: 'Theo phân công',
  substitute: 'Dự thay',
  outside: 'Ngoài phân công',
  unlisted: 'Không có trong danh sách phân công',
  own_cell: 'Sinh hoạt tại chi bộ mình',
} as const;

export const planStateWords = {
  planned: 'Dự kiến',
  cell_notified: 'Đã báo chi bộ',
  attended: 'Đã dự',
  missed: 'Vắng',
  rescheduled: 'Đổi lịch',
  substitute_sent: 'Cử người dự thay',
  cancelled: 'Hủy',
} as const;

export const visitReportWords = {
  due: 'Chưa đến hạn',
  missing: 'Quá hạn, chưa nộp',
  submitted: 'Đã nộp',
  returned: 'Trả lại',
  accepted: 'Đã nhận',
} as const;

export const visitorLevelWords = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  other: 'Khác',
} as const;

export const assignmentRoleWords = {
  attend: 'Dự sinh hoạt',
  area_in_charge: 'Phụ trách địa bàn',
  follow: 'Theo dõi',
  team_leader: 'Tổ trưởng',
  team_member: 'Tổ viên',
} as const;

export const documentStateWords = {
  draft: 'Dự thảo',
  presented: 'Đã trình ký',
  signed: 'Đã ký',
  sent: 'Đã gửi',
  returned: 'Bị trả lại',
} as const;

export const petitionStateWords = {
  new: 'Mới',
  received: 'Đã tiếp nhận',
  forwarded: 'Đã chuyển',
  in_progress: 'Đang giải quyết',
  resolved: 'Đã giải quyết',
  told_back: 'Đã báo lại chi bộ',
  answered_on_the_spot: 'Giải đáp tại chỗ',
  outside_authority: 'Vượt thẩm quyền',
  unresolved: 'Chưa giải quyết',
} as const;

export const authorityWords = {
  cell: 'Chi bộ',
  commune: 'Xã',
  district: 'Huyện',
  province: 'Tỉnh',
  central: 'Trung ương',
} as const;

export const remarkLevelWords = {
  excellent: 'Hoàn thành xuất sắc',
  good: 'Hoàn thành tốt',
  completed: 'Hoàn thành',
  not_completed: 'Không hoàn thành',
} as const;

export const committeePositionWords: Readonly<Record<string, string>> = {
  secretary: 'Bí thư',
  deputy_secretary: 'Phó bí thư',
  committee_member: 'Ủy viên',
};

/** Handbook R26. */
export function organisationBasisWord(basis: 'then' | 'now'): string {
  return basis === 'now' ? 'Quy về tổ chức hiện nay' : 'Theo tổ chức tại thời điểm';
}

/** What makes a cell one to be visited first. */
export const difficultyWords: Readonly<Record<string, string>> = {
  remote: 'vùng sâu, vùng xa',
  border: 'biên giới',
  island: 'hải đảo',
  ethnic_minority: 'dân tộc thiểu số',
  religious: 'vùng có đạo',
  hardship: 'đặc biệt khó khăn',
};

/** The codes of a table of words, in its order. */
export function codesOf<Code extends string>(words: Readonly<Record<Code, string>>): Code[] {
  return Object.keys(words).filter((code): code is Code => code in words);
}
