export type Branch<T> = {
  item: T;
  depth: number;
  /** How many stand directly under it; 0 for a leaf. */
  children: number;
  open: boolean;
};

type TreeOptions<T> = {
  idOf: (item: T) => string;
  parentOf: (item: T) => string | null;
  /** Ids of the branches that are closed. */
  closed: ReadonlySet<string>;
  /** With a filter: what matches is shown with all its parents, opened; a match shows what is under it. */
  matches?: ((item: T) => boolean) | null;
};

/** The lines of a tree in the order of the list, children under their parent. An unknown parent makes a root. */
export function treeLines<T>(items: readonly T[], options: TreeOptions<T>): Branch<T>[] {
  const { idOf, parentOf, closed, matches } = options;
  const ids = new Set(items.map(idOf));
  const under = new Map<string | null, T[]>();
  for (const item of items) {
    const parent = parentOf(item);
    const key = parent !== null && parent !== idOf(item) && ids.has(parent) ? parent : null;
    under.set(key, [...(under.get(key) ?? []), item]);
  }
  const lines = (parent: string | null, depth: number, all: boolean): Branch<T>[] =>
    (under.get(parent) ?? []).flatMap((item) => {
      const id = idOf(item);
      const hit = all || !matches || matches(item);
      const children = under.get(id)?.length ?? 0;
      const open = matches ? true : !closed.has(id);
      const below = open || !hit ? lines(id, depth + 1, hit) : [];
      return hit || below.length > 0 ? [{ item, depth, children, open }, ...below] : [];
    });
  return lines(null, 0, false);
}
