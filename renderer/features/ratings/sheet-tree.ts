import type { Criterion } from '../../../electron/contract/scoring-sheet.ts';

/** Where a line stands: its place in its list, under the place of its group, and so on; numbers may be wrong while typing. */
export type LinePath = readonly number[];

export const newCriterion: Criterion = {
  number: '',
  label: '',
  note: null,
  evidence: null,
  max_points: null,
  kind: 'score',
  bands: [],
  overrides: [],
  applies_when: null,
  when_not_applicable: null,
  suggest_full_when: null,
  criteria: [],
};

/** Every line with its path, groups before their parts. */
export function pathsOf(criteria: readonly Criterion[], under: LinePath = []): { path: LinePath; line: Criterion }[] {
  return criteria.flatMap((line, index) => {
    const path = [...under, index];
    return [{ path, line }, ...pathsOf(line.criteria, path)];
  });
}

export function lineAt(criteria: readonly Criterion[], [index, ...rest]: LinePath): Criterion | null {
  const line = index === undefined ? undefined : criteria[index];
  if (!line) return null;
  return rest.length === 0 ? line : lineAt(line.criteria, rest);
}

/** The tree with the list that holds the line replaced by what `change` makes of it. */
function withList(
  criteria: readonly Criterion[],
  path: LinePath,
  change: (list: Criterion[], index: number) => Criterion[],
): Criterion[] {
  const [index = 0, ...rest] = path;
  if (rest.length === 0) return change([...criteria], index);
  return criteria.map((line, position) =>
    position === index ? { ...line, criteria: withList(line.criteria, rest, change) } : line,
  );
}

export function withLine(criteria: readonly Criterion[], path: LinePath, line: Criterion): Criterion[] {
  return withList(criteria, path, (list, index) => list.map((each, position) => (position === index ? line : each)));
}

export function withoutLine(criteria: readonly Criterion[], path: LinePath): Criterion[] {
  return withList(criteria, path, (list, index) => list.filter((_, position) => position !== index));
}

/** A new line after this one, in the same list; at the end of the sheet where none is chosen. */
export function withLineAfter(
  criteria: readonly Criterion[],
  path: LinePath | null,
): { criteria: Criterion[]; path: LinePath } {
  if (path === null) return { criteria: [...criteria, newCriterion], path: [criteria.length] };
  const after = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
  return {
    criteria: withList(criteria, path, (list, index) => list.toSpliced(index + 1, 0, newCriterion)),
    path: after,
  };
}

/** A new line under this one, which becomes a group. */
export function withPart(criteria: readonly Criterion[], path: LinePath): { criteria: Criterion[]; path: LinePath } {
  const line = lineAt(criteria, path) ?? newCriterion;
  const group: Criterion = {
    ...line,
    kind: 'group',
    bands: [],
    overrides: [],
    criteria: [...line.criteria, newCriterion],
  };
  return { criteria: withLine(criteria, path, group), path: [...path, line.criteria.length] };
}

/** The line one place up or down in its list; as it was at either end. */
export function withLineMoved(
  criteria: readonly Criterion[],
  path: LinePath,
  by: 1 | -1,
): { criteria: Criterion[]; path: LinePath } {
  const index = path.at(-1) ?? 0;
  const list = path.length === 1 ? criteria : (lineAt(criteria, path.slice(0, -1))?.criteria ?? []);
  const to = index + by;
  if (to < 0 || to >= list.length) return { criteria: [...criteria], path };
  const moved = withList(criteria, path, (lines) => {
    const line = lines[index];
    return line ? lines.toSpliced(index, 1).toSpliced(to, 0, line) : lines;
  });
  return { criteria: moved, path: [...path.slice(0, -1), to] };
}
