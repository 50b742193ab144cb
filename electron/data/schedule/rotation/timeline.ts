import { type Month, monthsBetween } from '../../vietnamese/dates.ts';
import type { RotationCell, Taken } from './question.ts';

/** A cell's visits by place of the month: 0 is the first month asked about. */
export interface Timeline {
  /** The last visit before these months (negative); -1 where it is too long ago to matter, or there was none. */
  before: number;
  /** Nobody has come for k months or more: to be visited soon, and within the first k months at the latest. */
  stale: boolean;
  visited: Set<number>;
}

export function timelineOf(
  { id, lastVisit }: RotationCell,
  months: readonly Month[],
  every: number,
  taken: readonly Taken[],
): Timeline {
  const [first] = months;
  const distance = first === undefined || lastVisit === null ? null : monthsBetween(first, lastVisit);
  const stale = distance === null || distance + every < 0;
  const visited = new Set(
    taken
      .filter(({ cellId }) => cellId === id)
      .map(({ month }) => months.indexOf(month))
      .filter((index) => index >= 0),
  );
  return { before: stale ? -1 : Math.min(-1, distance), stale, visited };
}

/**
 * The last month by which a cell has to be visited, asked in month `at`; null where it is visited in that month, or a
 * visit that is planned comes in time.
 */
export function deadlineOf({ before, visited }: Timeline, at: number, every: number): number | null {
  const last = Math.max(before, ...[...visited].filter((index) => index < at));
  const deadline = last + every;
  return [...visited].some((index) => index >= at && (index <= deadline || index === at))
    ? null
    : Math.max(deadline, at);
}

/** The first run of `every` months without a visit; null when the cell is visited at least every `every` months. */
export function uncovered(
  { before, visited }: Timeline,
  months: number,
  every: number,
): { from: number; to: number } | null {
  const visits = [before, ...[...visited].sort((a, b) => a - b), months];
  for (const [index, visit] of visits.entries()) {
    const next = visits[index + 1];
    if (next === undefined || next - visit <= every) continue;
    return { from: Math.max(0, visit + 1), to: visit + every };
  }
  return null;
}
