import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { line, paragraph, runProperties } from './docx-text.ts';
import { escapeMarkup } from './escape.ts';
import type { FormatProfile } from './profile.ts';
import type { TypesetDocument } from './typeset.ts';
import { ZipWriter } from './zip-writer.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Every section has these two: none on its first page, the page number on the others (document format, section 2). */
export const headerReferences =
  '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>';

/** So many letters of a long document are packed at a time. */
const pieceLength = 1 << 18;

/**
 * The Word file around a body: only the parts that Word asks for and those that the profile decides. No clock and no name of
 * a person or program among them: the same document gives the same bytes.
 */
export async function packDocx(
  body: Iterable<string>,
  document: TypesetDocument,
  profile: FormatProfile,
  mark: string | null,
): Promise<Buffer> {
  const out = new PassThrough();
  const packed = buffer(out);
  const zip = new ZipWriter(out, 6);
  await zip.add('[Content_Types].xml', Buffer.from(contentTypes));
  await zip.add('_rels/.rels', Buffer.from(packageRelations));
  await zip.add('docProps/core.xml', Buffer.from(coreProperties(document, profile, mark)));
  await zip.add('word/_rels/document.xml.rels', Buffer.from(documentRelations));
  await zip.add('word/styles.xml', Buffer.from(styles(profile)));
  await zip.add('word/settings.xml', Buffer.from(settings(document.duplex)));
  await zip.add('word/header1.xml', Buffer.from(header(pageNumber(profile))));
  await zip.add('word/header2.xml', Buffer.from(header(line('', profile.page_number, profile))));
  const entry = zip.entry('word/document.xml');
  let piece = `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>`;
  for (const xml of body) {
    piece += xml;
    if (piece.length < pieceLength) continue;
    await entry.write(Buffer.from(piece));
    piece = '';
  }
  await entry.end(Buffer.from(`${piece}</w:body></w:document>`));
  await zip.finish();
  return packed;
}

const wordType = (part: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types">${[
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  `<Default Extension="xml" ContentType="application/xml"/>`,
  ...[
    ['/word/document.xml', wordType('document.main')],
    ['/word/styles.xml', wordType('styles')],
    ['/word/settings.xml', wordType('settings')],
    ['/word/header1.xml', wordType('header')],
    ['/word/header2.xml', wordType('header')],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
].join('')}</Types>`;

const packageRelations = relationships([
  [`${relations}/officeDocument`, 'word/document.xml'],
  [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

const documentRelations = relationships([
  [`${relations}/styles`, 'styles.xml'],
  [`${relations}/settings`, 'settings.xml'],
  [`${relations}/header`, 'header1.xml'],
  [`${relations}/header`, 'header2.xml'],
]);

/** Named `rId1`, `rId2` … in their order. */
function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function coreProperties(document: TypesetDocument, profile: FormatProfile, mark: string | null): string {
  const title = [document.title?.kind, document.title?.subject ?? document.header.letterSubject]
    .filter(Boolean)
    .join(' ');
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeMarkup(title)}</dc:title>` +
    `<dc:creator>${escapeMarkup(document.header.issuer.map(({ text }) => text).join(' '))}</dc:creator>` +
    `${mark === null ? '' : `<cp:keywords>${escapeMarkup(mark)}</cp:keywords>`}` +
    `<dc:language>${profile.language}</dc:language></cp:coreProperties>`
  );
}

/** What text is where it says nothing itself; only what a clerk adds in Word later goes by it. */
function styles(profile: FormatProfile): string {
  const { language } = profile;
  const look = runProperties({ pt: profile.body.pt }, profile).replace(
    '</w:rPr>',
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="${language}"/></w:rPr>`,
  );
  return (
    `${declaration}<w:styles xmlns:w="${main}">` +
    `<w:docDefaults><w:rPrDefault>${look}</w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>' +
    '</w:tblCellMar></w:tblPr></w:style></w:styles>'
  );
}

function settings(duplex: boolean): string {
  return (
    `${declaration}<w:settings xmlns:w="${main}">` +
    `${duplex ? '<w:mirrorMargins/>' : ''}<w:defaultTabStop w:val="567"/>` +
    // A line that ends at a line break within a justified paragraph is not stretched to the margin.
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '</w:settings>'
  );
}

function header(content: string): string {
  return `${declaration}<w:hdr xmlns:w="${main}">${content}</w:hdr>`;
}

function pageNumber(profile: FormatProfile): string {
  const start = `<w:r>${runProperties(profile.page_number, profile)}`;
  const field = (type: string): string => `${start}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const page = `${start}<w:instrText xml:space="preserve">PAGE</w:instrText></w:r>`;
  return paragraph({ align: 'center' }, field('begin') + page + field('separate') + field('end'));
}
