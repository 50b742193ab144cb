import { readFile } from 'node:fs/promises';
import { textValue } from './cell-values.ts';
import type { CellValue, GridRow, WorkbookGrid } from './sheet-grid.ts';
import { decodeText } from './text-encoding.ts';
import { tooManyCells, unreadable, workbookLimits } from './workbook-guard.ts';

const separators = [',', ';', '\t', '|'];

/**
 * Reads a .csv, .tsv or text file as one sheet; every box is text, as typed. The separator is the one most lines agree
 * on; `sep=;` in the first line says it (Excel). Throws `workbook_unreadable` when the file is no text,
 * `workbook_refused` when it has too many boxes.
 */
export async function readCsv(path: string, name: string): Promise<WorkbookGrid> {
  const text = decodeText(await readFile(path));
  if (text.includes('\0')) throw unreadable(`Tệp ${name} không phải tệp chữ (.csv). Chọn tệp .xlsx, .xls hoặc .csv.`);
  const told = /^sep=(.)\r?\n/u.exec(text);
  const rows = readLines(told ? text.slice(told[0].length) : text, told?.[1] ?? separatorOf(text), name);
  const number = told ? 1 : 0;
  const shifted = rows.map((row) => ({ ...row, number: row.number + number }));
  return {
    sheets: [
      { name: name.replace(/\.[^.]*$/u, ''), hidden: false, rows: shifted, merges: [], hiddenColumns: [], decoded: [] },
    ],
  };
}

/** The separator that gives most of the first lines the same number of boxes, and more than one. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n|\r|\n/u)
    .slice(0, 60);
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const boxes = line.split(separator).length;
      if (boxes > 1) counts.set(boxes, (counts.get(boxes) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...counts].map(([boxes, times]) => times * Math.min(boxes, 40)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** One pass over the text (RFC 4180): quoted boxes may hold separators, line breaks and doubled quotes. */
function readLines(text: string, separator: string, name: string): GridRow[] {
  const rows: GridRow[] = [];
  let cells = new Map<number, CellValue>();
  let [number, column, budget] = [1, 1, workbookLimits.cells as number];
  let at = 0;
  const endRow = () => {
    if (cells.size > 0) rows.push({ number, hidden: false, cells });
    cells = new Map();
    number += 1;
    column = 1;
  };
  while (at < text.length) {
    const box = readBox(text, at, separator);
    const value = textValue(box.text);
    if (value) cells.set(column, value);
    budget -= 1;
    if (budget < 0) throw tooManyCells(name);
    column += 1;
    at = box.end;
    if (text.startsWith(separator, at)) at += 1;
    else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      endRow();
    }
  }
  endRow();
  return rows;
}

function readBox(text: string, start: number, separator: string): { text: string; end: number } {
  if (text[start] !== '"') {
    const end = endOfBox(text, start, separator);
    return { text: text.slice(start, end), end };
  }
  let from = start + 1;
  let quoted = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    // A quote that is never closed: the rest of the file is not taken for one box.
    if (quote < 0)
      return { text: text.slice(start, endOfBox(text, start, separator)), end: endOfBox(text, start, separator) };
    quoted += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const end = endOfBox(text, quote + 1, separator);
      return { text: quoted + text.slice(quote + 1, end), end };
    }
    quoted += '"';
    from = quote + 2;
  }
}

function endOfBox(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}
