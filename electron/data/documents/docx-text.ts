import { escapeMarkup } from './escape.ts';
import type { FormatProfile } from './profile.ts';

// WordprocessingML as text. Within an element its children stand in the order of the schema: Word refuses another.

/** `condense`: twips by which the letters stand closer. */
export type RunFormat = { pt: number; bold?: boolean; italic?: boolean; underline?: boolean; condense?: number };

/** Lengths in twips. */
export type ParagraphFormat = {
  align?: 'left' | 'center' | 'right' | 'both';
  /** `line` in single line spacing is 240. */
  spacing?: { before: number; after: number; line: number; rule: 'auto' | 'exact' };
  indent?: { left?: number; right?: number; firstLine?: number };
  /** Edges with a line. */
  border?: readonly ('top' | 'left' | 'bottom' | 'right')[];
  /** A tab stop to which dots run. */
  dotsTo?: number | undefined;
  keepNext?: boolean;
  /** Level in the document's outline, from 1. */
  outline?: number | null;
  /** What an empty paragraph is as high as: `runProperties`. */
  mark?: string;
};

/** The font is named in all four slots; without a profile only the size is said. */
export function runProperties(format: RunFormat, profile: FormatProfile | null): string {
  const name = profile === null ? '' : escapeMarkup(profile.font);
  return (
    '<w:rPr>' +
    (name === '' ? '' : `<w:rFonts w:ascii="${name}" w:cs="${name}" w:eastAsia="${name}" w:hAnsi="${name}"/>`) +
    (format.bold ? '<w:b/><w:bCs/>' : '') +
    (format.italic ? '<w:i/><w:iCs/>' : '') +
    (format.condense ? `<w:spacing w:val="${-format.condense}"/>` : '') +
    `<w:sz w:val="${format.pt * 2}"/><w:szCs w:val="${format.pt * 2}"/>` +
    (format.underline ? '<w:u w:val="single"/>' : '') +
    '</w:rPr>'
  );
}

/** Writes texts that look alike as runs. A line feed becomes a break, since in a run it is none. */
export function runWriter(format: RunFormat, profile: FormatProfile): (text: string) => string {
  const start = `<w:r>${runProperties(format, profile)}`;
  const run = (line: string, index: number): string =>
    `${start}${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeMarkup(line)}</w:t></w:r>`;
  return (text) => (text.includes('\n') ? text.split('\n').map(run).join('') : run(text, 0));
}

export function textRuns(text: string, format: RunFormat, profile: FormatProfile): string {
  return runWriter(format, profile)(text);
}

export function paragraph(format: ParagraphFormat, runs: string): string {
  return `${paragraphStart(format)}${runs}</w:p>`;
}

/** Everything of a paragraph before its runs. */
export function paragraphStart({ align, spacing, indent, border, dotsTo, keepNext, outline, mark }: ParagraphFormat) {
  return (
    '<w:p><w:pPr>' +
    (keepNext ? '<w:keepNext/>' : '') +
    (border === undefined ? '' : bordered(border)) +
    (dotsTo === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${dotsTo}" w:leader="dot"/></w:tabs>`) +
    (spacing === undefined
      ? ''
      : `<w:spacing w:after="${spacing.after}" w:before="${spacing.before}" w:line="${spacing.line}" w:lineRule="${spacing.rule}"/>`) +
    (indent === undefined ? '' : indented(indent)) +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
    (outline == null ? '' : `<w:outlineLvl w:val="${outline - 1}"/>`) +
    `${mark ?? ''}</w:pPr>`
  );
}

function bordered(edges: NonNullable<ParagraphFormat['border']>): string {
  const lines = edges.map((edge) => `<w:${edge} w:val="single" w:color="000000" w:sz="6" w:space="1"/>`);
  return `<w:pBdr>${lines.join('')}</w:pBdr>`;
}

function indented(indent: NonNullable<ParagraphFormat['indent']>): string {
  const sides = (['left', 'right', 'firstLine'] as const).flatMap((side) =>
    indent[side] === undefined ? [] : [` w:${side}="${indent[side]}"`],
  );
  return `<w:ind${sides.join('')}/>`;
}

export type LineOptions = {
  align?: 'left' | 'center' | 'right';
  before?: number;
  after?: number;
} & Pick<ParagraphFormat, 'border' | 'indent' | 'keepNext'>;

/** A paragraph of one text in single line spacing, centred unless said otherwise: headers, titles, signatures. */
export function line(text: string, format: RunFormat, profile: FormatProfile, options: LineOptions = {}): string {
  return `${lineStart(format, profile, options)}${text === '' ? '' : textRuns(text, format, profile)}</w:p>`;
}

/** Everything of a `line` before its runs. */
export function lineStart(format: RunFormat, profile: FormatProfile, options: LineOptions = {}): string {
  const { align = 'center', before = 0, after = 0, ...others } = options;
  return paragraphStart({
    ...others,
    align,
    spacing: { before, after, line: 240, rule: 'auto' },
    mark: runProperties({ pt: format.pt }, profile),
  });
}
