import { readFile } from 'node:fs/promises';
import { type CellObject, CFB, read, type WorkBook } from '@e965/xlsx';
import { numberValue, textValue } from './cell-values.ts';
import { formatOfCode } from './number-formats.ts';
import type { CellValue, GridRow, SheetGrid, WorkbookGrid } from './sheet-grid.ts';
import { decodeText } from './text-encoding.ts';
import { unreadable, workbookLimits } from './workbook-guard.ts';
import { readXlsFacts, type XlsSheetFacts } from './xls-records.ts';

/**
 * Reads a workbook of Excel 5 to 2003. Text is given as the file has it: undecoded, with its font where it matters.
 * Throws as `readXlsFacts`, and `workbook_unreadable` or the reader's error when the file is damaged.
 */
export async function readXls(path: string, name: string): Promise<WorkbookGrid> {
  const bytes = await readFile(path);
  const facts = readXlsFacts(workbookStream(bytes, name), name);
  const workbook = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, cellText: false });
  return gridsOf(workbook, facts);
}

/** Reads a web page or XML that was saved under the name of a workbook (pitfall 14b). Texts stay as they are. */
export async function readMarkup(path: string, name: string): Promise<WorkbookGrid> {
  const text = decodeText(await readFile(path));
  const other = (cause?: unknown) =>
    unreadable(
      `Tệp ${name} không phải bảng tính: đây là trang web hoặc XML không có bảng. Chọn tệp .xlsx, .xls.`,
      cause,
    );
  try {
    const workbook = gridsOf(read(text, { type: 'string', dense: true, cellNF: true, raw: true }), []);
    if (workbook.sheets.some(({ rows }) => rows.length > 0)) return workbook;
  } catch (error) {
    // The reader throws where it finds no table at all.
    throw other(error);
  }
  throw other();
}

function gridsOf(workbook: WorkBook, facts: readonly XlsSheetFacts[]): WorkbookGrid {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.map((sheetName, index): SheetGrid => {
    const sheet = workbook.Sheets[sheetName];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const merges = (sheet?.['!merges'] ?? []).slice(0, workbookLimits.merges).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    }));
    const own = facts[index];
    const rows = gridRows(sheet?.['!data'] ?? [], own, date1904);
    const grid = { name: sheetName, hidden, rows, merges, hiddenColumns: own?.hiddenColumns ?? [], decoded: [] };
    return date1904 ? { ...grid, date1904 } : grid;
  });
  return { sheets };
}

/** The stream `Workbook` (Excel 97 and later) or `Book` of the compound file. */
function workbookStream(bytes: Buffer, name: string): Buffer {
  const container = CFB.read(bytes, { type: 'buffer' });
  const entry: { content: Uint8Array } | null = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (!entry)
    throw unreadable(`Tệp ${name} là tài liệu Office đời cũ, không phải bảng tính. Chọn tệp .xlsx hoặc .xls.`);
  return Buffer.from(entry.content);
}

function gridRows(
  data: readonly (readonly (CellObject | undefined)[] | undefined)[],
  facts: XlsSheetFacts | undefined,
  date1904: boolean,
): GridRow[] {
  const rows: GridRow[] = [];
  // Sparse: `forEach` passes over what is not there.
  data.forEach((boxes, index) => {
    const number = index + 1;
    const cells = new Map<number, CellValue>();
    boxes?.forEach((box, at) => {
      const value = box ? cellValue(box, facts?.fontOf(number, at + 1) ?? null, date1904) : null;
      if (value) cells.set(at + 1, value);
    });
    if (cells.size > 0) rows.push({ number, hidden: facts?.hiddenRows.has(number) ?? false, cells });
  });
  return rows;
}

function cellValue(
  { t, v, w, z }: CellObject,
  font: ReturnType<XlsSheetFacts['fontOf']>,
  date1904: boolean,
): CellValue | null {
  if (t === 'n' && typeof v === 'number') return numberValue(v, formatOfCode(String(z ?? 'General')), date1904);
  if (t === 'b') return { type: 'boolean', value: v === true };
  if (t === 'e') return { type: 'error', text: w ?? String(v) };
  return t === 's' && typeof v === 'string' ? textValue(v, font) : null;
}
