import type { Kysely } from 'kysely';
import type { MissingMeeting } from '../../contract/meetings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { readCellMeetingDays } from './cell-days.ts';
import { isRegular } from './meeting-kinds.ts';

/**
 * Cells in force at the end of a month that have neither held its regular meeting nor said why not (handbook R1, R4), in
 * the order of the office's list; `organisationId` limits them to a cell or to what belongs to an organisation.
 */
export async function cellsWithoutMeeting(
  db: Kysely<Tables>,
  period: Month,
  organisationId?: string,
): Promise<MissingMeeting[]> {
  const [organisations, rules, days, meetings] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    readCellMeetingDays(db),
    db.selectFrom('meeting').select(['id', 'cell_id', 'kind', 'state']).where('period', '=', period).execute(),
  ]);
  const monthEnd = lastDayOfMonth(period);
  // R7: which kinds are the monthly meeting is the office's rule, here as in BC-05; null: recorded as not held.
  const kinds = rules.on('meeting_kinds', monthEnd).value;
  const monthly = Map.groupBy(
    meetings.filter(({ kind }) => kind === null || isRegular(kind, kinds)),
    ({ cell_id }) => cell_id,
  );
  return organisations
    .cellsBetween(monthEnd, monthEnd)
    .flatMap((id) => {
      const recorded = monthly.get(id) ?? [];
      const place = organisations.placeOn(id, monthEnd);
      if (place === null || recorded.some(({ state }) => state !== 'planned')) return [];
      if (organisationId !== undefined && !organisations.chainOn(id, monthEnd).includes(organisationId)) return [];
      return [{ id, place, planned: recorded[0]?.id ?? null }];
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ id, place, planned }) => ({
      cell_id: id,
      cell: place.name,
      grassroots: place.grassroots,
      period,
      meeting_id: planned,
      due_on: days.in(id, period).dueOn,
    }));
}
