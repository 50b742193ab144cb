import type { PlanEntry, PlanEntryInput, PlanRow, ThemeRecord } from '../../../electron/contract/themes.ts';
import type { Typed } from '../../components/entry-grid/entries.ts';
import type { EntryColumn, EntryRowInfo } from '../../components/entry-grid/entry-column.ts';
import { fold } from '../../components/fold.ts';

export const quarterNames = ['I', 'II', 'III', 'IV'] as const;
const columnOf = (quarter: number) => `q${quarter}`;

export const planColumns: readonly EntryColumn[] = quarterNames.map((name, index) => ({
  key: columnOf(index + 1),
  heading: `Quý ${name}`,
  width: 244,
  check: () => null,
}));

/** Themes of one quarter in one cell: several are parted by a semicolon. */
export function titlesOf(text: string): string[] {
  return text
    .split(';')
    .map((title) => title.trim())
    .filter(Boolean);
}

const textOf = (entries: readonly PlanEntry[]) => entries.map(({ title }) => title).join('; ');

function heldNote({ entries, held }: PlanRow['quarters'][number]): string | undefined {
  if (entries.length === 0) return held > 0 ? `đã họp ${held}` : undefined;
  const done = entries.filter(({ meetings }) => meetings.length > 0).length;
  return `đã họp ${done}/${entries.length}`;
}

/** One row a cell, with its themes of the four quarters and how many of them were held. */
export function planRows(rows: readonly PlanRow[]): EntryRowInfo[] {
  return rows.map((row) => ({
    id: row.cell_id,
    name: row.cell,
    context: row.grassroots,
    texts: Object.fromEntries(row.quarters.map(({ quarter, entries }) => [columnOf(quarter), textOf(entries)])),
    notes: Object.fromEntries(
      row.quarters.flatMap((quarter) => {
        const note = heldNote(quarter);
        return note ? [[columnOf(quarter.quarter), note]] : [];
      }),
    ),
  }));
}

/** Entries to save and to take out. */
type PlanChanges = { entries: PlanEntryInput[]; removed: string[] };

/** What is typed as entries to save and to take out. A title of the catalogue is that theme. */
export function planChanges(rows: readonly PlanRow[], typed: Typed, themes: readonly ThemeRecord[]): PlanChanges {
  const themeOf = new Map(themes.map((theme) => [fold(theme.title), theme.id]));
  const changes = rows.flatMap((row) =>
    row.quarters.flatMap(({ quarter, entries }) => {
      const text = typed.get(row.cell_id)?.[columnOf(quarter)];
      if (text === undefined) return [];
      const { written, removed } = matchTitles(titlesOf(text), entries);
      return {
        entries: written.map(({ title, entry }) => ({
          ...(entry && { id: entry.id }),
          cell_id: row.cell_id,
          quarter,
          theme_id: themeOf.get(fold(title)) ?? null,
          title,
          preparer: entry?.preparer ?? null,
          preparer_id: entry?.preparer_id ?? null,
          planned_month: entry?.planned_month ?? null,
          note: entry?.note ?? null,
        })),
        removed,
      };
    }),
  );
  return {
    entries: changes.flatMap(({ entries }) => entries),
    removed: changes.flatMap(({ removed }) => removed),
  };
}

/**
 * Which entry of the quarter each title is. A title that stays keeps its entry with who prepares it; else entries take the
 * new titles in their order, so that a changed word is no new entry. `written`: titles that are new or changed, with the
 * entry they change; `removed`: ids of the entries that no title is left for.
 */
function matchTitles(titles: readonly string[], entries: readonly PlanEntry[]) {
  const left = [...entries];
  const take = (fits: (entry: PlanEntry) => boolean) => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const kept = titles.map((title) => take((entry) => entry.title === title));
  const written = titles.flatMap((title, index) => (kept[index] ? [] : { title, entry: take(() => true) }));
  return { written, removed: left.map(({ id }) => id) };
}
