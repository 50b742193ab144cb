import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import { titlesOn } from '../officials/list-officials.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { AssignmentRole, Dated, QuotaCycle } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { type AssignedPlace, readAssignedPlaces } from './assigned-places.ts';
import { type AssignmentBook, readAssignmentBook } from './assignment-book.ts';

/** One line of BC-03: one official and one place. */
export interface AssignmentListRow extends Dated {
  id: string;
  officialId: string;
  official: string;
  post: string | null;
  agency: string | null;
  phone: string | null;
  place: AssignedPlace;
  role: AssignmentRole;
  /** Rows of one entry share one quota (R27, R28). */
  entryId: string;
  /** What the annex asks of the entry, else the regulation of the title; null: neither says a number. */
  quota: { visits: number; cycle: QuotaCycle; perCell: boolean } | null;
  note: string | null;
}

/** A cell with everybody who follows it, from the cell itself outwards (three layers, cells handbook 1.1). */
export interface CellFollowers {
  place: AssignedPlace;
  followers: readonly { official: string; role: AssignmentRole; through: string | null }[];
}

export interface AssignmentList {
  /** Names, members and days are those of this day. */
  day: IsoDate;
  rows: readonly AssignmentListRow[];
  /** The cells the rows cover, in the order of the office's list. */
  cells: readonly CellFollowers[];
}

/** The assignments of one decision as it was given, or those in force on a day; `organisationId`: there and under it. */
export interface AssignmentListQuery {
  decisionId?: string | undefined;
  organisationId?: string | undefined;
  day: IsoDate;
}

/**
 * BC-03 Danh sách phân công, by official, and the inverse list by cell. What was handed over later is no part of the
 * decision's own list. Throws `not_found` for a decision there is not.
 */
export async function readAssignmentList(db: Kysely<Tables>, query: AssignmentListQuery): Promise<AssignmentList> {
  if (query.decisionId !== undefined) await mustExist(db, query.decisionId);
  const [assignments, organisations, book, titles, places] = await Promise.all([
    readAssignmentRows(db),
    readOrganisationHistory(db),
    readAssignmentBook(db),
    titlesOn(db, query.day),
    readAssignedPlaces(db, query.day),
  ]);
  const { day, organisationId } = query;
  const isWanted = ({ decisionId, replacesId, ...assignment }: (typeof assignments)[number]) =>
    query.decisionId === undefined
      ? isInForce(assignment, day)
      : decisionId === query.decisionId && replacesId === null;
  const wanted = assignments
    .filter(isWanted)
    .filter(
      ({ targetId }) => organisationId === undefined || organisations.chainOn(targetId, day).includes(organisationId),
    );
  const listed = wanted.map(({ targetId, title, decisionId: _, replacesId: __, minVisits, ...assignment }) => ({
    ...assignment,
    post: titles.get(assignment.officialId)?.title ?? title,
    place: places(targetId),
    quota: quotaOf(book, { ...assignment, minVisits }, day),
  }));
  const rows = [...Map.groupBy(listed, ({ entryId }) => entryId).values()].flatMap((ofEntry) =>
    ofEntry.toSorted((a, b) => orderOf(organisations, a.place.id, day) - orderOf(organisations, b.place.id, day)),
  );
  const from = laterOf(day, wanted);
  const following = [...new Set([...wanted, ...assignments.filter((assignment) => isInForce(assignment, from))])];
  return { day, rows, cells: followersOf(organisations, wanted, following, { day, places }) };
}

async function mustExist(db: Kysely<Tables>, id: string): Promise<void> {
  const row = await db.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có văn bản phân công này trong sổ.');
}

/** Every assignment with what its official and its row of the annex say, by given name of the official. */
async function readAssignmentRows(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
    .innerJoin('official', 'official.id', 'assignment.official_id')
    .select(['assignment.id', 'assignment.official_id', 'assignment.target_id', 'assignment.role'])
    .select(['assignment.entry_id', 'assignment.replaces_id', 'assignment.valid_from', 'assignment.valid_to'])
    .select(['entry.decision_id', 'entry.title', 'entry.min_visits', 'entry.note'])
    .select(['official.full_name', 'official.agency', 'official.phone'])
    .orderBy('official.sort_key')
    .orderBy('official.id')
    .orderBy('entry.valid_from')
    .orderBy('entry.id')
    .orderBy('assignment.id')
    .execute();
  return rows.map(({ official_id, target_id, entry_id, replaces_id, decision_id, min_visits, full_name, ...row }) => ({
    ...row,
    officialId: official_id,
    official: full_name,
    targetId: target_id,
    entryId: entry_id,
    replacesId: replaces_id,
    decisionId: decision_id,
    minVisits: min_visits,
  }));
}

function quotaOf(
  book: AssignmentBook,
  { officialId, minVisits }: { officialId: string; minVisits: number | null },
  day: IsoDate,
): AssignmentListRow['quota'] {
  if (minVisits !== null) return { visits: minVisits, cycle: 'year', perCell: false };
  const rule = book.quotas.ruleOn(officialId, day);
  return rule === null || rule.minVisits === 0
    ? null
    : { visits: rule.minVisits, cycle: rule.cycle, perCell: rule.perCell };
}

function orderOf(organisations: OrganisationHistory, id: string, day: IsoDate): number {
  return organisations.placeOn(id, day)?.order ?? 0;
}

/** A decision often takes effect after its own date: whom it relieves is relieved from then on. */
function laterOf(day: IsoDate, wanted: readonly Dated[]): IsoDate {
  const begins = wanted.flatMap(({ valid_from }) => (valid_from === null ? [] : [valid_from])).sort();
  const first = parseIsoDate(begins[0] ?? '');
  return first !== null && first > day ? first : day;
}

type Following = { officialId: string; official: string; targetId: string; role: AssignmentRole };

function followersOf(
  organisations: OrganisationHistory,
  wanted: readonly Following[],
  following: readonly Following[],
  { day, places }: { day: IsoDate; places: (id: string) => AssignedPlace },
): CellFollowers[] {
  const targets = new Set(wanted.map(({ targetId }) => targetId));
  const byTarget = Map.groupBy(following, ({ targetId }) => targetId);
  return organisations
    .cellsBetween(day, day)
    .map((id) => ({ id, chain: organisations.chainOn(id, day) }))
    .filter(({ chain }) => chain.some((each) => targets.has(each)))
    .sort((a, b) => orderOf(organisations, a.id, day) - orderOf(organisations, b.id, day))
    .map(({ id, chain }) => ({
      place: places(id),
      followers: chain.flatMap((each) =>
        (byTarget.get(each) ?? []).map(({ official, role }) => ({
          official,
          role,
          through: each === id ? null : organisations.nameOn(each, day),
        })),
      ),
    }));
}
