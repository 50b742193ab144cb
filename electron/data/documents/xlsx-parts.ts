import { cleanLine } from '../vietnamese/clean-text.ts';
import { escapeMarkup } from './escape.ts';
import type { Workbook } from './workbook.ts';

export type BookProperties = Pick<Workbook, 'title' | 'author' | 'date' | 'mark'>;

/** A range that programs know by name: what is printed, and the rows repeated on each page. */
export interface NamedRange {
  name: '_xlnm.Print_Area' | '_xlnm.Print_Titles';
  /** `$A$1:$K$83`. */
  range: string;
  sheet: string;
  /** From 0. */
  index: number;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `[Content_Types].xml`. */
export function typesXml(sheets: number): string {
  const parts = [
    ['xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ...sheetPaths(sheets).map((path) => [`xl/${path}`, `${spreadsheet}.worksheet+xml`]),
    ['xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  return (
    `<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

/** `_rels/.rels`. */
export const rootRelations = relations([
  [`${documents}/officeDocument`, 'xl/workbook.xml'],
  [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${documents}/extended-properties`, 'docProps/app.xml'],
]);

/** `xl/_rels/workbook.xml.rels`: the sheets are `rId1`, `rId2` … */
export function workbookRelations(sheets: number): string {
  const toSheets = sheetPaths(sheets).map((path) => [`${documents}/worksheet`, path] as const);
  return relations([...toSheets, [`${documents}/styles`, 'styles.xml']]);
}

function sheetPaths(sheets: number): string[] {
  return Array.from({ length: sheets }, (_, index) => `worksheets/sheet${index + 1}.xml`);
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const written = all.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${written.join('')}</Relationships>`;
}

/** `xl/workbook.xml`. */
export function workbookXml(
  sheets: readonly { name: string; hidden: boolean }[],
  names: readonly NamedRange[],
): string {
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const named = names.map(
    ({ name, range, sheet, index }) =>
      `<definedName name="${name}" localSheetId="${index}">${escapeMarkup(`'${sheet}'!${range}`)}</definedName>`,
  );
  return (
    `<workbook xmlns="${main}" xmlns:r="${documents}"><workbookPr/>` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>' +
    `<sheets>${listed.join('')}</sheets>` +
    `${named.length === 0 ? '' : `<definedNames>${named.join('')}</definedNames>`}<calcPr calcId="171027"/></workbook>`
  );
}

/** `docProps/app.xml`: LibreOffice takes heights of rows as Excel does, in whole pixels, where it reads Excel's name. */
export const appXml =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>';

/** `docProps/core.xml`. */
export function coreXml({ title, author, date, mark }: BookProperties): string {
  const [by, day] = [escapeMarkup(cleanLine(author)), `xsi:type="dcterms:W3CDTF">${date}T00:00:00Z`];
  return (
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeMarkup(cleanLine(title))}</dc:title><dc:creator>${by}</dc:creator>` +
    `${mark ? `<cp:keywords>${escapeMarkup(cleanLine(mark))}</cp:keywords>` : ''}` +
    `<cp:lastModifiedBy>${by}</cp:lastModifiedBy><dcterms:created ${day}</dcterms:created>` +
    `<dcterms:modified ${day}</dcterms:modified></cp:coreProperties>`
  );
}
