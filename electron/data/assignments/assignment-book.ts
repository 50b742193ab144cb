import type { Kysely } from 'kysely';
import type { AssignmentRole, Dated } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { QuotaBook, type QuotaRule } from './quota-rule.ts';
import { readQuotaBook } from './read-quota-book.ts';
import type { MonthlyDemand } from './regulation-quota.ts';

/** One row of an annex with the decision it belongs to. */
export interface AnnexEntry extends Dated {
  id: string;
  officialId: string;
  title: string | null;
  titleGroup: string | null;
  /** Visits a year for all targets together; null = the annex does not say, the regulation does. */
  minVisits: number | null;
  document: { numberSymbol: string; date: string | null } | null;
}

export interface Assignment extends Dated {
  id: string;
  entryId: string;
  officialId: string;
  targetId: string;
  role: AssignmentRole;
}

/** Every assignment there ever was, for questions about any day. */
export class AssignmentBook {
  readonly entries: readonly AnnexEntry[];
  readonly assignments: readonly Assignment[];
  readonly quotas: QuotaBook;
  readonly #byOfficial: ReadonlyMap<string, Assignment[]>;
  #byTarget: ReadonlyMap<string, Assignment[]> | null = null;
  readonly #entriesOf: ReadonlyMap<string, AnnexEntry[]>;
  /** Officials with a row of the annex that only holds their places in teams (`rowOf`). */
  readonly #ofTeams: ReadonlySet<string>;

  constructor(entries: readonly AnnexEntry[], assignments: readonly Assignment[], quotas = QuotaBook.empty) {
    this.entries = entries;
    this.assignments = assignments;
    this.quotas = quotas;
    this.#byOfficial = Map.groupBy(assignments, (assignment) => assignment.officialId);
    this.#entriesOf = Map.groupBy(entries, ({ officialId }) => officialId);
    const together = Map.groupBy(assignments, ({ officialId, entryId }) => rowOf(officialId, entryId));
    this.#ofTeams = new Set([...together].flatMap(([row, all]) => (all.every(isOfTeam) ? [row] : [])));
  }

  /** Rows of the annex of one official. */
  entriesOf(officialId: string): readonly AnnexEntry[] {
    return this.#entriesOf.get(officialId) ?? [];
  }

  /** In the order of the annex. */
  of(officialId: string): readonly Assignment[] {
    return this.#byOfficial.get(officialId) ?? [];
  }

  /**
   * The assignment in force on the day that covers a cell: to the cell itself, else to the nearest organisation above it
   * (an assigned commune means any cell of it; handbook R29), unless the regulation counts named cells only (scope
   * `list`). `chain` is the cell and what is above it.
   */
  covering(officialId: string, chain: readonly string[], day: IsoDate): Assignment | null {
    const inForce = this.of(officialId).filter((assignment) => isInForce(assignment, day));
    const isListed = this.quotas.ruleOn(officialId, day)?.scope === 'list';
    for (const organisationId of isListed ? chain.slice(0, 1) : chain) {
      const found = inForce.find((assignment) => assignment.targetId === organisationId);
      if (found) return found;
    }
    return null;
  }

  /** Officials who have an assignment that covers a cell (`covering`), by whom it is assigned to and not one after the other. */
  coveredBy(chain: readonly string[], day: IsoDate): ReadonlySet<string> {
    this.#byTarget ??= Map.groupBy(this.assignments, ({ targetId }) => targetId);
    const officials = new Set<string>();
    for (const [above, organisationId] of chain.entries()) {
      for (const assignment of this.#byTarget.get(organisationId) ?? []) {
        const isListed = above > 0 && this.quotas.ruleOn(assignment.officialId, day)?.scope === 'list';
        if (isInForce(assignment, day) && !isListed) officials.add(assignment.officialId);
      }
    }
    return officials;
  }

  /** Whether a visit to the cell on the day is as the official was assigned, or to any cell by the regulation (R29). */
  covers(officialId: string, chain: readonly string[], day: IsoDate): boolean {
    return this.quotas.ruleOn(officialId, day)?.scope === 'any' || this.covering(officialId, chain, day) !== null;
  }

  /**
   * The rows of an official among `held` that visits are asked of: a place in a team, which has no number, asks for none
   * of its own beside what he was assigned by himself.
   */
  asking(officialId: string, held: (entry: AnnexEntry) => boolean): AnnexEntry[] {
    const entries = this.entriesOf(officialId).filter(held);
    const own = entries.filter(({ id, minVisits }) => minVisits !== null || !this.#ofTeams.has(rowOf(officialId, id)));
    return own.length > 0 ? own : entries;
  }

  /**
   * What regulations ask of the official month by month: where a row of the annex has no number of its own, or where the
   * regulation lets the title alone oblige (scope `any`). A month belongs to what holds on its last day.
   */
  demandsOf(officialId: string, months: readonly Month[]): MonthlyDemand[] {
    return months.flatMap((month) => {
      const day = lastDayOfMonth(month);
      const inForce = this.asking(officialId, (entry) => isInForce(entry, day));
      const silent = inForce.filter(({ minVisits }) => minVisits === null);
      const rule = this.#ruleFor(officialId, silent, day);
      if (rule === null || (silent.length === 0 && (inForce.length > 0 || rule.scope !== 'any'))) return [];
      const targets = this.of(officialId).filter(
        (assignment) => isInForce(assignment, day) && silent.some(({ id }) => id === assignment.entryId),
      );
      return [{ month, rule, targets: rule.perCell ? new Set(targets.map(({ targetId }) => targetId)).size : 1 }];
    });
  }

  /** By the title held that day; where no list says which that is, by the one the annex names. */
  #ruleFor(officialId: string, entries: readonly AnnexEntry[], day: IsoDate): QuotaRule | null {
    const group =
      this.quotas.titleGroupOn(officialId, day) ??
      entries.find(({ titleGroup }) => titleGroup !== null)?.titleGroup ??
      null;
    return this.quotas.ruleOfGroup(group, day);
  }
}

function rowOf(officialId: string, entryId: string): string {
  return `${officialId} ${entryId}`;
}

function isOfTeam({ role }: Assignment): boolean {
  return role === 'team_leader' || role === 'team_member';
}

/** Reads all annex rows, assignments, titles and regulations in a fixed number of statements, once in a run. */
export const readAssignmentBook = oncePerRun(assignmentBook);

async function assignmentBook(db: Kysely<Tables>): Promise<AssignmentBook> {
  const [entries, assignments, quotas] = await Promise.all([
    db
      .selectFrom('assignment_entry as entry')
      .leftJoin('decision', 'decision.id', 'entry.decision_id')
      .select([
        'entry.id',
        'entry.official_id',
        'entry.title',
        'entry.title_group',
        'entry.min_visits',
        'entry.valid_from',
        'entry.valid_to',
      ])
      .select(['decision.number_symbol', 'decision.date'])
      .orderBy('entry.valid_from')
      .orderBy('entry.id')
      .execute(),
    db
      .selectFrom('assignment')
      .select(['id', 'entry_id', 'official_id', 'target_id', 'role', 'valid_from', 'valid_to'])
      .orderBy('valid_from')
      .orderBy('id')
      .execute(),
    readQuotaBook(db),
  ]);
  return new AssignmentBook(
    entries.map(({ id, official_id, title, title_group, min_visits, valid_from, valid_to, number_symbol, date }) => ({
      id,
      officialId: official_id,
      title,
      titleGroup: title_group,
      minVisits: min_visits,
      document: number_symbol === null ? null : { numberSymbol: number_symbol, date },
      valid_from,
      valid_to,
    })),
    assignments.map(({ id, entry_id, official_id, target_id, role, valid_from, valid_to }) => ({
      id,
      entryId: entry_id,
      officialId: official_id,
      targetId: target_id,
      role,
      valid_from,
      valid_to,
    })),
    quotas,
  );
}
