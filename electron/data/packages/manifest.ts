import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PackageHead } from '../../contract/packages.ts';
import { packageContent } from '../../contract/packages.ts';
import { id, officeLevel, reportPeriod } from '../../contract/values.ts';
import { parsePeriod } from '../reporting/period.ts';
import { partTable } from './part-tables.ts';

/** What a package is called, and what its first entry says. */
export const packageFormat = { name: 'sochibo-package', version: 1, ending: '.gsochibo' } as const;

const words = z.string().min(1).max(500);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** The first entry: who sends what, and the hash of every part. Unknown keys are refused. */
export const packageManifest = z.strictObject({
  format: z.literal(packageFormat.name),
  version: z.literal(packageFormat.version),
  /** The version of the sender's tables: a newer one may hold what this program does not know. */
  schema: z.int().min(1),
  program: words,
  office: z.strictObject({
    id,
    name: words,
    level: officeLevel,
    superior: words,
    /** Its own organisation, and what that is called. */
    root: id,
    root_name: words,
  }),
  period: reportPeriod,
  contents: z.array(packageContent).min(1),
  personal: z.boolean(),
  made_at: z.iso.datetime(),
  parts: z.array(
    z.strictObject({
      table: z.string().max(60),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256,
    }),
  ),
});
export type PackageManifest = z.infer<typeof packageManifest>;

/** Hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest as bytes: keys in the order of the schema, so that the same manifest has the same hash everywhere. */
export function manifestBytes(manifest: PackageManifest): Buffer {
  return Buffer.from(`${JSON.stringify(packageManifest.parse(manifest), null, 1)}\n`, 'utf8');
}

/** A hash as eight groups of five digits (132 bits): the sender reads them out, the receiver compares. */
export function telephoneCode(hash: string): string[] {
  const number = BigInt(`0x${hash}`) % 10n ** 40n;
  return number.toString().padStart(40, '0').match(/\d{5}/gu) ?? [];
}

/** What people are told of a package. `hash`: of the manifest, and so of everything in it. */
export function headOf(manifest: PackageManifest, hash: string): PackageHead {
  const { office, period, contents, personal, made_at, program } = manifest;
  return {
    ...{ sender: office.id, sender_name: office.name, level: office.level, superior: office.superior },
    ...{ period, period_label: parsePeriod(period).label, contents, personal, made_at, program },
    ...{ sha256: hash, code: telephoneCode(hash) },
    parts: manifest.parts.map(({ table, rows }) => ({ table, title: partTable(table)?.title ?? table, rows })),
  };
}
