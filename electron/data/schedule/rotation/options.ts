import type { ProposedVisit, RotationQuestion } from './question.ts';

/** A visit that could be made. */
export interface Option extends ProposedVisit {
  /** Place of the month among the months asked about. */
  at: number;
}

/** Every visit that an assignment in force allows on a day the cell meets. */
export class Options {
  readonly #at = new Map<string, Option[]>();
  readonly #ofOfficial: ReadonlyMap<string, Option[]>;
  readonly #monthsOf = new Map<string, number[]>();

  constructor(question: RotationQuestion) {
    const all = optionsOf(question);
    for (const option of all) {
      const key = keyOf(option.at, option.cellId);
      const there = this.#at.get(key);
      if (there) there.push(option);
      else {
        this.#at.set(key, [option]);
        this.#monthsOf.set(option.cellId, [...(this.#monthsOf.get(option.cellId) ?? []), option.at]);
      }
    }
    this.#ofOfficial = Map.groupBy(all, ({ officialId }) => officialId);
  }

  /** Who may visit the cell in the month at that place. */
  at(at: number, cellId: string): readonly Option[] {
    return this.#at.get(keyOf(at, cellId)) ?? [];
  }

  of(officialId: string): readonly Option[] {
    return this.#ofOfficial.get(officialId) ?? [];
  }

  /** Places of the months in which the cell can be visited, earliest first. */
  monthsOf(cellId: string): readonly number[] {
    return this.#monthsOf.get(cellId) ?? [];
  }
}

function keyOf(at: number, cellId: string): string {
  return `${at} ${cellId}`;
}

function optionsOf({ months, cells, officials, assignmentOf, notBefore }: RotationQuestion): Option[] {
  return months.flatMap((month, at) =>
    cells.flatMap((cell) => {
      const date = cell.days.get(month);
      if (date === undefined || (notBefore !== null && date < notBefore)) return [];
      return officials.flatMap(({ id: officialId }) => {
        const assignmentId = assignmentOf(officialId, cell.id, date);
        return assignmentId === null ? [] : [{ officialId, cellId: cell.id, month, date, assignmentId, at }];
      });
    }),
  );
}
