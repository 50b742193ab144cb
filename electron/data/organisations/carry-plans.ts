import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { type IsoDate, monthOf } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';

export interface PlansMove {
  from: string;
  /** Who follows; null: nobody. */
  to: string | null;
  date: IsoDate;
  reason: string;
}

/**
 * Visits still to come go to the successor, each under the assignment that follows its own, or are cancelled with the
 * reason. Of one official's plans that meet in one cell and month the later moved is cancelled: the cell meets once. A
 * plan that was put off counts in the month it was made for and is never cancelled.
 */
export async function carryPlannedVisits(
  db: Kysely<Tables>,
  { from, to, date, reason }: PlansMove,
  following: ReadonlyMap<string, string>,
): Promise<void> {
  const taken = new Set(to === null ? [] : (await plansToCome(db, to, date)).map(visitKey));
  for (const plan of await plansToCome(db, from, date)) {
    const meets = taken.has(visitKey(plan));
    taken.add(visitKey(plan));
    const cancelled = plan.state !== 'rescheduled' && (to === null || meets);
    if (to === null && !cancelled) continue;
    const why = to === null ? reason : `${reason}; trùng lịch dự ở chi bộ kế tục`;
    const moved = { cell_id: to, assignment_id: following.get(plan.assignment_id ?? '') ?? null };
    await db
      .updateTable('planned_visit')
      .set(cancelled ? { state: 'cancelled', reason: why } : moved)
      .where('id', '=', plan.id)
      .execute();
  }
}

type Plan = Awaited<ReturnType<typeof plansToCome>>[number];

const visitKey = ({ official_id, month }: Plan) => `${official_id} ${month}`;

/** Plans for a cell without a visit, whose day, or else month, is not before the date. */
async function plansToCome(db: Kysely<Tables>, cellId: string, date: IsoDate) {
  const plans = await db
    .selectFrom('planned_visit')
    .select(['id', 'official_id', 'assignment_id', 'state', 'period', 'planned_date', 'rescheduled_to'])
    .where('cell_id', '=', cellId)
    .where('visit_id', 'is', null)
    .where('state', 'in', ['planned', 'cell_notified', 'rescheduled', 'substitute_sent'])
    .orderBy('planned_date')
    .orderBy('id')
    .execute();
  return plans
    .map((plan) => ({ ...plan, on: plan.rescheduled_to ?? plan.planned_date ?? plan.period }))
    .filter(({ on }) => on >= date.slice(0, on.length))
    .map(({ on, ...plan }) => ({ ...plan, month: on.slice(0, 7) }));
}

/**
 * Themes planned from the day on that no meeting has taken up go to the successor's plan, but for those it has already;
 * without a successor they stay with what is over.
 */
export async function carryThematicPlans(
  db: Kysely<Tables>,
  { from, to, date }: Omit<PlansMove, 'to' | 'reason'> & { to: string },
): Promise<void> {
  const rows = await db
    .selectFrom('thematic_plan as plan')
    .leftJoin('meeting', 'meeting.thematic_plan_id', 'plan.id')
    .selectAll('plan')
    .where('plan.cell_id', 'in', [from, to])
    .where((eb) => eb.or([eb('meeting.id', 'is', null), eb('plan.cell_id', '=', to)]))
    .orderBy('plan.position')
    .execute();
  const present = rows.filter(({ cell_id }) => cell_id === to);
  const lastMonth = ({ year, quarter, planned_month }: (typeof rows)[number]) =>
    planned_month ?? `${year}-${String(quarter * 3).padStart(2, '0')}`;
  for (const plan of rows) {
    if (plan.cell_id !== from || lastMonth(plan) < monthOf(date)) continue;
    const beside = present.filter(({ year, quarter }) => year === plan.year && quarter === plan.quarter);
    const same = beside.some(
      ({ theme_id, title }) =>
        (theme_id !== null && theme_id === plan.theme_id) || searchKey(title) === searchKey(plan.title),
    );
    if (same) {
      await db.deleteFrom('thematic_plan').where('id', '=', plan.id).execute();
      continue;
    }
    const position = Math.max(-1, ...beside.map((row) => row.position)) + 1;
    await db.updateTable('thematic_plan').set({ cell_id: to, position }).where('id', '=', plan.id).execute();
    present.push({ ...plan, cell_id: to, position });
  }
}
