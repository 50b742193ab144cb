import type { Kysely } from 'kysely';
import { countedKinds } from '../members/counted.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Standing, StatusKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { isDue } from './attendance-rules.ts';

export interface RollEntry {
  member_id: string;
  full_name: string;
  standing: Standing;
  status: StatusKind;
  /** Whether the member has to come (R10). */
  due: boolean;
}

/** Who is called in a cell: its members, and those received from elsewhere (R15). */
const CALLED: readonly StatusKind[] = [...countedKinds, 'temporarily_received'];

/** The members of a cell on a day with their status on that day (R9), by given name: the list for roll-call. */
export async function rollOf(db: Kysely<Tables>, cellId: string, day: IsoDate): Promise<RollEntry[]> {
  const rule = (await readRules(db)).on('members_due', day).value;
  const rows = await db
    .selectFrom('member_status as status')
    .innerJoin('member', 'member.id', 'status.member_id')
    .select(['member.id as member_id', 'member.full_name', 'status.standing', 'status.kind as status'])
    .where('status.cell_id', '=', cellId)
    .where('status.kind', 'in', CALLED)
    .where(inForce('status', day))
    .orderBy('member.sort_key')
    .orderBy('member.id')
    .execute();
  return rows.map((row) => ({ ...row, due: isDue(row.status, row.standing, rule) }));
}
