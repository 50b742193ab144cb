import { SochiboError } from '../../errors.ts';
import { decodeLegacyText } from './decode-legacy-text.ts';
import { readCsv } from './read-csv.ts';
import { readSheet } from './read-sheet.ts';
import type { WorkbookGrid } from './sheet-grid.ts';
import type { SheetContext } from './sheet-limits.ts';
import { type FileKind, guardFile, unreadable, workbookLimits } from './workbook-guard.ts';
import { readSharedStrings, readStyles, readWorkbookParts } from './workbook-parts.ts';
import { openZipParts } from './zip-parts.ts';

/**
 * Reads an .xlsx, .xls or .csv into plain grids, within the limits of `workbookLimits`; text of the time before Unicode is
 * decoded. `name` is the file's name for messages.
 * Throws `workbook_unreadable` (not a workbook, damaged, with a password, empty) or `workbook_refused` (too big).
 * Costs time and memory of its own: call it through `readWorkbookInWorker`.
 */
export async function readWorkbook(path: string, name: string): Promise<WorkbookGrid> {
  const kind = await guardFile(path, name);
  try {
    const workbook = await read(kind, path, name);
    if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) {
      throw unreadable(`Tệp ${name} không có dữ liệu: mọi trang đều trống. Kiểm tra lại tệp rồi chọn lại.`);
    }
    for (const sheet of workbook.sheets) decodeLegacyText(sheet);
    return workbook;
  } catch (error) {
    if (error instanceof SochiboError) throw error;
    throw unreadable(`Tệp ${name} bị hỏng bên trong nên không đọc được. Mở bằng Excel, lưu lại rồi chọn lại.`, error);
  }
}

async function read(kind: FileKind, path: string, name: string): Promise<WorkbookGrid> {
  if (kind === 'xlsx') return readXlsx(path, name);
  if (kind === 'csv') return readCsv(path, name);
  // The reader of old workbooks is big, and few need it.
  const { readMarkup, readXls } = await import('./read-xls.ts');
  return kind === 'xls' ? readXls(path, name) : readMarkup(path, name);
}

async function readXlsx(path: string, name: string): Promise<WorkbookGrid> {
  const zip = await openZipParts(path, name);
  try {
    const parts = await readWorkbookParts(zip);
    const context: SheetContext = {
      file: name,
      strings: await readSharedStrings(zip, parts.sharedStrings),
      styles: await readStyles(zip, parts.styles),
      date1904: parts.date1904,
      budget: { cells: workbookLimits.cells },
    };
    const workbook: WorkbookGrid = { sheets: [] };
    for (const { part, ...sheet } of parts.sheets) {
      const grid = await readSheet(zip.read(part), sheet, context);
      workbook.sheets.push(parts.date1904 ? { ...grid, date1904: true } : grid);
    }
    return workbook;
  } finally {
    zip.close();
  }
}
