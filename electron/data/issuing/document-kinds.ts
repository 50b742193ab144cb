import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DocumentKind } from '../../contract/register.ts';
import type { Tables } from '../schema/database.ts';
import { readSetting, writeSetting } from '../settings/setting.ts';

const kind = z.object({
  code: z.string(),
  name: z.string(),
  not_for: z.array(z.enum(['grassroots_committee', 'standing_committee', 'cell'])).default([]),
});

const catalogue = z.object({
  kinds: z.array(kind),
  wrong_codes: z.array(z.object({ code: z.string(), right: z.string() })),
  signing_lines: z.array(z.object({ authority: z.string(), titles: z.array(z.string()) })),
});

/** Kinds with their codes, codes that are wrong, and what may stand under a text (document format, 4.2, 5.3, 5.4). */
export type KindCatalogue = z.infer<typeof catalogue>;

/** Reads `issuing/document-kinds.yaml`. Throws when it is malformed. */
export function loadKindCatalogue(resourcesDir: string): KindCatalogue {
  return catalogue.parse(parse(readFileSync(join(resourcesDir, 'issuing', 'document-kinds.yaml'), 'utf8')));
}

/** The catalogue with the office's own kinds in place of the program's, where it has them. */
export async function readKinds(db: Kysely<Tables>, resourcesDir: string): Promise<KindCatalogue> {
  const loaded = loadKindCatalogue(resourcesDir);
  const saved = await readSetting(db, 'document_kinds');
  return saved === null ? loaded : { ...loaded, kinds: z.array(kind).parse(saved) };
}

/** Keeps the office's own kinds; null gives those of the program back. */
export async function saveKinds(db: Kysely<Tables>, kinds: readonly DocumentKind[] | null): Promise<void> {
  await writeSetting(db, 'document_kinds', kinds);
}

/** `Báo cáo`; kinds that share a code one after the other (`Quyết định, Quy định`); the code itself where none has it. */
export function kindName(kinds: readonly Pick<DocumentKind, 'code' | 'name'>[], code: string): string {
  const names = kinds.filter((one) => one.code === code).map(({ name }) => name);
  return names.length === 0 ? code : names.join(', ');
}
