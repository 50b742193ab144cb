import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ITableBordersOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';

/** `condense`: twips by which the letters stand closer. */
export type RunFormat = { pt: number; bold?: boolean; italic?: boolean; underline?: boolean; condense?: number };

export const noBorders: ITableBordersOptions = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0, color: 'auto' },
  ]),
);

/** Runs of one text. The font is named in all four slots; a line feed becomes a break, since in a run it is none. */
export function textRuns(text: string, format: RunFormat, profile: FormatProfile): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        font: profile.font,
        size: format.pt * 2,
        ...(format.bold ? { bold: true } : {}),
        ...(format.italic ? { italics: true } : {}),
        ...(format.underline ? { underline: {} } : {}),
        ...(format.condense ? { characterSpacing: -format.condense } : {}),
        ...(index > 0 ? { break: 1 } : {}),
      }),
  );
}

/** A paragraph of one text in single line spacing, centred unless said otherwise: headers, titles, signatures. */
export function line(
  text: string,
  format: RunFormat,
  profile: FormatProfile,
  options: { align?: 'left' | 'center' | 'right'; before?: number; after?: number; keepNext?: boolean } & Pick<
    IParagraphOptions,
    'border' | 'indent'
  > = {},
): Paragraph {
  const { align = 'center', before = 0, after = 0, ...others } = options;
  return new Paragraph({
    ...others,
    alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'right' ? 'RIGHT' : 'CENTER'],
    spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
    run: { font: profile.font, size: format.pt * 2 },
    children: text === '' ? [] : textRuns(text, format, profile),
  });
}
