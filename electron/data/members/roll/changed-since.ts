import type { Kysely } from 'kysely';
import type { Tables } from '../../schema/database.ts';

/** Of a member's row, what lists are picked from; the rest of it stands on the page of the member. */
const ofMembers = [
  ...(['id', 'sort_key', 'gender', 'birth_date', 'admission_date', 'search_key', 'name_key'] as const),
  ...(['old_card_no', 'party_card_no', 'personal_id'] as const),
] as const;
/** Rows of the log: a change of more than that is not looked through. */
const mostRows = 500;

/** What lists are picked from and was changed: which members, and what else. */
export interface Changed {
  /** The last row of the log that was gone through. */
  logged: number;
  members: readonly string[];
  /** Whether a status of theirs was. */
  statuses: boolean;
  organisations: boolean;
}

/** The last row of the log. */
export async function lastLogged(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** What was changed since this row of the log: every change of the office is logged. Null: too much to go through. */
export async function changedSince(db: Kysely<Tables>, logged: number): Promise<Changed | null> {
  const rows = await db
    .selectFrom('audit_log')
    .select(['sequence', 'entity', 'entity_id', 'before', 'after'])
    .where('sequence', '>', logged)
    .orderBy('sequence')
    .limit(mostRows + 1)
    .execute();
  if (rows.length > mostRows) return null;
  const members = new Set<string>();
  let statuses = false;
  let organisations = false;
  for (const { entity, entity_id, before, after } of rows) {
    if (entity === 'organisation' || entity === 'organisation_version') organisations = true;
    if (entity !== 'member' && entity !== 'member_status') continue;
    const [old, now] = [valuesOf(before), valuesOf(after)];
    if (entity === 'member') {
      if (ofMembers.some((column) => old[column] !== now[column])) members.add(entity_id);
      // Of who comes back the row may have another number.
      if (old.id !== now.id) statuses = true;
    } else {
      statuses = true;
      for (const { member_id } of [old, now]) if (typeof member_id === 'string') members.add(member_id);
    }
  }
  return { logged: rows.at(-1)?.sequence ?? logged, members: [...members], statuses, organisations };
}

/** A row as the log keeps it; of one that was not there, nothing. */
function valuesOf(row: string | null): Record<string, unknown> {
  return row === null ? {} : JSON.parse(row);
}
