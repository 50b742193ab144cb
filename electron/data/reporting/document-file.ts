import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { standaloneHtml } from '../documents/html-writer.ts';
import type { FormatProfile } from '../documents/profile.ts';
import type { MadeFiles } from '../made-files.ts';
import { commonFacts } from '../templates/common-facts.ts';
import type { FinishedDocument } from './run-document.ts';

interface HowToWrite {
  profile: FormatProfile;
  format: 'docx' | 'html';
  /** The office's own Word template for this kind of document; null: the built-in layout. */
  template: Buffer | null;
  /** Of a file that is issued: how far the log reaches (`office-file/log-heads.ts`). */
  mark?: string | null;
}

/** Writes a document for the person, named as its draft is. */
export async function documentFile(files: MadeFiles, finished: FinishedDocument, how: HowToWrite): Promise<MadeFile> {
  const path = files.reserve(safeFileName(`${finished.draft.name}.${how.format}`));
  await writeDocument(path, finished, how);
  return files.register(path);
}

/** What of a finished document is written. */
type Written = Pick<FinishedDocument, 'official' | 'fields'> & { draft: Pick<FinishedDocument['draft'], 'name'> };

/** Writes a document to `path`, whole or not at all. Throws FileOutputError. */
export async function writeDocument(path: string, finished: Written, how: HowToWrite): Promise<void> {
  await writeFileAtomically(path, await documentContent(finished, how));
}

/** What the file of a document holds. */
export async function documentContent(finished: Written, how: HowToWrite): Promise<string | Uint8Array> {
  const { official, draft } = finished;
  return how.format === 'html' ? standaloneHtml(official, how.profile, draft.name) : wordBytes(finished, how);
}

/** The libraries are large: only who writes a file waits for them. */
async function wordBytes(
  { official, fields }: Written,
  { profile, template, mark = null }: HowToWrite,
): Promise<Uint8Array> {
  if (template !== null) {
    const { fillTemplate } = await import('../templates/fill-template.ts');
    return fillTemplate(template, { ...commonFacts(official, profile), ...fields }, mark);
  }
  const { writeDocx } = await import('../documents/docx-writer.ts');
  return writeDocx(official, profile, mark);
}
