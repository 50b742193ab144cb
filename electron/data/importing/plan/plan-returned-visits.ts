import { readListedCell } from '../../collecting/form-choices.ts';
import type { OfficialRow } from '../../schema/assignment-tables.ts';
import type { VisitorLevel } from '../../schema/column-types.ts';
import type { MeetingRow } from '../../schema/meeting-tables.ts';
import type { VisitRow } from '../../schema/visit-tables.ts';
import { addDays, formatDate, isPartialDate, lastDayOfMonth, parseIsoDate } from '../../vietnamese/dates.ts';
import { emptyReport } from '../../visits/empty-report.ts';
import type { ReportedTexts, VisitLineDraft, VisitReportSheetDraft } from '../drafts/returned-visits.ts';
import type { Books } from '../match/load-books.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Records } from './records.ts';
import { heldMeeting } from './reported-meeting.ts';

/**
 * Visit reports that came back: each line a visit with its report (R35), or a plan that was not kept (R34). The meeting is
 * found by cell, month and day, or made; a report the office has accepted stands.
 */
export function planReturnedVisits(
  sheets: readonly VisitReportSheetDraft[],
  books: Books,
  records: Records,
  level: VisitorLevel,
): void {
  for (const { context, officialId, rows } of sheets) {
    const official = books.officials.officials.get(officialId);
    if (!official) {
      if (rows.length > 0) context.reportAt(null, null, 'form_unknown_official');
      continue;
    }
    for (const draft of rows) {
      if (draft.held) planVisit(context, draft, official, { books, records, level });
      else planMissed(context, draft, books, records);
    }
  }
}

interface Target {
  books: Books;
  records: Records;
  level: VisitorLevel;
}

function planVisit(
  context: SheetContext,
  draft: VisitLineDraft,
  official: OfficialRow,
  { books, records, level }: Target,
): void {
  const known = draft.visitId === null ? undefined : books.meetings.visits.get(draft.visitId);
  const meeting = known ? meetingOf(context, draft, known, books) : newMeeting(context, draft, books);
  if (!meeting) return;
  const visit = known ?? visitAt(meeting, official, books, level);
  if (official.own_cell_id === meeting.cell_id) {
    context.report(draft.row, 'cell', 'own_cell_visit', { name: official.full_name });
  } else planReport(context, draft, visit, meeting, books);
  attended(draft, visit, books);
  records.note(context, draft.row.number, 'meeting', meeting.id);
}

/** The meeting of a visit the office has: another day on the form is shown and not taken. */
function meetingOf(
  context: SheetContext,
  { row, date }: VisitLineDraft,
  visit: VisitRow,
  { meetings }: Books,
): MeetingRow | undefined {
  const meeting = meetings.meetings.get(visit.meeting_id);
  if (meeting && date !== null && meeting.date !== null && meeting.date !== date) {
    context.report(row, 'date', 'form_value_kept', { value: formatDate(date), other: dateWords(meeting.date) });
  }
  return meeting;
}

function newMeeting(context: SheetContext, draft: VisitLineDraft, { organisations, meetings }: Books) {
  const cellId = draft.cellId ?? cellNamed(context, draft, organisations);
  return cellId === null ? null : heldMeeting(context, { ...draft, cellId }, meetings);
}

function cellNamed(
  context: SheetContext,
  { row, cell, period }: VisitLineDraft,
  organisations: Books['organisations'],
): string | null {
  if (cell === null) {
    context.report(row, 'cell', 'form_unknown_line', { value: '' });
    return null;
  }
  const named = readListedCell(cell);
  const committee = named.committee === null ? null : organisations.findCommittee(named.committee);
  const lookup = organisations.findCell(named.cell, committee, lastDayOfMonth(period));
  if (lookup.found !== null) return lookup.found;
  const code = lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell';
  context.report(row, 'cell', code, { value: named.cell, name: named.committee ?? '' });
  return null;
}

function visitAt(
  meeting: MeetingRow,
  { id: officialId, full_name, name_key }: OfficialRow,
  { meetings, officials }: Books,
  level: VisitorLevel,
): VisitRow {
  const there = meetings.visits.of(meeting.id);
  const known =
    there.find(({ official_id }) => official_id === officialId) ??
    there.find((visit) => visit.official_id === null && visit.name_key === name_key);
  if (known) {
    known.official_id ??= officialId;
    return known;
  }
  const [title] = officials.titles.of(officialId).filter(({ valid_to }) => valid_to === null);
  return meetings.visits.add((id) => ({
    id,
    meeting_id: meeting.id,
    official_id: officialId,
    name: full_name,
    name_key,
    title: title?.title ?? null,
    level,
    on_behalf_of_id: null,
    on_behalf_of_name: null,
  }));
}

/** The report: opened with the visit, handed in once one of its four parts is written, its due date kept then. */
function planReport(
  context: SheetContext,
  { row, report }: VisitLineDraft,
  visit: VisitRow,
  meeting: MeetingRow,
  { meetings }: Books,
): void {
  const [known] = meetings.reports.of(visit.id);
  const isAccepted = known?.state === 'accepted';
  const target = known ?? meetings.reports.add((id) => ({ ...emptyReport, id, visit_id: visit.id }));
  for (const field of fields) {
    const [value, stood] = [report[field], target[field]];
    if (value === null || value === stood) continue;
    const detail = { value: dateWords(value), other: dateWords(stood ?? '') };
    if (isAccepted) context.report(row, field, 'form_report_closed', detail);
    else if (stood !== null) context.report(row, field, 'form_changes_record', detail);
  }
  if (isAccepted) return;
  for (const field of fields) if (report[field] !== null) Object.assign(target, { [field]: report[field] });
  const written = [target.observed, target.conveyed, target.proposed, target.difficulties].some(
    (part) => part !== null,
  );
  if (!written) context.report(row, 'observed', 'form_report_empty');
  else if (target.state !== 'submitted') {
    const date = parseIsoDate(meeting.date ?? '');
    target.state = 'submitted';
    target.submitted_on ??= context.today;
    if (date !== null) target.due_date ??= addDays(date, context.rules.on('visit_report_due', date).value.days);
  }
}

const fields = [
  ...(['number', 'date_made', 'observed', 'conveyed', 'proposed', 'difficulties', 'strengths'] as const),
  ...(['weaknesses', 'lessons', 'proposed_grade', 'own_proposals'] as const),
] satisfies (keyof ReportedTexts)[];

/** The plan the line was sent for was kept; one the clerk has settled stays as it is. */
function attended({ planId }: VisitLineDraft, visit: VisitRow, { meetings }: Books): void {
  const plan = planId === null ? undefined : meetings.plannedVisits.get(planId);
  if (!plan || plan.visit_id !== null || meetings.isSettledHere(plan)) return;
  Object.assign(plan, { state: 'attended', visit_id: visit.id });
}

function planMissed(
  context: SheetContext,
  { row, planId, visitId, reason }: VisitLineDraft,
  { meetings }: Books,
  records: Records,
): void {
  const plan = planId === null ? undefined : meetings.plannedVisits.get(planId);
  if (visitId !== null || plan?.visit_id) {
    context.report(row, 'held', 'form_visit_recorded');
    return;
  }
  if (!plan) {
    context.report(row, 'held', 'form_no_such_plan');
    return;
  }
  if (meetings.isSettledHere(plan)) {
    if (plan.state !== 'missed') context.report(row, 'held', 'form_plan_settled');
    return;
  }
  Object.assign(plan, { state: 'missed', reason: reason ?? plan.reason });
  records.note(context, row.number, 'planned_visit', plan.id);
}

function dateWords(value: string): string {
  return isPartialDate(value) ? formatDate(value) : value;
}
