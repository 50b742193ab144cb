import type { OfficialRow } from '../../schema/assignment-tables.ts';
import { type IsoDate, lastDayOfMonth } from '../../vietnamese/dates.ts';
import type { ImportedPlan } from '../../visits/record-visits.ts';
import type {
  PlannedResultDraft,
  PlannedResultSheetDraft,
  PlannedVisitDraft,
  PlannedVisitSheetDraft,
  ResultDraft,
} from '../drafts/planned-visits.ts';
import type { Books } from '../match/load-books.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { plannedDay } from '../values/planned-entries.ts';
import { linkPlannedVisits, type TrackedPlan } from './link-planned-visits.ts';
import { plannedCell } from './planned-cell.ts';
import type { Records } from './records.ts';
import { fillIn } from './row-set.ts';

/**
 * Turns the matrix of planned visits and its results into planned visits. `state` is what was reported; the visit it is
 * linked to is what the register has, and the register decides.
 */
export function planPlannedVisits(
  matrices: readonly PlannedVisitSheetDraft[],
  results: readonly PlannedResultSheetDraft[],
  books: Books,
  records: Records,
): void {
  const tracked = new Map<string, TrackedPlan>();
  for (const { rows } of matrices) {
    for (const draft of rows) {
      const official = findOfficial(draft.context, draft, books);
      if (!official) continue;
      const plan = planOne(draft, official, books);
      tracked.set(plan.id, { plan, rows: [draft], result: draft.result });
      if (draft.result) applyResult(plan, draft.result, draft, books);
      records.note(draft.context, draft.row.number, 'planned_visit', plan.id);
    }
  }
  for (const { context, rows } of results) {
    for (const draft of rows) {
      const official = findOfficial(context, draft, books);
      if (!official) continue;
      const plan =
        draft.result === null ? planListed(draft, official, books) : plannedFor(context, draft, official, books);
      if (draft.result) applyResult(plan, draft.result, { context, row: draft.row }, books);
      const known = tracked.get(plan.id);
      tracked.set(plan.id, { plan, rows: [...(known?.rows ?? []), { context, row: draft.row }], result: draft.result });
      records.note(context, draft.row.number, 'planned_visit', plan.id);
    }
  }
  linkPlannedVisits([...tracked.values()], books);
}

function findOfficial(
  context: SheetContext,
  draft: PlannedVisitDraft | PlannedResultDraft,
  { officials }: Books,
): OfficialRow | null {
  const match = officials.find({ name: draft.name, title: draft.title, cellId: null });
  if (!match) context.report(draft.row, 'full_name', 'unknown_official', { value: draft.name });
  else if (match.fuzzy) {
    const detail = { value: draft.name, name: match.official.full_name };
    context.report(draft.row, 'full_name', 'fuzzy_official_name', detail);
  }
  return match?.official ?? null;
}

function planOne(draft: PlannedVisitDraft, official: OfficialRow, books: Books): ImportedPlan {
  const { month, typed } = draft;
  const { cellId, day } = placeAndDay(draft, official, books);
  const known = ofMonth(official.id, month, books).find((one) => books.meetings.asWritten(one).cell_id === cellId);
  const plan = known ?? addPlan(official.id, month, cellId, typed, books);
  // A day the clerk has set since is hers.
  if (day !== null && !books.meetings.isChangedHere(plan)) plan.planned_date = day;
  return plan;
}

/** A row of a list of plans; the same one once more changes nothing. */
function planListed({ month, cell, day }: PlannedResultDraft, official: OfficialRow, books: Books): ImportedPlan {
  const found = cell === null ? null : plannedCell(cell, official.id, lastDayOfMonth(month), books);
  const cellId = found === 'unknown' ? null : found;
  const known = ofMonth(official.id, month, books).find((one) => books.meetings.asWritten(one).cell_id === cellId);
  const plan = known ?? addPlan(official.id, month, cellId, cell, books);
  if (day !== null && !books.meetings.isChangedHere(plan)) plan.planned_date = day;
  return plan;
}

/** The cell and the day of a box: a text that is a cell's name as a whole has no day in it. */
function placeAndDay(
  { context, row, month, day, typed, field }: PlannedVisitDraft,
  official: OfficialRow,
  books: Books,
): { cellId: string | null; day: IsoDate | null } {
  const find = (text: string) => plannedCell(text, official.id, lastDayOfMonth(month), books);
  // In brackets stands a commune or a day.
  const whole = /\(\s*(?:ngày\s+)?\d/iu.test(typed) ? 'unknown' : find(typed);
  if (whole !== 'unknown') return { cellId: whole, day };
  const dated = plannedDay(typed, month);
  const cell = dated === null ? whole : find(dated.cell ?? 'x');
  if (cell === 'unknown') {
    const isDayOfOtherMonth = dated === null && /^[\d/.\s-]+$/u.test(typed) && /\d[/.-]\d/u.test(typed);
    const code = isDayOfOtherMonth ? 'unclear_planned_day' : 'unclear_planned_cell';
    context.report(row, field, code, { value: typed, other: String(Number(month.slice(5))) });
  }
  return { cellId: cell === 'unknown' ? null : cell, day: dated?.day ?? day };
}

function addPlan(
  officialId: string,
  month: string,
  cellId: string | null,
  typed: string | null,
  { meetings }: Books,
): ImportedPlan {
  return meetings.plannedVisits.add((id) => ({
    id,
    official_id: officialId,
    period: month,
    cell_id: cellId,
    typed,
    state: 'planned',
    reason: null,
    substitute_id: null,
    substitute_name: null,
    rescheduled_to: null,
    visit_id: null,
    report_submitted_on: null,
    note: null,
    planned_date: null,
  }));
}

function ofMonth(officialId: string, month: string, { meetings }: Books): ImportedPlan[] {
  return meetings.plannedFor(officialId, month);
}

/** The plan a result row is about: the official's of that month; of several, the one for the cell. */
function plannedFor(
  context: SheetContext,
  { row, name, month, cell }: PlannedResultDraft,
  official: OfficialRow,
  books: Books,
): ImportedPlan {
  const plans = ofMonth(official.id, month, books);
  const found = cell === null ? null : plannedCell(cell, official.id, lastDayOfMonth(month), books);
  const cellId = found === 'unknown' ? null : found;
  const plan =
    plans.length === 1 ? plans[0] : plans.find((known) => books.meetings.asWritten(known).cell_id === cellId);
  if (plan) return plan;
  context.report(row, 'full_name', 'result_without_plan', { name, other: String(Number(month.slice(5))) });
  return addPlan(official.id, month, cellId, cell, books);
}

/** The file's result, unless the clerk has written what became of the plan: then only the day of the report is new. */
function applyResult(
  plan: ImportedPlan,
  result: ResultDraft,
  { context, row }: { context: SheetContext; row: SheetRow },
  { officials, meetings }: Books,
): void {
  if (meetings.isSettledHere(plan)) {
    if (plan.state !== result.state) {
      const name = officials.officials.get(plan.official_id)?.full_name ?? '';
      context.report(row, 'full_name', 'plan_kept', { name, other: String(Number(plan.period.slice(5))) });
    }
    plan.report_submitted_on ??= result.reportSubmittedOn;
    return;
  }
  const substitute =
    result.substitute === null ? null : officials.find({ name: result.substitute, title: null, cellId: plan.cell_id });
  fillIn(plan, {
    state: result.state,
    reason: result.reason,
    substitute_id: substitute?.official.id ?? null,
    substitute_name: substitute?.official.full_name ?? result.substitute,
    rescheduled_to: rescheduledMonth(plan.period, result.rescheduledTo),
    report_submitted_on: result.reportSubmittedOn,
  });
}

function rescheduledMonth(period: string, number: number | null): string | null {
  return number === null ? null : `${period.slice(0, 4)}-${String(number).padStart(2, '0')}`;
}
