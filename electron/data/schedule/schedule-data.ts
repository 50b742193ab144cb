import type { Kysely } from 'kysely';
import type { PlanRecord } from '../../contract/schedule.ts';
import { readCellMeetingDays } from '../meetings/cell-days.ts';
import { titlesOn } from '../officials/list-officials.ts';
import { postText } from '../officials/post-text.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { formatShortDate, lastDayOfMonth, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import { listPlans, type PlanQuery } from './list-plans.ts';

/** One line of a month's schedule as it is printed. */
export interface ScheduleLine {
  planId: string;
  date: string | null;
  /** The day the cell meets on in that month, where the visit itself has no day. */
  expectedOn: string | null;
  /** The cell's usual hour and place. */
  time: string | null;
  place: string | null;
  official: string;
  post: string | null;
  phone: string | null;
  cell: string;
  grassroots: string;
  note: string | null;
  cancelled: boolean;
}

export interface MonthSchedule {
  month: Month;
  issuer: string;
  superior: string | null;
  lines: readonly ScheduleLine[];
}

/** The month's schedule of visits, by day, then by official. Missed plans and those put off to another month are not in it. */
export async function readMonthSchedule(
  db: Kysely<Tables>,
  month: Month,
  scope: Pick<PlanQuery, 'organisationId' | 'officialId'>,
): Promise<MonthSchedule> {
  const last = lastDayOfMonth(month);
  const [plans, office, titles, officials, cells, days] = await Promise.all([
    listPlans(db, { ...scope, from: month, to: month }),
    db.selectFrom('office').select(['name', 'superior']).executeTakeFirstOrThrow(),
    titlesOn(db, last),
    db.selectFrom('official').select(['id', 'agency', 'phone']).execute(),
    db
      .selectFrom('organisation_version as version')
      .select(['version.organisation_id', 'version.default_time', 'version.default_place'])
      .where(inForce('version', last))
      .execute(),
    readCellMeetingDays(db),
  ]);
  const officialOf = new Map(officials.map((official) => [official.id, official]));
  const cellOf = new Map(cells.map((cell) => [cell.organisation_id, cell]));
  const lineOf = (plan: PlanRecord): ScheduleLine => {
    const cell = cellOf.get(plan.cell_id ?? '');
    const official = officialOf.get(plan.official_id);
    return {
      planId: plan.id,
      date: plan.date,
      expectedOn: plan.date === null && plan.cell_id !== null ? days.in(plan.cell_id, month).dueOn : null,
      time: cell?.default_time ?? null,
      place: cell?.default_place ?? null,
      official: plan.official,
      post: postText(titles.get(plan.official_id)?.title ?? null, official?.agency ?? null),
      phone: official?.phone ?? null,
      cell: plan.cell ?? 'Chi bộ được phân công',
      grassroots: plan.grassroots ?? '',
      note: noteOf(plan),
      cancelled: plan.state === 'cancelled',
    };
  };
  return {
    month,
    issuer: office.name,
    superior: office.superior,
    lines: plans
      .filter(({ state }) => state !== 'missed')
      .map(lineOf)
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))),
  };
}

/** Visits without any day come last. */
function dayOf({ date, expectedOn }: ScheduleLine): string {
  return date ?? expectedOn ?? '9';
}

function noteOf({ state, substitute, planned_date, rescheduled_to, note }: PlanRecord): string | null {
  const movedFrom = planned_date === null ? null : parseIsoDate(planned_date);
  const parts = [
    state === 'substitute_sent' ? `Dự thay: ${substitute ?? ''}` : '',
    state === 'cancelled' ? 'Hủy' : '',
    rescheduled_to !== null && movedFrom !== null ? `Chuyển từ ngày ${formatShortDate(movedFrom)}` : '',
    note ?? '',
  ];
  return parts.filter((part) => part !== '').join('; ') || null;
}
