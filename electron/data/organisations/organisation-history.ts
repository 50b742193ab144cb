import { type Kysely, sql } from 'kysely';
import type { Dated, OrganisationKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce, isInForceWithin } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import type { OrganisationVersionAdditions, OrganisationVersionRow } from '../schema/organisation-tables.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { compareKeys } from '../vietnamese/sort-key.ts';
import { type Successors, successorOf, successorsFrom } from './successors.ts';

type Version = Pick<
  OrganisationVersionRow,
  'name' | 'parent_id' | 'cell_type' | 'is_residential' | 'position' | 'sort_key' | 'valid_from' | 'valid_to'
> &
  Pick<OrganisationVersionAdditions, 'own_min_minutes'>;

/** Where a record belongs, as it was called on a day. */
export interface Place {
  name: string;
  /** The grassroots organisation it belongs to; a grassroots cell, or a cell under none, is its own. */
  grassroots: string;
  grassroots_id: string;
  /** Place in the office's list. */
  order: number;
}

interface History extends Dated {
  id: string;
  kind: OrganisationKind;
  /** Earliest first. */
  versions: Version[];
  setDays: (Dated & { day: number })[];
}

/** Every organisation with all its past, for questions about any day (handbook R26: "theo tổ chức tại thời điểm"). */
export class OrganisationHistory {
  readonly #byId: ReadonlyMap<string, History>;
  readonly #successors: Successors;
  /** Chains in which nothing ever changed, so that they are the same on every day: asked of each record of a report. */
  readonly #steadyChains = new Map<string, readonly string[]>();

  constructor(organisations: readonly History[], successors: Successors = new Map()) {
    this.#successors = successors;
    this.#byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  kindOf(id: string): OrganisationKind | null {
    return this.#byId.get(id)?.kind ?? null;
  }

  /** Cells, grassroots cells among them, in force on at least one day of the span. */
  cellsBetween(from: IsoDate, to: IsoDate): string[] {
    return [...this.#byId.values()]
      .filter(({ kind }) => kind === 'cell' || kind === 'grassroots_cell')
      .filter((organisation) => isInForceWithin(organisation, from, to))
      .map(({ id }) => id);
  }

  isInForce(id: string, day: IsoDate): boolean {
    const organisation = this.#byId.get(id);
    return organisation !== undefined && isInForce(organisation, day);
  }

  /** Who stands for it on a day (R26, "quy về tổ chức hiện nay"): itself, or its successor; null when nobody followed. */
  successorOn(id: string, day: IsoDate): string | null {
    return successorOf(id, this.#successors, (each) => this.isInForce(each, day));
  }

  /** An organisation and those that ended before a day and are it today: what they left is its own to see to. */
  withPredecessors(id: string, day: IsoDate): string[] {
    return [...this.#byId.keys()].filter((each) => each === id || this.successorOn(each, day) === id);
  }

  /** Name, parent and type on a day; when none is in force then, the version nearest before it, else the first. */
  versionOn(id: string, day: IsoDate): Version | null {
    return nearestVersion(this.#byId.get(id)?.versions ?? [], day);
  }

  nameOn(id: string, day: IsoDate): string {
    return this.versionOn(id, day)?.name ?? '';
  }

  /** The organisation itself, its parent, and so on up to the root. */
  chainOn(id: string, day: IsoDate): readonly string[] {
    const known = this.#steadyChains.get(id);
    if (known !== undefined) return known;
    const chain: string[] = [];
    let isSteady = true;
    for (let at: string | null = id; at !== null && !chain.includes(at); ) {
      chain.push(at);
      const versions: readonly Version[] = this.#byId.get(at)?.versions ?? [];
      isSteady &&= versions.length <= 1;
      at = nearestVersion(versions, day)?.parent_id ?? null;
    }
    if (isSteady) this.#steadyChains.set(id, chain);
    return chain;
  }

  /** The grassroots organisation a cell belongs to; a grassroots cell, or a cell under none, is its own. */
  grassrootsOf(id: string, day: IsoDate): string {
    const grassroots = this.chainOn(id, day).find((at) => {
      const kind = this.#byId.get(at)?.kind;
      return kind === 'grassroots_committee' || kind === 'grassroots_cell';
    });
    return grassroots ?? id;
  }

  /** Name and grassroots organisation on a day; null for an organisation the office does not have. */
  placeOn(id: string, day: IsoDate): Place | null {
    const version = this.versionOn(id, day);
    if (version === null) return null;
    const grassrootsId = this.grassrootsOf(id, day);
    const grassroots = this.versionOn(grassrootsId, day) ?? version;
    return {
      name: version.name,
      grassroots: grassroots.name,
      grassroots_id: grassrootsId,
      order: grassroots.position * 10_000 + (grassrootsId === id ? 0 : version.position),
    };
  }

  /** The same for every organisation. */
  placesOn(day: IsoDate): ReadonlyMap<string, Place> {
    const places = new Map<string, Place>();
    for (const id of this.#byId.keys()) {
      const place = this.placeOn(id, day);
      if (place) places.set(id, place);
    }
    return places;
  }

  /** The organisation and everything under it on a day. */
  under(id: string, day: IsoDate): string[] {
    return [...this.#byId.keys()].filter((each) => this.chainOn(each, day).includes(id));
  }

  /** The cell's own meeting day in force on a day (handbook R2, R3); null when it has none. */
  setDayOn(id: string, day: IsoDate): number | null {
    return this.#byId.get(id)?.setDays.findLast((setDay) => isInForce(setDay, day))?.day ?? null;
  }

  /** Order of the office's list: by position, then by name. */
  compareOn(a: string, b: string, day: IsoDate): number {
    const [one, other] = [this.versionOn(a, day), this.versionOn(b, day)];
    return (
      (one?.position ?? 0) - (other?.position ?? 0) ||
      compareKeys(one?.sort_key ?? '', other?.sort_key ?? '') ||
      compareKeys(a, b)
    );
  }
}

/**
 * Of the versions of one organisation, earliest first, the one in force on a day; when none is, the nearest before it,
 * else the first: a record of any time finds its organisation.
 */
export function nearestVersion<V extends Dated>(versions: readonly V[], day: IsoDate): V | null {
  // Most organisations have one, and a report of a year asks of each of its records.
  if (versions.length <= 1) return versions[0] ?? null;
  return (
    versions.findLast((version) => isInForce(version, day)) ??
    versions.findLast(({ valid_to }) => valid_to !== null && valid_to < day) ??
    versions[0] ??
    null
  );
}

const versionColumns = [
  ...(['organisation_id', 'name', 'parent_id', 'cell_type', 'is_residential', 'position', 'sort_key'] as const),
  ...(['own_min_minutes', 'valid_from', 'valid_to'] as const),
] as const;

/** Reads the tree with its past in four statements, once in a run. */
export const readOrganisationHistory = oncePerRun(async (db): Promise<OrganisationHistory> => {
  const [organisations, versions, setDays, events] = await Promise.all([
    db.selectFrom('organisation').select(['id', 'kind', 'valid_from', 'valid_to']).execute(),
    db.selectFrom('organisation_version').select(versionColumns).orderBy('valid_from').execute(),
    db
      .selectFrom('meeting_day')
      .select(['organisation_id', 'day', 'valid_from', 'valid_to'])
      .orderBy('valid_from')
      .execute(),
    db
      .selectFrom('organisation_event')
      .select(['kind', 'organisation_id', 'other_id'])
      .where('other_id', 'is not', null)
      .orderBy('date')
      .orderBy('id')
      .execute(),
  ]);
  const histories = new Map<string, History>(
    organisations.map((organisation) => [organisation.id, { ...organisation, versions: [], setDays: [] }]),
  );
  for (const version of versions) histories.get(version.organisation_id)?.versions.push(version);
  for (const setDay of setDays) histories.get(setDay.organisation_id)?.setDays.push(setDay);
  return new OrganisationHistory([...histories.values()], successorsFrom(events));
});

/**
 * Organisations with their names and all that they ever stood below; not the days of their meetings, nor who followed
 * whom. For questions about a few of very many. `order`: as they were entered, as in the whole tree of a file; a server
 * knows of no such order.
 */
export async function readHistoryOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  order: 'as_entered' | 'any' = 'as_entered',
): Promise<OrganisationHistory> {
  const above = sql<string>`(with recursive above (id) as (
    select id from organisation where id in (select value from json_each(${JSON.stringify(ids)}))
    union select version.parent_id from organisation_version as version join above on version.organisation_id = above.id
    where version.parent_id is not null) select id from above)`;
  const found = db.selectFrom('organisation').select(['id', 'kind', 'valid_from', 'valid_to']).where('id', 'in', above);
  const [organisations, versions] = await Promise.all([
    (order === 'any' ? found : found.orderBy(sql`rowid`)).execute(),
    db
      .selectFrom('organisation_version')
      .select(versionColumns)
      .where('organisation_id', 'in', above)
      .orderBy('valid_from')
      .execute(),
  ]);
  const versionsOf = Map.groupBy(versions, ({ organisation_id }) => organisation_id);
  return new OrganisationHistory(
    organisations.map((one) => ({ ...one, versions: versionsOf.get(one.id) ?? [], setDays: [] })),
  );
}
