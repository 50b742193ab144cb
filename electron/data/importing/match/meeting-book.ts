import type { AttendanceRow, MeetingRow, RatingRow } from '../../schema/meeting-tables.ts';
import type { VisitReportRow, VisitRow } from '../../schema/visit-tables.ts';
import type { ImportedPlan } from '../../visits/record-visits.ts';
import { RowSet } from '../plan/row-set.ts';
import type { FirstWritten } from './clerk-plans.ts';

export interface MeetingTables {
  meeting: MeetingRow[];
  attendance: AttendanceRow[];
  rating: RatingRow[];
  visit: VisitRow[];
  visit_report: VisitReportRow[];
  planned_visit: ImportedPlan[];
}

/** Meetings of the office and of the plan with what belongs to them. */
export class MeetingBook {
  readonly meetings: RowSet<MeetingRow>;
  readonly attendance: RowSet<AttendanceRow>;
  readonly ratings: RowSet<RatingRow>;
  readonly visits: RowSet<VisitRow>;
  /** By the visit they are of. */
  readonly reports: RowSet<VisitReportRow>;
  readonly plannedVisits: RowSet<ImportedPlan>;
  readonly #byPeriod = new Map<string, MeetingRow[]>();

  readonly #firstWritten: ReadonlyMap<string, FirstWritten>;

  /** `changedHere`: plans that the clerk changed, as they were first written. */
  constructor(tables: MeetingTables, changedHere: readonly FirstWritten[]) {
    this.#firstWritten = new Map(changedHere.map((plan) => [plan.id, plan]));
    this.meetings = new RowSet(tables.meeting);
    this.attendance = new RowSet(tables.attendance, (row) => row.meeting_id);
    this.ratings = new RowSet(tables.rating, (row) => row.meeting_id);
    this.visits = new RowSet(tables.visit, (row) => row.meeting_id);
    this.plannedVisits = new RowSet(tables.planned_visit);
    this.reports = new RowSet(tables.visit_report, (row) => row.visit_id);
    for (const meeting of this.meetings.all()) this.#index(meeting);
  }

  /** The meetings of a cell in a period, of the office and of the plan. */
  ofCell(cellId: string, period: string): readonly MeetingRow[] {
    return this.#byPeriod.get(`${cellId}|${period}`) ?? [];
  }

  /** Plans of an official that a file writes down in the month: the clerk may have moved them since. */
  plannedFor(officialId: string, period: string): ImportedPlan[] {
    return [...this.plannedVisits.all()].filter(
      (plan) => plan.official_id === officialId && this.asWritten(plan).period === period,
    );
  }

  /** Month and cell of a plan as a file knows it. */
  asWritten(plan: ImportedPlan): Pick<ImportedPlan, 'period' | 'cell_id'> {
    return this.#firstWritten.get(plan.id) ?? plan;
  }

  /** The clerk changed the plan after a file had brought it, or wrote it. */
  isChangedHere({ id }: Pick<ImportedPlan, 'id'>): boolean {
    return this.#firstWritten.has(id);
  }

  /** The clerk wrote what became of the plan, or recorded its visit: no file changes that. */
  isSettledHere({ id, state }: ImportedPlan): boolean {
    return this.#firstWritten.has(id) && state !== 'planned' && state !== 'cell_notified';
  }

  add(create: (id: string) => MeetingRow): MeetingRow {
    const meeting = this.meetings.add(create);
    this.#index(meeting);
    return meeting;
  }

  #index(meeting: MeetingRow): void {
    const key = `${meeting.cell_id}|${meeting.period}`;
    const known = this.#byPeriod.get(key);
    if (known) known.push(meeting);
    else this.#byPeriod.set(key, [meeting]);
  }
}
