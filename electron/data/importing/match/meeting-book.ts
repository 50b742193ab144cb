import type { AttendanceRow, MeetingRow, RatingRow } from '../../schema/meeting-tables.ts';
import type { PlannedVisitRow, VisitRow } from '../../schema/visit-tables.ts';
import { RowSet } from '../plan/row-set.ts';

export interface MeetingTables {
  meeting: MeetingRow[];
  attendance: AttendanceRow[];
  rating: RatingRow[];
  visit: VisitRow[];
  planned_visit: PlannedVisitRow[];
}

/** Meetings of the office and of the plan with what belongs to them. */
export class MeetingBook {
  readonly meetings: RowSet<MeetingRow>;
  readonly attendance: RowSet<AttendanceRow>;
  readonly ratings: RowSet<RatingRow>;
  readonly visits: RowSet<VisitRow>;
  readonly plannedVisits: RowSet<PlannedVisitRow>;
  readonly #byPeriod = new Map<string, MeetingRow[]>();

  constructor(tables: MeetingTables) {
    this.meetings = new RowSet(tables.meeting);
    this.attendance = new RowSet(tables.attendance, (row) => row.meeting_id);
    this.ratings = new RowSet(tables.rating, (row) => row.meeting_id);
    this.visits = new RowSet(tables.visit, (row) => row.meeting_id);
    this.plannedVisits = new RowSet(tables.planned_visit);
    for (const meeting of this.meetings.all()) this.#index(meeting);
  }

  /** The meetings of a cell in a period, of the office and of the plan. */
  ofCell(cellId: string, period: string): readonly MeetingRow[] {
    return this.#byPeriod.get(`${cellId}|${period}`) ?? [];
  }

  plannedVisitsOf(officialId: string): PlannedVisitRow[] {
    return [...this.plannedVisits.all()].filter((plan) => plan.official_id === officialId);
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
