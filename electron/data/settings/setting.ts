import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Tables } from '../schema/database.ts';
import { keptQuery, type Places } from '../schema/kept-query.ts';

type SettingKey =
  | 'signing'
  | 'level_names'
  | 'document_kinds'
  | 'cover_identity_numbers'
  | 'auto_lock'
  | `collecting/${string}`;

const askSetting = keptQuery((db, place: Places<'key'>) =>
  db.selectFrom('setting').select('value').where('key', '=', place('key')),
);

/** What the office has saved under a key; null where it has not. The caller checks its shape. */
export async function readSetting(db: Kysely<Tables>, key: SettingKey): Promise<unknown> {
  const [row] = await askSetting(db, { key });
  return row ? JSON.parse(row.value) : null;
}

/** `value` null: as if it had never been saved. */
export async function writeSetting(db: Kysely<Tables>, key: SettingKey, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  const row = await db.selectFrom('setting').select('id').where('key', '=', key).executeTakeFirst();
  if (row) await db.updateTable('setting').set({ value: text }).where('id', '=', row.id).execute();
  else await db.insertInto('setting').values({ id: newId(), key, value: text }).execute();
}
