import type { Kysely } from 'kysely';
import type { AssignmentRecord, OfficialForm } from '../../contract/assignments.ts';
import { listAssignments } from '../assignments/list-assignments.ts';
import { SochiboError } from '../errors.ts';
import { cellNamesOn } from '../organisations/cell-names.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';

/** An official with every title and every assignment there ever was, the latest first. Throws `not_found`. */
export async function officialPage(
  db: Kysely<Tables>,
  id: string,
): Promise<{
  id: string;
  form: OfficialForm;
  member: string | null;
  own_cell: string | null;
  assignments: AssignmentRecord[];
}> {
  const row = await db
    .selectFrom('official')
    .leftJoin('member', 'member.id', 'official.member_id')
    .selectAll('official')
    .select('member.full_name as member')
    .where('official.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có cán bộ này trong sổ.');
  const [titles, assignments, places] = await Promise.all([
    db
      .selectFrom('official_title')
      .select(['id', 'title', 'party_position', 'title_group', 'document', 'valid_from', 'valid_to'])
      .where('official_id', '=', id)
      .orderBy('valid_from')
      .execute(),
    listAssignments(db, null),
    cellNamesOn(db, today()),
  ]);
  const { full_name, agency, government_position, phone, level, member_id, own_cell_id, note, valid_from, valid_to } =
    row;
  return {
    id,
    form: {
      full_name,
      agency,
      government_position,
      phone,
      level,
      member_id,
      own_cell_id,
      note,
      valid_from,
      valid_to,
      titles,
    },
    member: row.member,
    own_cell: own_cell_id === null ? null : (places.get(own_cell_id)?.name ?? null),
    assignments: assignments
      .filter(({ official_id }) => official_id === id)
      .toSorted((a, b) => (b.valid_from ?? '').localeCompare(a.valid_from ?? '')),
  };
}
