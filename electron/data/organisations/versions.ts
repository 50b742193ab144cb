import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { OrganisationKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import type { VersionFacts, VersionRow } from './organisation-facts.ts';

/** An organisation that is in force on a day, with its version of that day. */
export interface Present {
  id: string;
  kind: OrganisationKind;
  valid_from: string | null;
  version: VersionRow;
}

/** A day of the contract. Throws RangeError when it is none. */
export function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** The last day before. */
export function eveOf(day: IsoDate): IsoDate {
  return addDays(day, -1);
}

/** Throws `not_found` for an organisation the office does not have, `conflict` for one not in force on the day. */
export async function presentOn(db: Kysely<Tables>, id: string, day: IsoDate): Promise<Present> {
  const organisation = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!organisation) throw new SochiboError('not_found', 'Không có tổ chức này trong sổ.');
  const versions = await versionsOf(db, id);
  const version = versions.find((row) => isInForce(row, day));
  if (!version || !isInForce(organisation, day)) {
    const name = versions.at(-1)?.name ?? '';
    throw new SochiboError(
      'conflict',
      `"${name}" không có hiệu lực ngày ${formatDate(day)}. Chọn ngày trong thời gian tổ chức hoạt động.`,
    );
  }
  return { id, kind: organisation.kind, valid_from: organisation.valid_from, version };
}

/** Every version of an organisation, earliest first. */
export function versionsOf(db: Kysely<Tables>, id: string): Promise<VersionRow[]> {
  return db
    .selectFrom('organisation_version')
    .selectAll()
    .where('organisation_id', '=', id)
    .orderBy('valid_from')
    .execute();
}

/**
 * Puts a new version in force from a day: the one of that day ends on its eve and keeps what it said. A version that
 * begins on that very day is changed itself.
 */
export async function changeVersionFrom(
  db: Kysely<Tables>,
  version: VersionRow,
  from: IsoDate,
  values: Partial<VersionFacts & { position: number }>,
): Promise<void> {
  if (version.valid_from === from) return correctVersion(db, version.id, values);
  await db
    .updateTable('organisation_version')
    .set({ valid_to: eveOf(from) })
    .where('id', '=', version.id)
    .execute();
  await db
    .insertInto('organisation_version')
    .values({ ...version, ...values, id: newId(), valid_from: from })
    .execute();
}

export async function correctVersion(
  db: Kysely<Tables>,
  id: string,
  values: Partial<VersionFacts & { position: number }>,
): Promise<void> {
  await db.updateTable('organisation_version').set(values).where('id', '=', id).execute();
}

/** Writes an event in the history of an organisation; `other` is where it came from or what it became. */
export async function noteEvent(
  db: Kysely<Tables>,
  event: {
    kind: Tables['organisation_event']['kind'];
    date: IsoDate;
    organisation_id: string;
    other_id?: string | null;
    document: string | null;
    detail: string;
  },
): Promise<void> {
  await db
    .insertInto('organisation_event')
    .values({ other_id: null, ...event, id: newId() })
    .execute();
}

/** What an organisation is called last; empty for one the office does not have. */
export async function nameNow(db: Kysely<Tables>, id: string): Promise<string> {
  return (await versionsOf(db, id)).at(-1)?.name ?? '';
}
