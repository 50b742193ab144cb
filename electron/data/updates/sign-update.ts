import { type KeyObject, sign } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { produceFileAtomically } from '../documents/file-output.ts';
import { fileHash } from './file-hash.ts';
import { signedPart, type UpdateManifest, updateManifest } from './update-format.ts';

/** Writes the file that offices are given: the installer behind a signed manifest. Throws ZodError for a manifest that is none. */
export async function signUpdate(
  installer: string,
  about: Omit<UpdateManifest, 'size' | 'sha256'>,
  key: KeyObject,
  target: string,
): Promise<UpdateManifest> {
  const manifest = updateManifest.parse({
    ...about,
    size: statSync(installer).size,
    sha256: await fileHash(installer, 0),
  });
  const signed = signedPart(Buffer.from(JSON.stringify(manifest)));
  await produceFileAtomically(target, async (temporary) => {
    const out = createWriteStream(temporary, { flags: 'wx' });
    out.write(signed);
    out.write(sign(null, signed, key));
    await pipeline(createReadStream(installer), out);
  });
  return manifest;
}
