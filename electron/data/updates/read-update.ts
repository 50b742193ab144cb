import { createHash, verify } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { produceFileAtomically } from '../documents/file-output.ts';
import { SochiboError } from '../errors.ts';
import { fileHash } from './file-hash.ts';
import {
  longestManifest,
  magic,
  signatureBytes,
  signedPart,
  type UpdateManifest,
  updateManifest,
} from './update-format.ts';

/** A new version whose every byte is the publisher's. */
export interface Update {
  manifest: UpdateManifest;
  path: string;
  /** Where the installer begins. */
  offset: number;
}

/** Reads a file and checks its signature and every byte of it. Throws `package_refused`: what it is, and what to do. */
export async function readUpdate(path: string, name: string, key: string): Promise<Update> {
  const { manifest, offset, size } = await readHead(path, name, key);
  if (size - offset !== manifest.size) throw altered(name);
  if ((await fileHash(path, offset)) !== manifest.sha256) throw altered(name);
  return { manifest, path, offset };
}

/** Writes the installer of a checked file to `target`, and checks what was written. Throws `package_refused`, FileOutputError. */
export async function takeOutInstaller({ manifest, path, offset }: Update, target: string): Promise<void> {
  await produceFileAtomically(target, async (temporary) => {
    const hash = createHash('sha256');
    const source = createReadStream(path, { start: offset });
    source.on('data', (chunk) => hash.update(chunk));
    await pipeline(source, createWriteStream(temporary, { flags: 'wx' }));
    // The file may have been changed since it was checked.
    if (hash.digest('hex') !== manifest.sha256) throw altered(manifest.file);
  });
}

async function readHead(path: string, name: string, key: string) {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new SochiboError('package_refused', `Không đọc được tệp ${name}. Chép lại tệp vào máy rồi thử lại.`, {
      cause: error,
    });
  });
  try {
    const { size } = await handle.stat();
    const first = await bytesAt(handle, 0, magic.length + 4);
    if (!first?.subarray(0, magic.length).equals(magic)) throw noUpdate(name);
    const length = first.readUInt32BE(magic.length);
    if (length > longestManifest) throw altered(name);
    const text = await bytesAt(handle, first.length, length);
    const signature = await bytesAt(handle, first.length + length, signatureBytes);
    // Nothing of it is looked at before it is known whose it is.
    if (!text || !signature || !verify(null, signedPart(text), key, signature)) throw altered(name);
    const manifest = updateManifest.safeParse(parsed(text));
    if (!manifest.success) throw altered(name);
    return { manifest: manifest.data, offset: first.length + length + signatureBytes, size };
  } finally {
    await handle.close();
  }
}

/** Null where the file ends before. */
async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : null;
}

function parsed(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return null;
  }
}

function noUpdate(name: string): SochiboError {
  return new SochiboError(
    'package_refused',
    `Tệp ${name} không phải tệp cập nhật của Sổ Chi bộ. Chọn tệp có đuôi .gcapnhat.`,
  );
}

function altered(name: string): SochiboError {
  return new SochiboError(
    'package_refused',
    `Tệp ${name} không đúng chữ ký của nơi phát hành: tệp bị hỏng khi chép hoặc đã bị sửa. Không cài tệp này; xin lại tệp từ nơi phát hành.`,
  );
}
