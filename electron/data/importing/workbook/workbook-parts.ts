import { posix } from 'node:path';
import { type LegacyFont, legacyFont } from './legacy-fonts.ts';
import { type NumberFormat, numberFormat } from './number-formats.ts';
import { readXml, type XmlHandlers } from './xml-events.ts';
import { plainLength, readXmlUnits } from './xml-units.ts';
import type { ZipParts } from './zip-parts.ts';

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  date1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

interface Relationship {
  type: string;
  target: string;
}

async function relationships(zip: ZipParts, part: string): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const relsPart = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(relsPart)) return found;
  await readXml(zip.read(relsPart), {
    open(name, attributes) {
      const { Id, Type, Target } = attributes;
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
      found.set(Id, { type: posix.basename(Type ?? ''), target });
    },
    close() {},
    text() {},
  });
  return found;
}

/** Finds the parts of the workbook by its relationships: names and places differ between the programs that write them. */
export async function readWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const root = [...(await relationships(zip, '')).values()].find(({ type }) => type === 'officeDocument');
  const workbookPart = root?.target ?? 'xl/workbook.xml';
  const related = await relationships(zip, workbookPart);
  const result: WorkbookParts = { sheets: [], date1904: false, sharedStrings: null, styles: null };
  for (const { type, target } of related.values()) {
    if (type === 'sharedStrings' && zip.has(target)) result.sharedStrings = target;
    if (type === 'styles' && zip.has(target)) result.styles = target;
  }
  await readXml(zip.read(workbookPart), {
    open(name, attributes) {
      if (name === 'workbookPr') result.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = related.get(attributes['r:id'] ?? attributes.id ?? '');
      // A chart sheet or a dialogue sheet has no rows.
      if (relation?.type !== 'worksheet') return;
      const hidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '');
      result.sheets.push({ name: attributes.name ?? '', hidden, part: relation.target });
    },
    close() {},
    text() {},
  });
  return result;
}

/** The shared strings in order; runs of rich text are joined, phonetic hints left out. */
export async function readSharedStrings(zip: ZipParts, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  const handlers: XmlHandlers = {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    close(name) {
      if (name === 'si') strings.push(current);
      if (name === 'rPh') inPhonetic = false;
      if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  };
  await readXmlUnits(zip.read(part), handlers, {
    name: 'si',
    parent: 'sst',
    read(text, from) {
      const opening = openings.find((one) => text.startsWith(one, from));
      const start = from + (opening?.length ?? 0);
      const length = opening === undefined ? -1 : plainLength(text, start);
      if (length < 0 || !text.startsWith(ending, start + length)) return 0;
      strings.push(text.slice(start, start + length));
      return start + length + ending.length;
    },
  });
  return strings;
}

/** How nearly all of them begin and end: one text without runs. */
const openings = ['<si><t>', '<si><t xml:space="preserve">'];
const ending = '</t></si>';

/** What matters of a cell style: date, time or number, and whether its font draws another encoding. */
export interface CellStyle {
  format: NumberFormat;
  font: LegacyFont | null;
}

/** The cell styles (`s` attribute) in order. */
export async function readStyles(zip: ZipParts, part: string | null): Promise<CellStyle[]> {
  if (part === null) return [];
  const codes = new Map<number, string>();
  const fonts: (LegacyFont | null)[] = [];
  const formats: { numberFormat: number; font: number }[] = [];
  let within: string | null = null;
  await readXml(zip.read(part), {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs') within = name;
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'font' && within === 'fonts') fonts.push(null);
      if (name === 'name' && within === 'fonts') fonts.splice(-1, 1, legacyFont(attributes.val));
      if (name === 'xf' && within === 'cellXfs') {
        formats.push({ numberFormat: Number(attributes.numFmtId ?? '0'), font: Number(attributes.fontId ?? '0') });
      }
    },
    close(name) {
      if (name === within) within = null;
    },
    text() {},
  });
  return formats.map(({ numberFormat: id, font }) => ({ format: numberFormat(id, codes), font: fonts[font] ?? null }));
}
