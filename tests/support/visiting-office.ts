import type { Kysely } from 'kysely';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import type { MeetingRow } from '../../electron/data/schema/meeting-tables.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../electron/data/vietnamese/sort-key.ts';
import { versionRow } from './rows.ts';

/** A commune with cells under it, in force for all time; the cells' own meeting day where one is given. */
export async function addCommune(
  db: Kysely<Tables>,
  commune: { id: string; name: string; parent: string | null },
  cells: readonly { id: string; name: string; day?: number; flags?: readonly string[] }[],
): Promise<void> {
  const always = { code: null, valid_from: null, valid_to: null };
  await db
    .insertInto('organisation')
    .values([
      { id: commune.id, kind: 'grassroots_committee', ...always },
      ...cells.map(({ id }) => ({ id, kind: 'cell' as const, ...always })),
    ])
    .execute();
  await db
    .insertInto('organisation_version')
    .values([
      versionRow(`v-${commune.id}`, commune.id, commune.name, { parent_id: commune.parent }),
      ...cells.map(({ id, name, flags = [] }, position) =>
        versionRow(`v-${id}`, id, name, {
          parent_id: commune.id,
          is_residential: 1,
          difficulty_flags: JSON.stringify(flags),
          position: position + 1,
        }),
      ),
    ])
    .execute();
  for (const { id, day } of cells) {
    if (day === undefined) continue;
    const row = { id: `d-${id}`, organisation_id: id, day, valid_from: null, valid_to: null };
    await db.insertInto('meeting_day').values(row).execute();
  }
}

/** An official assigned to cells or communes for all time, with so many visits a year. */
export async function addOfficial(db: Kysely<Tables>, { id, name, quota, targets, ownCell }: Given): Promise<void> {
  const always = { valid_from: null, valid_to: null };
  await db
    .insertInto('official')
    .values({
      ...{ id, full_name: name, search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) },
      ...{ member_id: null, own_cell_id: ownCell ?? null, agency: 'Đảng ủy xã', phone: null, note: null, ...always },
    })
    .execute();
  await db
    .insertInto('assignment_entry')
    .values({
      ...{ id: `e-${id}`, official_id: id, decision_id: null, title: null, title_group: null, min_visits: quota },
      ...always,
    })
    .execute();
  for (const target of targets) {
    await db
      .insertInto('assignment')
      .values({
        ...{ id: `a-${id}-${target}`, entry_id: `e-${id}`, official_id: id, target_id: target, role: 'attend' },
        ...{ end_reason: null, ...always },
      })
      .execute();
  }
}

interface Given {
  id: string;
  name: string;
  quota: number;
  targets: readonly string[];
  ownCell?: string;
}

/** A held regular meeting, and what `given` says otherwise. */
export async function addMeeting(
  db: Kysely<Tables>,
  id: string,
  cellId: string,
  date: string,
  given: Partial<MeetingRow> = {},
): Promise<void> {
  await db
    .insertInto('meeting')
    .values({ ...emptyMeeting(id, cellId, date.slice(0, 7)), kind: 'regular', state: 'held', date, ...given })
    .execute();
}
