import { parse } from 'node:path';
import type { DocumentAbout } from '../../contract/documents.ts';
import type { MadeFile } from '../../contract/values.ts';
import { writeFileAtomically } from '../../data/documents/file-output.ts';
import { SochiboError } from '../../data/errors.ts';
import type { Document } from '../../data/reporting/document.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { documents } from '../../data/reporting/reports/documents.ts';
import { findChromium, withPdfPrinter } from '../headless-chromium.ts';
import type { CommandContext } from './context.ts';

export interface DocumentsQuestion {
  kinds: readonly Document[];
  period: string;
  unit?: string | undefined;
  id?: string | undefined;
  /** Forms to write on by hand, of `unit` in the month, in place of what has been recorded. */
  blank?: boolean | undefined;
}

export const documentFormats = ['docx', 'html', 'pdf'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** The kinds of document a code stands for: that of this code, and those it begins (`BC-14` is all of `BC-14-…`). */
export function documentKinds(typed: string): readonly Document[] {
  const code = typed.toLowerCase();
  return documents.filter((kind) => kind.code.toLowerCase() === code || kind.code.toLowerCase().startsWith(`${code}-`));
}

interface Found {
  code: string;
  name: string;
  about: DocumentAbout;
}

/** What the period calls for of these kinds, or what is about one record. Throws `not_found` where there is nothing. */
export async function findDocuments(
  { client }: CommandContext,
  { kinds, period, unit, id, blank }: DocumentsQuestion,
): Promise<Found[]> {
  const scope = { period, ...(unit === undefined ? {} : { unit }) };
  if (blank) return kinds.map(({ code, title }) => ({ code, name: title, about: scope }));
  const found: Found[] = [];
  for (const { code, title, subject } of kinds) {
    const listed = await client.documents.list({ ...scope, code });
    const wanted = listed.filter(({ about }) => id === undefined || about.id === id);
    // The period may not call for it, and it can be made all the same.
    if (wanted.length === 0 && id !== undefined && subject !== null) {
      const about = subject === 'meeting' || subject === 'visit' || subject === 'decision' ? { id } : { ...scope, id };
      found.push({ code, name: title, about });
    } else found.push(...wanted);
  }
  if (found.length > 0) return found;
  const whose = unit === undefined ? '' : ` của tổ chức "${unit}"`;
  const titles = kinds.map(({ title }) => title).join('; ');
  throw new SochiboError('not_found', `${parsePeriod(period).label}${whose} không có văn bản nào để lập: ${titles}.`);
}

/** The words and figures of documents, for programs. */
export async function readDocuments({ client }: CommandContext, found: readonly Found[]) {
  const read = [];
  for (const { code, about } of found) {
    const { title, paragraphs, gone, figures, warnings } = await client.documents.preview({ code, about });
    read.push({ code, name: title, about, paragraphs, gone, figures, warnings });
  }
  return read;
}

/** Writes documents as files. Throws `wrong_arguments` for a PDF where there is no Chromium. */
export async function writeDocuments(
  context: CommandContext,
  found: readonly Found[],
  format: DocumentFormat,
): Promise<MadeFile[]> {
  const files = async (as: 'docx' | 'html') => {
    const made: MadeFile[] = [];
    for (const { code, about } of found)
      made.push((await context.client.documents.file({ code, about, format: as })).file);
    return made;
  };
  return format === 'pdf' ? asPdf(context, await files('html'), chromiumOrRefusal()) : files(format);
}

/** Before any work is done: the Chromium that prints to PDF. Throws `wrong_arguments`. */
export function chromiumOrRefusal(): string {
  const chromium = findChromium();
  if (chromium !== null) return chromium;
  throw new SochiboError(
    'wrong_arguments',
    'Không tìm thấy Chromium, Google Chrome hoặc Microsoft Edge để ghi PDF. Cài một trình duyệt đó (có trong PATH), ' +
      'hoặc ghi --format docx rồi lưu PDF từ Word.',
  );
}

async function asPdf({ session }: CommandContext, pages: readonly MadeFile[], chromium: string): Promise<MadeFile[]> {
  return withPdfPrinter(chromium, async (printer) => {
    const made: MadeFile[] = [];
    for (const { id, name } of pages) {
      const source = session.files.pathOf(id);
      if (source === null) throw new Error(`made file ${name} is not there`);
      const target = session.files.reserve(`${parse(name).name}.pdf`);
      await writeFileAtomically(target, await printer.print(source));
      made.push(session.files.register(target));
    }
    return made;
  });
}
