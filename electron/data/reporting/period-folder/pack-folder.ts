import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { produceFileAtomically } from '../../documents/file-output.ts';

/** Packs files of a folder into one .zip under their paths. Word and Excel files are packed already: they are stored as they are. */
export async function packFolder(root: string, paths: readonly string[], target: string): Promise<void> {
  await produceFileAtomically(target, async (temporary) => {
    const zip = new ZipFile();
    for (const path of paths) zip.addFile(join(root, path), path, { compress: false });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx' }));
  });
}
