import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { compressionLevel } from '../../electron/data/documents/xlsx-book.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const markup = /[&<>]/u;
const day = /^\d{4}-\d\d-\d\d$/u;

/**
 * The limit: one sheet's XML as the product's list has it, put together by hand and deflated at the same level, with the
 * look of each column and the height of the rows known beforehand. Nothing is checked, cleaned or measured. It writes the
 * worksheet alone, as one deflated stream. Returns characters of XML and bytes of the file.
 */
export async function writeByHand(
  rows: Iterable<readonly (string | number | null)[]>,
  path: string,
): Promise<{ xml: number; file: number }> {
  const deflate = createDeflateRaw({ level: compressionLevel });
  const file = createWriteStream(path);
  deflate.pipe(file);
  let [number, text, size, sum] = [0, '<worksheet><sheetData>', 0, 0];
  // One piece is deflated by another thread while the next is put together, as the product does it.
  let before: Promise<unknown> | undefined;
  const handOn = async (): Promise<void> => {
    const chunk = Buffer.from(text);
    text = '';
    size += chunk.length;
    sum = crc32(chunk, sum);
    await before;
    before = new Promise<void>((done) => deflate.write(chunk, () => done()));
  };
  for (const row of rows) {
    number += 1;
    text += `<row r="${number}" ht="18" customHeight="1" x14ac:dyDescent="0.25"><c r="A${number}" s="8"><v>${number}</v></c>`;
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index] ?? null;
      const start = `<c r="${letters[index + 1]}${number}"`;
      if (value === null) text += `${start} s="9"/>`;
      else if (typeof value === 'number') text += `${start} s="9"><v>${value}</v></c>`;
      else if (day.test(value)) text += `${start} s="10"><v>${Date.parse(value) / 86_400_000 + 25_569}</v></c>`;
      else text += `${start} s="9" t="inlineStr"><is><t>${markup.test(value) ? escaped(value) : value}</t></is></c>`;
    }
    text += '</row>';
    if (text.length > 65_536) await handOn();
  }
  text += '</sheetData></worksheet>';
  await handOn();
  deflate.end();
  await finished(file);
  return { xml: size, file: file.bytesWritten };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
