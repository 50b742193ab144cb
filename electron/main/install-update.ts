import { basename } from 'node:path';
import { app, shell } from 'electron';
import { placeBeside } from './place-beside.ts';
import { runningFile } from './running-file.ts';

/** Long enough for the page to say that the program will close, milliseconds. */
const untilClosing = 3000;

/**
 * Hands a checked installer over to the system, as the running program was installed: an installer is started and the program
 * closes; a program of one file is put beside the one that runs; a package of the system is shown. Returns what to do now.
 */
export async function installUpdate(installer: string): Promise<string> {
  const running = runningFile();
  if (running) {
    const target = await placeBeside(installer, running);
    shell.showItemInFolder(target);
    return (
      `Đã đặt bản mới ${basename(target)} cạnh bản đang dùng (${target}). Đóng chương trình rồi mở bản mới; bản cũ vẫn còn, ` +
      'xóa khi không cần nữa.'
    );
  }
  if (process.platform !== 'win32') {
    shell.showItemInFolder(installer);
    return `Gói cài đặt ở ${installer}. Đóng chương trình rồi mở gói đó bằng trình cài đặt của hệ thống.`;
  }
  const refusal = await shell.openPath(installer);
  if (refusal) return `Không mở được bộ cài. Đóng chương trình rồi mở tệp ${installer}.`;
  setTimeout(() => app.quit(), untilClosing);
  return 'Bộ cài đã mở. Chương trình sẽ đóng; làm theo bộ cài, xong thì mở lại chương trình.';
}
