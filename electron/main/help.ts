import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';

/** What the program is, and the licences of all that it carries (`resources/licences`, in the system's reader of texts). */
export async function showAbout(window: BrowserWindow, resourcesDir: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Giới thiệu',
    message: `Sổ Chi bộ ${app.getVersion()}`,
    detail: 'Sổ theo dõi sinh hoạt chi bộ và đảng viên. Dữ liệu ở trong máy này; chương trình không dùng mạng.',
    buttons: ['Đóng', 'Giấy phép…'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await shell.openPath(join(resourcesDir, 'licences', 'licences.txt'));
}
