import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { today } from '../today.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';

/** In the table of attachments: the template beside the kind of document it is for. */
const entity = 'word_template';

export interface OfficeTemplate {
  id: string;
  code: string;
  name: string;
  added_on: string;
}

/** The office's own templates by kind of document; kinds without one use the built-in layout. */
export async function readTemplates(db: Kysely<Tables>): Promise<Map<string, OfficeTemplate>> {
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'entity_id as code', 'name', 'added_on'])
    .where('entity', '=', entity)
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

/** The bytes of the office's template for a kind, read once in a run; null: the built-in layout. Throws `office_damaged`. */
export const templateContent = oncePerRun(contentOf, (code) => code);

async function contentOf(db: Kysely<Tables>, code: string): Promise<{ name: string; content: Buffer } | null> {
  const row = await db
    .selectFrom('attachment')
    .innerJoin('attachment_content as kept', 'kept.attachment_id', 'attachment.id')
    .select(['attachment.name', 'attachment.sha256', 'kept.content'])
    .where('attachment.entity', '=', entity)
    .where('attachment.entity_id', '=', code)
    .executeTakeFirst();
  if (!row) return null;
  if (sha256(row.content) !== row.sha256) {
    throw new SochiboError('office_damaged', `Mẫu ${row.name} trong sổ không còn nguyên vẹn. Tải mẫu lên lại.`);
  }
  return { name: row.name, content: row.content };
}

/** Keeps a checked template in place of the one before; the bytes of that one stay, so that an undo has them. */
export async function keepTemplate(db: Kysely<Tables>, code: string, name: string, content: Buffer): Promise<void> {
  await removeTemplate(db, code);
  const id = newId();
  await db
    .insertInto('attachment')
    .values({
      ...{ id, entity, entity_id: code, name: cleanLine(name), size: content.length },
      ...{ sha256: sha256(content), added_on: today() },
    })
    .execute();
  await db.insertInto('attachment_content').values({ attachment_id: id, content }).execute();
}

/** The built-in layout is back. */
export async function removeTemplate(db: Kysely<Tables>, code: string): Promise<void> {
  await db.deleteFrom('attachment').where('entity', '=', entity).where('entity_id', '=', code).execute();
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
