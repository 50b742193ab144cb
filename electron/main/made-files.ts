import { existsSync } from 'node:fs';
import { cp, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { checkFolderCopy, copyChecked } from './copy-checked.ts';
import { whyNotWritten } from './file-holder.ts';
import { fitFileName, freeName } from './file-names.ts';
import { writeSafely } from './write-safely.ts';

const daysKept = 7;

/** Asks where a copy of the file may go, puts it there and reads it back. Null when the person changed their mind or it failed. */
export async function deliverCopy(window: BrowserWindow, path: string): Promise<string | null> {
  return saveTo(window, basename(path), (target) => copyChecked(path, target));
}

/** Asks for a folder and copies the made one into it, beside one of that name as `… (2)`. Null as for `deliverCopy`. */
export async function deliverFolderCopy(window: BrowserWindow, source: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Chọn nơi lưu hồ sơ',
    buttonLabel: 'Lưu vào đây',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [parent] = filePaths;
  if (canceled || parent === undefined) return null;
  const name = basename(source);
  let target = join(parent, name);
  for (let count = 2; existsSync(target); count += 1) target = join(parent, `${name} (${count})`);
  try {
    await cp(source, target, { recursive: true, errorOnExist: true });
    await checkFolderCopy(source, target);
    return target;
  } catch {
    // A folder of which a part is missing is worse than none.
    await rm(target, { recursive: true, force: true });
    await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Không lưu được hồ sơ',
      message: `Không ghi được hồ sơ vào ${parent}.`,
      detail: 'Kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn thư mục khác. Hồ sơ vẫn còn trong chương trình.',
    });
    return null;
  }
}

/**
 * Asks for a place and a name, writes there, returns where. What cannot be written is told in words and may be given
 * another name until it is written or the person gives up; the old file is whole. The name is made fit for Windows.
 */
export async function saveTo(
  window: BrowserWindow,
  suggestedName: string,
  write: (target: string) => Promise<void>,
): Promise<string | null> {
  let proposal = join(app.getPath('documents'), fitFileName(suggestedName));
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'Lưu tệp',
      buttonLabel: 'Lưu',
      defaultPath: proposal,
    });
    if (canceled || !filePath) return null;
    try {
      await writeSafely(filePath, write);
      return filePath;
    } catch (error) {
      if (!(await wantsAnotherName(window, filePath, error))) return null;
      proposal = freeName(filePath);
    }
  }
}

async function wantsAnotherName(window: BrowserWindow, path: string, error: unknown): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Không lưu được tệp',
    message: whyNotWritten(path, error),
    detail: 'Tệp cũ còn nguyên. Đóng tệp rồi lưu lại, hoặc lưu tên khác, thư mục khác.',
    buttons: ['Lưu tên khác…', 'Không lưu'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Opens a made file in the program of its kind. */
export async function openMadeFile(window: BrowserWindow, path: string): Promise<void> {
  const refusal = await shell.openPath(path);
  if (!refusal) return;
  await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Không mở được tệp',
    message: `Không mở được tệp ${basename(path)}.`,
    detail: 'Máy chưa có chương trình đọc loại tệp này. Lưu một bản sao rồi mở ở máy khác.',
  });
}

export function showMadeFile(path: string): void {
  shell.showItemInFolder(path);
}

/** Removes files made more than a week ago: a copy that matters has been saved elsewhere by then. */
export async function removeOldFiles(outputDir: string, now: number): Promise<void> {
  const folders = await readdir(outputDir).catch(() => []);
  for (const folder of folders.map((name) => join(outputDir, name))) {
    const age = await stat(folder).then((found) => now - found.mtimeMs);
    if (age > daysKept * 86_400_000) await rm(folder, { recursive: true, force: true });
  }
}
