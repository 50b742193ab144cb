import type { Board } from './board.ts';
import type { Options } from './options.ts';
import type { RotationCell, RotationQuestion } from './question.ts';
import { deadlineOf } from './timeline.ts';

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
    .flatMap((cell) => {
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
  const chosen = new Set(waiting.filter(({ deadline, needed }) => needed && deadline <= at).map(({ cell }) => cell));
  for (const official of officials) {
    const own = waiting.filter(({ cell }) =>
      options.at(at, cell.id).some(({ officialId }) => officialId === official.id),
    );
    const crowd = own.map(({ deadline }, index) => index + 1 - (deadline - at) * rule.visits_per_day);
    const stale = own.filter(({ cell }) => board.timeline(cell.id).stale && !hasBeen(cell.id, at, board)).length;
    const share = Math.max(0, ...crowd, stale === 0 ? 0 : Math.ceil(own.length / rule.every_months));
    for (const { cell } of own.slice(0, share)) chosen.add(cell);
  }
  return waiting.map(({ cell }) => cell).filter((cell) => chosen.has(cell));
}

function hasBeen(cellId: string, at: number, board: Board): boolean {
  return [...board.timeline(cellId).visited].some((index) => index < at);
}

function lastVisit(cellId: string, at: number, board: Board): number {
  const { visited, before, stale } = board.timeline(cellId);
  const last = Math.max(...[...visited].filter((index) => index < at), Number.NEGATIVE_INFINITY);
  return Number.isFinite(last) ? last : stale ? -1000 : before;
}
