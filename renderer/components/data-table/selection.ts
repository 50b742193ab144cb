import { type Cursor, selectedRange } from './cursor.ts';

/** Rows picked one by one, by id; null while the selection is the range between anchor and cursor. */
export type Picks = ReadonlySet<string> | null;

/** The ids of the selected rows, in the order of the list. */
export function selectedIds(ids: readonly string[], cursor: Cursor, picks: Picks): string[] {
  if (picks) return ids.filter((id) => picks.has(id));
  const { first, last } = selectedRange(cursor);
  return ids.slice(first, last + 1);
}

/**
 * Ctrl+Space or Ctrl and a click: puts a row to the selected ones or takes it out. The first one picked at the cursor
 * is the selection itself, not its end. With the last row gone, the selection is the cursor's row again.
 */
export function togglePick(ids: readonly string[], cursor: Cursor, picks: Picks, id: string): Picks {
  const selected = selectedIds(ids, cursor, picks);
  if (!picks && selected.length === 1 && selected[0] === id) return new Set([id]);
  const next = selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id];
  return next.length === 0 ? null : new Set(next);
}
