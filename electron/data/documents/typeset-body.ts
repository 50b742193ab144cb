import { columnWidths } from './column-widths.ts';
import type { Block, Run, Table, TableCell } from './model.ts';
import { bodyNumbering, type NumberedUnit, type Numbering } from './numbering.ts';
import type { FormatProfile } from './profile.ts';
import { textWidth } from './text-width.ts';

export type TypesetRun = { text: string; bold: boolean; italic: boolean; link: string | null };

export type TypesetParagraph = {
  kind: 'paragraph';
  runs: TypesetRun[];
  align: 'justify' | 'left' | 'center' | 'right';
  /** Level in the document's outline; null for running text. */
  outline: number | null;
  /** Dots from the text to the right margin. */
  leader: boolean;
  link: string | null;
};

/** Whether the first line begins 10 mm in; a line of nothing but dots takes the full width. */
export function isIndented({ align, leader, runs }: TypesetParagraph): boolean {
  return (align === 'justify' || align === 'left') && !(leader && runs.length === 0);
}

export type TypesetBlock = TypesetParagraph | TypesetTable;

export type TypesetTable = {
  kind: 'table';
  /** `width` in twips. */
  columns: Table['columns'];
  head: TypesetCell[][];
  rows: TypesetCell[][];
};

export type TypesetCell = { text: string; bold: boolean; columnSpan: number };

type Print = (text: string) => string;
type Context = { numbering: Numbering; print: Print; profile: FormatProfile; room: number };

const divisionLevels = { part: 1, chapter: 2, section: 3 } as const;
const articleLevel = 4;

/**
 * Numbers the headings and marks the items of one body; counting starts anew in each. `room`: the width of the text, in
 * twips, which tables fill.
 */
export function typesetBlocks(
  blocks: readonly Block[],
  { profile, print, room }: Omit<Context, 'numbering'>,
): TypesetBlock[] {
  const context = { numbering: bodyNumbering(profile), print, profile, room };
  return blocks.flatMap((block) => typesetBlock(block, context));
}

function typesetBlock(block: Block, context: Context): TypesetBlock[] {
  const { numbering, print } = context;
  switch (block.kind) {
    case 'heading': {
      const mark = numbering(headingUnits[block.level]);
      const text = block.level === 1 ? capitals(print(block.text)) : print(block.text);
      return [paragraph([plain(mark + text, block.level <= 2)], { outline: block.level })];
    }
    case 'division': {
      const text = `${numbering(block.unit)}\n${capitals(print(block.name))}`;
      return [paragraph([plain(text, true)], { align: 'center', outline: divisionLevels[block.unit] })];
    }
    case 'article':
      return article(block, context);
    case 'clause':
    case 'point':
      return [marked(numbering(block.kind), block, print)];
    case 'paragraph':
      return [paragraph(typesetRuns(block.runs, print), { align: block.align ?? 'justify', link: block.link ?? null })];
    case 'item':
      return [marked(`${block.mark} `, block, print)];
    case 'grounds':
      return grounds(block.texts.map(print), block.end);
    case 'resolution':
      return [resolution(block, context)];
    case 'dotted':
      return dotted(block, print);
    case 'table':
      return [typesetTable(block, context)];
  }
}

const headingUnits = { 1: 'heading1', 2: 'heading2', 3: 'heading3', 4: 'heading4' } as const satisfies Record<
  number,
  NumberedUnit
>;

function paragraph(runs: TypesetRun[], look: Partial<Omit<TypesetParagraph, 'kind' | 'runs'>> = {}): TypesetParagraph {
  return { kind: 'paragraph', runs, align: 'justify', outline: null, leader: false, link: null, ...look };
}

function plain(text: string, bold = false): TypesetRun {
  return { text, bold, italic: false, link: null };
}

function marked(mark: string, block: { runs: readonly Run[]; link?: string }, print: Print): TypesetParagraph {
  return paragraph([plain(mark), ...typesetRuns(block.runs, print)], { link: block.link ?? null });
}

function article(block: Extract<Block, { kind: 'article' }>, { numbering, print }: Context): TypesetParagraph[] {
  const mark = numbering('article');
  const runs = typesetRuns(block.runs ?? [], print);
  const link = block.link ?? null;
  if (block.heading === undefined) return [paragraph([plain(mark, true), ...runs], { link })];
  const heading = paragraph([plain(mark + print(block.heading), true)], { outline: articleLevel });
  return runs.length === 0 ? [heading] : [heading, paragraph(runs, { link })];
}

/** `- Căn cứ …;`, upright, one a line (document format, 4.4); whatever the texts end with is replaced. */
function grounds(texts: readonly string[], end: ',' | '.'): TypesetParagraph[] {
  return texts.map((text, index) => {
    const bare = text.replace(/^- ?/u, '').replace(/[\s,;.]+$/u, '');
    return paragraph([plain(`- ${bare}${index === texts.length - 1 ? end : ';'}`)]);
  });
}

/** On one line where there is room for it, otherwise the verb below the body's name. */
function resolution(
  { body, verb }: Extract<Block, { kind: 'resolution' }>,
  { print, profile, room }: Context,
): TypesetParagraph {
  const [name, what] = [capitals(print(body)), `${capitals(print(verb))}:`];
  const line = `${name} ${what}`;
  const fits = textWidth(line, profile.body.pt, 'bold') <= room;
  return paragraph([plain(fits ? line : `${name}\n${what}`, true)], { align: 'center', outline: 1 });
}

function dotted({ lines, lead = '' }: Extract<Block, { kind: 'dotted' }>, print: Print): TypesetParagraph[] {
  return Array.from({ length: lines }, (_line, index) => {
    const text = index === 0 && lead !== '' ? [plain(`${print(lead)} `)] : [];
    return paragraph(text, { align: 'left', leader: true });
  });
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi').normalize('NFC');
}

/** Cleaning trims; the blanks where one run meets the next are part of the sentence and stay. */
function typesetRuns(runs: readonly Run[], print: Print): TypesetRun[] {
  return runs.map((run, index) => {
    const text = print(run.text);
    const before = index > 0 && /^\s/u.test(run.text) ? ' ' : '';
    const after = index < runs.length - 1 && text !== '' && /\s$/u.test(run.text) ? ' ' : '';
    const { bold = false, italic = false, link = null } = run;
    return { text: before + text + after, bold, italic, link };
  });
}

function typesetTable(block: Table, { print, profile, room }: Context): TypesetTable {
  const head = block.head.map((row) => row.map((cell) => typesetCell(cell, true, print)));
  const rows = block.rows.map((row) => row.map((cell) => typesetCell(cell, false, print)));
  const widths = columnWidths({ columns: block.columns, head, rows }, room, profile.table.pt);
  const columns = block.columns.map(({ align }, index) => ({ align, width: widths[index] ?? 0 }));
  return { kind: 'table', columns, head, rows };
}

function typesetCell(cell: TableCell, head: boolean, print: Print): TypesetCell {
  return {
    text: print(cell.text),
    bold: cell.bold ?? head,
    columnSpan: cell.columnSpan ?? 1,
  };
}
