import type { Kysely } from 'kysely';
import type { CheckRecord } from '../../../../contract/assignments.ts';
import { type AssignmentList, readAssignmentList } from '../../../assignments/assignment-list.ts';
import { checkAssignments } from '../../../assignments/check-assignments.ts';
import { SochiboError } from '../../../errors.ts';
import { readOrganisationHistory } from '../../../organisations/organisation-history.ts';
import { readRules } from '../../../rules/read-rules.ts';
import type { DecisionRow, RegulationRow } from '../../../schema/assignment-tables.ts';
import type { Tables } from '../../../schema/database.ts';
import { inForce } from '../../../schema/in-force.ts';
import type { OfficeRow } from '../../../schema/office-tables.ts';
import { type IsoDate, parseIsoDate } from '../../../vietnamese/dates.ts';

/** A decision of assignment with its annex, as the books of the office have it. */
export interface DecisionPaper {
  decision: Pick<DecisionRow, 'number_symbol' | 'date' | 'issuing_body' | 'subject'>;
  /** The decision's own day; without one the day its first assignment begins, or the day it is made. */
  day: IsoDate;
  list: AssignmentList;
  office: Pick<OfficeRow, 'name' | 'advisory_body'>;
  /** `2020–2025` */
  term: string | null;
  regulations: readonly RegulationRow[];
  /** Days after a visit in which its report is due. */
  reportDays: number;
  /** What is not in order once it holds (BC-03). */
  checks: readonly CheckRecord[];
}

/** Throws `not_found` for a decision there is not. */
export async function readDecisionPaper(db: Kysely<Tables>, id: string, madeOn: IsoDate): Promise<DecisionPaper> {
  const decision = await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  if (!decision) throw new SochiboError('not_found', 'Không có văn bản phân công này trong sổ.');
  const first = await firstDayOf(db, id);
  const day = (decision.date === null ? null : parseIsoDate(decision.date)) ?? first ?? madeOn;
  const holds = first !== null && first > day ? first : day;
  const [list, office, terms, regulations, rules, checks] = await Promise.all([
    readAssignmentList(db, { decisionId: id, day }),
    db.selectFrom('office').select(['name', 'advisory_body', 'level']).executeTakeFirstOrThrow(),
    db.selectFrom('term').selectAll().where(inForce('term', day)).execute(),
    db.selectFrom('regulation').selectAll().where(inForce('regulation', day)).orderBy('date').execute(),
    readRules(db),
    checkAssignments(db, holds),
  ]);
  const officials = new Set(list.rows.map(({ officialId }) => officialId));
  return {
    decision,
    day,
    list,
    office,
    term: terms.find(({ level }) => level === office.level)?.name ?? null,
    regulations,
    reportDays: rules.on('visit_report_due', holds).value.days,
    checks: checks.filter(({ official_id }) => official_id === null || officials.has(official_id)),
  };
}

/** Decisions that assign somebody to the unit or under it, dated (or first in force) within the days. */
export async function decisionsBetween(
  db: Kysely<Tables>,
  { from, to, unit }: { from: IsoDate; to: IsoDate; unit: string | null },
): Promise<Pick<DecisionRow, 'id' | 'number_symbol'>[]> {
  const [decisions, targets, organisations] = await Promise.all([
    db.selectFrom('decision').selectAll().orderBy('date').orderBy('id').execute(),
    db
      .selectFrom('assignment')
      .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
      .select(['entry.decision_id', 'assignment.target_id', 'assignment.valid_from'])
      .orderBy('assignment.valid_from')
      .execute(),
    readOrganisationHistory(db),
  ]);
  const byDecision = Map.groupBy(targets, ({ decision_id }) => decision_id);
  return decisions.filter(({ id, date }) => {
    const own = byDecision.get(id) ?? [];
    const day = date ?? own.find(({ valid_from }) => valid_from !== null)?.valid_from ?? null;
    if (own.length === 0 || day === null || day < from || day > to) return false;
    return unit === null || own.some(({ target_id }) => organisations.chainOn(target_id, to).includes(unit));
  });
}

async function firstDayOf(db: Kysely<Tables>, decisionId: string): Promise<IsoDate | null> {
  const row = await db
    .selectFrom('assignment')
    .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
    .select((eb) => eb.fn.min<string | null>('assignment.valid_from').as('first'))
    .where('entry.decision_id', '=', decisionId)
    .executeTakeFirst();
  return row?.first ? parseIsoDate(row.first) : null;
}
