import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnLetter } from '../../electron/data/importing/workbook/sheet-grid.ts';
import { dayColumns, makeRoster, type Roster, rosterHeadings } from './roster-people.ts';

type Box = string | number | null;

export interface RosterFiles {
  organisations: string;
  /** One, or as many as the import needs to take so many members. */
  rosters: string[];
}

/** Members of one workbook: the import takes 3 million boxes at once, and tells who has more to divide the file. */
const mostMembers = 100_000;

/**
 * Writes the roster as .xlsx, laid out as Excel does (shared strings behind the sheet, days as serial numbers), and
 * the list of its organisations as another. Row by row: a roster of any size takes little memory.
 */
export async function writeRoster(folder: string, members: number): Promise<RosterFiles> {
  const made = makeRoster(members);
  const organisations = join(folder, 'to-chuc.xlsx');
  await writeWorkbook(organisations, organisationRows(made));
  const rows = made.rows();
  const rosters = Array.from({ length: Math.ceil(members / mostMembers) }, (_, at) =>
    join(folder, `dang-vien-${at}.xlsx`),
  );
  for (const path of rosters) await writeWorkbook(path, rosterRows(rows), dayColumns);
  return { organisations, rosters };
}

/** The next of the roster's rows, as many as one workbook takes, under its title and headings. */
function* rosterRows(rows: Iterator<readonly Box[]>): Generator<readonly Box[]> {
  yield ['DANH SÁCH ĐẢNG VIÊN'];
  yield ['(Tính đến ngày 31/12/2024)'];
  yield rosterHeadings;
  for (let count = 0; count < mostMembers; count += 1) {
    const { value, done } = rows.next();
    if (done) return;
    yield value;
  }
}

function* organisationRows({ communes }: Roster): Generator<readonly Box[]> {
  yield ['DANH SÁCH TỔ CHỨC ĐẢNG'];
  yield ['TT', 'Tên tổ chức đảng', 'Loại hình', 'Ngày sinh hoạt định kỳ', 'Bí thư'];
  for (const { name, cells } of communes) {
    yield [null, name];
    for (const [index, cell] of cells.entries()) yield [index + 1, cell, 'Thôn', 3 + (index % 8), null];
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const partTypes = { worksheet: 'worksheets/sheet1', styles: 'styles', sharedStrings: 'sharedStrings' } as const;

async function writeWorkbook(path: string, rows: Iterable<readonly Box[]>, days: ReadonlySet<number> = new Set()) {
  const strings = new Map<string, number>();
  const zip = new ZipFile();
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Object.entries(partTypes)
    .map(([type, part]) => `<Override PartName="/xl/${part}.xml" ContentType="${content}.${type}+xml"/>`)
    .join('');
  const types = `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>${overrides}</Types>`;
  const root = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const related = Object.entries(partTypes)
    .map(
      ([type, part], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${part}.xml"/>`,
    )
    .join('');
  const book = `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  for (const [name, text] of [
    ['[Content_Types].xml', types],
    ['_rels/.rels', root],
    ['xl/workbook.xml', book],
    ['xl/_rels/workbook.xml.rels', `${xml}<Relationships xmlns="${packages}/relationships">${related}</Relationships>`],
  ] as const) {
    zip.addBuffer(Buffer.from(text), name);
  }
  const done = pipeline(zip.outputStream, createWriteStream(path));
  const streamed = (name: string, parts: () => Iterable<string>) =>
    zip.addReadStreamLazy(name, (callback) => callback(null, Readable.from(inBlocks(parts()))));
  streamed('xl/worksheets/sheet1.xml', () => sheetXml(rows, strings, days));
  zip.addBuffer(Buffer.from(styles), 'xl/styles.xml');
  streamed('xl/sharedStrings.xml', () => stringsXml(strings));
  zip.end();
  await done;
}

function* sheetXml(rows: Iterable<readonly Box[]>, strings: Map<string, number>, days: ReadonlySet<number>) {
  yield `${xml}<worksheet xmlns="${main}"><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    const boxes = row.map((box, index) => boxXml(`${columnLetter(index + 1)}${number}`, box, days.has(index), strings));
    yield `<row r="${number}">${boxes.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function boxXml(reference: string, box: Box, isDay: boolean, strings: Map<string, number>): string {
  if (box === null) return '';
  if (typeof box === 'number') return `<c r="${reference}"${isDay ? ' s="1"' : ''}><v>${box}</v></c>`;
  const index = strings.get(box) ?? strings.size;
  strings.set(box, index);
  return `<c r="${reference}" t="s"><v>${index}</v></c>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>) {
  yield `${xml}<sst xmlns="${main}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

/** Pieces put together: a stream is slow with short ones. */
function* inBlocks(parts: Iterable<string>): Generator<Buffer> {
  let block = '';
  for (const part of parts) {
    block += part;
    if (block.length < 65_536) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}
