import { all, type Element, find, isOn } from '../docx-reader.ts';
import type { Check, OpenDocx, Section } from './findings.ts';
import { hasLines, paragraphsIn } from './open-docx.ts';

/** Tables of the text: with lines, heads repeated on each page, rows whole, not wider than the text. */
export function checkTables(docx: OpenDocx, check: Check): void {
  docx.sections.forEach((section, index) => {
    for (const table of section.elements.filter(({ name }) => name === 'w:tbl').filter(hasLines)) {
      checkTable(
        table,
        `${index === 0 ? 'document' : `annex ${index}`}: ${headText(table, docx)}`,
        section,
        docx,
        check,
      );
    }
  });
}

function headText(table: Element, docx: OpenDocx): string {
  const [row] = all(table, 'w:tr');
  return row === undefined
    ? ''
    : paragraphsIn(row, docx)
        .map(({ text }) => text)
        .join(' | ');
}

function checkTable(table: Element, where: string, { setUp }: Section, docx: OpenDocx, check: Check): void {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const isHead = rows.map((row) => isOn(find(row, 'w:trPr', 'w:tblHeader')));
  const heads = isHead.indexOf(false) === -1 ? rows.length : isHead.indexOf(false);
  check(heads > 0, 'head rows are repeated on each page', where);
  check(!isHead.slice(heads).includes(true), 'head rows come first', where);
  check(rows.length > heads, 'a table has rows', where);
  check(
    rows.every((row) => isOn(find(row, 'w:trPr', 'w:cantSplit'))),
    'rows are not split over pages',
    where,
  );
  const widths = all(find(table, 'w:tblGrid') ?? table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  const width = widths.reduce((sum, value) => sum + value, 0);
  const { attributes: size = {} } = find(setUp, 'w:pgSz') ?? {};
  const { attributes: margin = {} } = find(setUp, 'w:pgMar') ?? {};
  const room = Number(size['w:w']) - Number(margin['w:left']) - Number(margin['w:right']);
  check(
    width <= room && width > room - widths.length - 1,
    'a table is as wide as the text',
    `${where}: ${width} of ${room}`,
  );
  for (const row of rows) {
    const cells = row.children.filter(({ name }) => name === 'w:tc');
    const spans = cells.map((cell) => Number(find(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1));
    check(spans.reduce((sum, span) => sum + span, 0) === widths.length, 'every row fills the columns', where);
  }
  for (const paragraph of paragraphsIn(table, docx)) {
    check(
      paragraph.runs.every(({ halfPoints }) => halfPoints >= 22 && halfPoints <= 28),
      'tables are 11-14 pt',
      paragraph.text,
    );
  }
  for (const head of rows.slice(0, heads)) {
    const lines = paragraphsIn(head, docx).filter(({ text }) => text !== '');
    check(
      lines.every(({ align }) => align === 'center'),
      'heads of tables are centred',
      where,
    );
  }
}
