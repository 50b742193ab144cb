import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { escapeMarkup } from './escape.ts';
import type { FormatProfile } from './profile.ts';
import type { TypesetCell, TypesetTable } from './typeset-body.ts';
import { ZipWriter } from './zip-writer.ts';

/** From so many rows on, a table's rows are written by hand: below that the library is quick enough. */
export const longFrom = 200;

const documentPart = 'word/document.xml';

/**
 * Rows of long tables, kept out of the docx library: it makes some twenty objects for each cell and packs in JavaScript
 * (1,000 rows of ten cells a second; by hand ten times as many). The library writes the table with one row that stands for
 * them; `fill` puts them in its place, letter by letter as the library would have written them (`docx-long-table.test.ts`).
 */
export class LongRows {
  readonly #rows = new Map<string, string>();

  /** Keeps the rows and returns the text of the row that stands for them. */
  keep(rows: TypesetTable['rows'], columns: TypesetTable['columns'], profile: FormatProfile): string {
    const token = randomUUID();
    this.#rows.set(token, rowsXml(rows, columns, profile));
    return token;
  }

  /** The file with the rows in their places; the file itself where there are none. */
  async fill(file: Buffer): Promise<Buffer> {
    if (this.#rows.size === 0) return file;
    const parts = new PizZip(file).files;
    const out = new PassThrough();
    const packed = buffer(out);
    const zip = new ZipWriter(out, 6);
    for (const [name, part] of Object.entries(parts)) {
      if (part.dir) continue;
      await zip.add(name, name === documentPart ? Buffer.from(this.#filled(part.asText())) : part.asNodeBuffer());
    }
    await zip.finish();
    return packed;
  }

  #filled(xml: string): string {
    const pieces: string[] = [];
    let from = 0;
    for (const [token, rows] of this.#rows) {
      const at = xml.indexOf(token, from);
      if (at < 0) throw new RangeError('a long table lost its place');
      pieces.push(xml.slice(from, xml.lastIndexOf('<w:tr>', at)), rows);
      from = xml.indexOf('</w:tr>', at) + '</w:tr>'.length;
    }
    return pieces.join('') + xml.slice(from);
  }
}

function rowsXml(rows: TypesetTable['rows'], columns: TypesetTable['columns'], profile: FormatProfile): string {
  const cell = cellWriter(columns, profile);
  let xml = '';
  for (const cells of rows) {
    xml += '<w:tr><w:trPr><w:cantSplit/><w:tblHeader w:val="off"/></w:trPr>';
    let column = 0;
    for (const one of cells) {
      xml += cell(one, column);
      column += one.columnSpan;
    }
    xml += '</w:tr>';
  }
  return xml;
}

/** What is the same for every cell of a column is put together once. */
function cellWriter(columns: TypesetTable['columns'], { font, table: { pt } }: FormatProfile) {
  const name = escapeMarkup(font);
  const face = `<w:rFonts w:ascii="${name}" w:cs="${name}" w:eastAsia="${name}" w:hAnsi="${name}"/>`;
  const size = `<w:sz w:val="${pt * 2}"/><w:szCs w:val="${pt * 2}"/>`;
  const starts = columns.map(({ align }, start) => (span: number): string => {
    const width = columns.slice(start, start + span).reduce((sum, column) => sum + column.width, 0);
    return (
      `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/><w:gridSpan w:val="${span}"/><w:vAlign w:val="top"/></w:tcPr>` +
      '<w:p><w:pPr><w:keepNext w:val="false"/><w:spacing w:after="0" w:before="0" w:line="240" w:lineRule="auto"/>' +
      `<w:jc w:val="${align}"/><w:rPr>${face}${size}</w:rPr></w:pPr>`
    );
  });
  const single = starts.map((start) => start(1));
  const run = (bold: boolean): string => `<w:r><w:rPr>${face}${bold ? '<w:b/><w:bCs/>' : ''}${size}</w:rPr>`;
  const [regular, strong] = [run(false), run(true)];
  return ({ text, bold, columnSpan }: TypesetCell, column: number): string => {
    const start = (columnSpan === 1 ? single[column] : starts[column]?.(columnSpan)) ?? '';
    if (text === '') return `${start}</w:p></w:tc>`;
    const lines = text.split('\n').map((line, index) => {
      const written = `<w:t xml:space="preserve">${escapeMarkup(line).replaceAll('&#39;', '&apos;')}</w:t>`;
      return `${bold ? strong : regular}${index > 0 ? '<w:br/>' : ''}${written}</w:r>`;
    });
    return `${start}${lines.join('')}</w:p></w:tc>`;
  };
}
