import type { FormatProfile } from './profile.ts';
import { textWidth } from './text-width.ts';
import { placeDateLine, typesetIssuer } from './typeset.ts';
import type { Sheet } from './workbook.ts';
import { columnsHolding, columnsWidth, middleColumn, rowHeight } from './xlsx-layout.ts';
import type { CellStyle } from './xlsx-style-table.ts';
import { plainStyle, type TextStyle } from './xlsx-styles.ts';

/** A row outside the table: texts over columns `from` to `to`, counted from 1; height in points. */
export type PrintedRow = {
  height: number;
  cells: { text: string; from: number; to: number; style: CellStyle }[];
};

/** `ruled`: a line below, about as long as the text. */
type Line = { text: string; format: TextStyle; ruled?: boolean };

/** Header of a form that is sent by itself: issuer left, party title, place and date right (document format, section 7). */
export function headerRows(sheet: Sheet, profile: FormatProfile): PrintedRow[] {
  if (sheet.header === null) return [];
  const pt = profile.sheet.header_pt;
  const half = columnsWidth(sheet.columns.slice(0, middleColumn(sheet.columns)));
  const { superior, issuer } = typesetIssuer(sheet.header, profile, half);
  const left: Line[] = [
    ...superior.map(({ text }) => ({ text, format: { pt } })),
    ...issuer.map(({ text }) => ({ text, format: { pt, bold: true } })),
    { text: profile.star.text, format: { pt } },
  ];
  const right: Line[] = [{ text: profile.party_title.text, format: { pt, bold: true }, ruled: true }];
  const { placeAndDate } = sheet.header;
  if (placeAndDate !== null) {
    // The date stands on the last line of the left column, as far from the title as in a document.
    while (right.length < left.length - 1) right.push({ text: '', format: { pt } });
    right.push({ text: placeDateLine(placeAndDate, profile), format: { pt, italic: true } });
  }
  return [...sideBySide(left, right, sheet, profile), emptyRow(pt)];
}

/** Left the person who made the form, right date, authority and position; four empty lines, names (section 7). */
export function signatureRows(sheet: Sheet, profile: FormatProfile): PrintedRow[] {
  if (sheet.signature === null) return [];
  const { sign_pt: pt, hint_pt } = profile.sheet;
  const { left, right } = sheet.signature;
  const capitals = (text: string): string => text.toLocaleUpperCase('vi').normalize('NFC');
  const hint = (text: string | null): Line[] =>
    text === null ? [] : [{ text, format: { pt: hint_pt, italic: true } }];
  const leftLines: Line[] = [{ text: capitals(left.role), format: { pt, bold: true } }, ...hint(left.hint)];
  const rightLines: Line[] = [
    { text: capitals(right.authority), format: { pt, bold: true } },
    ...(right.position === null ? [] : [{ text: capitals(right.position), format: { pt } }]),
    ...hint(right.hint),
  ];
  const date: Line[] =
    right.placeAndDate === null
      ? []
      : [{ text: placeDateLine(right.placeAndDate, profile), format: { pt, italic: true } }];
  const gap = Array.from({ length: profile.signer.gap_lines }, () => emptyRow(pt));
  return [
    emptyRow(pt),
    ...sideBySide([], date, sheet, profile),
    ...sideBySide(leftLines, rightLines, sheet, profile),
    ...gap,
    ...sideBySide(
      [{ text: left.name ?? '', format: { pt, bold: true } }],
      [{ text: right.name ?? '', format: { pt, bold: true } }],
      sheet,
      profile,
    ),
  ];
}

function sideBySide(
  left: readonly Line[],
  right: readonly Line[],
  sheet: Sheet,
  { font }: FormatProfile,
): PrintedRow[] {
  const middle = middleColumn(sheet.columns);
  const last = sheet.columns.length;
  return Array.from({ length: Math.max(left.length, right.length) }, (_row, index) => {
    const cells = [
      { line: left[index], from: 1, to: middle },
      { line: right[index], from: middle + 1, to: last },
    ].flatMap(({ line, from, to }) => {
      if (line === undefined) return [];
      const style = plainStyle(font, line.format);
      if (!line.ruled) return [{ text: line.text, from, to, style }];
      const held = columnsHolding(textWidth(line.text, line.format.pt, 'bold'), sheet.columns, { from, to });
      return [{ text: line.text, ...held, style: { ...style, border: { bottom: { style: 'thin' as const } } } }];
    });
    return { height: rowHeight(1, Math.max(left[index]?.format.pt ?? 0, right[index]?.format.pt ?? 0)), cells };
  });
}

function emptyRow(pt: number): PrintedRow {
  return { height: rowHeight(1, pt), cells: [] };
}
