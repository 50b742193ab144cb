import type { ImportDecisions } from '../../../electron/contract/import-decisions.ts';
import type { ImportedDecisions } from '../../../electron/contract/imports.ts';
import { formatInt } from '../../components/format.ts';

/** What the clerk has put right so far, in short: "1 ô sửa", "2 dòng chọn". */
export function decisionWords({ sheets, boxes, rows, values }: ImportDecisions): string[] {
  return decidedWords({
    sheets_left_out: sheets.filter(({ kind }) => kind === null).length,
    columns: sheets.reduce((sum, sheet) => sum + Object.keys(sheet.columns ?? {}).length, 0),
    boxes: boxes.length,
    rows: rows.length,
    values: values.length,
  });
}

/** The same of an import that was written. */
export function decidedWords({ sheets_left_out, columns, boxes, rows, values }: ImportedDecisions): string[] {
  const parts: [number, string][] = [
    [sheets_left_out, 'trang không nhập'],
    [columns, 'cột đặt lại'],
    [boxes, 'ô sửa'],
    [rows, 'dòng chọn'],
    [values, 'giá trị đặt theo danh mục'],
  ];
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${formatInt(count)} ${word}`);
}
