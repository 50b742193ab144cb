import { compareKeys } from '../vietnamese/sort-key.ts';
import { Board } from './rotation/board.ts';
import { dueNow } from './rotation/due-now.ts';
import { fillQuota } from './rotation/fill-quota.ts';
import { matchCells } from './rotation/match-cells.ts';
import { Options } from './rotation/options.ts';
import type { Rotation, RotationCell, RotationOfficial, RotationQuestion, Unmet } from './rotation/question.ts';
import { uncovered } from './rotation/timeline.ts';

/**
 * Proposes visits so that every cell is visited at least every k months, nobody is in two places at once, and quotas are
 * met (handbook R33). Month by month the cells that can wait no longer come first, difficult ones before others; then
 * what a quota still asks for goes where a cell has waited longest. The same question always has the same answer.
 */
export function planRotation(question: RotationQuestion): Rotation {
  const { months, cells, officials } = question;
  const options = new Options(question);
  const board = new Board(question);
  months.forEach((_, at) => {
    const open = cells.filter(({ id }) => options.at(at, id).length > 0);
    const chosen = dueNow(open, at, question, board, options);
    for (const option of matchCells(chosen, options, at, board)) board.propose(option);
  });
  for (const official of officials) fillQuota(official, question, options, board);
  return {
    proposed: board.proposed.toSorted((a, b) => compareKeys(a.date, b.date) || board.order(a) - board.order(b)),
    unmet: [
      ...cells.flatMap((cell) => unmetCell(cell, question, options, board)),
      ...officials.flatMap((official) => unmetOfficial(official, options, board)),
    ],
  };
}

function unmetCell(cell: RotationCell, question: RotationQuestion, options: Options, board: Board): Unmet[] {
  const { months, rule, taken } = question;
  const gap = uncovered(board.timeline(cell.id), months.length, rule.every_months);
  const [from, to] = gap === null ? [] : [months[gap.from], months[gap.to]];
  if (gap === null || from === undefined || to === undefined) return [];
  const within = (at: number) => at >= gap.from && at <= gap.to;
  const hasDay = months.some((month, at) => within(at) && cell.days.has(month));
  const hasOfficial = options.monthsOf(cell.id).some(within) || taken.some(({ cellId }) => cellId === cell.id);
  const why = hasDay ? (hasOfficial ? 'no_free_official' : 'nobody_assigned') : 'no_day';
  return [{ kind: 'cell', cellId: cell.id, from, to, why }];
}

function unmetOfficial({ id, wanted }: RotationOfficial, options: Options, board: Board): Unmet[] {
  const missing = wanted === null ? 0 : wanted - board.countOf(id);
  if (wanted === null || missing <= 0) return [];
  const why = options.of(id).length > 0 ? 'no_free_day' : 'no_cells';
  return [{ kind: 'official', officialId: id, wanted, missing, why }];
}
