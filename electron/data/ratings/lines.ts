import type { Criterion } from '../../contract/scoring-sheet.ts';

/** A line that gets points, with the lines it stands under, the nearest last. */
export interface Leaf {
  criterion: Criterion;
  groups: readonly Criterion[];
}

/** Lines of a sheet that are scored, in printing order. */
export function leavesOf(criteria: readonly Criterion[], groups: readonly Criterion[] = []): Leaf[] {
  return criteria.flatMap((criterion) =>
    criterion.kind === 'group' ? leavesOf(criterion.criteria, [...groups, criterion]) : [{ criterion, groups }],
  );
}

/** Every line, groups before their parts. */
export function allLines(criteria: readonly Criterion[], depth = 0): { criterion: Criterion; depth: number }[] {
  return criteria.flatMap((criterion) => [{ criterion, depth }, ...allLines(criterion.criteria, depth + 1)]);
}
