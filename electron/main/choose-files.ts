import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ChosenFile } from '../contract/shell.ts';

/** Ending of an office file. */
export const officeEnding = 'sochibo';
const officeFilter = { name: 'Sổ Chi bộ', extensions: [officeEnding] };
const anyFilter = { name: 'Mọi tệp', extensions: ['*'] };

/** Workbooks to import; empty when the person changed their mind. */
export async function chooseWorkbooks(window: BrowserWindow): Promise<ChosenFile[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Nhập từ Excel',
    buttonLabel: 'Chọn',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Sổ tính Excel', extensions: ['xlsx', 'xlsm', 'xls', 'csv'] }, anyFilter],
  });
  return filePaths.map((path) => ({ path, name: basename(path) }));
}

/** Data packages to receive; empty when the person changed their mind. */
export async function choosePackages(window: BrowserWindow): Promise<ChosenFile[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Nhận gói dữ liệu',
    buttonLabel: 'Chọn',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Gói dữ liệu', extensions: ['gsochibo'] }, anyFilter],
  });
  return filePaths.map((path) => ({ path, name: basename(path) }));
}

/** A new version of the program, or null. */
export async function chooseUpdate(window: BrowserWindow): Promise<ChosenFile | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Cập nhật từ tệp',
    buttonLabel: 'Chọn',
    properties: ['openFile'],
    filters: [{ name: 'Bản cập nhật Sổ Chi bộ', extensions: ['gcapnhat'] }, anyFilter],
  });
  const [path] = filePaths;
  return path === undefined ? null : { path, name: basename(path) };
}

/** An office file to open, or null. */
export async function chooseOffice(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Mở sổ',
    buttonLabel: 'Mở',
    properties: ['openFile'],
    filters: [officeFilter, anyFilter],
  });
  return filePaths[0] ?? null;
}

/** Where a new office file goes, always with its ending, or null. */
export async function saveOfficeAs(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Tạo sổ mới',
    buttonLabel: 'Tạo',
    defaultPath: join(app.getPath('documents'), basename(suggestedName) || `Sổ Chi bộ.${officeEnding}`),
    filters: [officeFilter],
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith(`.${officeEnding}`) ? filePath : `${filePath}.${officeEnding}`;
}

/** The office file named on the command line (a double click on it), or null. */
export function officeInArguments(arguments_: readonly string[]): string | null {
  return arguments_.findLast((one) => !one.startsWith('-') && one.endsWith(`.${officeEnding}`)) ?? null;
}
