import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { EditableParagraph, GoneParagraph } from '../../contract/documents.ts';
import type { Tables } from '../schema/database.ts';

/** Which document: its code and the key of what it is about. */
export interface DocumentKey {
  code: string;
  about: string;
}

/**
 * The paragraphs of a document with what the clerk wrote in their place; where the program now writes otherwise, both.
 * `gone`: what the clerk wrote for paragraphs that the document has no more.
 */
export async function readEditedText(
  db: Kysely<Tables>,
  { code, about }: DocumentKey,
  paragraphs: readonly { key: string; generated: string }[],
): Promise<{ paragraphs: EditableParagraph[]; gone: GoneParagraph[] }> {
  const rows = await db
    .selectFrom('document_text')
    .select(['paragraph', 'generated', 'edited'])
    .where('document_code', '=', code)
    .where('about', '=', about)
    .orderBy('id')
    .execute();
  const byKey = new Map(rows.map((row) => [row.paragraph, row]));
  const present = new Set(paragraphs.map(({ key }) => key));
  return {
    paragraphs: paragraphs.map(({ key, generated }) => {
      const row = byKey.get(key);
      return {
        key,
        generated,
        edited: row?.edited ?? null,
        generated_then: row === undefined || row.generated === generated ? null : row.generated,
      };
    }),
    gone: rows
      .filter(({ paragraph }) => !present.has(paragraph))
      .map(({ paragraph: key, generated, edited }) => ({ key, generated, edited })),
  };
}

/** Keeps the clerk's wording beside what it stands in for; null gives the program's back. */
export async function saveEditedText(
  db: Kysely<Tables>,
  { code, about }: DocumentKey,
  { key, generated, text }: { key: string; generated: string; text: string | null },
): Promise<void> {
  const chosen = { document_code: code, about, paragraph: key };
  if (text === null) {
    await db
      .deleteFrom('document_text')
      .where('document_code', '=', code)
      .where('about', '=', about)
      .where('paragraph', '=', key)
      .execute();
    return;
  }
  await db
    .insertInto('document_text')
    .values({ id: newId(), ...chosen, generated, edited: text })
    .onConflict((conflict) =>
      conflict.columns(['document_code', 'about', 'paragraph']).doUpdateSet({ generated, edited: text }),
    )
    .execute();
}
