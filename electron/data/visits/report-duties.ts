import type { Kysely } from 'kysely';
import { registerMonth } from '../meetings/register.ts';
import { type Rules, ruleOn } from '../rules/read-rules.ts';
import type { VisitReportState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { addDays, type IsoDate, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import { compareKeys } from '../vietnamese/sort-key.ts';

/** A visit that needs a report. */
export interface ReportDuty {
  visitId: string;
  meetingId: string;
  officialId: string;
  cellId: string;
  period: Month;
  date: IsoDate | null;
  /** Null: no report is written here; that it was handed in was only noted on the plan. */
  reportId: string | null;
  planId: string | null;
  dueDate: IsoDate | null;
  submittedOn: IsoDate | null;
  /** Handed in after it was due. */
  late: boolean;
  state: VisitReportState;
  returnedReason: string | null;
}

export interface DutyQuery {
  /** Months of the meetings, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  officialId?: string | undefined;
  visitId?: string | undefined;
}

/**
 * Visits that need a report, by day: those for which one was opened here, and those whose plan was reported as attended,
 * then or later (R35). A report that was written decides; without one, the day noted on the plan.
 */
export async function readReportDuties(db: Kysely<Tables>, query: DutyQuery, rules: Rules): Promise<ReportDuty[]> {
  const dueRule = rules.versions('visit_report_due');
  const found = await dutyRows(db, query).execute();
  const rows = found.sort((a, b) => compareKeys(a.date ?? '', b.date ?? '') || compareKeys(a.visit_id, b.visit_id));
  return rows.flatMap((row, index): ReportDuty[] => {
    // Two plans may name one visit: the first of them is taken.
    if (row.official_id === null || row.visit_id === rows[index - 1]?.visit_id) return [];
    const date = day(row.date);
    const submittedOn = day(row.report_id === null ? row.noted_on : row.submitted_on);
    const rule = date === null ? null : ruleOn(dueRule, 'visit_report_due', date).value;
    const dueDate = day(row.due_date) ?? (date === null || rule === null ? null : addDays(date, rule.days));
    return [
      {
        visitId: row.visit_id,
        meetingId: row.meeting_id,
        officialId: row.official_id,
        cellId: row.cell_id,
        period: registerMonth(row.period),
        date,
        reportId: row.report_id,
        planId: row.plan_id,
        dueDate,
        submittedOn,
        late: submittedOn !== null && dueDate !== null && submittedOn > dueDate,
        state: row.state ?? (submittedOn === null ? 'draft' : 'submitted'),
        returnedReason: row.returned_reason,
      },
    ];
  });
}

function dutyRows(db: Kysely<Tables>, { from, to, officialId, visitId }: DutyQuery) {
  let query = db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .leftJoin('visit_report as report', 'report.visit_id', 'visit.id')
    .leftJoin('planned_visit as plan', (join) =>
      join
        .onRef('plan.visit_id', '=', 'visit.id')
        .onRef('plan.official_id', '=', 'visit.official_id')
        .on('plan.state', 'in', ['attended', 'rescheduled']),
    )
    .select(['visit.id as visit_id', 'visit.official_id', 'meeting.id as meeting_id'])
    .select(['meeting.cell_id', 'meeting.period', 'meeting.date'])
    .select(['report.id as report_id', 'report.due_date', 'report.submitted_on', 'report.state'])
    .select(['report.returned_reason', 'plan.id as plan_id', 'plan.report_submitted_on as noted_on'])
    .where((eb) => eb.or([eb('report.id', 'is not', null), eb('plan.id', 'is not', null)]))
    .where('visit.official_id', 'is not', null);
  // By month first, so that a period is read through the index of its months; of all time there are fewer visits than meetings.
  if (from !== undefined || to !== undefined) query = query.orderBy('meeting.period');
  query = query.orderBy('visit.id').orderBy('plan.id');
  if (from !== undefined) query = query.where('meeting.period', '>=', from);
  if (to !== undefined) query = query.where('meeting.period', '<=', to);
  if (officialId !== undefined) query = query.where('visit.official_id', '=', officialId);
  if (visitId !== undefined) query = query.where('visit.id', '=', visitId);
  return query;
}

function day(text: string | null): IsoDate | null {
  return text === null ? null : parseIsoDate(text);
}
