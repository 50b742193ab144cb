import type { Kysely } from 'kysely';
import type { MemberRecord } from '../../contract/members.ts';
import { cellNamesOf } from '../organisations/cell-names.ts';
import type { CommitteePosition, StatusKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { isCounted } from './counted.ts';
import { statusSince } from './status-since.ts';

/** Members by id with what was true of them on `asOf`, in the order of `ids`. Ids that are not there are left out. */
export async function memberRecords(db: Kysely<Tables>, ids: readonly string[], asOf: string): Promise<MemberRecord[]> {
  const records = new Map<string, MemberRecord>();
  for (let start = 0; start < ids.length; start += BATCH) {
    const some = ids.slice(start, start + BATCH);
    const rows = await batch(db, some, asOf);
    const cellIds = [...new Set(rows.flatMap(({ cell_id }) => cell_id ?? []))];
    const [cells, positions] = await Promise.all([cellNamesOf(db, cellIds, asOf), positionsOn(db, some, asOf)]);
    const unusual = rows.filter(({ kind }) => kind !== null && kind !== 'active').map(({ id }) => id);
    const [since, inTransit] = await Promise.all([statusSince(db, unusual, asOf), membersInTransit(db, unusual, asOf)]);
    for (const row of homeFirst(rows)) {
      const { kind, ...member } = row;
      const cell = row.cell_id === null ? undefined : cells.get(row.cell_id);
      records.set(row.id, {
        ...member,
        cell: cell?.name ?? null,
        grassroots: cell?.grassroots ?? null,
        status: kind,
        status_since: kind === null || kind === 'active' ? null : since(row.id, kind),
        counted: isCounted(kind),
        in_transit: kind === 'transferred_out' && inTransit.has(row.id),
        position: positions.get(row.id) ?? null,
      });
    }
  }
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** One row a member of several statuses on the day: who is away in another cell of the office is shown in the home cell. */
export function homeFirst<Row extends { id: string; kind: StatusKind | null }>(rows: readonly Row[]): Iterable<Row> {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    if (!isCounted(kept.get(row.id)?.kind ?? null)) kept.set(row.id, row);
  }
  return kept.values();
}

/** Who left with a transfer paper and of whom no receipt has come back by `asOf` (R25). */
export async function membersInTransit(db: Kysely<Tables>, ids: readonly string[], asOf: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('membership_event')
    .select('member_id')
    .where('member_id', 'in', ids)
    .where('code', '=', 'CHUYEN_DI')
    .where('paper_date', 'is not', null)
    .where('date', '<=', asOf)
    .where((eb) => eb.or([eb('received_on', 'is', null), eb('received_on', '>', asOf)]))
    .execute();
  return new Set(rows.map((row) => row.member_id));
}

/** Below SQLite's limit on bound values. */
const BATCH = 5000;

/** Members, each with the statuses of the day. */
export function withStatuses(db: Kysely<Tables>, ids: readonly string[], asOf: string) {
  return db
    .selectFrom('member')
    .leftJoin('member_status as status', (join) =>
      join.onRef('status.member_id', '=', 'member.id').on(inForce('status', asOf)),
    )
    .where('member.id', 'in', ids);
}

function batch(db: Kysely<Tables>, ids: readonly string[], asOf: string) {
  return withStatuses(db, ids, asOf)
    .leftJoin('code_list as ethnic', (join) =>
      join.onRef('ethnic.code', '=', 'member.ethnicity').on('ethnic.list', '=', 'ethnic_groups'),
    )
    .leftJoin('code_list as faith', (join) =>
      join.onRef('faith.code', '=', 'member.religion').on('faith.list', '=', 'religions'),
    )
    .leftJoin('code_list as school', (join) =>
      join.onRef('school.code', '=', 'member.general_education').on('school.list', '=', 'general_education'),
    )
    .leftJoin('code_list as training', (join) =>
      join
        .onRef('training.code', '=', 'member.professional_education')
        .on('training.list', '=', 'professional_education'),
    )
    .leftJoin('code_list as theory', (join) =>
      join.onRef('theory.code', '=', 'member.political_theory').on('theory.list', '=', 'political_theory'),
    )
    .select([
      'member.id',
      'member.full_name',
      'member.gender',
      'member.birth_date',
      'member.ethnicity',
      'ethnic.label as ethnicity_label',
      'member.religion',
      'faith.label as religion_label',
      'member.home_commune',
      'member.home_district',
      'member.home_province',
      'member.general_education',
      'school.label as general_education_label',
      'member.professional_education',
      'training.label as professional_education_label',
      'member.political_theory',
      'theory.label as political_theory_label',
      'member.admission_date',
      'member.full_member_date',
      'member.old_card_no',
      'member.party_card_no',
      'member.personal_id',
      'member.national_record_id',
      'status.cell_id',
      'status.standing',
      'status.kind',
    ])
    .execute();
}

async function positionsOn(
  db: Kysely<Tables>,
  memberIds: readonly string[],
  asOf: string,
): Promise<Map<string, CommitteePosition>> {
  const posts = await db
    .selectFrom('cell_committee_member as post')
    .select(['post.member_id', 'post.position'])
    .where('post.member_id', 'in', memberIds)
    .where(inForce('post', asOf))
    .execute();
  return new Map(posts.map((post) => [post.member_id, post.position]));
}
