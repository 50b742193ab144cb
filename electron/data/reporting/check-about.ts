import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../contract/documents.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { Document } from './document.ts';

const records = {
  meeting: { table: 'meeting', words: 'buổi sinh hoạt' },
  visit: { table: 'visit', words: 'lượt dự' },
  official: { table: 'official', words: 'cán bộ' },
  organisation: { table: 'organisation', words: 'tổ chức đảng' },
  decision: { table: 'decision', words: 'quyết định' },
  member: { table: 'member', words: 'đảng viên' },
} as const;

/**
 * That what a document is about is (still) in the office; whether it can be made without a record is its own business.
 * Throws `not_found` for a record or a unit that has vanished, as after an undo.
 */
export async function checkAbout(
  db: Kysely<Tables>,
  { subject, title }: Pick<Document, 'subject' | 'title'>,
  { unit, id }: DocumentAbout,
): Promise<void> {
  if (unit !== undefined && !(await isThere(db, 'organisation', unit))) {
    throw new SochiboError('not_found', 'Đơn vị của văn bản này không còn trong sổ. Chọn đơn vị khác.');
  }
  if (subject === null || id === undefined) return;
  const { table, words } = records[subject];
  if (!(await isThere(db, table, id))) {
    throw new SochiboError('not_found', `Không còn ${words} này trong sổ nên không lập được văn bản "${title}".`);
  }
}

type Table = (typeof records)[keyof typeof records]['table'];

async function isThere(db: Kysely<Tables>, table: Table, id: string): Promise<boolean> {
  return (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
