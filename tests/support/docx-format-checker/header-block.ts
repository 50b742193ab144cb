import { all, type Element, type ReadParagraph } from '../docx-reader.ts';
import { type Check, type Expectation, isCapitals, isSized, isStyled, type OpenDocx } from './findings.ts';
import { checkNumberAndDate } from './number-and-date.ts';
import { hasLines, paragraphsIn } from './open-docx.ts';

/** Times-Bold advance widths of ĐẢNG CỘNG SẢN VIỆT NAM at 15 pt (document format, 3.3), in twips. */
const titleLength = 4134;
const columns = [3900, 5455] as const;

/** Boxes 1-4 and 10-11: a table without lines at the head of the first page (document format, 3.1 and 3.3). */
export function checkHeaderBlock(docx: OpenDocx, expected: Expectation, check: Check): void {
  const table = docx.body.children[0];
  check(table?.name === 'w:tbl', 'document begins with the header table');
  if (table?.name !== 'w:tbl') return;
  check(!hasLines(table), 'header table has no lines');
  const widths = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  check(widths.join() === columns.join(), 'header columns are 3900 and 5455', widths.join());
  const cellMargins = all(table, 'w:tblCellMar');
  check(
    cellMargins.length > 0 &&
      cellMargins.every(({ children }) => children.every((side) => side.attributes['w:w'] === '0')),
    'header cells have no margins',
  );
  const rows = all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => paragraphsIn(cell, docx)));
  for (const paragraph of rows.flat(2)) {
    check(paragraph.align === 'center', 'header is centred', paragraph.text);
    const { before, after, line, rule } = paragraph.spacing;
    const single = (line === 240 && rule === 'auto') || paragraph.border !== null;
    check(
      after === 0 && single && (before === 0 || paragraph.border !== null),
      'header lines are single',
      paragraph.text,
    );
  }
  const [[issuer = [], title = []] = [], [left = [], right = []] = []] = rows;
  checkIssuer(issuer, check);
  checkPartyTitle(title, check);
  checkNumberAndDate({ left, right }, { ...expected, issuer: issuer.map(({ text }) => text).join(' ') }, check);
}

function checkIssuer(left: readonly ReadParagraph[], check: Check): void {
  const stars = left.filter(({ text }) => text === '*');
  check(stars.length === 1 && left.at(-1)?.text === '*', 'one * under the issuer, the last line of its cell');
  const names = left.slice(0, -1);
  const firstBold = names.findIndex((paragraph) => isStyled(paragraph, { bold: true }));
  check(
    firstBold >= 0 && names.slice(firstBold).every((paragraph) => isStyled(paragraph, { bold: true })),
    'issuer is bold',
  );
  for (const paragraph of [...names.slice(0, Math.max(0, firstBold)), ...stars]) {
    check(isStyled(paragraph, {}), 'superior and * are regular', paragraph.text);
  }
  for (const paragraph of left) {
    check(isSized(paragraph, 28), 'issuer lines are 14 pt', paragraph.text);
    check(isCapitals(paragraph.text), 'issuer lines are capitals', paragraph.text);
    check(paragraph.border === null && paragraph.text !== '', 'no rule under the issuer', paragraph.text);
  }
  const issuer = names
    .slice(firstBold)
    .map(({ text }) => text)
    .join(' ');
  check(!issuer.startsWith('BAN THƯỜNG VỤ'), 'a standing committee writes under the name of its committee', issuer);
}

/** Box 1: the rule below it is a border, exactly as long as the text. */
function checkPartyTitle([title, rule]: readonly ReadParagraph[], check: Check): void {
  check(title?.text === 'ĐẢNG CỘNG SẢN VIỆT NAM', 'party title', title?.text);
  check(title !== undefined && isStyled(title, { bold: true }) && isSized(title, 30), 'party title is 15 pt bold');
  const { left = 0, right = 0 } = rule?.indent ?? {};
  check(rule?.text === '' && singleLines(rule.border) === 1, 'rule under the party title is one border');
  check(
    left === right && Math.abs(columns[1] - left - right - titleLength) <= 10,
    'rule is as long as the party title',
    String(columns[1] - left - right),
  );
}

function singleLines(border: Element | null): number {
  return (border?.children ?? []).filter(({ attributes }) => attributes['w:val'] === 'single').length;
}
