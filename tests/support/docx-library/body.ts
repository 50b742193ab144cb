import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellPadding } from '../../../electron/data/documents/column-widths.ts';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';
import {
  isIndented,
  type TypesetBlock,
  type TypesetCell,
  type TypesetParagraph,
  type TypesetTable,
} from '../../../electron/data/documents/typeset-body.ts';
import { line, textRuns } from './text.ts';

const alignments = {
  justify: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Box 6. `keepWithNext`: the last block stays with what follows it, the signatures (document format, 3.3). */
export function bodyBlocks(
  blocks: readonly TypesetBlock[],
  profile: FormatProfile,
  options: { textWidth: number; keepWithNext: boolean },
): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const last = index === blocks.length - 1;
    const keepNext = options.keepWithNext && last;
    if (block.kind === 'table') {
      const touches = last || blocks[index + 1]?.kind === 'table';
      const made = table(block, profile, keepNext);
      return touches ? [made, spacer(keepNext)] : [made];
    }
    const beforeTable = blocks[index + 1]?.kind === 'table';
    return [paragraph(block, profile, { keepNext, beforeTable, textWidth: options.textWidth })];
  });
}

/**
 * Word makes one table of two that touch, and wants a paragraph after the last: one so low that it starts no page of its
 * own.
 */
export function spacer(keepNext = false): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    ...(keepNext ? { keepNext: true } : {}),
  });
}

function paragraph(
  block: TypesetParagraph,
  profile: FormatProfile,
  place: { keepNext: boolean; beforeTable: boolean; textWidth: number },
): Paragraph {
  const { body } = profile;
  const indented = isIndented(block);
  return new Paragraph({
    alignment: alignments[block.align],
    spacing: {
      before: body.before,
      after: place.beforeTable ? body.before : 0,
      line: body.line,
      lineRule: LineRuleType.EXACT,
    },
    ...(indented ? { indent: { firstLine: body.first_line } } : {}),
    // A heading never stands alone at the foot of a page.
    ...(place.keepNext || block.outline !== null ? { keepNext: true } : {}),
    ...(block.outline === null ? {} : { outlineLevel: block.outline - 1 }),
    ...(block.leader
      ? { tabStops: [{ type: TabStopType.RIGHT, position: place.textWidth, leader: LeaderType.DOT }] }
      : {}),
    children: [
      ...block.runs.flatMap((run) => textRuns(run.text, { pt: body.pt, bold: run.bold, italic: run.italic }, profile)),
      ...(block.leader ? [new TextRun({ children: [new Tab()], font: profile.font, size: body.pt * 2 })] : []),
    ],
  });
}

function table(block: TypesetTable, profile: FormatProfile, keepNext: boolean): Table {
  const widths = block.columns.map(({ width }) => width);
  const side = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const row = (cells: readonly TypesetCell[], head: boolean, keep: boolean): TableRow => {
    let column = 0;
    const children = cells.map((cell) => {
      const start = column;
      column += cell.columnSpan;
      const align = head ? 'center' : (block.columns[start]?.align ?? 'left');
      return new TableCell({
        columnSpan: cell.columnSpan,
        verticalAlign: head ? VerticalAlign.CENTER : VerticalAlign.TOP,
        width: { size: sum(widths.slice(start, column)), type: WidthType.DXA },
        children: [line(cell.text, { pt: profile.table.pt, bold: cell.bold }, profile, { align, keepNext: keep })],
      });
    });
    return new TableRow({ cantSplit: true, tableHeader: head, children });
  };
  return new Table({
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side },
    margins: { left: cellPadding, right: cellPadding },
    rows: [
      ...block.head.map((cells) => row(cells, true, false)),
      ...block.rows.map((cells, index) => row(cells, false, keepNext && index === block.rows.length - 1)),
    ],
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
