import { app, type BrowserWindow, dialog } from 'electron';

const keys = [
  'Ctrl+K: tìm đảng viên, chi bộ, cán bộ, báo cáo',
  'Alt+1…9: đi tới một mục',
  'Ctrl+N: thêm mới · Ctrl+S: lưu · Ctrl+P: in',
  'Ctrl+F: lọc danh sách · F5: tính lại số liệu · Ctrl+E: xuất Excel',
  'Trong bảng: mũi tên, Tab, Home, End, F2 sửa, Esc thôi, Ctrl+C chép sang Excel',
];

export function showKeys(window: BrowserWindow): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    title: 'Phím tắt',
    message: 'Phím tắt',
    detail: keys.join('\n'),
    buttons: ['Đóng'],
    noLink: true,
  });
}

export function showAbout(window: BrowserWindow): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    title: 'Giới thiệu',
    message: `Sổ Chi bộ ${app.getVersion()}`,
    detail: 'Sổ theo dõi sinh hoạt chi bộ và đảng viên. Dữ liệu ở trong máy này; chương trình không dùng mạng.',
    buttons: ['Đóng'],
    noLink: true,
  });
}
