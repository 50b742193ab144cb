import type { Kysely } from 'kysely';
import type { Tables } from '../../schema/database.ts';

/** Tables of which any change may change a list. */
const ofPlaces = ['member_status', 'organisation', 'organisation_version'];
/** Of a member's row, what lists are picked from; the rest of it stands on the page of the member. */
const ofMembers = [
  ...(['id', 'sort_key', 'gender', 'birth_date', 'admission_date', 'search_key', 'name_key'] as const),
  ...(['old_card_no', 'party_card_no', 'personal_id'] as const),
] as const;
/** Rows of the log: a change of more than that is not looked through. */
const mostRows = 500;

/** The last row of the log. */
export async function lastLogged(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Whether a roll that was read at this row of the log is what would be read now: every change of the office is logged. */
export async function isStillTrue(db: Kysely<Tables>, logged: number): Promise<boolean> {
  const rows = await db
    .selectFrom('audit_log')
    .select(['entity', 'operation', 'before', 'after'])
    .where('sequence', '>', logged)
    .orderBy('sequence')
    .limit(mostRows + 1)
    .execute();
  if (rows.length > mostRows) return false;
  return rows.every(({ entity, operation, before, after }) => {
    if (entity !== 'member') return !ofPlaces.includes(entity);
    if (operation !== 'update' || before === null || after === null) return false;
    const [old, now]: Record<string, unknown>[] = [JSON.parse(before), JSON.parse(after)];
    return ofMembers.every((column) => old?.[column] === now?.[column]);
  });
}
