import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** `alias` is in force on `day`: its dates are inclusive, null is open (SQLite has no word for it in Kysely). */
export function inForce(alias: string, day: string | Expression<string>): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.valid_from`);
  const to = sql.ref(`${alias}.valid_to`);
  return sql<SqlBool>`(${from} is null or ${from} <= ${day}) and (${to} is null or ${to} >= ${day})`;
}
