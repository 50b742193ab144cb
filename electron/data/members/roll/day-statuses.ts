import type { Kysely } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { isCounted } from '../counted.ts';
import { readPlaces } from '../places.ts';
import { grown } from './grown.ts';
import type { ChangedStatus } from './read-changed.ts';
import { kindOf, readStatusCells, readStatuses, statusCodes } from './read-roll.ts';

export const counted = Uint8Array.from({ length: statusCodes }, (_, code) => Number(isCounted(kindOf(code))));

/** What lies under an organisation, as 1 and 0: statuses, and members with one of them. */
interface Under {
  organisation: string;
  statuses: Uint8Array;
  members: Uint8Array;
}

/** The statuses in force on a day. A member is known by the number of its row. */
export class DayStatuses {
  readonly #db: Kysely<Tables>;
  readonly #asOf: string;
  #codes: Uint8Array;
  /** By status: the member. Those of one member stand one after the other; -1: of nobody any more. */
  #members: Int32Array;
  /** By member: the first status; -1: none. */
  #first = new Int32Array(0);
  #cells: Promise<StatusCells> | null = null;
  #places: ReturnType<typeof readPlaces> | null = null;
  #under: Under | null = null;

  private constructor(db: Kysely<Tables>, asOf: string, { numbers, codes }: Awaited<ReturnType<typeof readStatuses>>) {
    this.#db = db;
    this.#asOf = asOf;
    this.#codes = codes;
    this.#members = numbers;
    this.#findFirst(0);
  }

  static async read(db: Kysely<Tables>, asOf: string): Promise<DayStatuses> {
    return new DayStatuses(db, asOf, await readStatuses(db, asOf));
  }

  code(status: number): number {
    return this.#codes[status] ?? 0;
  }

  /**
   * The status of a member that fits, -1 when none does. Who is away in another cell of the office has one in both: that of
   * the home cell first.
   */
  fitting(member: number, fits: Uint8Array, under: Under | null): number {
    // Of a commune in a province this is most of them.
    if (under !== null && under.members[member] !== 1) return -1;
    let kept = -1;
    for (let status = this.#first[member] ?? -1; status !== -1 && this.#members[status] === member; status += 1) {
      const code = this.code(status);
      if (fits[code] === 0 || (under !== null && under.statuses[status] !== 1)) continue;
      if (counted[code] === 1) return status;
      if (kept === -1) kept = status;
    }
    return kept;
  }

  /** What is under the organisation. Held for the last that was asked for. */
  async under(organisation: string): Promise<Under> {
    if (this.#under?.organisation === organisation) return this.#under;
    const [cells, places] = [await this.#readCells(), await this.#readPlaces()];
    const wanted = places.under(organisation);
    const isWanted = Uint8Array.from(cells.ids, (id) => Number(wanted.has(id)));
    const statuses = new Uint8Array(this.#codes.length);
    const members = new Uint8Array(this.#first.length);
    for (let status = 0; status < statuses.length; status += 1) {
      if (isWanted[cells.of(status)] !== 1) continue;
      statuses[status] = 1;
      members[this.#members[status] ?? -1] = 1;
    }
    this.#under = { organisation, statuses, members };
    return this.#under;
  }

  /** Members by the cell of the status beside them, within a cell as they came: by name. */
  async byCell(members: readonly number[], statuses: readonly number[], descending: boolean): Promise<number[]> {
    const [cells, places] = [await this.#readCells(), await this.#readPlaces()];
    const orders = cells.ids.map((id) => places.order(id));
    const distinct = [...new Set(orders)].sort((a, b) => a - b);
    const rankOf = new Map(distinct.map((order, rank) => [order, rank]));
    const ranks = Int32Array.from(orders, (order) => rankOf.get(order) ?? 0);
    const byRank = distinct.map((): number[] => []);
    for (const [index, member] of members.entries()) byRank[ranks[cells.of(statuses[index] ?? -1)] ?? 0]?.push(member);
    return (descending ? byRank.reverse() : byRank).flat();
  }

  /** Something about organisations has changed. */
  forgetPlaces(): void {
    this.#places = null;
    this.#under = null;
  }

  /** These members have these statuses now, those of one after the other, and none of those of before. */
  take(touched: Iterable<number>, statuses: readonly ChangedStatus[]): void {
    this.#under = null;
    for (const member of touched) {
      for (let status = this.#first[member] ?? -1; this.#members[status] === member; status += 1) {
        this.#members[status] = -1;
        this.#first[member] = -1;
      }
    }
    const before = this.#codes.length;
    this.#codes = grown(this.#codes, before + statuses.length, 0);
    this.#members = grown(this.#members, before + statuses.length, -1);
    for (const [index, { code, number }] of statuses.entries()) {
      this.#codes[before + index] = code;
      this.#members[before + index] = number;
    }
    this.#findFirst(before);
    this.#cells &&= this.#cells.then((cells) => cells.with(statuses.map(({ cell }) => cell)));
  }

  /** Of the statuses from one on, the first of each member. */
  #findFirst(from: number): void {
    const members = this.#members.subarray(from);
    this.#first = grown(this.#first, members.reduce((most, member) => Math.max(most, member), -1) + 1, -1);
    for (let status = members.length - 1; status >= 0; status -= 1) this.#first[members[status] ?? -1] = from + status;
  }

  #readPlaces() {
    this.#places ??= readPlaces(this.#db, this.#asOf);
    return this.#places;
  }

  #readCells(): Promise<StatusCells> {
    this.#cells ??= readStatusCells(this.#db, this.#asOf).then(({ numbers, cells }) => {
      // Those of a member come in the order in which they stand here; the members may stand in another by now.
      const next = this.#first.slice();
      const ofStatuses = Array<string>(this.#codes.length).fill('');
      for (const [index, member] of numbers.entries()) {
        const status = next[member] ?? -1;
        ofStatuses[status] = cells[index] ?? '';
        next[member] = status + 1;
      }
      return new StatusCells(new Int32Array(0), []).with(ofStatuses);
    });
    return this.#cells;
  }
}

/** The cell of each status, by its place among the ids of all. */
class StatusCells {
  readonly ids: readonly string[];
  readonly #of: Int32Array;

  constructor(of: Int32Array, ids: readonly string[]) {
    this.#of = of;
    this.ids = ids;
  }

  of(status: number): number {
    return this.#of[status] ?? -1;
  }

  /** The same with the cells of more statuses behind them. */
  with(cells: readonly string[]): StatusCells {
    const places = new Map(this.ids.map((id, place) => [id, place]));
    const of = grown(this.#of, this.#of.length + cells.length, -1);
    for (const [index, id] of cells.entries()) {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      of[this.#of.length + index] = place;
    }
    return new StatusCells(of, [...places.keys()]);
  }
}
