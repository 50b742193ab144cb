import { all, type Element, find, parseXml } from '../docx-reader.ts';
import type { Check, Expectation, OpenDocx } from './findings.ts';
import { paragraphsIn } from './open-docx.ts';

/** Twips (document format, section 2). */
const paper = { short: '11906', long: '16838' };
const margins = { 'w:top': '1134', 'w:bottom': '1134', 'w:left': '1701', 'w:right': '850', 'w:header': '567' };

/** Paper, margins and page numbers of every section; annexes count their own pages (document format, section 2). */
export function checkPages(docx: OpenDocx, expected: Expectation, check: Check): void {
  check(docx.sections.length === 1 + expected.annexes, 'sections', `${docx.sections.length}, one and one an annex`);
  docx.sections.forEach(({ setUp }, index) => {
    const where = index === 0 ? 'document' : `annex ${index}`;
    checkPaper(setUp, where, check);
    check(find(setUp, 'w:titlePg') !== null, 'first page has its own header', where);
    const start = find(setUp, 'w:pgNumType')?.attributes['w:start'];
    check(index === 0 ? start === undefined : start === '1', 'pages are counted from 1', where);
    checkPageNumber(headersOf(docx, index), where, docx, check);
  });
  const settings = parseXml(docx.parts.get('word/settings.xml') ?? '<none/>');
  const mirrored = find(settings, 'w:settings', 'w:mirrorMargins') !== null;
  check(mirrored === expected.duplex, 'margins are mirrored when both sides are printed');
}

function checkPaper(setUp: Element, where: string, check: Check): void {
  const { attributes: size = {} } = find(setUp, 'w:pgSz') ?? {};
  const landscape = size['w:orient'] === 'landscape';
  const [width, height] = landscape ? [paper.long, paper.short] : [paper.short, paper.long];
  check(size['w:w'] === width && size['w:h'] === height, 'paper is A4', where);
  const { attributes: margin = {} } = find(setUp, 'w:pgMar') ?? {};
  for (const [side, value] of Object.entries(margins)) check(margin[side] === value, `margin ${side} ${value}`, where);
}

/** The header part of each kind that a section shows: its own, or what the section before it has. */
function headersOf({ parts, sections }: OpenDocx, index: number): Map<string, Element> {
  const links = all(parseXml(parts.get('word/_rels/document.xml.rels') ?? '<none/>'), 'Relationship');
  const headers = new Map<string, Element>();
  for (const { setUp } of sections.slice(0, index + 1)) {
    for (const { name, attributes } of setUp.children) {
      if (name !== 'w:headerReference') continue;
      const target = links.find(({ attributes: link }) => link.Id === attributes['r:id'])?.attributes.Target;
      const part = parts.get(`word/${target}`);
      if (part !== undefined) headers.set(attributes['w:type'] ?? 'default', parseXml(part));
    }
  }
  return headers;
}

/** Arabic, 14 pt, upright, top centre, not on the first page. */
function checkPageNumber(headers: Map<string, Element>, where: string, docx: OpenDocx, check: Check): void {
  const showsNumber = (header: Element): boolean =>
    all(header, 'w:instrText').some(({ text }) => text.trim().split(/\s/u)[0] === 'PAGE') ||
    all(header, 'w:fldSimple').some(({ attributes }) => attributes['w:instr']?.trim().startsWith('PAGE') === true);
  const kinds = [...headers].filter(([, header]) => showsNumber(header)).map(([kind]) => kind);
  check(kinds.join() === 'default', 'page number from the second page only', where);
  check(headers.has('first'), 'first page header', where);
  const header = headers.get('default');
  if (header === undefined) return;
  check(
    paragraphsIn(header, docx).every(({ align }) => align === 'center'),
    'page number is centred',
    where,
  );
  const looks = all(header, 'w:r').map((run) => ({
    size: (find(run, 'w:rPr', 'w:sz') ?? find(docx.defaults, 'w:sz'))?.attributes['w:val'],
    plain: find(run, 'w:rPr', 'w:b') === null && find(run, 'w:rPr', 'w:i') === null,
  }));
  check(
    looks.length > 0 && looks.every(({ size, plain }) => size === '28' && plain),
    'page number is 14 pt upright regular',
    where,
  );
}
