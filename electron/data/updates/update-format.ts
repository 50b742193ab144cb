import { z } from 'zod';

/** What a new version is for, and how the program is installed there (`electron-builder.yml`). */
export const installKinds = ['nsis', 'portable', 'appimage', 'deb'] as const;
export type InstallKind = (typeof installKinds)[number];

const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/u);
/** An allow-list: a name that leads out of its folder, or that the system takes for something else, is none. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(?:exe|AppImage|deb)$/u);

export const updateManifest = z.strictObject({
  version,
  /** Of Node: `win32-x64`. */
  platform: z.string().regex(/^(?:win32|linux)-(?:x64|arm64)$/u),
  kind: z.enum(installKinds),
  /** The oldest version that it may be installed over. */
  minimum: version,
  file: fileName,
  /** Bytes. */
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  made_at: z.iso.datetime(),
  /** What is new, in Vietnamese. */
  notes: z.string().max(5000),
});
export type UpdateManifest = z.infer<typeof updateManifest>;

/**
 * A file `.gcapnhat`: this line, the length of the manifest (4 bytes, big-endian), the manifest (JSON), the Ed25519 signature of
 * all that stands before it (64 bytes), then the installer to the end of the file. No .zip: there are no names to unpack to.
 */
export const magic = Buffer.from('SOCHIBO-CAPNHAT 1\n');
export const signatureBytes = 64;
export const longestManifest = 20_000;

/** What is signed: everything before the signature. */
export function signedPart(manifest: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(manifest.length);
  return Buffer.concat([magic, length, manifest]);
}

/** Below 0: the first is older. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
