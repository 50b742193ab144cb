import type { PlannedVisitRow, VisitRow } from '../../schema/visit-tables.ts';
import { lastDayOfMonth, parseMonth } from '../../vietnamese/dates.ts';
import type { ResultDraft } from '../drafts/planned-visits.ts';
import type { IssueCode, IssueDetail } from '../issues.ts';
import type { Books } from '../match/load-books.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { assignedIn } from './planned-cell.ts';

/** A planned visit of this import with the rows that tell of it. */
export interface TrackedPlan {
  plan: PlannedVisitRow;
  rows: readonly { context: SheetContext; row: SheetRow }[];
  result: ResultDraft | null;
}

/**
 * Links planned visits to the visits of the register, also those of earlier imports whose register comes only now; then
 * reports where plan and register do not agree.
 */
export function linkPlannedVisits(tracked: readonly TrackedPlan[], books: Books): void {
  const { meetings } = books;
  const visits = visitsByOfficial(books);
  const taken = new Set([...meetings.plannedVisits.all()].flatMap((plan) => plan.visit_id ?? []));
  for (const plan of meetings.plannedVisits.all()) {
    if (plan.visit_id !== null) continue;
    const visit = visitOf(plan, visits, books).find((candidate) => !taken.has(candidate.id));
    if (!visit) continue;
    plan.visit_id = visit.id;
    taken.add(visit.id);
  }
  const registered = new Set([...meetings.meetings.all()].map((meeting) => meeting.period));
  for (const one of tracked) report(one, registered, books);
}

interface RegisteredVisit extends VisitRow {
  period: string;
  cellId: string;
  date: string;
}

function visitsByOfficial({ meetings }: Books): Map<string, RegisteredVisit[]> {
  const visits = new Map<string, RegisteredVisit[]>();
  for (const visit of meetings.visits.all()) {
    const meeting = meetings.meetings.get(visit.meeting_id);
    if (visit.official_id === null || !meeting) continue;
    const registered = { ...visit, period: meeting.period, cellId: meeting.cell_id, date: meeting.date ?? '' };
    visits.set(visit.official_id, [...(visits.get(visit.official_id) ?? []), registered]);
  }
  for (const list of visits.values()) list.sort((a, b) => a.date.localeCompare(b.date));
  return visits;
}

/** The visits a plan may have become: by the substitute, in the later month, else by the official in the month. */
function visitOf(
  plan: PlannedVisitRow,
  visits: ReadonlyMap<string, readonly RegisteredVisit[]>,
  books: Books,
): RegisteredVisit[] {
  if (plan.state === 'missed' || plan.state === 'cancelled') return [];
  const visitor = plan.state === 'substitute_sent' ? plan.substitute_id : plan.official_id;
  const period = plan.state === 'rescheduled' ? plan.rescheduled_to : plan.period;
  const month = period === null ? null : parseMonth(period.slice(0, 7));
  if (visitor === null || month === null) return [];
  const ofMonth = (visits.get(visitor) ?? []).filter((visit) => visit.period === month);
  if (plan.cell_id !== null) return ofMonth.filter((visit) => visit.cellId === plan.cell_id);
  const day = lastDayOfMonth(month);
  const targets = new Set(assignedIn(plan.official_id, day, books));
  return ofMonth.filter(
    ({ cellId }) => targets.has(cellId) || targets.has(books.organisations.grassrootsOf(cellId, day)),
  );
}

function report({ plan, rows, result }: TrackedPlan, registered: ReadonlySet<string>, { officials }: Books): void {
  const everywhere = (code: IssueCode, detail: IssueDetail) => {
    for (const { context, row } of rows) context.report(row, 'full_name', code, detail);
  };
  if (result?.substitute != null && plan.substitute_id === null) {
    everywhere('substitute_unknown', { value: result.substitute });
  }
  if (plan.state === 'attended' && plan.visit_id === null && registered.has(plan.period)) {
    everywhere('result_conflict', { name: officials.officials.get(plan.official_id)?.full_name ?? '' });
  }
}
