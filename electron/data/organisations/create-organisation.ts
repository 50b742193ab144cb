import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { NewOrganisation } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import type { OrganisationKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { factColumns, lineOrNull, type VersionFacts } from './organisation-facts.ts';
import { noteEvent, presentOn } from './versions.ts';

interface Creation extends NewOrganisation {
  from: IsoDate;
  document: string | null;
  /** Organisations that close on the eve: their names are free. */
  closing?: readonly string[];
  position?: number;
}

/**
 * Creates an organisation in force from a day, with its set day, and notes it in the history. Returns its id.
 * Throws as `checkPlace`.
 */
export async function createOrganisation(db: Kysely<Tables>, creation: Creation): Promise<string> {
  const { kind, facts, from, meeting_day, closing = [] } = creation;
  const document = lineOrNull(creation.document);
  const columns = factColumns(facts);
  await checkPlace(db, { kind, columns, on: from, except: closing });
  const id = newId();
  await db.insertInto('organisation').values({ id, code: null, kind, valid_from: from, valid_to: null }).execute();
  await db
    .insertInto('organisation_version')
    .values({
      ...columns,
      id: newId(),
      organisation_id: id,
      position: creation.position ?? (await nextPosition(db, columns.parent_id, from)),
      valid_from: from,
      valid_to: null,
    })
    .execute();
  if (meeting_day !== null) {
    await db
      .insertInto('meeting_day')
      .values({ id: newId(), organisation_id: id, day: meeting_day, document, valid_from: from, valid_to: null })
      .execute();
  }
  await noteEvent(db, {
    kind: 'create',
    date: from,
    organisation_id: id,
    document,
    detail: `Thành lập ${columns.name}`,
  });
  return id;
}

/**
 * Whether an organisation may stand there under that name: its parent is in force and no cell, a cell has a parent, and
 * no neighbour has the name. Throws `conflict`, `wrong_arguments`.
 */
export async function checkPlace(
  db: Kysely<Tables>,
  place: { kind: OrganisationKind; columns: VersionFacts; on: IsoDate; except: readonly string[] },
): Promise<void> {
  const { kind, columns, on, except } = place;
  if (columns.name === '') throw new SochiboError('wrong_arguments', 'Chưa ghi tên tổ chức.');
  if (columns.parent_id === null) {
    if (kind !== 'committee' && kind !== 'grassroots_committee') {
      throw new SochiboError('wrong_arguments', `"${columns.name}" chưa có tổ chức cấp trên. Chọn cấp trên rồi lưu.`);
    }
    return;
  }
  const parent = await presentOn(db, columns.parent_id, on);
  if (parent.kind === 'cell' || parent.kind === 'grassroots_cell') {
    throw new SochiboError('wrong_arguments', `"${parent.version.name}" là chi bộ, không có tổ chức trực thuộc.`);
  }
  const neighbours = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .select(['version.organisation_id', 'version.search_key'])
    .where('version.parent_id', '=', columns.parent_id)
    .where(inForce('version', on))
    .where(inForce('organisation', on))
    .execute();
  const same = neighbours.some(
    ({ organisation_id, search_key }) => search_key === columns.search_key && !except.includes(organisation_id),
  );
  if (same) {
    throw new SochiboError(
      'conflict',
      `"${parent.version.name}" đã có "${columns.name}". Đặt tên khác, hoặc sửa tổ chức đã có.`,
    );
  }
}

/** The place after the last under the parent. */
export async function nextPosition(db: Kysely<Tables>, parentId: string | null, on: IsoDate): Promise<number> {
  const { last } = await db
    .selectFrom('organisation_version as version')
    .select((eb) => eb.fn.max('version.position').as('last'))
    .where('version.parent_id', parentId === null ? 'is' : '=', parentId)
    .where(inForce('version', on))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
