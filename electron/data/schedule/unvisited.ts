import type { Kysely } from 'kysely';
import type { UnvisitedCell } from '../../contract/schedule.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { type IsoDate, lastDayOfMonth, monthOf, monthsBetween } from '../vietnamese/dates.ts';
import { type LoggedVisit, readVisitLog, readVisitSources } from '../visits/visit-log.ts';
import { listPlans } from './list-plans.ts';
import { difficultCells } from './month-board.ts';

/** The last visit of each cell up to a day; attending one's own cell is none (R32), nor is a meeting that was not held. */
export function lastVisits(visits: readonly LoggedVisit[], day: IsoDate): ReadonlyMap<string, LoggedVisit> {
  const last = new Map<string, LoggedVisit>();
  for (const visit of visits) {
    const date = visit.date ?? lastDayOfMonth(visit.period);
    if (!visit.held || visit.basis === 'own_cell' || date > day) continue;
    const known = last.get(visit.cellId);
    if (known === undefined || (known.date ?? known.period) < date) last.set(visit.cellId, visit);
  }
  return last;
}

/**
 * Cells that nobody from above has visited for more than so many months up to a day, by the rule `visit_rotation` where
 * no number is given: difficult ones first, then those that have waited longest (R33).
 */
export async function unvisitedCells(
  db: Kysely<Tables>,
  day: IsoDate,
  { months, organisationId }: { months?: number | undefined; organisationId?: string | undefined },
): Promise<{ months: number; cells: UnvisitedCell[] }> {
  const sources = await readVisitSources(db);
  const [visits, difficult, officials, plans] = await Promise.all([
    readVisitLog(db, { to: monthOf(day) }, sources),
    difficultCells(db, day),
    db.selectFrom('official').select(['id', 'full_name']).orderBy('sort_key').execute(),
    listPlans(db, { from: monthOf(day) }, day),
  ]);
  const { organisations, assignments, rules } = sources;
  const limit = months ?? rules.on('visit_rotation', day).value.unvisited_months;
  if (limit < 0) throw new SochiboError('wrong_arguments', 'Số tháng không được âm.');
  const last = lastVisits(visits, day);
  const inOrder = new Map(officials.map(({ id, full_name }, order) => [id, { full_name, order }]));
  const planned = plans.filter(({ date, state }) => date !== null && date >= day && state !== 'cancelled');
  const plansOf = Map.groupBy(planned, ({ cell_id }) => cell_id);
  const cells = organisations
    .cellsBetween(day, day)
    .filter((id) => organisationId === undefined || organisations.chainOn(id, day).includes(organisationId))
    .flatMap((id) => {
      const place = organisations.placeOn(id, day);
      const visit = last.get(id);
      const since = visit === undefined ? null : monthsBetween(visit.date ?? lastDayOfMonth(visit.period), day);
      if (place === null || (since !== null && since <= limit)) return [];
      const chain = organisations.chainOn(id, day);
      const cell: UnvisitedCell = {
        cell_id: id,
        cell: place.name,
        grassroots: place.grassroots,
        difficulty_flags: difficult.get(id) ?? [],
        last_visit: visit?.date ?? null,
        last_visitor: visit?.name ?? null,
        months: since,
        officials: [...assignments.coveredBy(chain, day)]
          .flatMap((official) => inOrder.get(official) ?? [])
          .sort((a, b) => a.order - b.order)
          .map(({ full_name }) => full_name),
        next_plan: plansOf.get(id)?.[0]?.date ?? null,
      };
      return [{ cell, order: place.order }];
    })
    .sort(
      (a, b) =>
        Number(b.cell.difficulty_flags.length > 0) - Number(a.cell.difficulty_flags.length > 0) ||
        (b.cell.months ?? Number.MAX_SAFE_INTEGER) - (a.cell.months ?? Number.MAX_SAFE_INTEGER) ||
        a.order - b.order,
    )
    .map(({ cell }) => cell);
  return { months: limit, cells };
}
