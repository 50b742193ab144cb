import type { Board } from './board.ts';
import type { Options } from './options.ts';
import type { RotationCell, RotationQuestion } from './question.ts';
import { deadlineOf } from './timeline.ts';

/** Sums of parts are not exact: three thirds are one. */
const tolerance = 1e-9;

interface Waiting {
  cell: RotationCell;
  /** The last month in which it can be visited in time. */
  deadline: number;
  /** Whether that month is among those asked about. */
  needed: boolean;
}

/**
 * The cells to visit in a month, most urgent first: those that can wait no longer, those that would crowd a later month
 * (an official makes one visit where all meet on one day), and some of those nobody has visited for long.
 */
export function dueNow(
  open: readonly RotationCell[],
  at: number,
  { officials, rule, months }: RotationQuestion,
  board: Board,
  options: Options,
): RotationCell[] {
  const waiting = open
    .flatMap((cell): Waiting[] => {
      const deadline = deadlineOf(board.timeline(cell.id), at, rule.every_months);
      if (deadline === null) return [];
      const last = options.monthsOf(cell.id).findLast((index) => index >= at && index <= deadline) ?? at;
      return [{ cell, deadline: last, needed: deadline < months.length }];
    })
    .sort(
      (a, b) =>
        a.deadline - b.deadline ||
        (rule.difficult_first ? Number(b.cell.difficult) - Number(a.cell.difficult) : 0) ||
        lastVisit(a.cell.id, at, board) - lastVisit(b.cell.id, at, board),
    );
  const month = months[at];
  if (month === undefined) return [];
  const chosen = new Set(waiting.filter(({ deadline, needed }) => needed && deadline <= at).map(({ cell }) => cell));
  for (const official of officials) {
    const own = waiting.filter(({ cell }) =>
      options.at(at, cell.id).some(({ officialId }) => officialId === official.id),
    );
    const stale = own.filter(({ cell }) => board.timeline(cell.id).stale && !hasBeen(cell.id, at, board));
    const share = Math.ceil(workOf(own, at, options) / rule.every_months - tolerance);
    for (const { cell } of stale.slice(0, share)) chosen.add(cell);
    // Cells that meet on one day stand in each other's way, this month as in later ones.
    const sameDay = Map.groupBy(
      own.filter(({ needed }) => needed),
      ({ cell }) => cell.days.get(month),
    );
    for (const group of sameDay.values()) {
      const crowd = group.map(({ deadline }, index) => {
        const work = Math.ceil(workOf(group.slice(0, index + 1), at, options) - tolerance);
        return work - (deadline - at) * rule.visits_per_day;
      });
      for (const { cell } of group.slice(0, Math.max(0, ...crowd))) chosen.add(cell);
    }
  }
  return waiting.map(({ cell }) => cell).filter((cell) => chosen.has(cell));
}

/** Visits to make; a cell that several officials may visit is a part of each one's work. */
function workOf(cells: readonly Waiting[], at: number, options: Options): number {
  return cells.reduce((sum, { cell }) => sum + 1 / options.at(at, cell.id).length, 0);
}

function hasBeen(cellId: string, at: number, board: Board): boolean {
  return [...board.timeline(cellId).visited].some((index) => index < at);
}

function lastVisit(cellId: string, at: number, board: Board): number {
  const { visited, before, stale } = board.timeline(cellId);
  const last = Math.max(...[...visited].filter((index) => index < at), Number.NEGATIVE_INFINITY);
  return Number.isFinite(last) ? last : stale ? -1000 : before;
}
