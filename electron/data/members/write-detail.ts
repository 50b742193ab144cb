import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Tables } from '../schema/database.ts';
import type { MemberDetailRow } from '../schema/member-tables.ts';

export type DetailColumns = Omit<MemberDetailRow, 'id' | 'member_id'>;

export const emptyDetail: DetailColumns = {
  birth_reg_country: null,
  birth_reg_province: null,
  birth_reg_address: null,
  home_country: null,
  home_address: null,
  residence_country: null,
  residence_province: null,
  residence_address: null,
  party_card_place: null,
  party_card_date: null,
  register_no: null,
  dossier_no: null,
  occupation: null,
  workplace: null,
  party_position: null,
  government_position: null,
  academic_degree: null,
  academic_title: null,
  foreign_language: null,
  informatics: null,
  family_background: null,
  health: null,
  youth_union_date: null,
  enlisted_date: null,
  discharged_date: null,
  admitted_at: null,
  sponsor_1: null,
  sponsor_2: null,
  recognised_at: null,
  party_age_date: null,
  party_age_reason: null,
  has_smartphone: null,
};

/** Writes columns of a member's second row, which is made when there is first something to say in it. */
export async function writeDetail(db: Kysely<Tables>, memberId: string, values: Partial<DetailColumns>): Promise<void> {
  const known = await db.selectFrom('member_detail').select('id').where('member_id', '=', memberId).executeTakeFirst();
  await writeKnownDetail(db, memberId, known?.id ?? null, values);
}

/** The same where the row has been read: `known` is its id, null where there is none. */
export async function writeKnownDetail(
  db: Kysely<Tables>,
  memberId: string,
  known: string | null,
  values: Partial<DetailColumns>,
): Promise<void> {
  if (known !== null) {
    if (Object.keys(values).length === 0) return;
    await db.updateTable('member_detail').set(values).where('id', '=', known).execute();
  } else if (Object.values(values).some((value) => value !== null)) {
    await db
      .insertInto('member_detail')
      .values({ ...emptyDetail, ...values, id: newId(), member_id: memberId })
      .execute();
  }
}
