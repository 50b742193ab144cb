import type { Kysely } from 'kysely';
import type { MemberCheck, MemberForm } from '../../contract/member-form.ts';
import type { Tables } from '../schema/database.ts';
import { nameKey } from '../vietnamese/fold.ts';
import { memberRecords } from './member-records.ts';

const numbers = [
  ['personal_id', 'cùng số định danh cá nhân'],
  ['party_card_no', 'cùng số thẻ đảng viên'],
  ['old_card_no', 'cùng số thẻ đảng viên cũ'],
] as const;

/** Others who may be the person of the form: the same number, or the same name and full birth date (pitfalls 10, 13f). */
export async function findDuplicates(
  db: Kysely<Tables>,
  form: MemberForm,
  ownId: string | null,
  asOf: string,
): Promise<MemberCheck['duplicates']> {
  const found = new Map<string, string[]>();
  const add = (rows: readonly { id: string }[], why: string) => {
    for (const { id } of rows) if (id !== ownId) found.set(id, [...(found.get(id) ?? []), why]);
  };
  for (const [column, why] of numbers) {
    const value = form[column];
    if (value === null) continue;
    add(await db.selectFrom('member').select('id').where(column, '=', value).execute(), why);
  }
  if (form.birth_date?.length === 10) {
    const named = db.selectFrom('member').select('id').where('name_key', '=', nameKey(form.full_name));
    add(await named.where('birth_date', '=', form.birth_date).execute(), 'cùng họ tên và ngày sinh');
  }
  const records = await memberRecords(db, [...found.keys()], asOf);
  return records.map(({ id, full_name, cell }) => ({
    member_id: id,
    full_name,
    cell,
    why: (found.get(id) ?? []).join(', '),
  }));
}
