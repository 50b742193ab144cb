import type { Board } from './board.ts';
import type { Option, Options } from './options.ts';
import type { RotationCell } from './question.ts';

/**
 * One visit for as many of the cells as officials are free, the first cells before the others: a cell gets an official
 * even where another cell has to change to a second official for it (augmenting paths). Officials with the fewest visits
 * come first.
 */
export function matchCells(cells: readonly RotationCell[], options: Options, at: number, board: Board): Option[] {
  const optionsOf = new Map(
    cells.map(({ id }) => [
      id,
      options
        .at(at, id)
        .toSorted(
          (a, b) => board.countOf(a.officialId) - board.countOf(b.officialId) || board.order(a) - board.order(b),
        ),
    ]),
  );
  const chosen = new Map<string, Option>();
  const usersOf = (key: string) => [...chosen.values()].filter((option) => slot(option) === key);

  const place = (cellId: string, tried: Set<string>): boolean => {
    for (const option of optionsOf.get(cellId) ?? []) {
      const key = slot(option);
      if (tried.has(key)) continue;
      tried.add(key);
      const users = usersOf(key);
      const room = board.room(option.officialId, option.date);
      if (users.length < room) {
        chosen.set(cellId, option);
        return true;
      }
      if (room > 0 && users.some((user) => place(user.cellId, tried))) {
        chosen.set(cellId, option);
        return true;
      }
    }
    return false;
  };
  for (const { id } of cells) place(id, new Set());
  return [...chosen.values()];
}

function slot({ officialId, date }: Option): string {
  return `${officialId} ${date}`;
}
