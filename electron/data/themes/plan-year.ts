import type { Kysely } from 'kysely';
import type { PlanRow } from '../../contract/themes.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { ThematicPlanRow } from '../schema/meeting-tables.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { meetingsOfEntries, type ThematicMeeting } from './coverage.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/** First and last day of a quarter. Throws RangeError on a year outside the calendar. */
export function quarterDays(year: number, quarter: number): { from: IsoDate; to: IsoDate } {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const from = parseIsoDate(`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
  const to = parseIsoDate(`${year}-${ends[quarter - 1] ?? ''}`);
  if (from === null || to === null) throw new RangeError(`not a quarter: ${year}-Q${quarter}`);
  return { from, to };
}

/**
 * The plan of every cell that is in force in the year (of `quarter`, where one is said), in the order of the office's
 * list, with the held meetings on each entry; meetings are put to the quarter of their date (R5).
 */
export async function planOfYear(
  db: Kysely<Tables>,
  { year, quarter, organisationId }: { year: number; quarter?: number; organisationId?: string | undefined },
): Promise<PlanRow[]> {
  const [first, last] = [quarterDays(year, quarter ?? 1), quarterDays(year, quarter ?? 4)];
  const [organisations, plans, meetings] = await Promise.all([
    readOrganisationHistory(db),
    db.selectFrom('thematic_plan').selectAll().where('year', '=', year).orderBy('position').orderBy('id').execute(),
    thematicMeetings(db, year),
  ]);
  const plansOf = Map.groupBy(plans, ({ cell_id }) => cell_id);
  const meetingsOf = Map.groupBy(meetings, ({ cellId }) => cellId);
  return organisations
    .cellsBetween(first.from, last.to)
    .filter((id) => organisationId === undefined || organisations.chainOn(id, last.to).includes(organisationId))
    .flatMap((id) => {
      const place = organisations.placeOn(id, last.to);
      return place === null ? [] : [{ id, place }];
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ id, place }) => ({
      cell_id: id,
      cell: place.name,
      grassroots: place.grassroots,
      cell_type: organisations.versionOn(id, last.to)?.cell_type ?? null,
      quarters: QUARTERS.map((each) => quarterOf(year, each, plansOf.get(id) ?? [], meetingsOf.get(id) ?? [])),
    }));
}

function quarterOf(
  year: number,
  quarter: number,
  plans: readonly ThematicPlanRow[],
  meetings: readonly ThematicMeeting[],
): PlanRow['quarters'][number] {
  const { from, to } = quarterDays(year, quarter);
  const rows = plans.filter((plan) => plan.quarter === quarter);
  const ofQuarter = meetings.filter(({ date }) => date !== null && date >= from && date <= to);
  const entries = rows.map((row) => ({
    id: row.id,
    themeId: row.theme_id,
    title: row.title,
    requiredBy: row.required_by,
  }));
  const held = meetingsOfEntries(entries, { linked: meetings, ofQuarter });
  return {
    quarter,
    held: ofQuarter.length,
    entries: rows.map(({ cell_id: _, year: __, quarter: ___, position: ____, ...row }) => ({
      ...row,
      meetings: (held.get(row.id) ?? []).map(({ id, date, kind }) => ({ id, date, kind })),
    })),
  };
}

/** Held meetings with a theme that belong to the year by their date, or to an entry of its plans. */
async function thematicMeetings(db: Kysely<Tables>, year: number): Promise<ThematicMeeting[]> {
  const rules = await readRules(db);
  const { thematic } = rules.on('meeting_kinds', quarterDays(year, 4).to).value;
  if (thematic.length === 0) return [];
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('thematic_plan', 'thematic_plan.id', 'meeting.thematic_plan_id')
    .select(['meeting.id', 'meeting.cell_id', 'meeting.date', 'meeting.kind', 'meeting.theme'])
    .select('meeting.thematic_plan_id')
    .where('meeting.state', '=', 'held')
    // Three meetings in four are not: of a province's year 40,000.
    .where('meeting.kind', 'in', thematic)
    .where((eb) =>
      eb.or([
        eb.and([eb('meeting.date', '>=', `${year}-01-01`), eb('meeting.date', '<=', `${year}-12-31`)]),
        eb('thematic_plan.year', '=', year),
      ]),
    )
    .orderBy('meeting.date')
    .orderBy('meeting.id')
    .execute();
  return rows.flatMap(({ id, cell_id, date, kind, theme, thematic_plan_id }) =>
    kind !== null
      ? [
          {
            id,
            cellId: cell_id,
            date: date === null ? null : parseIsoDate(date),
            kind,
            theme,
            planId: thematic_plan_id,
          },
        ]
      : [],
  );
}
