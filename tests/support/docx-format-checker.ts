import { all, type Element, find, parseXml, type ReadParagraph, readParagraph, unzipParts } from './docx-reader.ts';

/**
 * What a party document must look like, written a second time from the handbook (document format, sections 2, 3, 6.1, 8)
 * and sharing nothing with the writer. `checkDocxFormat` returns what is wrong, in words; an empty list is a pass.
 */
export type Expectations = { number: boolean; date: boolean; signature: 'authority' | 'pair' };

type Check = (what: string, isRight: boolean) => void;
type File = { body: Element; defaults: Element | null; parts: Map<string, string> };

/** Times-Bold advance widths of ĐẢNG CỘNG SẢN VIỆT NAM at 15 pt (handbook 3.3), in twips. */
const titleLength = 4134;

export async function checkDocxFormat(file: Uint8Array, expected: Expectations): Promise<string[]> {
  const wrong: string[] = [];
  const check: Check = (what, isRight) => {
    if (!isRight) wrong.push(what);
  };
  const parts = await unzipParts(file);
  const body = find(parseXml(parts.get('word/document.xml') ?? ''), 'w:document', 'w:body');
  const styles = parseXml(parts.get('word/styles.xml') ?? '');
  if (body === null) return ['no document body'];
  const docx = { body, defaults: find(styles, 'w:styles', 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), parts };
  checkPage(docx, check);
  checkHeader(docx, expected, check);
  checkTitle(docx, check);
  checkBody(docx, check);
  checkSignature(docx, expected, check);
  checkText(docx, check);
  return wrong;
}

function paragraphsIn(element: Element, docx: File): ReadParagraph[] {
  return all(element, 'w:p').map((paragraph) => readParagraph(paragraph, docx.defaults));
}

function checkPage(docx: File, check: Check): void {
  const section = docx.body.children.at(-1) ?? null;
  const attributes = { ...find(section, 'w:pgSz')?.attributes, ...find(section, 'w:pgMar')?.attributes };
  const page = {
    'w:w': 11906,
    'w:h': 16838,
    'w:top': 1134,
    'w:bottom': 1134,
    'w:left': 1701,
    'w:right': 850,
    'w:header': 567,
  };
  for (const [name, value] of Object.entries(page))
    check(`page ${name} is ${value}`, attributes[name] === String(value));
  check('first page is different', find(section, 'w:titlePg') !== null);
  const headers = (section?.children ?? []).filter((child) => child.name === 'w:headerReference');
  const links = parseXml(docx.parts.get('word/_rels/document.xml.rels') ?? '');
  const numbered = headers.filter((header) => {
    const link = all(links, 'Relationship').find((entry) => entry.attributes.Id === header.attributes['r:id']);
    const part = parseXml(docx.parts.get(`word/${link?.attributes.Target}`) ?? '<w:hdr/>');
    const field = all(part, 'w:instrText').some((instruction) => instruction.text.trim() === 'PAGE');
    if (field) {
      const [paragraph] = paragraphsIn(part, docx);
      check('page number is centred', paragraph?.align === 'center');
      check(
        'page number is 14 pt',
        all(part, 'w:sz').every((size) => size.attributes['w:val'] === '28'),
      );
    }
    return field;
  });
  check('page number from page 2 only', numbered.map((header) => header.attributes['w:type']).join() === 'default');
}

function checkHeader(docx: File, expected: Expectations, check: Check): void {
  const table = docx.body.children[0];
  check('document begins with the header table', table?.name === 'w:tbl');
  if (table?.name !== 'w:tbl') return;
  checkNoBorders(table, 'header table', check);
  const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  check('header columns are 3900 and 5455', widths.join() === '3900,5455');
  check(
    'header cells have no margins',
    all(table, 'w:tblCellMar').some((margins) => margins.children.every((side) => side.attributes['w:w'] === '0')),
  );
  const [upper, lower] = all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => paragraphsIn(cell, docx)));
  const [left = [], right = []] = upper ?? [];
  for (const paragraph of [...left, ...right]) check(`centred: ${paragraph.text}`, paragraph.align === 'center');
  check(
    'one * under the issuer',
    left.at(-1)?.text === '*' && left.filter((paragraph) => paragraph.text === '*').length === 1,
  );
  const names = left.slice(0, -1);
  const firstBold = names.findIndex((paragraph) => isStyled(paragraph, { bold: true }));
  check(
    'issuer is bold',
    firstBold >= 0 && names.slice(firstBold).every((paragraph) => isStyled(paragraph, { bold: true })),
  );
  for (const paragraph of left) {
    check(
      `14 pt: ${paragraph.text}`,
      paragraph.runs.every((run) => run.halfPoints === 28),
    );
    check(`capitals: ${paragraph.text}`, paragraph.text === paragraph.text.toLocaleUpperCase('vi'));
  }
  const [title, rule] = right;
  check('party title', title?.text === 'ĐẢNG CỘNG SẢN VIỆT NAM');
  check(
    'party title is 15 pt bold',
    title !== undefined && isStyled(title, { bold: true }) && title.runs.every((run) => run.halfPoints === 30),
  );
  const length = 5455 - (rule?.indent.left ?? 0) - (rule?.indent.right ?? 0);
  check('rule under the title is a border', rule?.text === '' && rule.border !== null);
  check(
    'rule is as long as the title',
    Math.abs(length - titleLength) <= 10 && rule?.indent.left === rule?.indent.right,
  );
  checkNumberAndDate(lower ?? [], expected, check);
}

function checkNumberAndDate([left = [], right = []]: ReadParagraph[][], expected: Expectations, check: Check): void {
  const number = left.find((paragraph) => paragraph.text.startsWith('Số'));
  check(`number line: ${expected.number}`, (number !== undefined) === expected.number);
  if (number) {
    check('number and symbol', /^Số (?:\d{2,}| +)-[A-ZĐa-z]{2,4}\/[A-ZĐ]{2,8}$/u.test(number.text));
    check('number is 14 pt regular', isStyled(number, {}) && number.runs.every((run) => run.halfPoints === 28));
  }
  const date = right.find((paragraph) => paragraph.text.includes('ngày'));
  check(`date line: ${expected.date}`, (date !== undefined) === expected.date);
  if (date) {
    check(
      'date line is 14 pt italic',
      isStyled(date, { italic: true }) && date.runs.every((run) => run.halfPoints === 28),
    );
    const parts = /^\S.*, ngày (\d\d| +) ?tháng (0[12]|[3-9]|1[012]| +) ?năm (\d{4}| *)$/u.test(
      date.text.replace(/ {3,}/gu, '   '),
    );
    check(
      'date: zero before days under 10 and months 1 and 2 only',
      parts || /, ngày +tháng +năm \d{4}$/u.test(date.text),
    );
  }
}

function isStyled(
  paragraph: ReadParagraph,
  { bold = false, italic = false }: { bold?: boolean; italic?: boolean },
): boolean {
  return paragraph.runs.every((run) => run.bold === bold && run.italic === italic);
}

function checkNoBorders(table: Element, what: string, check: Check): void {
  const sides = [...all(table, 'w:tblBorders'), ...all(table, 'w:tcBorders')].flatMap((borders) => borders.children);
  check(
    `${what} has no borders`,
    sides.every((side) => ['none', 'nil'].includes(side.attributes['w:val'] ?? '')),
  );
}

/** The paragraphs between header and signatures. */
function middle(docx: File): ReadParagraph[] {
  return docx.body.children.filter((child) => child.name === 'w:p').map((child) => readParagraph(child, docx.defaults));
}

function checkTitle(docx: File, check: Check): void {
  const [kind, subject, hyphens] = middle(docx);
  check('kind is capitals', kind !== undefined && kind.text === kind.text.toLocaleUpperCase('vi'));
  check(
    'kind is 16 pt bold centred',
    kind !== undefined && isStyled(kind, { bold: true }) && kind.runs[0]?.halfPoints === 32 && kind.align === 'center',
  );
  check('subject begins small', /^\p{Ll}/u.test(subject?.text ?? ''));
  check(
    'subject is 14 pt bold centred',
    subject !== undefined &&
      isStyled(subject, { bold: true }) &&
      subject.runs[0]?.halfPoints === 28 &&
      subject.align === 'center',
  );
  check('five hyphens, regular', hyphens?.text === '-----' && isStyled(hyphens, {}) && hyphens.align === 'center');
}

function bodyParagraphs(docx: File): ReadParagraph[] {
  const paragraphs = middle(docx);
  const start = paragraphs.findIndex((paragraph) => paragraph.text === '-----') + 1;
  return paragraphs.slice(start).filter((paragraph) => paragraph.text !== '');
}

function checkBody(docx: File, check: Check): void {
  const body = bodyParagraphs(docx);
  check('there is a body', body.length > 0);
  for (const paragraph of body) {
    const { align, spacing, indent, text } = paragraph;
    const dotted = /^…+$/u.test(text);
    check(`justified: ${text}`, align === 'both' || dotted);
    check(`first line 10 mm: ${text}`, indent.firstLine === 567);
    check(`6 pt before: ${text}`, spacing.before >= 120);
    check(`exactly 18 to 22 pt: ${text}`, spacing.rule === 'exact' && spacing.line >= 360 && spacing.line <= 440);
    check(
      `14 pt: ${text}`,
      paragraph.runs.every((run) => run.halfPoints === 28),
    );
  }
  check('the text ends with one full stop', /[^/]\.$/u.test(body.at(-1)?.text ?? ''));
}

function checkSignature(docx: File, expected: Expectations, check: Check): void {
  const elements = docx.body.children;
  const index = elements.findLastIndex((child) => child.name === 'w:tbl');
  const table = elements[index];
  check('there is a signature table', index > 0);
  if (table === undefined) return;
  checkNoBorders(table, 'signature table', check);
  check('signatures are not split', all(table, 'w:cantSplit').length === all(table, 'w:tr').length);
  const before = elements[index - 1];
  check(
    'signatures stay with the last paragraph',
    before !== undefined && readParagraph(before, docx.defaults).keepNext,
  );
  const [left = [], right = []] = all(table, 'w:tc').map((cell) => paragraphsIn(cell, docx));
  checkSignatory(right, check);
  if (expected.signature === 'pair') {
    checkSignatory(left, check);
    check('secretary left', /^(?:NGƯỜI GHI BIÊN BẢN|THƯ KÝ)$/u.test(left[0]?.text ?? ''));
    check('chair right', right[0]?.text === 'CHỦ TRÌ HỘI NGHỊ');
    return;
  }
  const [label, ...recipients] = left;
  check(
    'recipients label upright, underlined, 14 pt',
    label?.text === 'Nơi nhận:' &&
      label.runs.every((run) => run.underlined && !run.bold && !run.italic && run.halfPoints === 28),
  );
  check(
    'recipients are 12 pt',
    recipients.every((line) => line.align === 'left' && line.runs.every((run) => run.halfPoints === 24)),
  );
  check(
    'recipients are `- …` and end with a full stop',
    recipients.every((line) => line.text.startsWith('- ')) && recipients.at(-1)?.text.endsWith('.') === true,
  );
  check('no colon after Lưu, no VT', !recipients.some((line) => /Lưu\s*:|VT\b/u.test(line.text)));
}

/** Role bold and in capitals, four empty lines of 14 pt, the name in bold. */
function checkSignatory(lines: ReadParagraph[], check: Check): void {
  const [role, second] = lines;
  check(
    'role is bold capitals 14 pt',
    role !== undefined &&
      isStyled(role, { bold: true }) &&
      role.runs[0]?.halfPoints === 28 &&
      role.text === role.text.toLocaleUpperCase('vi'),
  );
  check('position is not bold', second === undefined || second.text === '' || isStyled(second, {}));
  const empty = lines.slice(1, -1).filter((line) => line.text === '').length;
  check('four lines for the signature', empty === 4);
  check('name is bold 14 pt', lines.at(-1)?.runs.every((run) => run.bold && run.halfPoints === 28) === true);
}

function checkText(docx: File, check: Check): void {
  const runs = paragraphsIn(docx.body, docx).flatMap((paragraph) => paragraph.runs);
  const text = runs.map((run) => run.text).join('\n');
  check('NFC', text === text.normalize('NFC'));
  const slots = ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'];
  check(
    'Times New Roman in all four slots',
    runs.every((run) => slots.every((slot) => run.fonts[slot] === 'Times New Roman')),
  );
  check('language is Vietnamese', find(docx.defaults, 'w:lang')?.attributes['w:val'] === 'vi-VN');
  check(
    'nothing underlined but the recipients label',
    runs.every((run) => !run.underlined || run.text === 'Nơi nhận:'),
  );
  for (const habit of [
    'Số:',
    'V/v',
    './.',
    'CỘNG HÒA XÃ HỘI',
    'CỘNG HOÀ XÃ HỘI',
    'Độc lập - Tự do',
    '───',
    'undefined',
    'null',
    'NaN',
  ]) {
    check(`does not say ${habit}`, !text.includes(habit));
  }
  check(
    'no text holds a line feed',
    [...docx.parts.values()].every((part) => !/<w:t[ >][^<]*\n/u.test(part)),
  );
}
