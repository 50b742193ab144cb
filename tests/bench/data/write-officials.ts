import type { Kysely } from 'kysely';
import type { Tables } from '../../../electron/data/schema/database.ts';
import { nameKey, searchKey } from '../../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../../electron/data/vietnamese/sort-key.ts';
import { personName } from '../names.ts';
import { insertAll } from './insert-all.ts';
import type { CellPlan, Plan } from './plan.ts';

/** A visiting official and the cells that are assigned to him or her. */
export interface OfficialPlan {
  id: string;
  name: string;
  cells: readonly CellPlan[];
}

const firstDay = '2020-01-01';

/** An official for every four cells, with a quota of twelve visits a year over them. */
export async function writeOfficials(db: Kysely<Tables>, plan: Plan): Promise<OfficialPlan[]> {
  const { cells, pick, random, nextId } = plan;
  const dated = { valid_from: firstDay, valid_to: null };
  const officials = Array.from({ length: Math.ceil(cells.length / 4) }, (_, index) => ({
    ...{ id: nextId(), name: personName(pick, random() < 0.3), entry: nextId() },
    cells: cells.slice(index * 4, index * 4 + 4),
  }));
  const decision = nextId();
  await db
    .insertInto('decision')
    .values({ id: decision, number_symbol: '01-QĐ/TU', date: firstDay, issuing_body: null, subject: null })
    .execute();
  await insertAll(
    db,
    'official',
    officials.map(({ id, name }) => ({
      ...{ id, full_name: name, search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) },
      ...{ member_id: null, own_cell_id: null, agency: 'Ban Tổ chức', phone: null, note: null, ...dated },
    })),
  );
  await insertAll(
    db,
    'official_title',
    officials.map(({ id }) => ({ id: nextId(), official_id: id, title: 'Ủy viên', title_group: null, ...dated })),
  );
  await insertAll(
    db,
    'assignment_entry',
    officials.map(({ id, entry }) => ({
      ...{
        id: entry,
        official_id: id,
        decision_id: decision,
        title: null,
        title_group: null,
        min_visits: 12,
        ...dated,
      },
    })),
  );
  await insertAll(
    db,
    'assignment',
    officials.flatMap(({ id, entry, cells: targets }) =>
      targets.map((cell) => ({
        ...{ id: nextId(), entry_id: entry, official_id: id, target_id: cell.id, role: 'attend' as const },
        ...{ end_reason: null, ...dated },
      })),
    ),
  );
  return officials;
}
