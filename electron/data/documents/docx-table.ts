// Tables of WordprocessingML as text, in fixed columns. Widths in twips.

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

const ruled = edges.map((edge) => `<w:${edge} w:val="single" w:color="000000" w:sz="4"/>`).join('');
const unruled = edges.map((edge) => `<w:${edge} w:val="none" w:color="auto" w:sz="0"/>`).join('');
const margin = (edge: string, width: number): string => `<w:${edge} w:type="dxa" w:w="${width}"/>`;
const noMargins = ['top', 'left', 'bottom', 'right'].map((edge) => margin(edge, 0)).join('');

export const tableEnd = '</w:tbl>';

/** Everything of a table with lines before its rows; `padding`: between a line and the text beside it. */
export function ruledTableStart(widths: readonly number[], padding: number): string {
  return tableStart(widths, ruled, margin('left', padding) + margin('right', padding));
}

/** A table that only sets things beside each other: no lines, no margins; rows are never split over pages. */
export function placingTable(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const cells = (contents: readonly string[]): string =>
    contents.map((content, column) => `${cellStart({ width: widths[column] ?? 0 })}${content}</w:tc>`).join('');
  return tableStart(widths, unruled, noMargins) + rows.map((row) => tableRow(cells(row))).join('') + tableEnd;
}

/** `head`: repeated on each page. */
export function tableRow(cells: string, head = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
}

/** Everything of a cell before its paragraphs, of which it has at least one, or Word calls the file damaged. */
export function cellStart({
  width,
  span = 1,
  align = 'top',
}: {
  width: number;
  span?: number;
  align?: 'top' | 'center';
}) {
  const spanned = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${spanned}<w:vAlign w:val="${align}"/></w:tcPr>`;
}

function tableStart(widths: readonly number[], borders: string, margins: string): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${whole}"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  );
}
