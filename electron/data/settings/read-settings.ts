import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type LevelNames, type Signing, signing, type TermRecord } from '../../contract/settings.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { readSetting } from './setting.ts';

const levelNames = z.object({ province: z.string(), district: z.string(), commune: z.string() });

const usualLevelNames: LevelNames = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' };

/**
 * Who signs, who receives, which bodies issue and their symbols; until the office says so, those of its level's preset.
 * What was saved by an older program has no bodies of its own. Read once in a run, whose presets are one and the same.
 */
export const readSigning = oncePerRun(signingOf);

async function signingOf(db: Kysely<Tables>, presets: OfficePresets): Promise<Signing> {
  const { signers, recipients, advisory_code, bodies } = presets[await levelOf(db)];
  const saved = await readSetting(db, 'signing');
  if (saved === null) return signing.parse({ signers, recipients, advisory_code, bodies });
  return signing.parse({ bodies, ...z.record(z.string(), z.unknown()).parse(saved) });
}

/** What the office calls its levels (handbook section 7). */
export async function readLevelNames(db: Kysely<Tables>): Promise<LevelNames> {
  const saved = await readSetting(db, 'level_names');
  return saved === null ? usualLevelNames : levelNames.parse(saved);
}

/** Congress terms, the latest first. */
export function readTerms(db: Kysely<Tables>): Promise<TermRecord[]> {
  return db
    .selectFrom('term')
    .select(['id', 'name', 'level', 'valid_from', 'valid_to'])
    .orderBy('valid_from', 'desc')
    .orderBy('name')
    .execute();
}

async function levelOf(db: Kysely<Tables>): Promise<OfficeLevel> {
  const { level } = await db.selectFrom('office').select('level').executeTakeFirstOrThrow();
  return level;
}
