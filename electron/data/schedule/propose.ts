import type { Kysely } from 'kysely';
import type { Proposal } from '../../contract/schedule.ts';
import { officialQuota } from '../assignments/official-quota.ts';
import { readCellMeetingDays } from '../meetings/cell-days.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import {
  firstDayOfMonth,
  type IsoDate,
  lastDayOfMonth,
  type Month,
  parseIsoDate,
  parseMonth,
} from '../vietnamese/dates.ts';
import {
  type LoggedVisit,
  ownCellsOn,
  readOwnCells,
  readVisitLog,
  readVisitSources,
  type VisitSources,
} from '../visits/visit-log.ts';
import { listPlans, monthOfPlan } from './list-plans.ts';
import { difficultCells } from './month-board.ts';
import { monthsFrom, monthsOfYear } from './months.ts';
import { planRotation } from './plan-rotation.ts';
import { unmetWords } from './proposal-words.ts';
import type { RotationCell, RotationQuestion, Taken } from './rotation/question.ts';
import { lastVisits } from './unvisited.ts';

export interface ProposalQuery {
  from: Month;
  months: number;
  organisationId?: string | undefined;
  officialId?: string | undefined;
  /** Nothing is proposed for days before it. */
  notBefore?: IsoDate | undefined;
}

/** Proposes a rotation for some months; nothing is written (R33). */
export async function proposeRotation(db: Kysely<Tables>, query: ProposalQuery): Promise<Proposal> {
  const sources = await readVisitSources(db);
  const { organisations } = sources;
  const question = await readQuestion(db, query, sources);
  const { proposed, unmet } = planRotation(question);
  const officials = await db.selectFrom('official').select(['id', 'full_name']).execute();
  const nameOf = new Map(officials.map(({ id, full_name }) => [id, full_name]));
  const lastDay = lastDayOfMonth(question.months.at(-1) ?? query.from);
  return {
    visits: proposed.map(({ officialId, cellId, month, date }) => ({
      official_id: officialId,
      official: nameOf.get(officialId) ?? '',
      cell_id: cellId,
      cell: organisations.nameOn(cellId, date),
      grassroots: organisations.placeOn(cellId, date)?.grassroots ?? '',
      period: month,
      date,
    })),
    unmet: unmet.map((each) =>
      each.kind === 'cell'
        ? {
            kind: each.kind,
            id: each.cellId,
            words: unmetWords(each, placeName(sources, each.cellId, lastDay), question.rule),
          }
        : {
            kind: each.kind,
            id: each.officialId,
            words: unmetWords(each, nameOf.get(each.officialId) ?? '', question.rule),
          },
    ),
    kept: question.taken.filter(({ month }) => question.months.includes(month)).length,
  };
}

/** All the planner is asked, read from the office. */
async function readQuestion(
  db: Kysely<Tables>,
  { from, months: count, organisationId, officialId, notBefore = today() }: ProposalQuery,
  sources: VisitSources,
): Promise<RotationQuestion> {
  const { organisations, assignments, rules } = sources;
  const months = monthsFrom(from, count);
  const [first, last] = [firstDayOfMonth(from), lastDayOfMonth(months.at(-1) ?? from)];
  const [days, difficult, ownCells, visits, plans, officials] = await Promise.all([
    readCellMeetingDays(db),
    difficultCells(db, first),
    readOwnCells(db),
    readVisitLog(db, { to: months.at(-1) ?? from }, sources),
    listPlans(db, { from, to: months.at(-1) ?? from }),
    db.selectFrom('official').select('id').orderBy('sort_key').orderBy('id').execute(),
  ]);
  const asked = officials.filter(({ id }) => officialId === undefined || id === officialId);
  const chains = new Map<string, readonly string[]>();
  const chainOf = (cellId: string, day: IsoDate) => {
    const key = `${cellId} ${day}`;
    const known = chains.get(key);
    const chain = known ?? organisations.chainOn(cellId, day);
    if (known === undefined) chains.set(key, chain);
    return chain;
  };
  const assignmentOf = (official: string, cellId: string, day: IsoDate) => {
    const own = ownCellsOn(ownCells.get(official) ?? [], day, organisations).includes(cellId);
    return own ? null : (assignments.covering(official, chainOf(cellId, day), day)?.id ?? null);
  };
  const lastVisit = lastVisits(
    visits.filter(({ period }) => period < from),
    last,
  );
  const cells: RotationCell[] = organisations
    .cellsBetween(first, last)
    .filter((id) => organisationId === undefined || chainOf(id, last).includes(organisationId))
    .filter((id) => officialId === undefined || assignments.covering(officialId, chainOf(id, last), last) !== null)
    .toSorted((a, b) => orderOf(sources, a, last) - orderOf(sources, b, last))
    .map((id) => ({
      id,
      difficult: difficult.has(id),
      days: new Map(
        months.flatMap((month): [Month, IsoDate][] => {
          const day = days.in(id, month).dueOn;
          return day === null || !organisations.isInForce(id, day) ? [] : [[month, day]];
        }),
      ),
      lastVisit: lastVisit.get(id)?.period ?? null,
    }));
  return {
    months,
    cells,
    officials: asked.map(({ id }) => ({ id, wanted: wantedOf(id, months, visits, sources) })),
    rule: rules.on('visit_rotation', first).value,
    assignmentOf,
    taken: takenOf(plans, visits, months),
    notBefore,
  };
}

/** Visits the quota still asks for up to the end of the months: of each year what was not made before; null = unknown. */
function wantedOf(
  officialId: string,
  months: readonly Month[],
  visits: readonly LoggedVisit[],
  { assignments, rules }: VisitSources,
): number | null {
  const [from, last] = [months[0], months.at(-1)];
  if (from === undefined || last === undefined) return null;
  const years = Map.groupBy(months, (month) => month.slice(0, 4));
  let wanted: number | null = null;
  for (const [first = from] of years.values()) {
    const year = monthsOfYear(first);
    const rule = rules.on('quota_proration', lastDayOfMonth(first)).value;
    const span = { months: year.filter((month) => month <= last), year };
    const asked = officialQuota(assignments, officialId, span, rule);
    if (typeof asked === 'string') continue;
    const quota = asked.parts.reduce((sum, { amount }) => sum + amount, 0);
    const made = visits.filter(
      ({ period, creditedTo }) => year.includes(period) && period < from && creditedTo.includes(officialId),
    );
    wanted = (wanted ?? 0) + Math.max(0, quota - made.length);
  }
  return wanted;
}

/** Plans that stand, and visits that were made without one. */
function takenOf(
  plans: Awaited<ReturnType<typeof listPlans>>,
  visits: readonly LoggedVisit[],
  months: readonly Month[],
): Taken[] {
  const planned = plans
    .filter(({ state }) => state !== 'missed' && state !== 'cancelled')
    .flatMap((plan): Taken[] => {
      const month = parseMonth(monthOfPlan(plan));
      const date = plan.date === null ? null : parseIsoDate(plan.date);
      // Whoever goes is where the cell is, not whom he goes for (R31).
      const officialId = plan.state === 'substitute_sent' ? (plan.substitute_id ?? '') : plan.official_id;
      return month === null ? [] : [{ officialId, cellId: plan.cell_id, month, date }];
    });
  const linked = new Set(plans.map(({ visit_id }) => visit_id));
  const made = visits
    .filter(({ id, held, basis, period }) => held && basis !== 'own_cell' && months.includes(period) && !linked.has(id))
    .map(({ officialId, cellId, period, date }) => ({ officialId: officialId ?? '', cellId, month: period, date }));
  return [...planned, ...made];
}

function orderOf({ organisations }: VisitSources, cellId: string, day: IsoDate): number {
  return organisations.placeOn(cellId, day)?.order ?? 0;
}

/** With the grassroots organisation: `Chi bộ thôn 4` is the name of many cells. */
function placeName({ organisations }: VisitSources, cellId: string, day: IsoDate): string {
  const place = organisations.placeOn(cellId, day);
  if (place === null) return '';
  return place.grassroots === place.name ? place.name : `${place.name} (${place.grassroots})`;
}
