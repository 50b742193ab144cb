import type { Kysely } from 'kysely';
import type { PackagePreview } from '../../contract/packages.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import {
  type OrganisationHistory,
  readHistoryOf,
  readOrganisationHistory,
} from '../organisations/organisation-history.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { searchKey } from '../vietnamese/fold.ts';
import type { PackageManifest } from './manifest.ts';
import { jsonList } from './match-records.ts';
import { refusals } from './refusals.ts';
import type { SenderMemory } from './sender-memory.ts';

/** The organisation here that the sender is. */
export interface SenderUnit {
  /** Null: it is not in the office yet. */
  id: string | null;
  name: string;
  /** What it stands under. */
  parentId: string;
  parent: string;
  how: NonNullable<PackagePreview['unit']>['how'];
}

const levels: Readonly<Record<OfficeLevel, number>> = { commune: 1, district: 2, province: 3 };

/** Who may send here: another office, of a lower level. Throws `package_refused`. */
export async function refuseStranger(db: Kysely<Tables>, manifest: PackageManifest, file: string): Promise<void> {
  const office = await db.selectFrom('office').select(['id', 'name', 'level']).executeTakeFirstOrThrow();
  if (manifest.office.id === office.id || manifest.office.root === (await rootOrganisationId(db))) {
    throw refusals.own(file);
  }
  if (levels[manifest.office.level] >= levels[office.level]) {
    throw refusals.notBelow(file, manifest.office.name, office.name);
  }
}

/** What is remembered of a sender, and where it stands as the clerk has said (null: a new organisation). */
interface Asked {
  memory: SenderMemory;
  chosen: string | null | undefined;
}

/**
 * Which organisation here the sender is: as remembered, as chosen, the only one of its name below the office; or, when it
 * names an organisation here as its superior, a new one under that. Null: the clerk has to say.
 * Of the office's organisations only those are read that it may be, or stand under: a hundred packages do not read the
 * whole of a growing province a hundred times. Throws `package_refused` for a choice that is not below the office, or is another
 * sender's already.
 */
export async function unitOfSender(
  db: Kysely<Tables>,
  manifest: PackageManifest,
  file: string,
  { memory, chosen }: Asked,
): Promise<SenderUnit | null> {
  const names = namesOf(manifest.office.name, manifest.office.root_name);
  const superiors = namesOf(manifest.office.superior);
  const remembered = memory.standing.findLast(({ unitId }) => unitId !== null)?.unitId ?? null;
  const [root, taken, namedSo] = await Promise.all([
    rootOrganisationId(db),
    unitsOfOthers(db, manifest.office.id),
    organisationsNamed(db, [...names, ...superiors]),
  ]);
  const asked = [remembered, chosen ?? null].filter((id) => id !== null);
  const places = await readHistoryOf(db, [root, ...asked, ...namedSo]);
  const day = today();
  const below = places.under(root, day).filter((id) => id !== root);
  const fits = below.filter((id) => mayBeOffice(places, id) && !taken.has(id));
  const existing = (id: string, how: SenderUnit['how']): SenderUnit => {
    const parentId = places.versionOn(id, day)?.parent_id ?? root;
    return { id, name: places.nameOn(id, day), parentId, parent: places.nameOn(parentId, day), how };
  };
  const added = (parentId: string, how: SenderUnit['how']): SenderUnit => ({
    ...{ id: null, name: manifest.office.root_name, parentId, parent: places.nameOn(parentId, day), how },
  });
  if (remembered !== null && places.has(remembered)) return existing(remembered, 'remembered');
  if (chosen === null) return added(root, 'chosen');
  if (chosen !== undefined) {
    const other = taken.get(chosen);
    if (other !== undefined) throw refusals.unitTaken(file, places.nameOn(chosen, day), other);
    if (!fits.includes(chosen)) throw refusals.unknownUnit(file, manifest.office.name);
    return existing(chosen, 'chosen');
  }
  const namesakes = fits.filter((id) => names.has(searchKey(places.nameOn(id, day))));
  const [only, ...others] = namesakes;
  if (only !== undefined && others.length === 0) return existing(only, 'by_name');
  const [superior] = [root, ...below].filter((id) => superiors.has(searchKey(places.nameOn(id, day))));
  if (only === undefined && superior !== undefined) return added(superior, 'by_superior');
  return null;
}

/** The organisations that a clerk may say the sender is. */
export async function choicesOfUnit(db: Kysely<Tables>, sender: string): Promise<PackagePreview['choices']> {
  const [root, places, taken] = await Promise.all([
    rootOrganisationId(db),
    readOrganisationHistory(db),
    unitsOfOthers(db, sender),
  ]);
  const day = today();
  return places
    .under(root, day)
    .filter((id) => id !== root && mayBeOffice(places, id) && !taken.has(id))
    .flatMap((id) => {
      const kind = places.kindOf(id);
      return kind === null ? [] : [{ id, name: places.nameOn(id, day), kind }];
    });
}

/** Organisations that are, or once were, called one of these; `keys`: as `search_key` has it. */
async function organisationsNamed(db: Kysely<Tables>, keys: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_version')
    .select('organisation_id')
    .where('search_key', 'in', jsonList(keys))
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

/** A committee or grassroots organisation keeps an office; a cell under one does not. */
function mayBeOffice(places: OrganisationHistory, id: string): boolean {
  const kind = places.kindOf(id);
  return kind === 'committee' || kind === 'grassroots_committee' || kind === 'grassroots_cell';
}

function namesOf(...names: string[]): Set<string> {
  return new Set(names.flatMap((name) => [searchKey(name), searchKey(partyOrganisationName(name))]));
}

/** Organisations that other senders are, with the sender's name. */
async function unitsOfOthers(db: Kysely<Tables>, sender: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('data_package')
    .select(['unit_id', 'sender_name'])
    .where('direction', '=', 'received')
    .where('sender', '!=', sender)
    .execute();
  return new Map(rows.flatMap(({ unit_id, sender_name }) => (unit_id === null ? [] : [[unit_id, sender_name]])));
}
