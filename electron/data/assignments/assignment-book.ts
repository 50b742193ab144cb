import type { Kysely } from 'kysely';
import type { AssignmentRole, Dated } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** One row of an annex with the decision it belongs to. */
export interface AnnexEntry extends Dated {
  id: string;
  officialId: string;
  title: string | null;
  /** Visits a year for all targets together; null = the annex does not say. */
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
  readonly #byOfficial: ReadonlyMap<string, Assignment[]>;

  constructor(entries: readonly AnnexEntry[], assignments: readonly Assignment[]) {
    this.entries = entries;
    this.assignments = assignments;
    this.#byOfficial = Map.groupBy(assignments, (assignment) => assignment.officialId);
  }

  /** In the order of the annex. */
  of(officialId: string): readonly Assignment[] {
    return this.#byOfficial.get(officialId) ?? [];
  }

  /**
   * The assignment in force on the day that covers a cell: to the cell itself, else to the nearest organisation above it
   * (an assigned commune means any cell of it; handbook R29). `chain` is the cell and what is above it.
   */
  covering(officialId: string, chain: readonly string[], day: IsoDate): Assignment | null {
    const inForce = this.of(officialId).filter((assignment) => isInForce(assignment, day));
    for (const organisationId of chain) {
      const found = inForce.find((assignment) => assignment.targetId === organisationId);
      if (found) return found;
    }
    return null;
  }
}

/** Reads all annex rows and assignments in two statements. */
export async function readAssignmentBook(db: Kysely<Tables>): Promise<AssignmentBook> {
  const [entries, assignments] = await Promise.all([
    db
      .selectFrom('assignment_entry as entry')
      .leftJoin('decision', 'decision.id', 'entry.decision_id')
      .select([
        'entry.id',
        'entry.official_id',
        'entry.title',
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
  ]);
  return new AssignmentBook(
    entries.map(({ id, official_id, title, min_visits, valid_from, valid_to, number_symbol, date }) => ({
      id,
      officialId: official_id,
      title,
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
  );
}
