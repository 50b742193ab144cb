import { readFileSync } from 'node:fs';
import { writeFileAtomically } from '../../documents/file-output.ts';
import { sha256 } from './store.ts';

/** 1 January 1980, the first day a zip file knows. */
const firstDay = 0x0021;

/**
 * Takes the machine's clock out of a written .xlsx or .docx (a zip file: each part has the time it was packed), so that the
 * same content is the same file whenever it is written. Returns its sha256. Throws FileOutputError.
 */
export async function settleFile(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = bytes.readUInt32LE(entry + 42);
    for (const time of [local + 10, entry + 12]) {
      bytes.writeUInt16LE(0, time);
      bytes.writeUInt16LE(firstDay, time + 2);
    }
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(entry + field));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  await writeFileAtomically(path, bytes);
  return sha256(bytes);
}
