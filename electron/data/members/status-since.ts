import type { Kysely } from 'kysely';
import type { StatusKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';

/**
 * The day from which each member has had the status of `asOf` without a break. A new row with the same kind of status
 * (a probationary member who becomes full while exempt) does not begin it anew. Null: it has no known beginning.
 */
export async function statusSince(
  db: Kysely<Tables>,
  memberIds: readonly string[],
  asOf: string,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('member_status')
    .select(['member_id', 'kind', 'valid_from'])
    .where('member_id', 'in', memberIds)
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', asOf)]))
    .orderBy('valid_from')
    .execute();
  const runs = new Map<string, { kind: StatusKind; from: string | null }>();
  for (const { member_id, kind, valid_from } of rows) {
    if (runs.get(member_id)?.kind !== kind) runs.set(member_id, { kind, from: valid_from });
  }
  return new Map([...runs].map(([id, { from }]) => [id, from]));
}
