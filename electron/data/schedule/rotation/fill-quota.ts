import type { Board } from './board.ts';
import type { Option, Options } from './options.ts';
import type { RotationOfficial, RotationQuestion } from './question.ts';

/** Adds visits for an official until the quota is planned or no day is left: where a cell has waited longest. */
export function fillQuota(
  { id, wanted }: RotationOfficial,
  { months, rule, cells }: RotationQuestion,
  options: Options,
  board: Board,
): void {
  const own = options.of(id);
  const isDifficult = new Set(cells.filter(({ difficult }) => difficult).map((cell) => cell.id));
  const waited = ({ cellId, at }: Option) => {
    const { visited, before, stale } = board.timeline(cellId);
    const known = [...visited, stale ? -months.length : before];
    return Math.min(...known.map((index) => Math.abs(index - at)));
  };
  const loadOf = (at: number) => board.proposed.filter((option) => option.officialId === id && option.at === at).length;
  while (wanted !== null && board.countOf(id) < wanted) {
    const [best] = own
      .filter((option) => board.room(id, option.date) > 0 && !board.timeline(option.cellId).visited.has(option.at))
      .map((option) => ({ option, waited: waited(option), load: loadOf(option.at) }))
      .sort(
        (a, b) =>
          a.load - b.load ||
          b.waited - a.waited ||
          (rule.difficult_first
            ? Number(isDifficult.has(b.option.cellId)) - Number(isDifficult.has(a.option.cellId))
            : 0) ||
          a.option.at - b.option.at ||
          board.order(a.option) - board.order(b.option),
      );
    if (!best) return;
    board.propose(best.option);
  }
}
