import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { nextPosition } from './create-organisation.ts';
import { changeVersionFrom, eveOf, type Present } from './versions.ts';

/**
 * Closes an organisation on the eve of a day: its name, set day, exceptions and committee end with it; what was only to
 * begin later never does. Members, children and assignments are to be moved before.
 * Throws `conflict` when it began on that day or later, is the office's own, or has met since.
 */
export async function closeOrganisation(
  db: Kysely<Tables>,
  { id, valid_from, version }: Present,
  date: IsoDate,
  reason: string,
): Promise<void> {
  const eve = eveOf(date);
  if (valid_from !== null && valid_from >= date) {
    throw new SochiboError(
      'conflict',
      `"${version.name}" có hiệu lực từ ${formatDate(date)} trở đi. Chọn ngày sau ngày đó.`,
    );
  }
  await refuseMeetingsSince(db, id, version.name, date);
  await db.updateTable('organisation').set({ valid_to: eve }).where('id', '=', id).execute();
  await db
    .deleteFrom('organisation_version')
    .where('organisation_id', '=', id)
    .where('valid_from', '>=', date)
    .execute();
  await db.deleteFrom('meeting_day').where('organisation_id', '=', id).where('valid_from', '>=', date).execute();
  await db
    .deleteFrom('meeting_day_exception')
    .where('organisation_id', '=', id)
    .where('valid_from', '>=', date)
    .execute();
  await db
    .deleteFrom('cell_committee_member')
    .where('organisation_id', '=', id)
    .where('valid_from', '>=', date)
    .execute();
  await db
    .updateTable('organisation_version')
    .set({ valid_to: eve })
    .where('organisation_id', '=', id)
    .where(inForce('organisation_version', date))
    .execute();
  await db
    .updateTable('meeting_day')
    .set({ valid_to: eve })
    .where('organisation_id', '=', id)
    .where(inForce('meeting_day', date))
    .execute();
  await db
    .updateTable('meeting_day_exception')
    .set({ valid_to: eve })
    .where('organisation_id', '=', id)
    .where(inForce('meeting_day_exception', date))
    .execute();
  await db
    .updateTable('cell_committee_member')
    .set({ valid_to: eve, end_reason: reason })
    .where('organisation_id', '=', id)
    .where(inForce('cell_committee_member', date))
    .execute();
}

async function refuseMeetingsSince(db: Kysely<Tables>, id: string, name: string, date: IsoDate): Promise<void> {
  const { count } = await db
    .selectFrom('meeting')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cell_id', '=', id)
    .where('state', '=', 'held')
    .where('date', '>=', date)
    .executeTakeFirstOrThrow();
  if (count === 0) return;
  throw new SochiboError(
    'conflict',
    `"${name}" có ${count} buổi sinh hoạt đã ghi từ ngày ${formatDate(date)}. Chọn ngày sau các buổi đó, hoặc sửa các buổi đó trước.`,
  );
}

/** Puts what stands under `from` on the day under `to`, behind what is there already. */
export async function moveChildren(
  db: Kysely<Tables>,
  { from, to, date, only }: { from: string; to: string; date: IsoDate; only?: ReadonlySet<string> },
): Promise<void> {
  const children = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .selectAll('version')
    .where('version.parent_id', '=', from)
    .where(inForce('version', date))
    .where(inForce('organisation', date))
    .orderBy('version.position')
    .execute();
  let position = await nextPosition(db, to, date);
  for (const child of children) {
    if (child.organisation_id === to || (only && !only.has(child.organisation_id))) continue;
    await changeVersionFrom(db, child, date, { parent_id: to, position });
    position += 1;
  }
}

/** Organisations directly under this one on the day. */
export async function childrenOn(db: Kysely<Tables>, id: string, date: IsoDate): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .select('version.organisation_id')
    .where('version.parent_id', '=', id)
    .where(inForce('version', date))
    .where(inForce('organisation', date))
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}
