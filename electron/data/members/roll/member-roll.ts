import type { Kysely } from 'kysely';
import type { MemberQuery } from '../../../contract/members.ts';
import type { Tables } from '../../schema/database.ts';
import { searchWords } from '../../search/closeness.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import type { FoundMembers } from '../find-members.ts';
import type { Changed } from './changed-since.ts';
import { counted, DayStatuses } from './day-statuses.ts';
import { grown } from './grown.ts';
import { inNewPlaces } from './in-new-places.ts';
import { type ChangedMember, readMembers, readNeighbours, readStatusesOf } from './read-changed.ts';
import {
  afterName,
  genderCode,
  kindOf,
  type Order,
  readByName,
  readNameKeys,
  readOrder,
  readTexts,
  standingOf,
  statusCode,
  statusCodes,
} from './read-roll.ts';

/**
 * What every list of members is picked from: columns by the number of a member's row, each read when it is first asked for, and
 * orders of these numbers. A list of a hundred thousand then takes milliseconds, whatever its order and filters. After a change
 * only the members it touched are read, and put in their places.
 */
export class MemberRoll {
  readonly #db: Kysely<Tables>;
  readonly #ids: string[];
  #genders = new Uint8Array(0);
  readonly #orders = new Map<Order, Promise<Int32Array>>();
  readonly #days = new Map<string, Promise<DayStatuses>>();
  #texts: Promise<string[]> | null = null;
  #nameKeys: Promise<string[]> | null = null;

  private constructor(db: Kysely<Tables>, { ids, numbers, genders }: Awaited<ReturnType<typeof readByName>>) {
    this.#db = db;
    this.#ids = byNumber(numbers, ids);
    this.#genders = grown(this.#genders, this.#ids.length, 0);
    for (const [index, number] of numbers.entries()) this.#genders[number] = genders[index] ?? 0;
    this.#orders.set('name', Promise.resolve(numbers));
  }

  static async read(db: Kysely<Tables>): Promise<MemberRoll> {
    return new MemberRoll(db, await readByName(db));
  }

  /**
   * Reads what has become of those that a change touched. What it returns puts them in their places, all at once; it must not be
   * called while somebody picks from the roll.
   */
  async following({ members: ids, statuses: ofDays, organisations }: Changed): Promise<() => void> {
    const [orders, days] = [[...this.#orders], [...this.#days]];
    const members = await readMembers(this.#db, ids);
    const neighbours = await Promise.all(orders.map(([order]) => readNeighbours(this.#db, ids, order)));
    const statuses = ofDays ? await Promise.all(days.map(([asOf]) => readStatusesOf(this.#db, ids, asOf))) : [];
    return () => {
      const touched = this.#takeMembers(ids, members);
      for (const [index, [order, numbers]] of orders.entries()) {
        const arrived = neighbours[index] ?? [];
        this.#orders.set(
          order,
          numbers.then((before) => inNewPlaces(before, touched, arrived)),
        );
      }
      for (const [index, [asOf, day]] of days.entries()) {
        const now = statuses[index];
        this.#days.set(
          asOf,
          day.then((before) => {
            if (organisations) before.forgetPlaces();
            if (now) before.take(touched, now);
            return before;
          }),
        );
      }
    };
  }

  /** Puts down what these members are now; numbers of the rows that they have, or had. */
  #takeMembers(ids: readonly string[], members: readonly ChangedMember[]): Set<number> {
    const staying = new Set(members.flatMap(({ id, number }) => (this.#ids[number] === id ? [id] : [])));
    const others = new Set(ids.filter((id) => !staying.has(id)));
    // Who is new, was removed, or was removed and brought back.
    const left = others.size === 0 ? [] : [...this.#ids.keys()].filter((number) => others.has(this.#ids[number] ?? ''));
    for (const number of left) this.#ids[number] = '';
    this.#genders = grown(this.#genders, Math.max(-1, ...members.map(({ number }) => number)) + 1, 0);
    for (const { id, number, sex } of members) {
      this.#ids[number] = id;
      this.#genders[number] = sex;
    }
    const put = (column: string[], key: 'text' | 'name_key') => {
      for (const number of left) column[number] = '';
      for (const member of members) column[member.number] = member[key];
      return column;
    };
    this.#texts &&= this.#texts.then((texts) => put(texts, 'text'));
    this.#nameKeys &&= this.#nameKeys.then((keys) => put(keys, 'name_key'));
    return new Set([...left, ...members.map(({ number }) => number)]);
  }

  /** What `findMembers` finds. */
  async find(query: MemberQuery, asOf: string): Promise<FoundMembers> {
    const { sort = 'name', descending = false, organisation_id: under } = query;
    const day = await this.#statusesOn(asOf);
    const order = await this.#inOrder(sort === 'cell' ? 'name' : sort);
    const isTyped = await this.#typed(searchWords(searchKey(query.text ?? '')));
    const fits = codesThatFit(query);
    const area = under ? await day.under(under) : null;
    const gender = query.gender ? genderCode(query.gender) : null;
    const counts = { total: 0, women: 0, probationary: 0, exempt: 0 };
    const found: number[] = [];
    const statuses: number[] = [];
    const backwards = descending && sort !== 'cell';
    for (let at = 0; at < order.length; at += 1) {
      const member = order[backwards ? order.length - 1 - at : at] ?? -1;
      if (gender !== null && this.#genders[member] !== gender) continue;
      if (isTyped !== null && !isTyped(member)) continue;
      const status = day.fitting(member, fits, area);
      if (status === -1) continue;
      found.push(member);
      statuses.push(status);
      const code = day.code(status);
      counts.total += 1;
      if (this.#genders[member] === woman) counts.women += 1;
      if (standingOf(code) === 'probationary') counts.probationary += 1;
      if (kindOf(code) === 'exempt') counts.exempt += 1;
    }
    const members = sort === 'cell' ? await day.byCell(found, statuses, descending) : found;
    return { ids: members.map((member) => this.#ids[member] ?? ''), counts };
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
    for (const member of await this.#inOrder('name')) {
      const text = texts[member] ?? '';
      if (!words.every((word) => text.includes(word))) continue;
      const key = text.slice(0, text.indexOf(afterName));
      if (!words.every((word) => key.includes(word)) || day.fitting(member, everyStatus, null) === -1) continue;
      const rank = rankOf({ nameKey: nameKeys[member] ?? '', searchKey: key });
      byRank[rank] ??= [];
      const alike = byRank[rank];
      if (alike.length < limit) alike.push({ id: this.#ids[member] ?? '', rank });
    }
    return byRank.flat().slice(0, limit);
  }

  /** Whether a member's name or one of the numbers holds every word; null: nothing was typed. */
  async #typed(words: readonly string[]): Promise<((member: number) => boolean) | null> {
    if (words.length === 0) return null;
    const texts = await this.#readTexts();
    const [only = ''] = words;
    if (words.length === 1) return (member) => texts[member]?.includes(only) ?? false;
    return (member) => words.every((word) => texts[member]?.includes(word));
  }

  #readTexts(): Promise<string[]> {
    this.#texts ??= readTexts(this.#db).then(({ numbers, texts }) => byNumber(numbers, texts));
    return this.#texts;
  }

  #readNameKeys(): Promise<string[]> {
    this.#nameKeys ??= readNameKeys(this.#db).then(({ numbers, texts }) => byNumber(numbers, texts));
    return this.#nameKeys;
  }

  #inOrder(order: Order): Promise<Int32Array> {
    const known = this.#orders.get(order);
    if (known) return known;
    const read = readOrder(this.#db, order);
    this.#orders.set(order, read);
    return read;
  }

  #statusesOn(asOf: string): Promise<DayStatuses> {
    const known = this.#days.get(asOf);
    if (known) return known;
    // The day of the list and today: who looks through the years does not have them all held.
    if (this.#days.size === mostDays) this.#days.clear();
    const read = DayStatuses.read(this.#db, asOf);
    this.#days.set(asOf, read);
    return read;
  }
}

/** A column as it was read, by the numbers of the rows. */
function byNumber(numbers: Int32Array, texts: readonly string[]): string[] {
  const column = Array<string>(numbers.reduce((most, number) => Math.max(most, number), -1) + 1).fill('');
  for (const [index, number] of numbers.entries()) column[number] = texts[index] ?? '';
  return column;
}

const mostDays = 2;
const woman = genderCode('female');

/** By code of a status: whether the question takes it. */
function codesThatFit(query: MemberQuery): Uint8Array {
  const onlyCounted = query.counted_only ?? query.status === undefined;
  return Uint8Array.from({ length: statusCodes }, (_, code) => {
    if (onlyCounted && counted[code] === 0) return 0;
    if (query.status && (code | 1) !== statusCode(query.status, true)) return 0;
    return Number(!query.standing || standingOf(code) === query.standing);
  });
}
