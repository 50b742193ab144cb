import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file from a byte on, hexadecimal, without holding it whole: an installer may have 200 MB. */
export async function fileHash(path: string, start: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { start })) hash.update(chunk);
  return hash.digest('hex');
}
