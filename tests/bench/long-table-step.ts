import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { deflateRawSync } from 'node:zlib';
import type { OfficialDocument, Table } from '../../electron/data/documents/model.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { listColumns, listRows } from './roster-list.ts';

// One step of `long-table.ts`, in a process of its own: STEP ROWS FOLDER. Ten columns of the roster. Says time and memory.
const [, , step = '', count = '', folder = ''] = argv;
const columnCount = 10;
const path = join(folder, `${step}.docx`);
const cells = [...listRows(Number(count))].map((row, index) =>
  [index + 1, ...row].slice(0, columnCount).map((value) => String(value ?? '')),
);
const headings = ['TT', ...listColumns.map(({ heading }) => heading)].slice(0, columnCount);

function officialDocument(): OfficialDocument {
  const table: Table = {
    kind: 'table',
    columns: headings.map(() => ({ width: 1, align: 'left' as const })),
    head: [headings.map((text) => ({ text }))],
    rows: cells.map((row) => row.map((text) => ({ text }))),
  };
  return {
    header: { superior: 'Trung ương', issuer: ['Tỉnh ủy Thử'], numberAndSymbol: null, placeAndDate: null },
    title: { form: 'titled', documentKind: 'Danh sách', subject: 'đảng viên', hyphens: true },
    ...{ addressees: null, body: [table], signature: { kind: 'none' }, annexes: [], duplex: false },
  };
}

async function product(): Promise<() => Promise<Uint8Array>> {
  const { loadFormatProfiles, profileForDate } = await import('../../electron/data/documents/profile.ts');
  const { writeDocx } = await import('../../electron/data/documents/docx-writer.ts');
  const day = parseIsoDate('2025-01-15');
  if (day === null) throw new RangeError('no day');
  const profile = profileForDate(loadFormatProfiles(resolve(import.meta.dirname, '../../resources')), day);
  const document = officialDocument();
  return () => writeDocx(document, profile);
}

/** The limit: the table's XML as the product has it, put together by hand and packed; nothing cleaned, no width measured. */
function byHand(): Uint8Array {
  const face =
    '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/>' +
    '<w:sz w:val="24"/><w:szCs w:val="24"/>';
  const start =
    '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="935"/><w:gridSpan w:val="1"/><w:vAlign w:val="top"/></w:tcPr><w:p><w:pPr>' +
    '<w:keepNext w:val="false"/><w:spacing w:after="0" w:before="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>' +
    `<w:rPr>${face}</w:rPr></w:pPr><w:r><w:rPr>${face}</w:rPr><w:t xml:space="preserve">`;
  let xml = '<w:document><w:body><w:tbl>';
  for (const row of cells) {
    xml += '<w:tr><w:trPr><w:cantSplit/><w:tblHeader w:val="off"/></w:trPr>';
    for (const text of row)
      xml += `${start}${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p></w:tc>`;
    xml += '</w:tr>';
  }
  return deflateRawSync(`${xml}</w:tbl></w:body></w:document>`, { level: 6 });
}

/** docxtemplater filling a row of a template for each row of the list. */
async function withTemplater(): Promise<() => Promise<Uint8Array>> {
  const { default: Docxtemplater } = await import('docxtemplater');
  const { default: PizZip } = await import('pizzip');
  const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
  const row = headings.map((_, index) => {
    const [open, close] = [index === 0 ? '{#rows}' : '', index === columnCount - 1 ? '{/rows}' : ''];
    return new TableCell({ children: [new Paragraph(`${open}{c${index}}${close}`)] });
  });
  const made = new Document({ sections: [{ children: [new Table({ rows: [new TableRow({ children: row })] })] }] });
  const template = await Packer.toBuffer(made);
  const rows = cells.map((texts) => Object.fromEntries(texts.map((text, index) => [`c${index}`, text])));
  return async () => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render({ rows });
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
}

const steps: Record<string, () => Promise<() => Promise<Uint8Array> | Uint8Array>> = {
  floor: async () => byHand,
  product,
  docxtemplater: withTemplater,
};
const work = await steps[step]?.();
const begun = performance.now();
const before = process.cpuUsage();
writeFileSync(path, (await work?.()) ?? '');
const milliseconds = performance.now() - begun;
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const rate = Math.round((1000 * cells.length) / milliseconds);
const said = `${cells.length} rows, ${rate} rows/s, ${(statSync(path).size / 1e3).toFixed(0)} kB`;
stdout.write(`${JSON.stringify({ milliseconds, processor, megabytes, said })}\n`);
