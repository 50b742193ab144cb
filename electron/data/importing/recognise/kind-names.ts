import type { SheetKind } from './dictionary.ts';

/** What a kind of sheet is called in messages. */
export const kindNames: Readonly<Record<SheetKind, string>> = {
  organisations: 'danh sách tổ chức đảng',
  organisation_events: 'biến động tổ chức đảng',
  members: 'danh sách đảng viên',
  assignments: 'phân công cán bộ dự sinh hoạt',
  teams: 'tổ chỉ đạo',
  meetings: 'theo dõi sinh hoạt chi bộ',
  planned_visits: 'lịch dự sinh hoạt',
  planned_visit_results: 'kết quả thực hiện lịch dự',
  national_db: 'dữ liệu đảng viên (CSDL)',
  petitions: 'ý kiến, kiến nghị',
  remarks: 'nhận xét cán bộ',
};
