import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';
import { textWidth } from '../../../electron/data/documents/text-width.ts';
import type { TypesetHeader, TypesetMark } from '../../../electron/data/documents/typeset.ts';
import { line, noBorders } from './text.ts';

/** Twips between a frame and the word in it, on each side. */
const framePadding = 80;

/**
 * Boxes 1-4, 5b, 10 and 11: a table without borders, 3900 and 5455 twips. Number and date share a row so that they
 * stand on one line whatever the length of the issuer's name (document format, 3.1 boxes 3 and 4).
 */
export function headerTable(header: TypesetHeader, profile: FormatProfile): Table {
  const rows = [[issuerCell(header, profile), partyTitleCell(header, profile)]];
  const left = numberCell(header, profile);
  const right = placeDateCell(header, profile);
  if (left.length > 0 || right.length > 0) rows.push([left, right]);
  return new Table({
    columnWidths: profile.header_table.columns,
    width: { size: profile.header_table.columns[0] + profile.header_table.columns[1], type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((cell, column) => tableCell(cell, column, profile)) }),
    ),
  });
}

function tableCell(paragraphs: Paragraph[], column: number, profile: FormatProfile): TableCell {
  return new TableCell({
    width: { size: profile.header_table.columns[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    // A cell must hold a paragraph, or Word calls the file damaged.
    children: paragraphs.length > 0 ? paragraphs : [line('', profile.star, profile)],
  });
}

function issuerCell(header: TypesetHeader, profile: FormatProfile): Paragraph[] {
  return [
    ...header.superior.map(({ text, condensed }) =>
      line(text, { pt: profile.superior.pt, condense: condensed ? profile.header_table.condense : 0 }, profile),
    ),
    ...header.issuer.map(({ text, condensed }) =>
      line(
        text,
        { pt: profile.issuer.pt, bold: true, condense: condensed ? profile.header_table.condense : 0 },
        profile,
      ),
    ),
    line(header.star, profile.star, profile),
  ];
}

function partyTitleCell(header: TypesetHeader, profile: FormatProfile): Paragraph[] {
  return [line(header.partyTitle, { pt: profile.party_title.pt, bold: true }, profile), titleRule(profile)];
}

/** The rule as long as the title: the border of an empty paragraph, indented alike on both sides (section 3.3). */
function titleRule(profile: FormatProfile): Paragraph {
  const indent = Math.floor((profile.header_table.columns[1] - profile.party_title.rule) / 2);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: indent, right: indent },
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    run: { font: profile.font, size: 8 },
  });
}

function numberCell(header: TypesetHeader, profile: FormatProfile): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  if (header.number !== null) paragraphs.push(line(header.number, profile.number_and_symbol, profile));
  if (header.letterSubject !== null) {
    paragraphs.push(line(header.letterSubject, { pt: profile.letter_subject.pt, italic: true }, profile));
  }
  for (const mark of [header.secrecy, header.urgency]) if (mark !== null) paragraphs.push(priorityMark(mark, profile));
  return paragraphs;
}

/** Secrecy or urgency (boxes 10a and 10b): in a rectangle, its borders at the width of the word, or without. */
function priorityMark({ text, framed }: TypesetMark, profile: FormatProfile): Paragraph {
  const format = { pt: profile.marks.pt, bold: true };
  if (!framed) return line(text, format, profile);
  const side = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' };
  const width = textWidth(text, format.pt, 'bold') + framePadding * 2;
  const indent = Math.max(0, Math.floor((profile.header_table.columns[0] - width) / 2));
  return line(text, format, profile, {
    before: 120,
    border: { top: side, bottom: side, left: side, right: side },
    indent: { left: indent, right: indent },
  });
}

function placeDateCell(header: TypesetHeader, profile: FormatProfile): Paragraph[] {
  const placeDate =
    header.placeDate === null ? [] : [line(header.placeDate, { pt: profile.place_date.pt, italic: true }, profile)];
  return [...placeDate, ...header.marks.map((mark) => line(mark, profile.marks, profile))];
}
