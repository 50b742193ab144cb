import { unzipParts } from './docx-reader.ts';
import { zipOf } from './zip.ts';

/** The file with one part rewritten. Throws when the change changes nothing: a test of a broken file must break it. */
export async function changeDocx(file: Uint8Array, path: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = await unzipParts(file);
  const before = parts.get(path) ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return zipOf([...parts].map(([name, data]) => ({ name, data: name === path ? after : data })));
}
