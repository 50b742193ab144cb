import type { ProcedurePath } from '../../electron/contract/procedure-path.ts';
import type { IconName } from '../components/icons.tsx';

export type Place = {
  path: string;
  label: string;
  icon: IconName;
  /** Where the place goes on at an address of another beginning. */
  also?: string;
  /** What it begins with, where not everybody may: to whom it is refused, Ctrl+K does not offer it. */
  needs?: ProcedurePath;
};

/** The places of the window, in the order of the navigation and of Alt+1…9. */
export const places: readonly Place[] = [
  { path: '/today', label: 'Hôm nay', icon: 'today' },
  { path: '/organisations', label: 'Tổ chức đảng', icon: 'tree' },
  { path: '/members', label: 'Đảng viên', icon: 'people' },
  { path: '/officials', label: 'Cán bộ dự SH', icon: 'badge' },
  { path: '/schedule', label: 'Lịch tháng', icon: 'calendar', needs: 'schedule.board' },
  { path: '/meetings', label: 'Sinh hoạt', icon: 'meeting' },
  { path: '/themes', label: 'Chuyên đề', icon: 'theme' },
  { path: '/petitions', label: 'Kiến nghị', icon: 'petition' },
  { path: '/reports', label: 'Báo cáo', icon: 'report', also: '/documents' },
  { path: '/imports', label: 'Nhập dữ liệu', icon: 'import', needs: 'imports.preview' },
  { path: '/history', label: 'Lịch sử thay đổi', icon: 'history' },
  { path: '/settings', label: 'Thiết lập', icon: 'settings' },
];

/** The place that an address belongs to. */
export function placeOf(location: string): Place | undefined {
  return places.find(
    ({ path, also }) => location.startsWith(path) || (also !== undefined && location.startsWith(also)),
  );
}

/** Screens that are reached from a place or by Ctrl+K, not from the navigation. */
export const furtherScreens: readonly Pick<Place, 'path' | 'label' | 'needs'>[] = [
  { path: '/scoring/grades', label: 'Xếp loại chi bộ quý, năm' },
  { path: '/scoring', label: 'Mẫu chấm điểm' },
  { path: '/remarks', label: 'Nhận xét năm', needs: 'remarks.list' },
  { path: '/documents', label: 'Văn bản của kỳ', needs: 'documents.list' },
  { path: '/documents/register', label: 'Sổ văn bản', needs: 'register.list' },
  { path: '/documents/folder', label: 'Hồ sơ cả kỳ', needs: 'folders.contents' },
  { path: '/reports/frozen', label: 'Báo cáo đã chốt', needs: 'frozen.list' },
  { path: '/imports/forms', label: 'Biểu thu thập', needs: 'collecting.forms' },
  { path: '/imports/packages', label: 'Gói dữ liệu', needs: 'packages.list' },
  { path: '/help', label: 'Trợ giúp' },
];

const newHere: KeyboardEventInit = { code: 'KeyN', ctrlKey: true };

/** What one may want to do, not where to go: the screen (null: this one), and the key that begins the work. */
export const actions: readonly (Pick<Place, 'label' | 'needs'> & { path: string | null; press?: KeyboardEventInit })[] =
  [
    { label: 'Thêm đảng viên', path: '/members/new', needs: 'members.create' },
    { label: 'Thêm cán bộ dự sinh hoạt', path: '/officials', press: newHere, needs: 'officials.save' },
    { label: 'Lập lịch dự sinh hoạt', path: '/schedule', press: newHere, needs: 'schedule.plan' },
    { label: 'Đề xuất lịch dự của tháng', path: '/schedule/proposal', needs: 'schedule.propose' },
    { label: 'Ghi buổi sinh hoạt mới', path: '/meetings', press: newHere, needs: 'meetings.create' },
    { label: 'Nhập nhanh số liệu sinh hoạt cả tháng', path: '/meetings/entry', needs: 'meetings.saveCounts' },
    { label: 'Ghi kiến nghị', path: '/petitions', press: newHere, needs: 'petitions.create' },
    { label: 'Ghi văn bản khác vào sổ', path: '/documents/register', press: newHere, needs: 'register.save' },
    { label: 'Chuyển đổi tổ chức đảng', path: '/organisations/convert', needs: 'organisations.convert' },
    { label: 'Sao lưu, khôi phục sổ', path: '/settings/backups' },
    { label: 'Việc đang chạy và vừa xong', path: null, press: { code: 'KeyJ', ctrlKey: true } },
  ];

/** The parts of "Thiết lập", each with an address of its own. */
export const settingsParts = [
  { part: 'office', label: 'Sổ và cơ quan' },
  { part: 'signing', label: 'Người ký, nơi nhận' },
  { part: 'terms', label: 'Nhiệm kỳ' },
  { part: 'rules', label: 'Quy tắc' },
  { part: 'lists', label: 'Danh mục' },
  { part: 'kinds', label: 'Thể loại văn bản', needs: 'register.choices' },
  { part: 'templates', label: 'Mẫu Word' },
  { part: 'backups', label: 'Sao lưu' },
  { part: 'people', label: 'Người dùng', needs: 'people.list' },
  { part: 'leaving', label: 'Nhật ký xuất', needs: 'people.handedOver' },
  { part: 'security', label: 'Bảo mật' },
  { part: 'display', label: 'Hiển thị' },
] as const satisfies readonly { part: string; label: string; needs?: ProcedurePath }[];

const pages: Readonly<Record<string, string>> = {
  organisation: '/organisations',
  cell: '/organisations',
  member: '/members',
  official: '/officials',
  meeting: '/meetings',
  petition: '/petitions',
};

/** Where a record is shown, or null for a kind of record that has no page of its own. Forms are shown on one screen. */
export function pathOf(entity: string, id: string): string | null {
  if (entity === 'collecting') return '/imports/forms';
  const page = pages[entity];
  return page ? `${page}/${encodeURIComponent(id)}` : null;
}
