import { all, type Element, type ReadParagraph, readParagraph } from '../docx-reader.ts';
import { type Check, type Expectation, isCapitals, isSized, isStyled, type OpenDocx } from './findings.ts';
import { hasLines, paragraphsIn } from './open-docx.ts';

/** Bodies that act together: their deputies sign T/M too, never K/T (document format, 5.2). */
const collective =
  /^K\/T (?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|ĐẢNG [UỦ][ỶY]|HUYỆN [UỦ][ỶY]|CHI BỘ|CHI [UỦ][ỶY]|[UỦ][ỶY] BAN KIỂM TRA)/u;

/** Minutes are signed by who kept them, left, and who presided (document format, 6.1). */
const minutesSignatories = ['^(?:NGƯỜI GHI BIÊN BẢN|THƯ KÝ|GHI BIÊN BẢN)', '^CHỦ (?:TRÌ|TỌA|TOẠ)'] as const;

/** Where the signatures stand among the elements of the first section; -1 when there are none. */
export function signatureIndex({ sections: [section] }: OpenDocx): number {
  return (section?.elements ?? []).findLastIndex(
    (element, index) => index > 0 && element.name === 'w:tbl' && !hasLines(element),
  );
}

/** Boxes 7 and 9b, or the two signatures of minutes (document format, 3.1, 5.2, 6.1). */
export function checkSignature(docx: OpenDocx, expected: Expectation, check: Check): void {
  const elements = docx.sections[0]?.elements ?? [];
  const index = signatureIndex(docx);
  const table = elements[index];
  check((table !== undefined) === (expected.signature !== 'none'), 'signatures', expected.signature);
  if (table === undefined) return;
  check(all(table, 'w:cantSplit').length === all(table, 'w:tr').length, 'signatures are not split over pages');
  check(staysWithNext(elements[index - 1], docx), 'signatures stay with the last paragraph');
  const cells = all(table, 'w:tc').map((cell) => paragraphsIn(cell, docx));
  const [left = [], right = [], confirmation = [], beside = []] = cells;
  check(cells.length === (expected.confirmation ? 4 : 2), 'signatures and who certifies them', String(cells.length));
  checkSignatory(right, check);
  if (expected.signature === 'pair') {
    checkSignatory(left, check);
    const [onLeft, onRight] = expected.signatories ?? minutesSignatories;
    check(RegExp(onLeft, 'u').test(left[0]?.text ?? ''), 'secretary left', left[0]?.text);
    check(RegExp(onRight, 'u').test(right[0]?.text ?? ''), 'chair right', right[0]?.text);
    check(
      ![...left, ...right].some(({ text }) => /T\/M|Nơi nhận/u.test(text)),
      'minutes have neither T/M nor recipients',
    );
    if (!expected.confirmation) return;
    checkSignatory(confirmation, check);
    checkAuthority(confirmation, check);
    check(
      confirmation.some(({ text }, at) => at > 0 && text !== '' && at < confirmation.length - 1),
      'who certifies signs with a position',
    );
    check(
      beside.every(({ text }) => text === ''),
      'who certifies stands below left',
    );
    check(
      [...left, ...right].every(({ keepNext }) => keepNext),
      'who certifies stays with the signatures',
    );
    return;
  }
  checkAuthority(right, check);
  checkRecipients(left, expected, check);
}

function staysWithNext(element: Element | undefined, docx: OpenDocx): boolean {
  if (element === undefined) return false;
  if (element.name === 'w:p') return readParagraph(element, docx.defaults).keepNext;
  const lastRow = all(element, 'w:tr').at(-1);
  return lastRow !== undefined && paragraphsIn(lastRow, docx).every(({ keepNext }) => keepNext);
}

/** Role bold and in capitals, position regular, four empty lines of 14 pt, the name in bold. */
function checkSignatory(lines: readonly ReadParagraph[], check: Check): void {
  const [role, second] = lines;
  check(
    role !== undefined &&
      role.text !== '' &&
      isStyled(role, { bold: true }) &&
      isSized(role, 28) &&
      isCapitals(role.text),
    'role of who signs is bold capitals 14 pt',
    role?.text,
  );
  if (second !== undefined && second.text !== '' && lines.length > 6) {
    check(
      isStyled(second, {}) && isCapitals(second.text) && isSized(second, 28),
      'position is regular capitals',
      second.text,
    );
  }
  const empty = lines.slice(1, -1).filter(({ text }) => text === '').length;
  check(empty === 4, 'four lines for the signature', String(empty));
  const name = lines.at(-1);
  check(name !== undefined && isStyled(name, { bold: true }) && isSized(name, 28), 'name is bold 14 pt', name?.text);
  check(!/\b(?:TS|ThS|GS|PGS|CN|KS|BS)\./u.test(name?.text ?? ''), 'name carries no title', name?.text);
  for (const line of lines) check(line.align === 'center', 'signatures are centred', line.text);
}

function checkAuthority(lines: readonly ReadParagraph[], check: Check): void {
  const [authority = '', position = ''] = lines.map(({ text }) => text);
  check(!collective.test(authority), 'a collective body signs T/M, never K/T', authority);
  check(!/^T[/.]U\b|^(?:TM|KT|TL)\.|^T\/M CHI [UỦ][ỶY]/u.test(authority), 'signing authority', authority);
  check(!/^(?:PHÓ )?BÍ THƯ \S/u.test(position), 'position without the name of the body', position);
}

/** Label upright, underlined, 14 pt; then `- …` in 12 pt, separated by the rules of the day, a full stop at the end. */
function checkRecipients([label, ...recipients]: readonly ReadParagraph[], expected: Expectation, check: Check): void {
  check(
    label?.text === 'Nơi nhận:' &&
      isSized(label, 28) &&
      label.runs.every((run) => run.underlined && !run.bold && !run.italic),
    'recipients label is upright, underlined, 14 pt',
    label?.text,
  );
  check(recipients.length > 0, 'there are recipients');
  const separator = expected.rules === 'HD36' ? ',' : ';';
  recipients.forEach((line, index) => {
    const { text } = line;
    check(line.align === 'left' && isSized(line, 24) && isStyled(line, {}), 'recipients are 12 pt regular', text);
    check(text.startsWith('- '), 'recipients begin with a hyphen', text);
    check(
      text.endsWith(index === recipients.length - 1 ? '.' : separator),
      'recipients end by the rules of the day',
      text,
    );
    check(!/Lưu\s*:|\bVT\b/u.test(text), 'no colon after Lưu, no VT', text);
  });
  if (expected.form === 'letter') {
    check(/^- Như trên[,;.]$/u.test(recipients[0]?.text ?? ''), 'a letter names Như trên first', recipients[0]?.text);
  }
}
