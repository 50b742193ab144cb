import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { standaloneHtml } from '../documents/html-writer.ts';
import type { FormatProfile } from '../documents/profile.ts';
import type { MadeFiles } from '../made-files.ts';
import type { FinishedDocument } from './run-document.ts';

/** Writes a document for the person, named as its draft is. */
export async function documentFile(
  files: MadeFiles,
  finished: FinishedDocument,
  profile: FormatProfile,
  format: 'docx' | 'html',
): Promise<MadeFile> {
  const path = files.reserve(safeFileName(`${finished.draft.name}.${format}`));
  await writeDocument(path, finished, profile, format);
  return files.register(path);
}

/** Writes a document to `path`, whole or not at all. Throws FileOutputError. */
export async function writeDocument(
  path: string,
  { official, draft }: FinishedDocument,
  profile: FormatProfile,
  format: 'docx' | 'html',
): Promise<void> {
  if (format === 'html') return writeFileAtomically(path, standaloneHtml(official, profile, draft.name));
  // The library is large: only who writes a file waits for it.
  const { writeDocx } = await import('../documents/docx-writer.ts');
  await writeFileAtomically(path, await writeDocx(official, profile));
}
