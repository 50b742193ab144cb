import type { Kysely } from 'kysely';
import type { StatusKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inBatches } from '../schema/in-batches.ts';

/**
 * The day from which a member has had the status of `asOf` without a break, asked by member and kind. A new row with the
 * same kind of status (a probationary member who becomes full while exempt) does not begin it anew; a stay as a guest
 * runs beside the status at home (R15). Null: it has no known beginning.
 */
export async function statusSince(
  db: Kysely<Tables>,
  memberIds: readonly string[],
  asOf: string,
): Promise<(memberId: string, kind: StatusKind) => string | null> {
  const rows = await inBatches(memberIds, (some) => statusesUntil(db, some, asOf));
  const runs = new Map<string, { kind: StatusKind; from: string | null }>();
  const line = (memberId: string, kind: StatusKind) => `${memberId}:${kind === 'temporarily_received'}`;
  for (const { member_id, kind, valid_from } of rows) {
    const key = line(member_id, kind);
    if (runs.get(key)?.kind !== kind) runs.set(key, { kind, from: valid_from });
  }
  return (memberId, kind) => runs.get(line(memberId, kind))?.from ?? null;
}

/** By the day they began. */
function statusesUntil(db: Kysely<Tables>, memberIds: readonly string[], asOf: string) {
  return db
    .selectFrom('member_status')
    .select(['member_id', 'kind', 'valid_from'])
    .where('member_id', 'in', memberIds)
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', asOf)]))
    .orderBy('valid_from')
    .execute();
}
