import type { Kysely } from 'kysely';
import type { CountRow } from '../../contract/meeting-counts.ts';
import { countedKinds } from '../members/counted.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { isDue, isRollCall } from './attendance-rules.ts';
import { readCellMeetingDays } from './cell-days.ts';
import { isMonthly } from './create-meeting.ts';

/** One row a cell in force at the end of the month: the totals of its regular meeting, typed or from a roll-call. */
export async function countSheet(
  db: Kysely<Tables>,
  { period, organisationId }: { period: Month; organisationId?: string | undefined },
): Promise<CountRow[]> {
  const end = lastDayOfMonth(period);
  const [organisations, days, records, called, expected] = await Promise.all([
    readOrganisationHistory(db),
    readCellMeetingDays(db),
    recordsOf(db, period),
    calledMeetings(db, period),
    expectedCounts(db, end),
  ]);
  return organisations
    .cellsBetween(end, end)
    .filter((id) => organisationId === undefined || organisations.chainOn(id, end).includes(organisationId))
    .flatMap((id) => {
      const place = organisations.placeOn(id, end);
      return place === null ? [] : [{ id, place }];
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ id, place }) => {
      const row = records.get(id);
      return {
        cell_id: id,
        cell: place.name,
        grassroots: place.grassroots,
        meeting_id: row?.id ?? null,
        called: row !== undefined && called.has(row.id),
        due_on: days.in(id, period).dueOn,
        expected: expected.get(id) ?? { members_total: 0, exempt: 0, due: 0 },
        kind: row?.kind ?? 'regular',
        date: row?.date ?? null,
        started_at: row?.started_at ?? null,
        ended_at: row?.ended_at ?? null,
        members_total: row?.members_total ?? null,
        exempt: row?.exempt ?? null,
        due: row?.due ?? null,
        present: row?.present ?? null,
        absent_excused: row?.absent_excused ?? null,
        absent_unexcused: row?.absent_unexcused ?? null,
        theme: row?.theme ?? null,
        score: row?.total ?? null,
        grade: row?.grade ?? null,
        not_held_reason: row?.not_held_reason ?? null,
      };
    });
}

async function recordsOf(db: Kysely<Tables>, period: Month) {
  const rows = await db
    .selectFrom('meeting')
    .leftJoin('rating', (join) =>
      join.onRef('rating.meeting_id', '=', 'meeting.id').on('rating.scorer_role', '=', 'self'),
    )
    .select(['meeting.id', 'cell_id', 'kind', 'date', 'started_at', 'ended_at', 'members_total', 'exempt', 'due'])
    .select(['present', 'absent_excused', 'absent_unexcused', 'theme', 'not_held_reason'])
    .select(['rating.total', 'rating.grade'])
    .where('period', '=', period)
    .orderBy('meeting.id')
    .execute();
  return new Map(rows.filter(({ kind }) => isMonthly(kind)).map((row) => [row.cell_id, row]));
}

/** Meetings of the month whose members were all called. */
async function calledMeetings(db: Kysely<Tables>, period: Month): Promise<ReadonlySet<string>> {
  const lines = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .select(['attendance.meeting_id', 'attendance.result'])
    .where('meeting.period', '=', period)
    .execute();
  const linesOf = Map.groupBy(lines, ({ meeting_id }) => meeting_id);
  return new Set([...linesOf].filter(([, of]) => isRollCall(of)).map(([id]) => id));
}

/** Total, exempt and due (R10, R15) by the members' statuses of a day. */
async function expectedCounts(db: Kysely<Tables>, day: IsoDate): Promise<ReadonlyMap<string, CountRow['expected']>> {
  const rule = (await readRules(db)).on('members_due', day).value;
  const statuses = await db
    .selectFrom('member_status as status')
    .select(['status.cell_id', 'status.kind', 'status.standing'])
    .where('status.kind', 'in', [...countedKinds, 'temporarily_received'])
    .where(inForce('status', day))
    .execute();
  return new Map(
    [...Map.groupBy(statuses, ({ cell_id }) => cell_id)].map(([cellId, of]) => [
      cellId,
      {
        members_total: of.filter(({ kind }) => kind !== 'temporarily_received').length,
        exempt: of.filter(({ kind }) => kind === 'exempt').length,
        due: of.filter(({ kind, standing }) => isDue(kind, standing, rule)).length,
      },
    ]),
  );
}
