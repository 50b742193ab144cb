import type { Writable } from 'node:stream';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { FormatProfile } from './profile.ts';
import type { Workbook } from './workbook.ts';
import { writeSheet } from './xlsx-sheet.ts';
import { streamXlsx } from './xlsx-stream.ts';

/**
 * Writes a workbook of printed forms. A path is written atomically and throws FileOutputError; a stream is ended, or
 * destroyed by an error. Throws RangeError when a formula would not give its figure.
 */
export async function writeXlsx(workbook: Workbook, profile: FormatProfile, target: string | Writable): Promise<void> {
  await streamXlsx(workbook, target, async (book) => {
    const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
    for (const [index, sheet] of workbook.sheets.entries()) {
      const named = { ...sheet, name: names[index] ?? sheet.name };
      await writeSheet(book, named, profile, workbook.mark ?? null);
    }
  });
}

/** What Excel allows: 31 characters, none of `:\/?*[]`, no apostrophe at the ends, unlike any other without case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name, index) => {
    // An apostrophe inside would have to be doubled in print ranges.
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
