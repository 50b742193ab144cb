import type { IsoDate } from '../../vietnamese/dates.ts';
import type { Option } from './options.ts';
import type { RotationQuestion } from './question.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** Who is where: what stays and what was proposed. */
export class Board {
  readonly proposed: Option[] = [];
  readonly #visitsPerDay: number;
  readonly #onDay = new Map<string, number>();
  readonly #count = new Map<string, number>();
  readonly #timelines: ReadonlyMap<string, Timeline>;
  readonly #places: ReadonlyMap<string, number>;

  constructor({ months, cells, officials, rule, taken }: RotationQuestion) {
    this.#visitsPerDay = rule.visits_per_day;
    this.#timelines = new Map(cells.map((cell) => [cell.id, timelineOf(cell, months, rule.every_months, taken)]));
    this.#places = new Map([...officials, ...cells].map(({ id }, index) => [id, index]));
    for (const { officialId, cellId, month, date } of taken) {
      if (!months.includes(month)) continue;
      add(this.#count, officialId);
      const day = date ?? cells.find(({ id }) => id === cellId)?.days.get(month);
      if (day !== undefined) add(this.#onDay, `${officialId} ${day}`);
    }
  }

  /** Visits an official can still make on a day. */
  room(officialId: string, date: IsoDate): number {
    return this.#visitsPerDay - (this.#onDay.get(`${officialId} ${date}`) ?? 0);
  }

  /** Visits of an official in these months, those that stay and those proposed. */
  countOf(officialId: string): number {
    return this.#count.get(officialId) ?? 0;
  }

  timeline(cellId: string): Timeline {
    return this.#timelines.get(cellId) ?? { before: -1, stale: true, visited: new Set() };
  }

  propose(option: Option): void {
    this.proposed.push(option);
    add(this.#onDay, `${option.officialId} ${option.date}`);
    add(this.#count, option.officialId);
    this.timeline(option.cellId).visited.add(option.at);
  }

  order({ officialId, cellId }: { officialId: string; cellId: string }): number {
    return (this.#places.get(officialId) ?? 0) * 100_000 + (this.#places.get(cellId) ?? 0);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
