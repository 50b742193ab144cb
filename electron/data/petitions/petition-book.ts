import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import type { PetitionRow } from '../schema/petition-tables.ts';
import type { Standing } from './life-cycle.ts';

/** One mention as it stands in the file, with its matter. */
export interface Petition extends PetitionRow {
  body: string | null;
  /** Who attended from above where it was raised, as the register names them. */
  officials: readonly string[];
  /** The first mention of the matter; itself when it was not raised before. */
  matterId: string;
  /** Where the matter stands: what becomes of the first mention becomes of every mention (R37). */
  standing: Standing;
}

/** Every petition of the office, by day and code. */
export class PetitionBook {
  readonly petitions: readonly Petition[];
  readonly #byId: ReadonlyMap<string, Petition>;
  readonly #byMatter: ReadonlyMap<string, Petition[]>;

  constructor(petitions: readonly Petition[]) {
    this.petitions = petitions;
    this.#byId = new Map(petitions.map((petition) => [petition.id, petition]));
    this.#byMatter = Map.groupBy(petitions, ({ matterId }) => matterId);
  }

  get(id: string): Petition | undefined {
    return this.#byId.get(id);
  }

  /** All mentions of a matter, the first one first. */
  mentions(matterId: string): readonly Petition[] {
    return this.#byMatter.get(matterId) ?? [];
  }
}

/** Reads the petitions with their bodies and visitors in three statements, once in a run. */
export const readPetitionBook = oncePerRun(petitionBook);

async function petitionBook(db: Kysely<Tables>): Promise<PetitionBook> {
  const [rows, visits, bodies] = await Promise.all([
    db.selectFrom('petition').selectAll().orderBy('date').orderBy('code').execute(),
    db
      .selectFrom('visit')
      .leftJoin('official', 'official.id', 'visit.official_id')
      .select(['visit.id', 'visit.meeting_id', 'visit.name', 'official.full_name'])
      // By their keys: asked of each visit in turn, every petition would be looked at for each.
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('visit.meeting_id', 'in', selectFrom('petition').select('petition.meeting_id')),
          eb('visit.id', 'in', selectFrom('petition').select('petition.visit_id')),
        ]),
      )
      .orderBy('visit.id')
      .execute(),
    db.selectFrom('handling_body').select(['id', 'name']).execute(),
  ]);
  const nameOf = new Map(bodies.map(({ id, name }) => [id, name]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const [byMeeting, byId] = [Map.groupBy(visits, ({ meeting_id }) => meeting_id), Map.groupBy(visits, ({ id }) => id)];
  return new PetitionBook(
    rows.map((row) => {
      const first = firstMention(row, rowOf);
      const visitors = row.visit_id === null ? byMeeting.get(row.meeting_id ?? '') : byId.get(row.visit_id);
      return {
        ...row,
        body: row.responsible_body_id === null ? null : (nameOf.get(row.responsible_body_id) ?? null),
        officials: (visitors ?? []).map(({ name, full_name }) => full_name ?? name),
        matterId: first.id,
        standing: { state: first.state, answeredOn: first.answered_on, toldOn: first.cell_told_on },
      };
    }),
  );
}

/** Follows a mention to the first; a file whose links go round in a circle ends at the mention itself. */
function firstMention(row: PetitionRow, rowOf: ReadonlyMap<string, PetitionRow>): PetitionRow {
  const seen = new Set<string>();
  let at = row;
  while (at.duplicate_of_id !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = rowOf.get(at.duplicate_of_id) ?? at;
  }
  return seen.has(at.id) ? row : at;
}
