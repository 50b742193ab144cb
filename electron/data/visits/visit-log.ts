import type { Kysely } from 'kysely';
import { type AssignmentBook, readAssignmentBook } from '../assignments/assignment-book.ts';
import { dayOfMeeting, registerMonth } from '../meetings/register.ts';
import { presentKinds } from '../members/counted.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules, ruleOn } from '../rules/read-rules.ts';
import type { Dated, MeetingKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import { type CreditRules, creditedOfficials, type VisitBasis, visitBasis } from './visit-basis.ts';

/** One person from above in one meeting. */
export interface LoggedVisit {
  id: string;
  meetingId: string;
  /** null: the visitor is on no list. */
  officialId: string | null;
  /** Name and title as the register has them. */
  name: string;
  title: string | null;
  /** Whose place the visitor took; the name alone when that person is on no list. */
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  cellId: string;
  period: Month;
  date: IsoDate | null;
  kind: MeetingKind | null;
  held: boolean;
  basis: VisitBasis;
  /** The assignment that covers the cell on the day, whatever the basis. */
  assignmentId: string | null;
  /** Officials whose quota it counts toward. */
  creditedTo: readonly string[];
}

/** What the basis of a visit depends on besides the visit itself. */
export interface VisitSources {
  organisations: OrganisationHistory;
  assignments: AssignmentBook;
  rules: Rules;
}

export async function readVisitSources(db: Kysely<Tables>): Promise<VisitSources> {
  const [organisations, assignments, rules] = await Promise.all([
    readOrganisationHistory(db),
    readAssignmentBook(db),
    readRules(db),
  ]);
  return { organisations, assignments, rules };
}

/** Which visits: of meetings of these months (inclusive, open where missing), or of one meeting. */
export interface VisitQuery {
  from?: string | undefined;
  to?: string | undefined;
  meetingId?: string | undefined;
}

/**
 * Visits by month and day, with what each counts as by the rules in force on its day (handbook R29-R32); once in a run, whose
 * sources are those of the same office.
 */
export const readVisitLog = oncePerRun(visitLog, (query) => JSON.stringify(query));

async function visitLog(
  db: Kysely<Tables>,
  query: VisitQuery,
  { organisations, assignments, rules }: VisitSources,
): Promise<LoggedVisit[]> {
  const [rows, ownCells, planned] = await Promise.all([
    visitRows(db, query),
    readOwnCells(db),
    readPlannedSubstitutions(db),
  ]);
  const rulesOn = creditRules(rules, assignments);
  return rows.map((row) => {
    const period = registerMonth(row.period);
    const date = row.date === null ? null : parseIsoDate(row.date);
    const on = dayOfMeeting(row);
    const { official_id: officialId, cell_id: cellId, kind } = row;
    const chain = organisations.chainOn(cellId, on);
    const assignment = officialId === null ? null : assignments.covering(officialId, chain, on);
    const plan = planned.get(row.id) ?? planned.get(planKey(officialId, cellId, row.period));
    const onBehalfOfId = row.on_behalf_of_id ?? plan ?? null;
    const held = row.state === 'held';
    const basis = visitBasis({
      officialId,
      cellId,
      ownCellIds: ownCellsOn(ownCells.get(officialId) ?? [], on, organisations),
      onBehalf: onBehalfOfId !== null || row.on_behalf_of_name !== null,
      covered: assignment !== null || (officialId !== null && assignments.covers(officialId, chain, on)),
    });
    return {
      id: row.id,
      meetingId: row.meeting_id,
      officialId,
      name: row.name,
      title: row.title,
      onBehalfOfId,
      onBehalfOfName: row.on_behalf_of_name,
      cellId,
      period,
      date,
      kind,
      held,
      basis,
      assignmentId: assignment?.id ?? null,
      creditedTo: creditedOfficials({ basis, officialId, onBehalfOfId, held, kind }, rulesOn(officialId, on)),
    };
  });
}

/** By the office's rules, but the kinds that count by the regulation on the title held that day, where there is one. */
function creditRules(
  rules: Rules,
  { quotas }: AssignmentBook,
): (officialId: string | null, day: IsoDate) => CreditRules {
  const [countedKinds, outside, substitute] = [
    rules.versions('visit_counted_kinds'),
    rules.versions('visit_outside_assignment'),
    rules.versions('visit_by_substitute'),
  ];
  return (officialId, day) => ({
    countedKinds:
      (officialId === null ? null : quotas.ruleOn(officialId, day)?.countedKinds) ??
      ruleOn(countedKinds, 'visit_counted_kinds', day).value,
    outside: ruleOn(outside, 'visit_outside_assignment', day).value,
    substitute: ruleOn(substitute, 'visit_by_substitute', day).value,
  });
}

function visitRows(db: Kysely<Tables>, { from, to, meetingId }: VisitQuery) {
  let query = db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select(['visit.id', 'visit.meeting_id', 'visit.official_id', 'visit.name', 'visit.title'])
    .select(['visit.on_behalf_of_id', 'visit.on_behalf_of_name'])
    .select(['meeting.cell_id', 'meeting.period', 'meeting.date', 'meeting.kind', 'meeting.state'])
    .orderBy('meeting.period')
    .orderBy('meeting.date')
    .orderBy('visit.id');
  if (from !== undefined) query = query.where('meeting.period', '>=', from);
  if (to !== undefined) query = query.where('meeting.period', '<=', to);
  if (meetingId !== undefined) query = query.where('meeting.id', '=', meetingId);
  return query.execute();
}

export interface OwnCell extends Dated {
  officialId: string;
  cellId: string;
}

/** The cells someone belongs to on a day; one that was merged stands for its successor (R26). */
export function ownCellsOn(own: readonly OwnCell[], day: IsoDate, organisations: OrganisationHistory): string[] {
  return own
    .filter((each) => isInForce(each, day))
    .map(({ cellId }) => organisations.successorOn(cellId, day) ?? cellId);
}

/** Cells the officials belong to: as the list of officials says, and as the register of members says for those linked to it. */
export const readOwnCells = oncePerRun(cellsOfOfficials);

async function cellsOfOfficials(db: Kysely<Tables>): Promise<Map<string | null, OwnCell[]>> {
  const [told, registered] = await Promise.all([
    db.selectFrom('official').select(['id', 'own_cell_id']).where('own_cell_id', 'is not', null).execute(),
    db
      .selectFrom('official')
      .innerJoin('member_status as status', 'status.member_id', 'official.member_id')
      .select(['official.id', 'status.cell_id', 'status.valid_from', 'status.valid_to'])
      // Who has left a cell visits it like anybody else.
      .where('status.kind', 'in', presentKinds)
      .execute(),
  ]);
  const own = [
    ...told.map(({ id, own_cell_id }) => ({ id, cell_id: own_cell_id, valid_from: null, valid_to: null })),
    ...registered,
  ].flatMap(({ id, cell_id, valid_from, valid_to }): OwnCell[] =>
    cell_id === null ? [] : [{ officialId: id, cellId: cell_id, valid_from, valid_to }],
  );
  return Map.groupBy(own, ({ officialId }) => officialId);
}

/** Who stood in for whom by the plan's results, by visit where it is linked, else by visitor, cell and month. */
const readPlannedSubstitutions = oncePerRun(plannedSubstitutions);

async function plannedSubstitutions(db: Kysely<Tables>): Promise<Map<string, string>> {
  const plans = await db
    .selectFrom('planned_visit')
    .select(['official_id', 'substitute_id', 'cell_id', 'period', 'visit_id'])
    .where('substitute_id', 'is not', null)
    .execute();
  return new Map(
    plans.map((plan) => [plan.visit_id ?? planKey(plan.substitute_id, plan.cell_id, plan.period), plan.official_id]),
  );
}

function planKey(officialId: string | null, cellId: string | null, period: string): string {
  return [officialId, cellId, period].join(' ');
}
