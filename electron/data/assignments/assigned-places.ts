import type { Kysely } from 'kysely';
import { type CellMeetingDays, readCellMeetingDays } from '../meetings/cell-days.ts';
import { effectiveDay } from '../meetings/meeting-day.ts';
import { countedKinds } from '../members/counted.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { type IsoDate, monthOf } from '../vietnamese/dates.ts';

/** A cell or a commune as BC-03 names it. */
export interface AssignedPlace {
  id: string;
  name: string;
  /** The grassroots organisation a cell belongs to; null where it is its own. */
  grassroots: string | null;
  isCell: boolean;
  cellType: string | null;
  /** Members on the day; of a commune all its cells together. Null: not known of one of them (R42). */
  members: number | null;
  /** Day of the month (R2, R3); null for a commune. */
  meetingDay: number | null;
}

/** What BC-03 says of a place on a day. */
export async function readAssignedPlaces(db: Kysely<Tables>, day: IsoDate): Promise<(id: string) => AssignedPlace> {
  const [organisations, days, types, members] = await Promise.all([
    readOrganisationHistory(db),
    readCellMeetingDays(db),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'cell_types').execute(),
    readMembersOn(db, day),
  ]);
  const typeNames = new Map(types.map(({ code, label }) => [code, label]));
  const cells = new Set(organisations.cellsBetween(day, day));
  return (id) => {
    const place = organisations.placeOn(id, day);
    const type = organisations.versionOn(id, day)?.cell_type ?? null;
    const isCell = cells.has(id);
    return {
      id,
      name: place?.name ?? '',
      grassroots: place === null || place.grassroots_id === id ? null : place.grassroots,
      isCell,
      cellType: type === null ? null : (typeNames.get(type) ?? type),
      members: isCell ? (members.get(id) ?? null) : membersUnder(organisations, members, id, day),
      meetingDay: isCell ? meetingDayOf(days, id, day) : null,
    };
  };
}

function meetingDayOf(days: CellMeetingDays, id: string, day: IsoDate): number | null {
  return effectiveDay(days.in(id, monthOf(day)));
}

function membersUnder(
  organisations: OrganisationHistory,
  members: ReadonlyMap<string, number>,
  id: string,
  day: IsoDate,
): number | null {
  const cells = organisations.cellsBetween(day, day).filter((cell) => organisations.chainOn(cell, day).includes(id));
  const counts = cells.flatMap((cell) => members.get(cell) ?? []);
  return cells.length === 0 || counts.length < cells.length ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Members of each cell: as the register of members has them on the day, else as its last meeting until then says. */
async function readMembersOn(db: Kysely<Tables>, day: IsoDate): Promise<Map<string, number>> {
  const [registered, met] = await Promise.all([
    db
      .selectFrom('member_status as status')
      .select((eb) => ['status.cell_id', eb.fn.countAll<number>().as('count')])
      .where(inForce('status', day))
      .where('status.kind', 'in', countedKinds)
      .groupBy('status.cell_id')
      .execute(),
    db
      .selectFrom('meeting')
      .select(['cell_id', 'members_total'])
      .where('members_total', 'is not', null)
      .where('date', '<=', day)
      .orderBy('date')
      .orderBy('id')
      .execute(),
  ]);
  return new Map([
    ...met.flatMap(({ cell_id, members_total }): [string, number][] =>
      members_total === null ? [] : [[cell_id, members_total]],
    ),
    ...registered.flatMap(({ cell_id, count }): [string, number][] => (cell_id === null ? [] : [[cell_id, count]])),
  ]);
}
