import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { produceFileAtomically } from './file-output.ts';
import type { FormatProfile } from './profile.ts';
import type { Workbook } from './workbook.ts';
import { writeSheet } from './xlsx-sheet.ts';

/**
 * Writes a workbook row by row (ExcelJS in memory needs many times the room, reliability finding 10). A path is written
 * atomically and throws FileOutputError; a stream is ended, or destroyed by an error. Throws RangeError when a formula
 * would not give its figure.
 */
export async function writeXlsx(workbook: Workbook, profile: FormatProfile, target: string | Writable): Promise<void> {
  if (typeof target === 'string') {
    await produceFileAtomically(target, (temporary) =>
      writeStream(workbook, profile, createWriteStream(temporary, { flags: 'wx' })),
    );
  } else {
    await writeStream(workbook, profile, target);
  }
}

async function writeStream(workbook: Workbook, profile: FormatProfile, stream: Writable): Promise<void> {
  // ExcelJS listens for errors only at its very end; before that a full disk would end the process.
  const written = finished(stream);
  try {
    await Promise.race([writeSheets(workbook, profile, stream), written]);
    await written;
  } catch (error) {
    stream.destroy();
    await written.catch(() => undefined);
    if (!stream.closed) await once(stream, 'close');
    throw error;
  }
}

async function writeSheets(workbook: Workbook, profile: FormatProfile, stream: Writable): Promise<void> {
  const created = new Date(`${workbook.date}T00:00:00Z`);
  const author = cleanLine(workbook.author);
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  Object.assign(writer, { created, modified: created, creator: author, lastModifiedBy: author });
  writer.title = cleanLine(workbook.title);
  writer.views = [{ x: 0, y: 0, width: 24_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  for (const [index, sheet] of workbook.sheets.entries()) {
    await writeSheet(writer, { ...sheet, name: names[index] ?? sheet.name }, profile);
  }
  await writer.commit();
}

/** What Excel allows: 31 characters, none of `:\/?*[]`, no apostrophe at the ends, unlike any other without case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name, index) => {
    // An apostrophe inside would have to be doubled in print ranges, which ExcelJS does not do.
    const clean =
      cleanLine(name.replace(/[:\\/?*[\]']/gu, ' '))
        .slice(0, 31)
        .trim() || `Trang ${index + 1}`;
    let unique = clean;
    for (let copy = 2; taken.has(unique.toLocaleLowerCase('vi')); copy += 1) {
      const mark = ` (${copy})`;
      unique = clean.slice(0, 31 - mark.length).trim() + mark;
    }
    taken.add(unique.toLocaleLowerCase('vi'));
    return unique;
  });
}
