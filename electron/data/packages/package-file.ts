import { open as openFile, readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { SochiboError } from '../errors.ts';
import { close, isClosed, open } from './cipher.ts';
import { manifestBytes, type PackageManifest, packageFormat, packageManifest, sha256Of } from './manifest.ts';
import { partTable, partTables } from './part-tables.ts';
import { refusals } from './refusals.ts';

/** What a package may cost before anything of it is parsed (reliability, finding 8). */
export const packageLimits = {
  fileBytes: 50_000_000,
  inflatedBytes: 200_000_000,
  manifestBytes: 100_000,
  ratio: 100,
  /** Below this size a high ratio does no harm. */
  ratioFromBytes: 1_000_000,
} as const;

const manifestName = 'manifest.json';
/** The hash of the manifest: a .zip of its own does not notice a flipped bit in it. */
const hashName = 'manifest.sha256';
const ending = '.jsonl';

/** A part as it is written: the columns on the first line, a row on each further one. */
export interface Part {
  table: string;
  text: Buffer;
  rows: number;
}

/** A package that was read whole: every byte of it has the hash that its manifest says. */
export interface OpenPackage {
  manifest: PackageManifest;
  /** SHA-256 of the manifest, and so of everything. */
  hash: string;
  /** Text of a part; null for a part it does not have. */
  partText(table: string): string | null;
}

/** The bytes of a package: a .zip of the manifest and its parts, closed where there is a passphrase. */
export async function packageBytes(
  head: Omit<PackageManifest, 'parts'>,
  parts: readonly Part[],
  passphrase: string | undefined,
): Promise<{ bytes: Buffer; manifest: PackageManifest; hash: string }> {
  const manifest: PackageManifest = {
    ...head,
    parts: parts.map(({ table, text, rows }) => ({ table, rows, bytes: text.length, sha256: sha256Of(text) })),
  };
  const first = manifestBytes(manifest);
  const zip = new ZipWriter();
  const made = { mtime: new Date(head.made_at), forceDosTimestamp: true };
  zip.addBuffer(first, manifestName, made);
  zip.addBuffer(Buffer.from(sha256Of(first)), hashName, made);
  for (const { table, text } of parts) zip.addBuffer(text, `${table}${ending}`, made);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  const open = Buffer.concat(chunks);
  const bytes = passphrase === undefined ? open : await close(open, passphrase);
  return { bytes, manifest, hash: sha256Of(first) };
}

/** SHA-256 of a file as it stands on the disk, hexadecimal. */
export async function fileHash(path: string): Promise<string> {
  return sha256Of(await readFile(path));
}

/** Reads a package. Throws `package_refused`: what it is, and what to do. */
export async function readPackage(path: string, name: string, passphrase?: string): Promise<OpenPackage> {
  const bytes = await readWhole(path, name);
  const opened = isClosed(bytes) ? await open(bytes, passphrase, name) : bytes;
  return unpack(opened, name);
}

async function readWhole(path: string, name: string): Promise<Buffer> {
  try {
    const handle = await openFile(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > packageLimits.fileBytes) throw refusals.tooLarge(name);
      return await readFile(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof SochiboError ? error : refusals.unreadable(name, error);
  }
}

async function unpack(bytes: Buffer, name: string): Promise<OpenPackage> {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) throw refusals.noPackage(name);
  let zip: ZipFile;
  try {
    zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw refusals.damaged(name, error);
  }
  try {
    const entries = await entriesOf(zip, name);
    const first = entries.get(manifestName);
    const seal = entries.get(hashName);
    if (!first || !seal) throw refusals.noPackage(name);
    const manifestText = await inflate(zip, first, name, packageLimits.manifestBytes);
    const manifest = readManifest(manifestText, name);
    const sealed = await inflate(zip, seal, name, 64);
    if (sealed.toString('latin1') !== sha256Of(manifestText)) throw refusals.damaged(name);
    const texts = new Map<string, string>();
    if (manifest.parts.length !== entries.size - 2) throw refusals.damaged(name);
    for (const part of manifest.parts) {
      const entry = entries.get(`${part.table}${ending}`);
      if (!entry || !partTable(part.table) || texts.has(part.table)) throw refusals.damaged(name);
      const text = await inflate(zip, entry, name, part.bytes);
      if (text.length !== part.bytes || sha256Of(text) !== part.sha256) throw refusals.damaged(name);
      texts.set(part.table, text.toString('utf8'));
    }
    return { manifest, hash: sha256Of(manifestText), partText: (table) => texts.get(table) ?? null };
  } catch (error) {
    throw error instanceof SochiboError ? error : refusals.damaged(name, error);
  } finally {
    zip.close();
  }
}

/** The entries by name. A name that is not one of ours (a path, a prototype key, one that comes twice) refuses the file. */
async function entriesOf(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > partTables.length + 2) throw refusals.noPackage(name);
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    const isOurs =
      fileName === manifestName ||
      fileName === hashName ||
      (fileName.endsWith(ending) && partTable(fileName.slice(0, -ending.length)));
    if (!isOurs || entries.has(fileName)) throw refusals.noPackage(name);
    declared += uncompressedSize;
    const ratio = uncompressedSize / Math.max(compressedSize, 1);
    if (declared > packageLimits.inflatedBytes) throw refusals.tooLarge(name);
    if (ratio > packageLimits.ratio && uncompressedSize > packageLimits.ratioFromBytes) throw refusals.tooLarge(name);
    entries.set(fileName, entry);
  }
  return entries;
}

/**
 * An entry's bytes; more than `most` is more than its manifest says. Inflated at once, as it is in memory already: a stream of
 * small pieces took a tenth of the time of receiving.
 */
async function inflate(zip: ZipFile, entry: Entry, name: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const stored = Buffer.concat(chunks);
  if (entry.compressionMethod === 0 && stored.length <= most) return stored;
  if (entry.compressionMethod !== 8) throw refusals.damaged(name);
  return inflateRawSync(stored, { maxOutputLength: Math.max(most, 1) });
}

function readManifest(text: Buffer, name: string): PackageManifest {
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch (error) {
    throw refusals.damaged(name, error);
  }
  if (isNewer(value)) throw refusals.newer(name);
  const parsed = packageManifest.safeParse(value);
  if (!parsed.success) throw refusals.noPackage(name, parsed.error);
  return parsed.data;
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version }: { format?: unknown; version?: unknown } = value;
  return format === packageFormat.name && typeof version === 'number' && version > packageFormat.version;
}
