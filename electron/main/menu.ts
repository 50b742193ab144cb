import { basename } from 'node:path';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/shell.ts';

/** The first nine places of the window, in the order of its own navigation (renderer/app/places.ts). */
const places = [
  'Hôm nay',
  'Tổ chức đảng',
  'Đảng viên',
  'Cán bộ dự SH',
  'Lịch tháng',
  'Sinh hoạt',
  'Chuyên đề',
  'Kiến nghị',
  'Báo cáo',
];

/** Every report of figures, by its code and in the words of its title (electron/data/reporting/reports). */
const reports: readonly (readonly [code: string, name: string])[] = [
  ['BC-02', 'Dự sinh hoạt theo định mức'],
  ['BC-03', 'Phân công cấp ủy viên, cán bộ'],
  ['BC-04', 'Ý kiến, kiến nghị'],
  ['BC-05', 'Tình hình sinh hoạt chi bộ'],
  ['BC-07', 'Xếp loại chất lượng sinh hoạt'],
  ['BC-08', 'Sinh hoạt chuyên đề'],
  ['BC-10', 'Nhận xét, đánh giá cán bộ'],
  ['BC-13', 'Theo dõi đảng viên'],
];

export interface MenuOptions {
  recentOffices: readonly string[];
  /** Without an office, what works in one cannot be chosen. */
  hasOffice: boolean;
  send(command: MenuCommand): void;
  showAbout(): void;
}

/**
 * The native menu. It does nothing itself: every item is told to the window. A key that the page has taken never reaches
 * the menu, so one chord never acts twice.
 */
export function buildMenu({ recentOffices, hasOffice, send, showAbout }: MenuOptions): Menu {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const inOffice: typeof item = (...given) => ({ ...item(...given), enabled: hasOffice });
  const gap: MenuItemConstructorOptions = { type: 'separator' };

  return Menu.buildFromTemplate([
    {
      label: '&Tệp',
      submenu: [
        item('Tạo sổ mới…', { name: 'new-office' }, 'Ctrl+Shift+N'),
        item('Mở sổ…', { name: 'open-office', path: null }, 'Ctrl+O'),
        {
          label: 'Mở gần đây',
          enabled: recentOffices.length > 0,
          submenu: recentOffices.map((path) => ({
            ...item(basename(path), { name: 'open-office', path }),
            sublabel: path,
          })),
        },
        inOffice('Khóa sổ', { name: 'lock' }, 'Ctrl+Shift+L'),
        inOffice('Đóng sổ', { name: 'close-office' }),
        gap,
        inOffice('Thêm mới tại đây', { name: 'new-here' }, 'Ctrl+N'),
        inOffice('Lưu', { name: 'save' }, 'Ctrl+S'),
        gap,
        inOffice('Nhập từ Excel…', { name: 'import' }, 'Ctrl+I'),
        inOffice('Xuất Excel', { name: 'export' }, 'Ctrl+E'),
        inOffice('In…', { name: 'print' }, 'Ctrl+P'),
        gap,
        inOffice('Thiết lập…', { name: 'settings' }, 'Ctrl+,'),
        gap,
        { label: 'Thoát', role: 'quit', accelerator: 'Ctrl+Q' },
      ],
    },
    {
      label: '&Sửa',
      submenu: [
        { label: 'Hoàn tác', role: 'undo' },
        { label: 'Làm lại', role: 'redo', accelerator: 'Ctrl+Y' },
        gap,
        { label: 'Cắt', role: 'cut' },
        { label: 'Sao chép', role: 'copy' },
        { label: 'Dán', role: 'paste' },
        { label: 'Chọn tất cả', role: 'selectAll' },
        gap,
        inOffice('Tìm…', { name: 'find' }, 'Ctrl+K'),
        inOffice('Lịch sử thay đổi', { name: 'history' }),
        inOffice('Lọc danh sách', { name: 'filter' }, 'Ctrl+F'),
      ],
    },
    {
      label: '&Xem',
      submenu: [
        ...places.map((label, index) =>
          inOffice(label, { name: 'place', number: index + 1 }, index < 9 ? `Alt+${index + 1}` : undefined),
        ),
        gap,
        inOffice('Tính lại số liệu', { name: 'refresh' }, 'F5'),
        inOffice('Việc đang chạy và vừa xong', { name: 'jobs' }, 'Ctrl+J'),
        gap,
        { label: 'Phóng to', role: 'zoomIn', accelerator: 'Ctrl+=' },
        { label: 'Thu nhỏ', role: 'zoomOut' },
        { label: 'Cỡ bình thường', role: 'resetZoom' },
        { label: 'Toàn màn hình', role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Báo cáo',
      submenu: [
        inOffice('Báo cáo của kỳ', { name: 'reports' }),
        gap,
        ...reports.map(([code, label]) => inOffice(`${code} ${label}`, { name: 'report', code })),
      ],
    },
    {
      label: 'Trợ &giúp',
      submenu: [
        item('Trợ giúp, phím tắt', { name: 'help' }, 'F1'),
        item('Cập nhật từ tệp…', { name: 'update' }),
        { label: 'Giới thiệu Sổ Chi bộ', click: showAbout },
      ],
    },
  ]);
}
