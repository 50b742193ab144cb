import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { inForce } from '../../schema/in-force.ts';
import { byMember, code, type Order, searched, sex } from './read-roll.ts';

export type ChangedMember = Awaited<ReturnType<typeof readMembers>>[number];
export type ChangedStatus = Awaited<ReturnType<typeof readStatusesOf>>[number];
/** Who comes after a member in an order, by numbers of their rows; null: nobody. */
export type Neighbour = Awaited<ReturnType<typeof readNeighbours>>[number];

/** Of some members, what the roll knows of each; of who is gone, nothing. */
export function readMembers(db: Kysely<Tables>, ids: readonly string[]) {
  return db
    .selectFrom('member')
    .select(['id', 'name_key', sql<number>`rowid`.as('number'), sex.as('sex'), searched.as('text')])
    .where('id', 'in', ids)
    .execute();
}

/** Their statuses in force on a day, those of one member one after the other. */
export async function readStatusesOf(db: Kysely<Tables>, ids: readonly string[], asOf: string) {
  const { rows } = await sql<{ number: number; code: number; cell: string }>`
    SELECT member.rowid AS number, ${code} AS code, status.cell_id AS cell
    FROM member_status AS status JOIN member ON member.id = status.member_id
    WHERE status.member_id IN (${sql.join(ids)}) AND ${inForce('status', asOf)} ${byMember}`.execute(db);
  return rows;
}

/** Who stands behind each of them in an order: looked up in its index, where only SQL compares. */
export async function readNeighbours(db: Kysely<Tables>, ids: readonly string[], order: Order) {
  const byName = sql`SELECT later.rowid FROM member AS later WHERE (later.sort_key, later.id) > (one.sort_key, one.id)`;
  const date = order === 'name' ? null : sql.ref(order);
  const next = date
    ? sql`coalesce(
        (${byName} AND later.${date} IS one.${date} ORDER BY later.sort_key, later.id LIMIT 1),
        (SELECT later.rowid FROM member AS later WHERE later.${date} > coalesce(one.${date}, '')
          ORDER BY later.${date}, later.sort_key, later.id LIMIT 1))`
    : sql`(${byName} ORDER BY later.sort_key, later.id LIMIT 1)`;
  const { rows } = await sql<{ number: number; next: number | null }>`
    SELECT one.rowid AS number, ${next} AS next FROM member AS one WHERE one.id IN (${sql.join(ids)})`.execute(db);
  return rows;
}
