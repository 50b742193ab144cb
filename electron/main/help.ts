import { app, type BrowserWindow, dialog } from 'electron';

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
