import type { Kysely } from 'kysely';
import type { OrganisationRecord } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import { isCounted } from '../members/counted.ts';
import { listOrganisations } from '../organisations/list-organisations.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';

/** A cell that a form asks about, with what the office knows of it on the last day of the month. */
export interface AskedCell {
  id: string;
  name: string;
  secretary: string | null;
  meetingDay: number | null;
  /** Officials assigned to the cell, or to the organisation it belongs to. */
  officials: readonly string[];
  /** By the list of members; null where the office has no list of the cell. */
  members: {
    total: number;
    full: number;
    probationary: number;
    exempt: number;
    workingAway: number;
    temporarilyAway: number;
    temporarilyReceived: number;
    suspended: number;
  } | null;
}

/** Who is sent a form, and which cells it asks about. */
export interface AskedUnit {
  /** Of an organisation, or of an official. */
  id: string;
  name: string;
  cells: readonly AskedCell[];
}

/** Sent to organisations: those directly under the office's own, or any one with cells. */
export const organisationsAsked = { all: askedUnits, one: askedUnit };

/** Every organisation directly under the office's own, with its cells, in the order of the office's list. */
async function askedUnits(db: Kysely<Tables>, period: Month): Promise<AskedUnit[]> {
  const known = await readAll(db, period);
  const root = known.organisations.find(({ parent_id }) => parent_id === null);
  return known.organisations
    .filter(({ parent_id }) => root !== undefined && parent_id === root.id)
    .map((one) => unitOf(one, known))
    .filter(({ cells }) => cells.length > 0);
}

/** Throws `not_found` for an organisation that is not there in the month or has no cell. */
async function askedUnit(db: Kysely<Tables>, period: Month, id: string): Promise<AskedUnit> {
  const known = await readAll(db, period);
  const found = known.organisations.find((one) => one.id === id);
  const unit = found && unitOf(found, known);
  if (!unit || unit.cells.length === 0) {
    throw new SochiboError('not_found', 'Tổ chức này không có chi bộ nào trong tháng đã chọn. Chọn tổ chức khác.');
  }
  return unit;
}

/** What is read once for all units. */
export interface Known {
  organisations: readonly OrganisationRecord[];
  members: ReadonlyMap<string, AskedCell['members']>;
  officials: ReadonlyMap<string, readonly string[]>;
}

/** The organisations in force on the last day of the month, with members and officials of the cells. */
export async function readAll(db: Kysely<Tables>, period: Month): Promise<Known> {
  const day = lastDayOfMonth(period);
  const [organisations, members, officials] = await Promise.all([
    listOrganisations(db, { asOf: day }),
    membersOn(db, day),
    officialsOn(db, day),
  ]);
  return { organisations, members, officials };
}

/** An organisation with the cells under it. */
export function unitOf(unit: OrganisationRecord, { organisations, members, officials }: Known): AskedUnit {
  const under = new Set([unit.id]);
  // The list is in tree order: whoever is above comes first.
  for (const { id, parent_id } of organisations) if (parent_id !== null && under.has(parent_id)) under.add(id);
  const cells = organisations.filter(
    ({ id, kind }) => under.has(id) && (kind === 'cell' || kind === 'grassroots_cell'),
  );
  return {
    id: unit.id,
    name: unit.name,
    cells: cells.map(({ id, name, secretary, meeting_day, parent_id }) => ({
      id,
      name,
      secretary,
      meetingDay: meeting_day,
      officials: [...new Set([...(officials.get(id) ?? []), ...(officials.get(parent_id ?? '') ?? [])])],
      members: members.get(id) ?? null,
    })),
  };
}

async function membersOn(db: Kysely<Tables>, day: IsoDate): Promise<Map<string, AskedCell['members']>> {
  const statuses = await db
    .selectFrom('member_status as status')
    .select(['status.cell_id', 'status.kind', 'status.standing'])
    .where(inForce('status', day))
    .execute();
  return new Map(
    [...Map.groupBy(statuses, ({ cell_id }) => cell_id)].map(([cell, all]) => {
      const counted = all.filter(({ kind }) => isCounted(kind));
      const ofKind = (wanted: (typeof all)[number]['kind']) => all.filter(({ kind }) => kind === wanted).length;
      return [
        cell,
        {
          total: counted.length,
          full: counted.filter(({ standing }) => standing === 'full').length,
          probationary: counted.filter(({ standing }) => standing === 'probationary').length,
          exempt: ofKind('exempt'),
          workingAway: ofKind('temporarily_exempt'),
          temporarilyAway: ofKind('temporarily_away'),
          temporarilyReceived: ofKind('temporarily_received'),
          suspended: ofKind('suspended'),
        },
      ];
    }),
  );
}

async function officialsOn(db: Kysely<Tables>, day: IsoDate): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('official', 'official.id', 'assignment.official_id')
    .select(['assignment.target_id', 'official.full_name'])
    .where(inForce('assignment', day))
    .orderBy('official.sort_key')
    .execute();
  const byTarget = Map.groupBy(rows, ({ target_id }) => target_id);
  return new Map([...byTarget].map(([target, all]) => [target, all.map(({ full_name }) => full_name)]));
}

/** How many of each unit's cells are in `cells`. */
export function countHeard(units: readonly AskedUnit[], cells: ReadonlySet<string>): Map<string, number> {
  return new Map(units.map((unit) => [unit.id, unit.cells.filter(({ id }) => cells.has(id)).length]));
}
