import { placingTable } from './docx-table.ts';
import { line, paragraph, runProperties } from './docx-text.ts';
import type { FormatProfile } from './profile.ts';
import { textWidth } from './text-width.ts';
import type { TypesetHeader, TypesetMark } from './typeset.ts';

/** Twips between a frame and the word in it, on each side. */
const framePadding = 80;

/**
 * Boxes 1-4, 5b, 10 and 11: a table without borders, 3900 and 5455 twips. Number and date share a row so that they
 * stand on one line whatever the length of the issuer's name (document format, 3.1 boxes 3 and 4).
 */
export function headerTable(header: TypesetHeader, profile: FormatProfile): string {
  // A cell must hold a paragraph, or Word calls the file damaged.
  const filled = (content: string): string => (content === '' ? line('', profile.star, profile) : content);
  const left = numberCell(header, profile);
  const right = placeDateCell(header, profile);
  return placingTable(profile.header_table.columns, [
    [issuerCell(header, profile), partyTitleCell(header, profile)],
    ...(left === '' && right === '' ? [] : [[filled(left), filled(right)]]),
  ]);
}

function issuerCell(header: TypesetHeader, profile: FormatProfile): string {
  const name = (names: TypesetHeader['issuer'], format: { pt: number; bold?: boolean }): string =>
    names
      .map(({ text, condensed }) =>
        line(text, { ...format, condense: condensed ? profile.header_table.condense : 0 }, profile),
      )
      .join('');
  return (
    name(header.superior, { pt: profile.superior.pt }) +
    name(header.issuer, { pt: profile.issuer.pt, bold: true }) +
    line(header.star, profile.star, profile)
  );
}

function partyTitleCell(header: TypesetHeader, profile: FormatProfile): string {
  return line(header.partyTitle, { pt: profile.party_title.pt, bold: true }, profile) + titleRule(profile);
}

/** The rule as long as the title: the border of an empty paragraph, indented alike on both sides (section 3.3). */
function titleRule(profile: FormatProfile): string {
  const indent = Math.floor((profile.header_table.columns[1] - profile.party_title.rule) / 2);
  return paragraph(
    {
      align: 'center',
      border: ['top'],
      indent: { left: indent, right: indent },
      spacing: { before: 0, after: 0, line: 160, rule: 'exact' },
      mark: runProperties({ pt: 4 }, profile),
    },
    '',
  );
}

function numberCell(header: TypesetHeader, profile: FormatProfile): string {
  const { number, letterSubject, secrecy, urgency } = header;
  return (
    (number === null ? '' : line(number, profile.number_and_symbol, profile)) +
    (letterSubject === null ? '' : line(letterSubject, { pt: profile.letter_subject.pt, italic: true }, profile)) +
    [secrecy, urgency].map((mark) => (mark === null ? '' : priorityMark(mark, profile))).join('')
  );
}

/** Secrecy or urgency (boxes 10a and 10b): in a rectangle, its borders at the width of the word, or without. */
function priorityMark({ text, framed }: TypesetMark, profile: FormatProfile): string {
  const format = { pt: profile.marks.pt, bold: true };
  if (!framed) return line(text, format, profile);
  const width = textWidth(text, format.pt, 'bold') + framePadding * 2;
  const indent = Math.max(0, Math.floor((profile.header_table.columns[0] - width) / 2));
  return line(text, format, profile, {
    before: 120,
    border: ['top', 'left', 'bottom', 'right'],
    indent: { left: indent, right: indent },
  });
}

function placeDateCell(header: TypesetHeader, profile: FormatProfile): string {
  const placeDate =
    header.placeDate === null ? '' : line(header.placeDate, { pt: profile.place_date.pt, italic: true }, profile);
  return placeDate + header.marks.map((mark) => line(mark, profile.marks, profile)).join('');
}
