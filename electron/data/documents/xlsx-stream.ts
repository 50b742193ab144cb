import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { produceFileAtomically } from './file-output.ts';
import { XlsxBook } from './xlsx-book.ts';
import type { BookProperties } from './xlsx-parts.ts';

type Fill = (book: XlsxBook) => Promise<void>;

/**
 * Writes a workbook row by row: what was written is not kept. `fill` adds the sheets. A path is written atomically and
 * throws FileOutputError; a stream is ended, or destroyed by an error.
 */
export async function streamXlsx(properties: BookProperties, target: string | Writable, fill: Fill): Promise<void> {
  if (typeof target === 'string') {
    await produceFileAtomically(target, (temporary) =>
      writeStream(properties, createWriteStream(temporary, { flags: 'wx' }), fill),
    );
  } else {
    await writeStream(properties, target, fill);
  }
}

async function writeStream(properties: BookProperties, stream: Writable, fill: Fill): Promise<void> {
  const book = new XlsxBook(properties, stream);
  // A full disk ends the waiting for room, which would not come any more.
  const written = finished(stream);
  try {
    await Promise.race([fill(book).then(() => book.finish()), written]);
    await written;
  } catch (error) {
    stream.destroy();
    await written.catch(() => undefined);
    if (!stream.closed) await once(stream, 'close');
    throw error;
  }
}
