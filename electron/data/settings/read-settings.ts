import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { LevelNames, Signing, TermRecord } from '../../contract/settings.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';

/** What the table `setting` may hold, by key. */
const schemas = {
  signing: z.object({
    signers: z.array(z.object({ name: z.string(), title: z.string(), authority: z.string() })),
    recipients: z.array(z.string()),
    advisory_code: z.string(),
  }),
  level_names: z.object({ province: z.string(), district: z.string(), commune: z.string() }),
};

const usualLevelNames: LevelNames = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' };

/** Who signs, who receives, and the advisory body's symbol; until the office says so, those of its level's preset. */
export async function readSigning(db: Kysely<Tables>, presets: OfficePresets): Promise<Signing> {
  const saved = await readSetting(db, 'signing');
  if (saved !== null) return schemas.signing.parse(saved);
  const { signers, recipients, advisory_code } = presets[await levelOf(db)];
  return { signers, recipients, advisory_code };
}

/** What the office calls its levels (handbook section 7). */
export async function readLevelNames(db: Kysely<Tables>): Promise<LevelNames> {
  const saved = await readSetting(db, 'level_names');
  return saved === null ? usualLevelNames : schemas.level_names.parse(saved);
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

async function readSetting(db: Kysely<Tables>, key: keyof typeof schemas): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}
