import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { learntThing, ValueDecision } from '../../../contract/import-decisions.ts';
import { SochiboError } from '../../errors.ts';
import type { Office } from '../../office-file/office.ts';
import type { Tables } from '../../schema/database.ts';
import { newId } from '../../schema/new-id.ts';
import { listTitle } from '../../settings/code-lists.ts';
import { codeKey } from '../match/code-book.ts';
import { kindNames } from '../recognise/kind-names.ts';
import { columnLetter } from '../workbook/sheet-grid.ts';
import type { DraftSheet, ImportDraft } from './import-draft.ts';
import { headingsKey, type RememberedDecision, rememberedDecision, senderOf } from './memory.ts';

/** What an import teaches: how sheets are read, and what words of lists stand for. */
export interface Lessons {
  sheets: { sender: string; headings: string; decision: RememberedDecision }[];
  words: readonly ValueDecision[];
}

export const noLessons: Lessons = { sheets: [], words: [] };

export function lessonsOf({ sheets, decisions }: ImportDraft): Lessons {
  return { sheets: sheets.flatMap(lessonOf), words: decisions.values };
}

/** Dates exchanged and rows chosen are of one file only; the rest holds for the sender's next one. */
function lessonOf({ file, grid, recognised, decided: { sheet: said }, isToldHere }: DraftSheet): Lessons['sheets'] {
  if (!said || !recognised || !isToldHere) return [];
  const { headingTop, headingBottom, columns } = recognised;
  const headed = columns.filter(({ keys }) => keys.length > 0);
  if (headed.length === 0) return [];
  const sender = senderOf(grid, headingTop, file);
  const decision = {
    said: sender.said,
    kind: said.kind === null ? null : recognised.kind,
    depth: headingBottom - headingTop,
    columns: said.columns ?? {},
    names: Object.fromEntries(headed.map(({ column, keys }) => [columnLetter(column), keys.join('/')])),
    encodings: said.encodings ?? {},
    unit: said.unit ?? null,
  };
  return [{ sender: sender.key, headings: headingsKey(headed), decision }];
}

/** Writes what is new of it; to be called in the transaction of the import. Returns whether anything was. */
export async function recordLessons(db: Kysely<Tables>, { sheets, words }: Lessons): Promise<void> {
  const used_at = new Date().toISOString();
  for (const { sender, headings, decision } of sheets) {
    const row = { sender, headings, decision: JSON.stringify(decision), used_at };
    const known = await db
      .selectFrom('remembered_sheet')
      .select(['id', 'decision'])
      .where('sender', '=', sender)
      .where('headings', '=', headings)
      .executeTakeFirst();
    if (!known) {
      await db
        .insertInto('remembered_sheet')
        .values({ id: newId(), ...row })
        .execute();
    } else if (known.decision !== row.decision) {
      await db.updateTable('remembered_sheet').set(row).where('id', '=', known.id).execute();
    }
  }
  for (const { list, text, code } of words) {
    const typed = codeKey(text);
    const known = await db
      .selectFrom('learnt_value')
      .select(['id', 'code'])
      .where('list', '=', list)
      .where('typed', '=', typed)
      .executeTakeFirst();
    if (!known) await db.insertInto('learnt_value').values({ id: newId(), list, typed, code }).execute();
    else if (known.code !== code) {
      await db.updateTable('learnt_value').set({ code }).where('id', '=', known.id).execute();
    }
  }
}

/** Everything learnt from senders, the newest sheets first, then words by list. */
export async function readLearnt(db: Kysely<Tables>): Promise<z.infer<typeof learntThing>[]> {
  const sheets = await db.selectFrom('remembered_sheet').selectAll().orderBy('used_at', 'desc').execute();
  const words = await db
    .selectFrom('learnt_value as word')
    .leftJoin('code_list as entry', (join) =>
      // A word of the column `Trình độ` has the list in its code: `political_theory:3`.
      join.on((eb) =>
        eb.or([
          eb.and([eb('entry.list', '=', eb.ref('word.list')), eb('entry.code', '=', eb.ref('word.code'))]),
          eb.and([
            eb('word.list', '=', 'education'),
            eb('word.code', '=', sql<string>`entry.list || ':' || entry.code`),
          ]),
        ]),
      ),
    )
    .select(['word.id', 'word.list', 'word.typed', 'word.code', 'entry.label'])
    .orderBy('word.list')
    .orderBy('word.typed')
    .execute();
  return [
    ...sheets.map(({ id, decision }) => {
      const { said, kind, columns } = rememberedDecision.parse(JSON.parse(decision));
      const count = Object.values(columns).filter((field) => field !== null).length;
      const what = kind === null ? 'Không nhập trang này' : kindNames[kind];
      return { id, about: said, what: count === 0 ? what : `${what}, ${count} cột đã chọn` };
    }),
    ...words.map(({ id, list, typed, code, label }) => ({
      id,
      about: `${listTitle(list)}: “${typed}”`,
      what: label ?? code,
    })),
  ];
}

/** Forgets one thing; can be undone. Throws `not_found`. */
export async function forget(office: Office, id: string): Promise<void> {
  const known = (await readLearnt(office.db)).find((one) => one.id === id);
  if (!known) throw new SochiboError('not_found', 'Điều đã ghi nhớ này không còn. Mở lại danh sách.');
  await office.write('Quên cách đọc tệp', known.about, async (db) => {
    await db.deleteFrom('remembered_sheet').where('id', '=', id).execute();
    await db.deleteFrom('learnt_value').where('id', '=', id).execute();
  });
}
