import type { Kysely } from 'kysely';
import type { PlanRow } from '../../../../contract/themes.ts';
import { isRegular } from '../../../meetings/meeting-kinds.ts';
import type { Tables } from '../../../schema/database.ts';
import { planOfYear } from '../../../themes/plan-year.ts';
import type { ReportScope } from '../../report.ts';
import { type Bc05Data, readBc05 } from '../bc-05/read.ts';

export type PlanEntry = PlanRow['quarters'][number]['entries'][number] & { quarter: number };

/** What the register of figures does not carry of a thematic meeting. */
export interface MeetingDetails {
  isRegular: boolean;
  theme: string | null;
  presenter: string | null;
  conclusion: string | null;
  resolution: string | null;
  /** Opinions given; null = not recorded. */
  opinions: number | null;
  tasks: { given: number; done: number };
}

export interface Bc08Data {
  meetings: Bc05Data;
  /** By meeting. */
  details: ReadonlyMap<string, MeetingDetails>;
  /** Entries of the plan for the quarters of the period, by cell. */
  plans: ReadonlyMap<string, readonly PlanEntry[]>;
}

/** Everything BC-08 is made of. */
export async function readBc08(db: Kysely<Tables>, scope: ReportScope): Promise<Bc08Data> {
  const { period } = scope;
  const held = db
    .selectFrom('meeting')
    .where('state', '=', 'held')
    .where('period', '>=', period.months[0])
    .where('period', '<=', period.lastMonth);
  const [meetings, plan, rows, opinions, counted] = await Promise.all([
    readBc05(db, scope),
    planOfYear(db, { year: period.year }),
    held.select(['id', 'kind', 'theme', 'presenter', 'conclusion', 'resolution_number']).execute(),
    db
      .selectFrom('opinion')
      .select((eb) => ['meeting_id', eb.fn.countAll<number>().as('amount')])
      .where('meeting_id', 'in', held.select('id'))
      .groupBy('meeting_id')
      .execute(),
    db
      .selectFrom('attendance')
      .select((eb) => ['meeting_id', eb.fn.sum<number>('opinion_count').as('amount')])
      .where('meeting_id', 'in', held.select('id'))
      .where('opinion_count', 'is not', null)
      .groupBy('meeting_id')
      .execute(),
  ]);
  const kinds = meetings.rules.on('meeting_kinds', period.dateTo).value;
  // The minutes name each opinion; the list of those present only says how many somebody gave.
  const opinionsOf = new Map([...counted, ...opinions].map(({ meeting_id, amount }) => [meeting_id, amount]));
  const tasksOf = Map.groupBy(meetings.tasks, ({ meetingId }) => meetingId);
  const wanted = new Set<number>(period.quarters.map(({ number }) => number));
  return {
    meetings,
    details: new Map(
      rows.map(({ id, kind, theme, presenter, conclusion, resolution_number }) => [
        id,
        {
          isRegular: isRegular(kind, kinds),
          theme,
          presenter,
          conclusion,
          resolution: resolution_number,
          opinions: opinionsOf.get(id) ?? null,
          tasks: {
            given: (tasksOf.get(id) ?? []).length,
            done: (tasksOf.get(id) ?? []).filter(({ done }) => done).length,
          },
        },
      ]),
    ),
    plans: new Map(
      plan.map(({ cell_id, quarters }) => [
        cell_id,
        quarters
          .filter(({ quarter }) => wanted.has(quarter))
          .flatMap(({ quarter, entries }) => entries.map((entry) => ({ ...entry, quarter }))),
      ]),
    ),
  };
}
