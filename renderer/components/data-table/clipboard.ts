import { textOf } from '../../../electron/contract/list-values.ts';
import type { Column } from './column.ts';

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/**
 * What a spreadsheet would run is led by an apostrophe, as in the program's own workbooks; a list mark, a lone sign and a
 * plain number stay as they are.
 */
function guarded(text: string): string {
  const start = text.trimStart();
  const runs = /^[=@＝＠]/u.test(start) || /^[+\-＋－](?!$|\s[^|!=＝]*$|[\d\s.,()-]*$)/u.test(start);
  return runs ? `'${text}` : text;
}

/** Tab-separated text: headings first, no tab or line break inside a cell, nothing that would be run. */
export function toTsv<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const cell = (text: string) => guarded(textOf(text));
  const lines = rows.map((row) => columns.map((column) => cell(column.text(row))).join('\t'));
  return [columns.map((column) => cell(column.heading)).join('\t'), ...lines].join('\r\n');
}

/**
 * The same as a table. Text is marked as text, so that card numbers keep their leading zeros and dates stay as they are
 * read; numbers go with their value, whatever the decimal sign of the machine. Excel reads `mso-number-format` and
 * `x:num`, LibreOffice `sdnum` and `sdval`.
 */
export function toHtmlTable<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const asText = (text: string) => `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">${escaped(textOf(text))}</td>`;
  const cell = (column: Column<T>, row: T) => {
    const value = column.number?.(row) ?? null;
    const shown = column.text(row);
    return value === null
      ? asText(shown)
      : `<td x:num="${value}" sdval="${value}" sdnum="1033;">${escaped(textOf(shown))}</td>`;
  };
  const line = (cells: string[]) => `<tr>${cells.join('')}</tr>`;
  const headings = line(columns.map(({ heading }) => asText(heading)));
  const body = rows.map((row) => line(columns.map((column) => cell(column, row))));
  return `<table xmlns:x="urn:schemas-microsoft-com:office:excel">${headings}${body.join('')}</table>`;
}

/**
 * Puts rows on the clipboard, as text and as a table. Through a `copy` event of its own, also after waiting for rows:
 * the clipboard interface proper would take from the table what the spreadsheets read.
 */
export function putOnClipboard<T>(rows: readonly T[], columns: readonly Column<T>[]): void {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', toTsv(rows, columns));
    event.clipboardData?.setData('text/html', toHtmlTable(rows, columns));
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
}
