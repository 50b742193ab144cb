import type { Kysely } from 'kysely';
import type { RemarkForm, RemarkRecord } from '../../contract/remarks.ts';
import type { Assignment } from '../assignments/assignment-book.ts';
import { titlesOn } from '../officials/list-officials.ts';
import type { Tables } from '../schema/database.ts';
import { isInForceWithin } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import type { YearlyRemarkRow } from '../schema/petition-tables.ts';
import { type IsoDate, toIsoDate } from '../vietnamese/dates.ts';
import { readVisitSources, type VisitSources } from '../visits/visit-log.ts';
import { remarkDueDate, remarkStanding } from './remark-due.ts';
import { readVisitsMade } from './visits-made.ts';

/** Roles a committee writes a remark on (QĐ 1390-QĐ/TU): whoever follows it, is in charge of it or attends its cells. */
const remarkedRoles: readonly Assignment['role'][] = ['follow', 'area_in_charge', 'attend'];

/**
 * Who is to be remarked on in the year, by committee and given name: each official with such an assignment to an
 * organisation above cells, and whoever has a remark already. Visits and quota are those of the visit log. Once in a run.
 */
export const listRemarks = oncePerRun(remarksOf, (asked) => JSON.stringify(asked));

async function remarksOf(db: Kysely<Tables>, { year, day }: { year: number; day: IsoDate }): Promise<RemarkRecord[]> {
  const span = yearSpan(year);
  const sources = await readVisitSources(db);
  const [officials, titles, remarks, kinds, made] = await Promise.all([
    db
      .selectFrom('official')
      .select(['id', 'full_name', 'agency', 'sort_key'])
      .orderBy('sort_key')
      .orderBy('id')
      .execute(),
    titlesOn(db, span.to),
    db.selectFrom('yearly_remark').selectAll().where('year', '=', year).execute(),
    db.selectFrom('organisation').select(['id', 'kind']).execute(),
    readVisitsMade(db, year, span, sources),
  ]);
  const cells = new Set(kinds.filter(({ kind }) => kind === 'cell' || kind === 'grassroots_cell').map(({ id }) => id));
  const rule = sources.rules.on('yearly_remark_due', span.to).value;
  const dueDate = remarkDueDate(year, rule);
  const remarkOf = new Map(remarks.map((remark) => [keyOf(remark.official_id, remark.committee_id), remark]));
  return officials
    .flatMap((official) => {
      const followed = assignmentsTo(sources, official.id, cells, span);
      const written = remarks.filter(({ official_id }) => official_id === official.id);
      const committees = new Set([...followed.keys(), ...written.map(({ committee_id }) => committee_id)]);
      return [...committees].map((committeeId): RemarkRecord => {
        const remark = remarkOf.get(keyOf(official.id, committeeId));
        const assignment = followed.get(committeeId);
        const { cellVisits, events, countedVisits, quota } = made(official.id, committeeId);
        return {
          id: keyOf(official.id, committeeId),
          official_id: official.id,
          official: official.full_name,
          title: titles.get(official.id)?.title ?? null,
          agency: official.agency,
          committee_id: committeeId,
          committee: sources.organisations.nameOn(committeeId, span.to),
          role: assignment?.role ?? null,
          assignment_document: documentOf(sources, assignment),
          cell_visits: cellVisits,
          events,
          visit_total: cellVisits + events,
          counted_visits: countedVisits,
          quota,
          quota_met: quota === null ? null : countedVisits >= quota,
          due_date: dueDate,
          standing: remarkStanding({ sentOn: remark?.sent_on ?? null, dueDate }, rule, day),
          form: formOf(remark),
        };
      });
    })
    .sort((a, b) => sources.organisations.compareOn(a.committee_id, b.committee_id, span.to));
}

/** Who has not been written on by the day (BC-10: the list of committees that have not sent theirs). */
export async function remarksNotSent(
  db: Kysely<Tables>,
  asked: { year: number; day: IsoDate },
): Promise<RemarkRecord[]> {
  return (await listRemarks(db, asked)).filter(({ standing }) => standing !== 'sent');
}

function yearSpan(year: number): { from: IsoDate; to: IsoDate } {
  const [from, to] = [toIsoDate(year, 1, 1), toIsoDate(year, 12, 31)];
  if (from === null || to === null) throw new RangeError(`outside the calendar: ${year}`);
  return { from, to };
}

/** The assignments of the year to organisations above cells, the last of each. */
function assignmentsTo(
  { assignments }: VisitSources,
  officialId: string,
  cells: ReadonlySet<string>,
  { from, to }: { from: IsoDate; to: IsoDate },
): Map<string, Assignment> {
  const found = assignments
    .of(officialId)
    .filter(({ role, targetId }) => remarkedRoles.includes(role) && !cells.has(targetId))
    .filter((assignment) => isInForceWithin(assignment, from, to));
  return new Map(found.map((assignment) => [assignment.targetId, assignment]));
}

function documentOf({ assignments }: VisitSources, assignment: Assignment | undefined): string | null {
  return assignments.entries.find(({ id }) => id === assignment?.entryId)?.document?.numberSymbol ?? null;
}

function formOf(remark: YearlyRemarkRow | undefined): RemarkForm {
  const { grasped, guided, resolved, proposals, relations, weaknesses } = remark ?? nothing;
  const { level, document, sent_on, note } = remark ?? nothing;
  return { grasped, guided, resolved, proposals, relations, weaknesses, level, document, sent_on, note };
}

const nothing: RemarkForm = {
  grasped: null,
  guided: null,
  resolved: null,
  proposals: null,
  relations: null,
  weaknesses: null,
  level: null,
  document: null,
  sent_on: null,
  note: null,
};

function keyOf(officialId: string, committeeId: string): string {
  return `${officialId} ${committeeId}`;
}
