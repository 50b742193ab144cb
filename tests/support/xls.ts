import { CFB } from '@e965/xlsx';

/** A record of an old workbook: type and contents. */
export type XlsRecord = readonly [type: number, data: Buffer];

const begin = (kind: number): XlsRecord => [0x809, words(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0)];
const end: XlsRecord = [0x0a, Buffer.alloc(0)];

function words(...values: number[]): Buffer {
  const data = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) data.writeUInt16LE(value, index * 2);
  return data;
}

function streamOf(records: readonly XlsRecord[]): Buffer {
  return Buffer.concat(records.flatMap(([type, data]) => [words(type, data.length), data]));
}

/** A font by its name, as BIFF8 has it. */
export function fontRecord(name: string): XlsRecord {
  const head = Buffer.alloc(16);
  head.writeUInt16LE(200, 0);
  head.writeUInt8(name.length, 14);
  return [0x31, Buffer.concat([head, Buffer.from(name, 'latin1')])];
}

/** A cell format with the font. Fonts are numbered without a fourth. */
export function formatRecord(font: number): XlsRecord {
  const data = Buffer.alloc(20);
  data.writeUInt16LE(font, 0);
  return [0xe0, data];
}

/** A box with text (LABEL); row and column from 0. */
export function labelRecord(row: number, column: number, text: string, format = 0): XlsRecord {
  const head = Buffer.concat([words(row, column, format, text.length), Buffer.from([1])]);
  return [0x204, Buffer.concat([head, Buffer.from(text, 'utf16le')])];
}

/** A row of `count` blank boxes. */
export function blanksRecord(row: number, count: number): XlsRecord {
  return [0xbe, words(row, 0, ...Array.from({ length: count }, () => 0), count - 1)];
}

/** A workbook of Excel 97 with one sheet: records of the workbook, and those of the sheet. For hostile files. */
export function xlsOf(globals: readonly XlsRecord[], sheet: readonly XlsRecord[]): Buffer {
  const before = (at: number) => {
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    const name = Buffer.from([0, 0, 2, 0, ...Buffer.from('S1', 'latin1')]);
    return streamOf([begin(0x05), ...globals, [0x85, Buffer.concat([place, name])], end]);
  };
  const stream = Buffer.concat([before(before(0).length), streamOf([begin(0x10), ...sheet, end])]);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', stream);
  const written: Uint8Array = CFB.write(container, { type: 'buffer' });
  return Buffer.from(written);
}
