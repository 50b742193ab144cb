import type { Block, Run, Table, TableCell } from './model.ts';
import { toRoman } from './roman.ts';

export type TypesetRun = { text: string; bold: boolean; italic: boolean; link: string | null };

export type TypesetBlock =
  | {
      kind: 'paragraph';
      runs: TypesetRun[];
      align: 'justify' | 'left' | 'center' | 'right';
      /** Level in the document's outline; null for running text. */
      outline: number | null;
      link: string | null;
    }
  | TypesetTable;

export type TypesetTable = {
  kind: 'table';
  columns: Table['columns'];
  head: TypesetCell[][];
  rows: TypesetCell[][];
};

export type TypesetCell = { text: string; bold: boolean; columnSpan: number };

type Print = (text: string) => string;
type Numbering = (level: 1 | 2 | 3 | 4) => string;

/** Numbers the headings and marks the items of one body; counting starts anew in each. */
export function typesetBlocks(blocks: readonly Block[], print: Print): TypesetBlock[] {
  const numbering = headingNumbering();
  return blocks.map((block) => typesetBlock(block, numbering, print));
}

function typesetBlock(block: Block, numbering: Numbering, print: Print): TypesetBlock {
  switch (block.kind) {
    case 'heading': {
      const text = numbering(block.level) + headingText(print(block.text), block.level);
      const runs = [{ text, bold: block.level <= 2, italic: false, link: null }];
      return { kind: 'paragraph', runs, align: 'justify', outline: block.level, link: null };
    }
    case 'paragraph':
      return {
        kind: 'paragraph',
        runs: typesetRuns(block.runs, print),
        align: block.align ?? 'justify',
        outline: null,
        link: block.link ?? null,
      };
    case 'item': {
      const mark = { text: `${block.mark} `, bold: false, italic: false, link: null };
      const runs = [mark, ...typesetRuns(block.runs, print)];
      return { kind: 'paragraph', runs, align: 'justify', outline: null, link: block.link ?? null };
    }
    case 'table':
      return {
        kind: 'table',
        columns: block.columns,
        head: block.head.map((row) => row.map((cell) => typesetCell(cell, true, print))),
        rows: block.rows.map((row) => row.map((cell) => typesetCell(cell, false, print))),
      };
  }
}

/** `I- ` bold capitals, `1. ` bold, `1.1. `, `a) ` (document format, 4.4: documents without articles). */
function headingNumbering(): Numbering {
  const counters = [0, 0, 0, 0];
  return (level) => {
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    const [first = 0, second = 0, third = 0, fourth = 0] = counters;
    switch (level) {
      case 1:
        return `${toRoman(first)}- `;
      case 2:
        return `${second}. `;
      case 3:
        return `${second}.${third}. `;
      case 4:
        return `${letter(fourth)}) `;
    }
  };
}

/** Letters of the Vietnamese alphabet as points are counted: a, b, c, d, đ, e … */
function letter(position: number): string {
  const letters = 'abcdđeghiklmnopqrstuvxy';
  return letters[position - 1] ?? String(position);
}

function headingText(text: string, level: number): string {
  return level === 1 ? text.toLocaleUpperCase('vi').normalize('NFC') : text;
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

function typesetCell(cell: TableCell, head: boolean, print: Print): TypesetCell {
  return {
    text: print(cell.text),
    bold: cell.bold ?? head,
    columnSpan: cell.columnSpan ?? 1,
  };
}
