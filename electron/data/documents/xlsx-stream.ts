import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import exceljs, { type stream } from 'exceljs';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { produceFileAtomically } from './file-output.ts';
import type { Workbook } from './workbook.ts';

export type WorkbookWriter = stream.xlsx.WorkbookWriter;

type Properties = Pick<Workbook, 'title' | 'author' | 'date' | 'mark'>;
type Fill = (writer: WorkbookWriter) => Promise<void>;

/**
 * Writes a workbook row by row (ExcelJS in memory needs many times the room, reliability finding 10); `fill` adds the
 * sheets. A path is written atomically and throws FileOutputError; a stream is ended, or destroyed by an error.
 */
export async function streamXlsx(properties: Properties, target: string | Writable, fill: Fill): Promise<void> {
  if (typeof target === 'string') {
    await produceFileAtomically(target, (temporary) =>
      writeStream(properties, createWriteStream(temporary, { flags: 'wx' }), fill),
    );
  } else {
    await writeStream(properties, target, fill);
  }
}

async function writeStream(properties: Properties, stream: Writable, fill: Fill): Promise<void> {
  // ExcelJS listens for errors only at its very end; before that a full disk would end the process.
  const written = finished(stream);
  try {
    await Promise.race([writeWorkbook(properties, stream, fill), written]);
    await written;
  } catch (error) {
    stream.destroy();
    await written.catch(() => undefined);
    if (!stream.closed) await once(stream, 'close');
    throw error;
  }
}

async function writeWorkbook({ title, author, date, mark }: Properties, stream: Writable, fill: Fill): Promise<void> {
  const created = new Date(`${date}T00:00:00Z`);
  const by = cleanLine(author);
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  Object.assign(writer, { created, modified: created, creator: by, lastModifiedBy: by });
  writer.title = cleanLine(title);
  if (mark) writer.keywords = cleanLine(mark);
  writer.views = [{ x: 0, y: 0, width: 24_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  await fill(writer);
  await writer.commit();
}
