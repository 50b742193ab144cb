import type { Kysely } from 'kysely';
import { type AssignmentBook, readAssignmentBook } from '../assignments/assignment-book.ts';
import { registerMonth, type Span } from '../meetings/register.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { MeetingKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { type IsoDate, lastDayOfMonth, type Month, parseIsoDate } from '../vietnamese/dates.ts';
import { type CreditRules, creditedOfficials, type VisitBasis, visitBasis } from './visit-basis.ts';

/** One person from above in one meeting. */
export interface LoggedVisit {
  id: string;
  meetingId: string;
  /** null: the visitor is on no list. */
  officialId: string | null;
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

/** Visits at meetings of these months, by month, with what each counts as (handbook R29-R32). Rules of the last month. */
export async function readVisitLog(
  db: Kysely<Tables>,
  months: Span<Month>,
  { organisations, assignments, rules }: VisitSources,
): Promise<LoggedVisit[]> {
  const [rows, ownCells, planned] = await Promise.all([
    visitRows(db, months),
    readOwnCells(db),
    readPlannedSubstitutions(db),
  ]);
  const day = lastDayOfMonth(months.to);
  const credit: CreditRules = {
    countedKinds: rules.on('visit_counted_kinds', day).value,
    outside: rules.on('visit_outside_assignment', day).value,
    substitute: rules.on('visit_by_substitute', day).value,
  };
  return rows.map((row) => {
    const period = registerMonth(row.period);
    const date = row.date === null ? null : parseIsoDate(row.date);
    const on = date ?? lastDayOfMonth(period);
    const { official_id: officialId, cell_id: cellId, kind } = row;
    const assignment =
      officialId === null ? null : assignments.covering(officialId, organisations.chainOn(cellId, on), on);
    const plan = planned.get(row.id) ?? planned.get(planKey(officialId, cellId, row.period));
    const onBehalfOfId = row.on_behalf_of_id ?? plan ?? null;
    const held = row.state === 'held';
    const basis = visitBasis({
      officialId,
      cellId,
      ownCellIds: ownCells
        .filter((own) => own.officialId === officialId && isInForce(own, on))
        .map((own) => own.cellId),
      onBehalf: onBehalfOfId !== null || row.on_behalf_of_name !== null,
      covered: assignment !== null,
    });
    return {
      id: row.id,
      meetingId: row.meeting_id,
      officialId,
      cellId,
      period,
      date,
      kind,
      held,
      basis,
      assignmentId: assignment?.id ?? null,
      creditedTo: creditedOfficials({ basis, officialId, onBehalfOfId, held, kind }, credit),
    };
  });
}

function visitRows(db: Kysely<Tables>, { from, to }: Span<Month>) {
  return db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select(['visit.id', 'visit.meeting_id', 'visit.official_id', 'visit.on_behalf_of_id', 'visit.on_behalf_of_name'])
    .select(['meeting.cell_id', 'meeting.period', 'meeting.date', 'meeting.kind', 'meeting.state'])
    .where('meeting.period', '>=', from)
    .where('meeting.period', '<=', to)
    .orderBy('meeting.period')
    .orderBy('meeting.date')
    .orderBy('visit.id')
    .execute();
}

/** Cells the officials belong to: as the list of officials says, and as the register of members says for those linked to it. */
async function readOwnCells(db: Kysely<Tables>) {
  const [told, registered] = await Promise.all([
    db.selectFrom('official').select(['id', 'own_cell_id']).where('own_cell_id', 'is not', null).execute(),
    db
      .selectFrom('official')
      .innerJoin('member_status as status', 'status.member_id', 'official.member_id')
      .select(['official.id', 'status.cell_id', 'status.valid_from', 'status.valid_to'])
      .execute(),
  ]);
  return [
    ...told.flatMap(({ id, own_cell_id }) =>
      own_cell_id === null ? [] : [{ officialId: id, cellId: own_cell_id, valid_from: null, valid_to: null }],
    ),
    ...registered.map(({ id, cell_id, valid_from, valid_to }) => ({
      officialId: id,
      cellId: cell_id,
      valid_from,
      valid_to,
    })),
  ];
}

/** Who stood in for whom by the plan's results, by visit where it is linked, else by visitor, cell and month. */
async function readPlannedSubstitutions(db: Kysely<Tables>): Promise<Map<string, string>> {
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
