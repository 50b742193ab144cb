import type { ImportDecisions } from '../../../electron/contract/import-decisions.ts';
import { formatInt } from '../../components/format.ts';

/** What the clerk has put right, in short: "sửa 1 ô", "chọn 2 dòng". */
export function decisionWords({ sheets, boxes, rows, values }: ImportDecisions): string[] {
  const columns = sheets.reduce((sum, sheet) => sum + Object.keys(sheet.columns ?? {}).length, 0);
  const leftOut = sheets.filter(({ kind }) => kind === null).length;
  const parts: [number, string][] = [
    [leftOut, 'trang không nhập'],
    [columns, 'cột đặt lại'],
    [boxes.length, 'ô sửa'],
    [rows.length, 'dòng chọn'],
    [values.length, 'giá trị đặt theo danh mục'],
  ];
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${formatInt(count)} ${word}`);
}
