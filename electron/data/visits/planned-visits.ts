import type { Kysely } from 'kysely';
import { registerMonth, type Span } from '../meetings/register.ts';
import type { Tables } from '../schema/database.ts';
import { type IsoDate, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import type { Plan } from './plan-outcome.ts';

/** A planned visit with the visit it led to, if the register has one. */
export interface PlannedVisit extends Plan {
  id: string;
  officialId: string;
  /** null: any cell the official is assigned to. */
  cellId: string | null;
  visit: { id: string; cellId: string; date: IsoDate | null } | null;
  reportSubmittedOn: IsoDate | null;
}

/** Planned visits of these months, by month. */
export async function readPlannedVisits(db: Kysely<Tables>, { from, to }: Span<Month>): Promise<PlannedVisit[]> {
  const rows = await db
    .selectFrom('planned_visit as plan')
    .leftJoin('visit', 'visit.id', 'plan.visit_id')
    .leftJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select([
      'plan.id',
      'plan.official_id',
      'plan.period',
      'plan.cell_id',
      'plan.state',
      'plan.reason',
      'plan.visit_id',
    ])
    .select(['plan.report_submitted_on', 'meeting.cell_id as visited_cell_id', 'meeting.date as visit_date'])
    .where('plan.period', '>=', from)
    .where('plan.period', '<=', to)
    .orderBy('plan.period')
    .orderBy('plan.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    officialId: row.official_id,
    period: registerMonth(row.period),
    cellId: row.cell_id,
    state: row.state,
    hasVisit: row.visit_id !== null,
    reason: row.reason,
    visit:
      row.visit_id === null || row.visited_cell_id === null
        ? null
        : { id: row.visit_id, cellId: row.visited_cell_id, date: day(row.visit_date) },
    reportSubmittedOn: day(row.report_submitted_on),
  }));
}

function day(text: string | null): IsoDate | null {
  return text === null ? null : parseIsoDate(text);
}
