import type { Kysely } from 'kysely';
import type { PlanRecord } from '../../contract/schedule.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { type IsoDate, isIsoDate, lastDayOfMonth, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';

export interface PlanQuery {
  /** Months in which the plans stand, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  /** A cell, or an organisation with what is under it. */
  organisationId?: string | undefined;
  officialId?: string | undefined;
  id?: string | undefined;
}

/** The day a plan stands on: the new one of a plan that was put off; null where no day is set. */
export function dayOfPlan(plan: { planned_date: string | null; rescheduled_to: string | null }): IsoDate | null {
  if (plan.rescheduled_to !== null) return isIsoDate(plan.rescheduled_to) ? plan.rescheduled_to : null;
  return plan.planned_date === null ? null : parseIsoDate(plan.planned_date);
}

/** The month a plan stands in. */
export function monthOfPlan(plan: { period: string; rescheduled_to: string | null }): string {
  return (plan.rescheduled_to ?? plan.period).slice(0, 7);
}

/** Plans by the day they stand on, then by official; those without a day last in their month. */
export async function listPlans(db: Kysely<Tables>, query: PlanQuery, on: IsoDate = today()): Promise<PlanRecord[]> {
  const [rows, places] = await Promise.all([planRows(db, query).execute(), readOrganisationHistory(db)]);
  return rows
    .map(({ substitute_official, sort_key, ...row }) => {
      const date = dayOfPlan(row);
      const month = parseMonth(monthOfPlan(row));
      const day = date ?? (month === null ? on : lastDayOfMonth(month));
      const place = row.cell_id === null ? null : places.placeOn(row.cell_id, day);
      return {
        sort_key,
        month: monthOfPlan(row),
        record: {
          ...row,
          cell: place?.name ?? null,
          grassroots: place?.grassroots ?? null,
          date,
          past: day < on,
          substitute: substitute_official ?? row.substitute_name,
        },
      };
    })
    .filter(
      ({ month, record }) =>
        (query.from === undefined || month >= query.from) &&
        (query.to === undefined || month <= query.to) &&
        isUnder(places, record, query.organisationId),
    )
    .sort(
      (a, b) =>
        a.month.localeCompare(b.month) ||
        (a.record.date ?? '9').localeCompare(b.record.date ?? '9') ||
        Number(a.sort_key > b.sort_key) - Number(a.sort_key < b.sort_key),
    )
    .map(({ record: { substitute_name: _, ...record } }) => record);
}

function isUnder(places: OrganisationHistory, plan: PlanRecord, organisationId: string | undefined): boolean {
  if (organisationId === undefined) return true;
  const month = parseMonth(plan.period);
  if (plan.cell_id === null || month === null) return false;
  return places.chainOn(plan.cell_id, parseIsoDate(plan.date ?? '') ?? lastDayOfMonth(month)).includes(organisationId);
}

function planRows(db: Kysely<Tables>, { officialId, id }: PlanQuery) {
  let query = db
    .selectFrom('planned_visit as plan')
    .innerJoin('official', 'official.id', 'plan.official_id')
    .leftJoin('official as other', 'other.id', 'plan.substitute_id')
    .leftJoin('visit', 'visit.id', 'plan.visit_id')
    .select(['plan.id', 'plan.official_id', 'official.full_name as official', 'official.sort_key', 'plan.cell_id'])
    .select([
      'plan.period',
      'plan.planned_date',
      'plan.rescheduled_to',
      'plan.state',
      'plan.reason_code',
      'plan.reason',
    ])
    .select(['plan.substitute_id', 'plan.substitute_name', 'other.full_name as substitute_official'])
    .select(['plan.visit_id', 'visit.meeting_id', 'plan.note'])
    .orderBy('plan.id');
  if (officialId !== undefined) query = query.where('plan.official_id', '=', officialId);
  if (id !== undefined) query = query.where('plan.id', '=', id);
  return query;
}
