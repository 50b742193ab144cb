import type {
  AssignmentEntryRow,
  AssignmentRow,
  DecisionRow,
  OfficialRow,
  OfficialTitleRow,
  TeamMemberRow,
  TeamRow,
} from '../../schema/assignment-tables.ts';
import type { VisitorLevel } from '../../schema/column-types.ts';
import { nameKey, searchKey } from '../../vietnamese/fold.ts';
import { RowSet } from '../plan/row-set.ts';
import type { TitleBook } from './titles.ts';

export interface OfficialTables {
  official: OfficialRow[];
  official_title: OfficialTitleRow[];
  decision: DecisionRow[];
  assignment_entry: AssignmentEntryRow[];
  assignment: AssignmentRow[];
  team: TeamRow[];
  team_member: TeamMemberRow[];
}

/** What stands beside a name where an official is meant. */
export interface Mention {
  name: string;
  title: string | null;
  /** The cell that was visited or planned, to tell namesakes apart by who is assigned there. */
  cellId: string | null;
}

export interface OfficialMatch {
  official: OfficialRow;
  /** Only the name without diacritics fits. */
  fuzzy: boolean;
}

const leastLikeness = 0.34;

/** Officials of the office and of the plan with what they are assigned to, found by name and title. */
export class OfficialBook {
  readonly officials: RowSet<OfficialRow>;
  readonly titles: RowSet<OfficialTitleRow>;
  readonly decisions: RowSet<DecisionRow>;
  readonly entries: RowSet<AssignmentEntryRow>;
  readonly assignments: RowSet<AssignmentRow>;
  readonly teams: RowSet<TeamRow>;
  readonly teamMembers: RowSet<TeamMemberRow>;
  readonly titleBook: TitleBook;
  readonly #level: VisitorLevel;
  #index: { exact: Map<string, OfficialRow[]>; folded: Map<string, OfficialRow[]> } | null = null;

  constructor(tables: OfficialTables, titleBook: TitleBook, level: VisitorLevel) {
    this.officials = new RowSet(tables.official);
    this.titles = new RowSet(tables.official_title, (row) => row.official_id);
    this.decisions = new RowSet(tables.decision);
    this.entries = new RowSet(tables.assignment_entry, (row) => row.official_id);
    this.assignments = new RowSet(tables.assignment, (row) => row.entry_id);
    this.teams = new RowSet(tables.team);
    this.teamMembers = new RowSet(tables.team_member, (row) => row.team_id);
    this.titleBook = titleBook;
    this.#level = level;
  }

  /** Officials have been added: look them up anew. */
  changed(): void {
    this.#index = null;
  }

  named(name: string): readonly OfficialRow[] {
    return this.#lookup().exact.get(nameKey(name)) ?? [];
  }

  /** The official's assignments, of all entries. */
  assignmentsOf(officialId: string): AssignmentRow[] {
    return this.entries.of(officialId).flatMap((entry) => [...this.assignments.of(entry.id)]);
  }

  /**
   * Who is meant by a name: the only one, else the one whose title fits, else the one assigned to the cell. A title of
   * another level beside the name of an official is somebody else with that name. Null: on no list.
   */
  find(mention: Mention): OfficialMatch | null {
    const exact = this.#choose(this.named(mention.name), mention);
    if (exact) return { official: exact, fuzzy: false };
    const key = searchKey(mention.name);
    // Only a name typed without diacritics may be read as one with them.
    if (nameKey(mention.name) !== key) return null;
    const folded = this.#choose(this.#lookup().folded.get(key) ?? [], mention);
    return folded ? { official: folded, fuzzy: true } : null;
  }

  #choose(candidates: readonly OfficialRow[], { title, cellId }: Mention): OfficialRow | null {
    const possible = title === null ? candidates : candidates.filter((official) => this.#canHold(official, title));
    if (possible.length <= 1) return possible[0] ?? null;
    const byTitle = title === null ? [] : bestBy(possible, (official) => this.#likeness(official, title));
    if (byTitle.length === 1) return byTitle[0] ?? null;
    const assigned = possible.filter((official) =>
      this.assignmentsOf(official.id).some((assignment) => assignment.target_id === cellId),
    );
    return assigned.length === 1 ? (assigned[0] ?? null) : null;
  }

  #likeness(official: OfficialRow, title: string): number {
    const titles = this.titles.of(official.id).map((held) => this.titleBook.likeness(title, held.title));
    return Math.max(0, ...titles);
  }

  #canHold(official: OfficialRow, title: string): boolean {
    if (this.#likeness(official, title) >= leastLikeness) return true;
    const level = this.titleBook.levelOf(title);
    return level === 'other' || level === this.#level;
  }

  #lookup() {
    this.#index ??= {
      exact: groupBy(this.officials, (row) => row.name_key),
      folded: groupBy(this.officials, (row) => searchKey(row.full_name)),
    };
    return this.#index;
  }
}

function groupBy(officials: RowSet<OfficialRow>, keyOf: (row: OfficialRow) => string): Map<string, OfficialRow[]> {
  const groups = new Map<string, OfficialRow[]>();
  for (const official of officials.all()) {
    const key = keyOf(official);
    groups.set(key, [...(groups.get(key) ?? []), official]);
  }
  return groups;
}

/** Those with the highest score, if any is above 0. */
function bestBy<T>(items: readonly T[], score: (item: T) => number): T[] {
  const scores = items.map(score);
  const best = Math.max(0, ...scores);
  return best === 0 ? [] : items.filter((_, index) => scores[index] === best);
}
