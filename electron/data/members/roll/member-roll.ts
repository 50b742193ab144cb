import type { Kysely } from 'kysely';
import type { MemberQuery } from '../../../contract/members.ts';
import type { Tables } from '../../schema/database.ts';
import { searchWords } from '../../search/closeness.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import { isCounted } from '../counted.ts';
import type { FoundMembers } from '../find-members.ts';
import { readPlaces } from '../places.ts';
import {
  afterName,
  genderCode,
  kindOf,
  readByDate,
  readByName,
  readNameKeys,
  readStatusCells,
  readStatuses,
  readTexts,
  standingOf,
  statusCode,
  statusCodes,
} from './read-roll.ts';

/**
 * What every list of members is picked from, as it stood at one change of the office: columns in the order of the names, each
 * read when it is first asked for. A list of a hundred thousand then takes milliseconds, whatever its order and filters.
 * Its place in the list by name is what a member is known by here.
 */
export class MemberRoll {
  readonly ids: readonly string[];
  readonly #db: Kysely<Tables>;
  readonly #genders: Uint8Array;
  /** By number of the row. */
  readonly #placeOf: Int32Array;
  readonly #orders = new Map<string, Promise<Int32Array>>();
  readonly #days = new Map<string, Promise<DayStatuses>>();
  #texts: Promise<readonly string[]> | null = null;
  #nameKeys: Promise<readonly string[]> | null = null;

  private constructor(db: Kysely<Tables>, { ids, numbers, genders }: Awaited<ReturnType<typeof readByName>>) {
    this.#db = db;
    this.ids = ids;
    this.#genders = genders;
    this.#placeOf = new Int32Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1).fill(-1);
    for (const [place, number] of numbers.entries()) this.#placeOf[number] = place;
  }

  static async read(db: Kysely<Tables>): Promise<MemberRoll> {
    return new MemberRoll(db, await readByName(db));
  }

  /** What `findMembers` finds. */
  async find(query: MemberQuery, asOf: string): Promise<FoundMembers> {
    const { sort = 'name', descending = false, organisation_id: under } = query;
    const day = await this.#statusesOn(asOf);
    const order = sort === 'birth_date' || sort === 'admission_date' ? await this.#byDate(sort) : null;
    const isTyped = await this.#typed(searchWords(searchKey(query.text ?? '')));
    const fits = codesThatFit(query);
    const cells = under || sort === 'cell' ? await day.cells() : null;
    const isUnder = under && cells ? cells.under(under) : null;
    const gender = query.gender ? genderCode(query.gender) : null;
    const counts = { total: 0, women: 0, probationary: 0, exempt: 0 };
    const found: number[] = [];
    const statuses: number[] = [];
    const backwards = descending && sort !== 'cell';
    for (let at = 0; at < this.ids.length; at += 1) {
      const inOrder = backwards ? this.ids.length - 1 - at : at;
      const place = order === null ? inOrder : (order[inOrder] ?? 0);
      if (gender !== null && this.#genders[place] !== gender) continue;
      if (isTyped !== null && !isTyped(place)) continue;
      const status = day.fitting(place, fits, isUnder);
      if (status === -1) continue;
      found.push(place);
      statuses.push(status);
      const code = day.code(status);
      counts.total += 1;
      if (this.#genders[place] === woman) counts.women += 1;
      if (standingOf(code) === 'probationary') counts.probationary += 1;
      if (kindOf(code) === 'exempt') counts.exempt += 1;
    }
    const places = sort === 'cell' && cells ? cells.sorted(found, statuses, descending) : found;
    return { ids: places.map((place) => this.ids[place] ?? ''), counts };
  }

  /**
   * Of those with a status on the day whose name holds every word, the ids of the `limit` closest: `rankOf` says how close a
   * name comes, 0 the closest; those equally close by name.
   */
  async closest(
    words: readonly string[],
    rankOf: (keys: { nameKey: string; searchKey: string }) => number,
    { asOf, limit }: { asOf: string; limit: number },
  ): Promise<{ id: string; rank: number }[]> {
    const day = await this.#statusesOn(asOf);
    const texts = await this.#readTexts();
    const nameKeys = await this.#readNameKeys();
    const everyStatus = new Uint8Array(statusCodes).fill(1);
    const byRank: { id: string; rank: number }[][] = [];
    for (const [place, text] of texts.entries()) {
      if (!words.every((word) => text.includes(word))) continue;
      const key = text.slice(0, text.indexOf(afterName));
      if (!words.every((word) => key.includes(word)) || day.fitting(place, everyStatus, null) === -1) continue;
      const rank = rankOf({ nameKey: nameKeys[place] ?? '', searchKey: key });
      byRank[rank] ??= [];
      const alike = byRank[rank];
      if (alike.length < limit) alike.push({ id: this.ids[place] ?? '', rank });
    }
    return byRank.flat().slice(0, limit);
  }

  /** Whether a member's name or one of the numbers holds every word; null: nothing was typed. */
  async #typed(words: readonly string[]): Promise<((place: number) => boolean) | null> {
    if (words.length === 0) return null;
    const texts = await this.#readTexts();
    const [only = ''] = words;
    if (words.length === 1) return (place) => texts[place]?.includes(only) ?? false;
    return (place) => words.every((word) => texts[place]?.includes(word));
  }

  #readTexts(): Promise<readonly string[]> {
    this.#texts ??= readTexts(this.#db).then((read) => this.#inPlace(read));
    return this.#texts;
  }

  #readNameKeys(): Promise<readonly string[]> {
    this.#nameKeys ??= readNameKeys(this.#db).then((read) => this.#inPlace(read));
    return this.#nameKeys;
  }

  #inPlace({ numbers, texts }: { numbers: Int32Array; texts: readonly string[] }): readonly string[] {
    const inPlace = this.ids.map(() => '');
    for (const [index, number] of numbers.entries()) inPlace[this.#placeOf[number] ?? -1] = texts[index] ?? '';
    return inPlace;
  }

  #byDate(column: 'birth_date' | 'admission_date'): Promise<Int32Array> {
    const known = this.#orders.get(column);
    if (known) return known;
    const order = readByDate(this.#db, column).then((numbers) => numbers.map((number) => this.#placeOf[number] ?? 0));
    this.#orders.set(column, order);
    return order;
  }

  #statusesOn(asOf: string): Promise<DayStatuses> {
    const known = this.#days.get(asOf);
    if (known) return known;
    // The day of the list and today: who looks through the years does not have them all held.
    if (this.#days.size === mostDays) this.#days.clear();
    const read = readStatuses(this.#db, asOf).then(
      ({ numbers, codes }) =>
        new DayStatuses(this.#db, asOf, {
          codes,
          members: numbers.map((number) => this.#placeOf[number] ?? -1),
          size: this.ids.length,
        }),
    );
    this.#days.set(asOf, read);
    return read;
  }
}

const mostDays = 2;
const woman = genderCode('female');
const counted = Uint8Array.from({ length: statusCodes }, (_, code) => Number(isCounted(kindOf(code))));

/** By code of a status: whether the question takes it. */
function codesThatFit(query: MemberQuery): Uint8Array {
  const onlyCounted = query.counted_only ?? query.status === undefined;
  return Uint8Array.from({ length: statusCodes }, (_, code) => {
    if (onlyCounted && counted[code] === 0) return 0;
    if (query.status && (code | 1) !== statusCode(query.status, true)) return 0;
    return Number(!query.standing || standingOf(code) === query.standing);
  });
}

/** The statuses in force on a day. */
class DayStatuses {
  readonly #db: Kysely<Tables>;
  readonly #asOf: string;
  readonly #codes: Uint8Array;
  /** By status: place of the member. */
  readonly #members: Int32Array;
  /** By place of a member: the first status; -1: none. Others of the same member come after it. */
  readonly #first: Int32Array;
  #cells: Promise<DayCells> | null = null;

  constructor(
    db: Kysely<Tables>,
    asOf: string,
    { codes, members, size }: { codes: Uint8Array; members: Int32Array; size: number },
  ) {
    this.#db = db;
    this.#asOf = asOf;
    this.#codes = codes;
    this.#members = members;
    this.#first = new Int32Array(size).fill(-1);
    for (let status = members.length - 1; status >= 0; status -= 1) this.#first[members[status] ?? -1] = status;
  }

  code(status: number): number {
    return this.#codes[status] ?? 0;
  }

  /**
   * The status of a member that fits, -1 when none does. Who is away in another cell of the office has one in both: that of
   * the home cell first.
   */
  fitting(place: number, fits: Uint8Array, isUnder: ((status: number) => boolean) | null): number {
    let kept = -1;
    for (let status = this.#first[place] ?? -1; status !== -1 && this.#members[status] === place; status += 1) {
      const code = this.code(status);
      if (fits[code] === 0 || (isUnder !== null && !isUnder(status))) continue;
      if (counted[code] === 1) return status;
      if (kept === -1) kept = status;
    }
    return kept;
  }

  cells(): Promise<DayCells> {
    this.#cells ??= readCells(this.#db, this.#asOf);
    return this.#cells;
  }
}

type DayCells = Awaited<ReturnType<typeof readCells>>;

async function readCells(db: Kysely<Tables>, asOf: string) {
  const { cells, cellOf } = await readStatusCells(db, asOf);
  const places = await readPlaces(db, asOf);
  const orders = cells.map((id) => places.order(id));
  const distinct = [...new Set(orders)].sort((a, b) => a - b);
  const rankOf = new Map(distinct.map((order, rank) => [order, rank]));
  const ranks = Int32Array.from(orders, (order) => rankOf.get(order) ?? 0);
  return {
    under: (id: string) => {
      const wanted = new Set(places.under(id));
      const isWanted = Uint8Array.from(cells, (cell) => Number(wanted.has(cell)));
      return (status: number) => isWanted[cellOf[status] ?? -1] === 1;
    },
    /** By cell, within a cell as they came: by name. */
    sorted: (members: readonly number[], statuses: readonly number[], descending: boolean): number[] => {
      const byRank = distinct.map((): number[] => []);
      for (const [index, member] of members.entries()) {
        byRank[ranks[cellOf[statuses[index] ?? -1] ?? -1] ?? 0]?.push(member);
      }
      return (descending ? byRank.reverse() : byRank).flat();
    },
  };
}
