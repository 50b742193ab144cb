import { cellPadding } from './column-widths.ts';
import { cellStart, ruledTableStart, tableEnd, tableRow } from './docx-table.ts';
import { lineStart, paragraph, runProperties, runWriter, textRuns } from './docx-text.ts';
import type { FormatProfile } from './profile.ts';
import {
  isIndented,
  type TypesetBlock,
  type TypesetCell,
  type TypesetParagraph,
  type TypesetTable,
} from './typeset-body.ts';

/**
 * Box 6, piece by piece: a table comes row by row, so that a long one never stands in memory as a whole. `keepWithNext`: the
 * last block stays with what follows it, the signatures (document format, 3.3).
 */
export function* bodyBlocks(
  blocks: readonly TypesetBlock[],
  profile: FormatProfile,
  options: { textWidth: number; keepWithNext: boolean },
): Generator<string> {
  for (const [index, block] of blocks.entries()) {
    const last = index === blocks.length - 1;
    const keepNext = options.keepWithNext && last;
    const next = blocks[index + 1]?.kind;
    if (block.kind === 'table') {
      yield* table(block, profile, keepNext);
      if (last || next === 'table') yield spacer(keepNext);
    } else {
      yield written(block, profile, { keepNext, beforeTable: next === 'table', textWidth: options.textWidth });
    }
  }
}

/**
 * Word makes one table of two that touch, and wants a paragraph after the last: one so low that it starts no page of its
 * own.
 */
export function spacer(keepNext = false): string {
  const spacing = { before: 0, after: 0, line: 20, rule: 'exact' as const };
  return paragraph({ spacing, keepNext, mark: runProperties({ pt: 1 }, null) }, '');
}

function written(
  block: TypesetParagraph,
  profile: FormatProfile,
  place: { keepNext: boolean; beforeTable: boolean; textWidth: number },
): string {
  const { body } = profile;
  const runs = block.runs.map(({ text, bold, italic }) => textRuns(text, { pt: body.pt, bold, italic }, profile));
  const dots = `<w:r>${runProperties({ pt: body.pt }, profile)}<w:tab/></w:r>`;
  return paragraph(
    {
      align: block.align === 'justify' ? 'both' : block.align,
      spacing: { before: body.before, after: place.beforeTable ? body.before : 0, line: body.line, rule: 'exact' },
      ...(isIndented(block) ? { indent: { firstLine: body.first_line } } : {}),
      // A heading never stands alone at the foot of a page.
      keepNext: place.keepNext || block.outline !== null,
      outline: block.outline,
      dotsTo: block.leader ? place.textWidth : undefined,
    },
    runs.join('') + (block.leader ? dots : ''),
  );
}

function* table(block: TypesetTable, profile: FormatProfile, keepNext: boolean): Generator<string> {
  const widths = block.columns.map(({ width }) => width);
  yield ruledTableStart(widths, cellPadding);
  const headCells = cellsWriter(block.columns, profile, { head: true });
  for (const cells of block.head) yield tableRow(headCells(cells), true);
  const rowCells = cellsWriter(block.columns, profile, {});
  const last = keepNext ? block.rows.at(-1) : undefined;
  for (const cells of last === undefined ? block.rows : block.rows.slice(0, -1)) yield tableRow(rowCells(cells));
  if (last !== undefined) yield tableRow(cellsWriter(block.columns, profile, { keepNext: true })(last));
  yield tableEnd;
}

/** What is the same for every cell of a column is put together once: a list may have thousands of rows. */
function cellsWriter(
  columns: TypesetTable['columns'],
  profile: FormatProfile,
  { head = false, keepNext = false }: { head?: boolean; keepNext?: boolean },
): (cells: readonly TypesetCell[]) => string {
  const { pt } = profile.table;
  const start = (from: number, span: number): string =>
    cellStart({
      width: columns.slice(from, from + span).reduce((sum, { width }) => sum + width, 0),
      ...{ span, align: head ? 'center' : 'top' },
    }) + lineStart({ pt }, profile, { align: head ? 'center' : (columns[from]?.align ?? 'left'), keepNext });
  const single = columns.map((_column, from) => start(from, 1));
  const [regular, bold] = [runWriter({ pt }, profile), runWriter({ pt, bold: true }, profile)];
  return (cells) => {
    let xml = '';
    let column = 0;
    for (const cell of cells) {
      const run = cell.bold ? bold : regular;
      xml += (cell.columnSpan === 1 ? single[column] : undefined) ?? start(column, cell.columnSpan);
      xml += `${cell.text === '' ? '' : run(cell.text)}</w:p></w:tc>`;
      column += cell.columnSpan;
    }
    return xml;
  };
}
