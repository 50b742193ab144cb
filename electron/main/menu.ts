import { basename } from 'node:path';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/shell.ts';

/** The places of the window in the order of Alt+1…9. */
const places = ['Hôm nay', 'Tổ chức đảng', 'Đảng viên', 'Cán bộ dự sinh hoạt', 'Sinh hoạt', 'Báo cáo', 'Nhập dữ liệu'];

const reports: readonly (readonly [code: string, name: string])[] = [
  ['BC-05', 'Tình hình sinh hoạt chi bộ (BC-05)'],
  ['BC-02', 'Dự sinh hoạt theo định mức (BC-02)'],
];

export interface MenuOptions {
  recentOffices: readonly string[];
  send(command: MenuCommand): void;
}

/**
 * The native menu. It does nothing itself: every item is told to the window. A key that the page has taken never reaches
 * the menu, so one chord never acts twice.
 */
export function buildMenu({ recentOffices, send }: MenuOptions): Menu {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
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
        item('Đóng sổ', { name: 'close-office' }),
        gap,
        item('Thêm mới tại đây', { name: 'new-here' }, 'Ctrl+N'),
        item('Lưu', { name: 'save' }, 'Ctrl+S'),
        gap,
        item('Nhập từ Excel…', { name: 'import' }, 'Ctrl+I'),
        item('Xuất Excel', { name: 'export' }, 'Ctrl+E'),
        item('In…', { name: 'print' }, 'Ctrl+P'),
        gap,
        item('Cài đặt', { name: 'settings' }, 'Ctrl+,'),
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
        item('Tìm…', { name: 'find' }, 'Ctrl+K'),
        item('Lọc danh sách', { name: 'filter' }, 'Ctrl+F'),
        gap,
        item('Nhật ký thay đổi', { name: 'history' }),
      ],
    },
    {
      label: '&Xem',
      submenu: [
        ...places.map((label, index) => item(label, { name: 'place', number: index + 1 }, `Alt+${index + 1}`)),
        gap,
        item('Tính lại số liệu', { name: 'refresh' }, 'F5'),
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
        item('Báo cáo của kỳ', { name: 'reports' }),
        gap,
        ...reports.map(([code, label]) => item(label, { name: 'report', code })),
      ],
    },
    {
      label: 'Trợ &giúp',
      submenu: [item('Hướng dẫn', { name: 'help' }, 'F1'), item('Giới thiệu Sổ Chi bộ', { name: 'about' })],
    },
  ]);
}
