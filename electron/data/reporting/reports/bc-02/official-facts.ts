import type { AnnexEntry, Assignment } from '../../../assignments/assignment-book.ts';
import { monthsInForce } from '../../../assignments/quota.ts';
import { dayOfMeeting } from '../../../meetings/register.ts';
import { lastDayOfMonth } from '../../../vietnamese/dates.ts';
import type { CountedEvent } from '../../../visits/counted-events.ts';
import type { PlannedVisit } from '../../../visits/planned-visits.ts';
import type { ReportDuty } from '../../../visits/report-duties.ts';
import type { LoggedVisit } from '../../../visits/visit-log.ts';
import { wholeYear, yearToDate } from '../../period.ts';
import type { Bc02Data, HeardPetition, VisitingOfficial } from './read.ts';

/** Visits and plans that belong together on one row. */
export interface VisitFacts {
  /** Counting toward this official's quota, in the period. */
  visits: readonly LoggedVisit[];
  /** The same from January on. */
  visitsToDate: readonly LoggedVisit[];
  /** Plans of the period. */
  plans: readonly PlannedVisit[];
  /** Events that count toward the quota, in the period, and from January on. */
  events: readonly CountedEvent[];
  eventsToDate: readonly CountedEvent[];
  /** Reports written in the office file on visits of the period. */
  reports: readonly ReportDuty[];
  /** Petitions raised at the visits of the period. */
  petitions: readonly HeardPetition[];
}

export interface OfficialFacts extends VisitFacts {
  official: VisitingOfficial;
  /** Rows of the annex in force in some month of the year. */
  entries: readonly AnnexEntry[];
  /** Up to the period's end, each with what was done under it. */
  assignments: readonly (VisitFacts & { assignment: Assignment; entry: AnnexEntry })[];
  /** Substitute's visits and plans that fall under none of the assignments. */
  elsewhere: VisitFacts;
  /** Visits of the period outside the assignment: listed, not counted (R29). */
  outside: readonly LoggedVisit[];
}

/** The officials of the report: those with an assignment in the year so far, with a visit that counts, or with a plan. */
export function officialFacts(data: Bc02Data): OfficialFacts[] {
  const records = recordsByOfficial(data);
  return data.officials.map((official) => factsOf(data, official, records)).filter((facts) => isConcerned(data, facts));
}

/** The records of the report by the official they are of, sorted out once. */
interface Records {
  /** By whose quota they count toward. */
  credited: ReadonlyMap<string, readonly LoggedVisit[]>;
  /** By who came. */
  made: ReadonlyMap<string, readonly LoggedVisit[]>;
  plans: ReadonlyMap<string, readonly PlannedVisit[]>;
  events: ReadonlyMap<string, readonly CountedEvent[]>;
  reports: ReadonlyMap<string, readonly ReportDuty[]>;
  /** By the visit they were raised at, each with its place in the list of all. */
  petitionsOf: ReadonlyMap<string, readonly { petition: HeardPetition; order: number }[]>;
}

function recordsByOfficial(data: Bc02Data): Records {
  const credits = data.visits.flatMap((visit) =>
    [...new Set(visit.creditedTo)].map((officialId) => ({ officialId, visit })),
  );
  const visitsOf = Map.groupBy(credits, ({ officialId }) => officialId);
  return {
    credited: new Map([...visitsOf].map(([id, list]) => [id, list.map(({ visit }) => visit)])),
    made: Map.groupBy(data.visits, ({ officialId }) => officialId ?? ''),
    plans: Map.groupBy(data.plans, ({ officialId }) => officialId),
    events: Map.groupBy(data.events, ({ officialId }) => officialId),
    reports: Map.groupBy(data.reports, ({ officialId }) => officialId),
    petitionsOf: Map.groupBy(
      data.petitions.map((petition, order) => ({ petition, order })),
      ({ petition }) => petition.visitId,
    ),
  };
}

function factsOf(data: Bc02Data, official: VisitingOfficial, records: Records): OfficialFacts {
  const { scope, assignments: book } = data;
  const { id } = official;
  const [year, toDate] = [wholeYear(scope.period), yearToDate(scope.period)];
  const entries = book.entriesOf(id).filter((entry) => monthsInForce(entry, year) > 0);
  const credited = records.credited.get(id) ?? [];
  const plans = (records.plans.get(id) ?? []).filter(({ period }) => inPeriod(data, period));
  const events = records.events.get(id) ?? [];
  const reports = (records.reports.get(id) ?? []).filter(({ period }) => inPeriod(data, period));
  const all = factsIn(data, records, credited, plans, events, reports);
  const assignments = book.of(id).flatMap((assignment) => {
    const entry = entries.find((one) => one.id === assignment.entryId);
    return entry && monthsInForce(assignment, toDate) > 0 ? [{ assignment, entry }] : [];
  });
  const shown = new Set(assignments.map(({ assignment }) => assignment.id));
  const under = (assignmentId: string | null) =>
    assignmentId !== null && shown.has(assignmentId) ? assignmentId : null;
  const visitsBy = Map.groupBy(credited, (visit) => under(visit.officialId === id ? visit.assignmentId : null));
  const plansBy = Map.groupBy(plans, (plan) => under(assignmentOf(data, id, plan)));
  const eventsBy = Map.groupBy(events, ({ assignmentId }) => under(assignmentId));
  const reportsBy = Map.groupBy(reports, (report) => under(assignmentOfReport(data, report)));
  const part = (assignmentId: string | null) =>
    factsIn(
      data,
      records,
      visitsBy.get(assignmentId) ?? [],
      plansBy.get(assignmentId) ?? [],
      eventsBy.get(assignmentId) ?? [],
      reportsBy.get(assignmentId) ?? [],
    );
  return {
    official,
    entries,
    ...all,
    assignments: assignments.map(({ assignment, entry }) => ({ assignment, entry, ...part(assignment.id) })),
    elsewhere: part(null),
    outside: (records.made.get(id) ?? []).filter(
      ({ basis, held, period }) => basis === 'outside' && held && inPeriod(data, period),
    ),
  };
}

function factsIn(
  data: Bc02Data,
  { petitionsOf }: Records,
  visitsToDate: readonly LoggedVisit[],
  plans: readonly PlannedVisit[],
  eventsToDate: readonly CountedEvent[],
  reports: readonly ReportDuty[],
): VisitFacts {
  const visits = visitsToDate.filter(({ period }) => inPeriod(data, period));
  return {
    visitsToDate,
    visits,
    petitions: visits
      .flatMap(({ id }) => petitionsOf.get(id) ?? [])
      .sort((one, other) => one.order - other.order)
      .map(({ petition }) => petition),
    plans,
    eventsToDate,
    events: eventsToDate.filter(({ period }) => inPeriod(data, period)),
    reports,
  };
}

function inPeriod({ scope: { period } }: Bc02Data, month: string): boolean {
  return month >= period.months[0] && month <= period.lastMonth;
}

/** The assignment a plan falls under: by its cell, else by the cell that was visited, else the only one there is. */
function assignmentOf({ assignments, organisations }: Bc02Data, officialId: string, plan: PlannedVisit): string | null {
  const on = plan.visit?.date ?? lastDayOfMonth(plan.period);
  const cellId = plan.cellId ?? plan.visit?.cellId ?? null;
  if (cellId !== null) return assignments.covering(officialId, organisations.chainOn(cellId, on), on)?.id ?? null;
  const [only, ...others] = assignments
    .of(officialId)
    .filter((assignment) => monthsInForce(assignment, [plan.period]) > 0);
  return only && others.length === 0 ? only.id : null;
}

function assignmentOfReport({ assignments, organisations }: Bc02Data, report: ReportDuty): string | null {
  const on = dayOfMeeting(report);
  return assignments.covering(report.officialId, organisations.chainOn(report.cellId, on), on)?.id ?? null;
}

function isConcerned(data: Bc02Data, facts: OfficialFacts): boolean {
  const { official, entries, assignments, visitsToDate, eventsToDate, plans } = facts;
  const { unit, period } = data.scope;
  const months = yearToDate(period);
  if (unit !== null) return assignments.some(({ assignment }) => concernsUnit(data, assignment.targetId, unit));
  const begun =
    entries.some((entry) => monthsInForce(entry, months) > 0) ||
    data.assignments.demandsOf(official.id, months).length > 0;
  return begun || visitsToDate.length > 0 || eventsToDate.length > 0 || plans.length > 0;
}

/** The target lies in the unit, or the unit in the target. */
function concernsUnit({ organisations, scope }: Bc02Data, targetId: string, unit: string): boolean {
  const day = scope.period.dateTo;
  return organisations.chainOn(targetId, day).includes(unit) || organisations.chainOn(unit, day).includes(targetId);
}
