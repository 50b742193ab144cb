import type { Kysely } from 'kysely';
import type { Board, BoardCell } from '../../contract/schedule.ts';
import { readCellMeetingDays } from '../meetings/cell-days.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { findClashes } from './clashes.ts';
import { listPlans, type PlanQuery } from './list-plans.ts';

/** The month's meetings of the cells, the planned visits, and what does not fit together. */
export async function monthBoard(
  db: Kysely<Tables>,
  month: Month,
  scope: Pick<PlanQuery, 'organisationId' | 'officialId'>,
): Promise<Board> {
  const [cells, plans, all, rules, times] = await Promise.all([
    boardCells(db, month, scope.organisationId),
    listPlans(db, { ...scope, from: month, to: month }),
    listPlans(db, { from: month, to: month, officialId: scope.officialId }),
    readRules(db),
    usualTimes(db, lastDayOfMonth(month)),
  ]);
  const perDay = rules.on('visit_rotation', lastDayOfMonth(month)).value.visits_per_day;
  const shown = new Set(plans.map(({ id }) => id));
  // An official's other place may lie outside what is shown.
  const clashes = findClashes(all, cells, perDay, (cellId) => times.get(cellId) ?? null);
  return { cells, plans, clashes: clashes.filter(({ plan_ids }) => plan_ids.some((id) => shown.has(id))) };
}

/** The cells of a month in the order of the office's list, each with the day it meets. */
export async function boardCells(
  db: Kysely<Tables>,
  month: Month,
  organisationId: string | undefined,
): Promise<BoardCell[]> {
  const [from, to] = [firstDayOfMonth(month), lastDayOfMonth(month)];
  const [organisations, days, flags, meetings] = await Promise.all([
    readOrganisationHistory(db),
    readCellMeetingDays(db),
    difficultCells(db, to),
    db
      .selectFrom('meeting')
      .select(['id', 'cell_id', 'date', 'state', 'kind'])
      .where('period', '=', month)
      .orderBy('date')
      .execute(),
  ]);
  const meetingsOf = Map.groupBy(meetings, ({ cell_id }) => cell_id);
  return organisations
    .cellsBetween(from, to)
    .filter((id) => organisationId === undefined || organisations.chainOn(id, to).includes(organisationId))
    .flatMap((id) => {
      const place = organisations.placeOn(id, to);
      if (place === null) return [];
      const own = meetingsOf.get(id) ?? [];
      const meeting = own.find(({ kind }) => kind === null || kind.startsWith('regular')) ?? own[0];
      const set = days.in(id, month);
      const hasOwn = organisations.setDayOn(id, to) !== null;
      const source = set.exception !== null ? 'exception' : hasOwn ? 'own' : set.dueOn === null ? 'none' : 'general';
      const cell: BoardCell = {
        cell_id: id,
        cell: place.name,
        grassroots: place.grassroots,
        grassroots_id: place.grassroots_id,
        difficult: flags.has(id),
        day: meeting?.date ?? set.dueOn,
        day_source: meeting?.date ? 'meeting' : source,
        meeting_id: meeting?.id ?? null,
        meeting_state: meeting?.state ?? null,
      };
      return [{ cell, order: place.order }];
    })
    .sort((a, b) => a.order - b.order || a.cell.cell_id.localeCompare(b.cell.cell_id))
    .map(({ cell }) => cell);
}

/** Cells with a difficulty on the day, with what it is. */
export async function difficultCells(db: Kysely<Tables>, day: string): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('organisation_version as version')
    .select(['version.organisation_id', 'version.difficulty_flags'])
    .where(inForce('version', day))
    .where('version.difficulty_flags', '!=', '[]')
    .execute();
  return new Map(rows.map((row): [string, string[]] => [row.organisation_id, JSON.parse(row.difficulty_flags)]));
}

async function usualTimes(db: Kysely<Tables>, day: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organisation_version as version')
    .select(['version.organisation_id', 'version.default_time'])
    .where(inForce('version', day))
    .where('version.default_time', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.default_time ?? '']));
}
