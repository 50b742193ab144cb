import type { MeetingKind } from '../schema/column-types.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';

/** A held thematic or combined meeting. */
export interface ThematicMeeting {
  id: string;
  cellId: string;
  date: IsoDate | null;
  kind: MeetingKind;
  theme: string | null;
  planId: string | null;
}

export interface PlannedTheme {
  id: string;
  themeId: string | null;
  title: string;
  requiredBy: string | null;
}

export interface RequiredTheme {
  id: string;
  title: string;
  requiredBy: string | null;
  /** Empty = every cell. */
  cellTypes: readonly string[];
}

export type Missing =
  | { reason: 'no_plan' }
  | { reason: 'not_held'; entry: PlannedTheme }
  | { reason: 'required_not_planned'; theme: RequiredTheme };

/**
 * The meetings on each entry of one cell and quarter: those that say so, whatever their date; else those of the quarter
 * that name its title; and where the quarter has a single entry, those of the quarter that name no other (R5: one theme
 * may take several meetings, a combined one counts).
 */
export function meetingsOfEntries(
  entries: readonly PlannedTheme[],
  { linked, ofQuarter }: { linked: readonly ThematicMeeting[]; ofQuarter: readonly ThematicMeeting[] },
): ReadonlyMap<string, readonly ThematicMeeting[]> {
  const free = ofQuarter.filter(({ planId }) => planId === null);
  const titles = new Set(entries.map(({ title }) => searchKey(title)));
  return new Map(
    entries.map((entry) => {
      const said = linked.filter(({ planId }) => planId === entry.id);
      const named = free.filter(({ theme }) => theme !== null && searchKey(theme) === searchKey(entry.title));
      const unnamed = free.filter(({ theme }) => theme === null || !titles.has(searchKey(theme)));
      return [entry.id, [...said, ...named, ...(entries.length === 1 ? unnamed : [])]];
    }),
  );
}

/**
 * What one cell is missing in a quarter: entries not held; a compulsory theme of its type that is not in its plan; and,
 * with neither a plan nor enough meetings, a plan (R5: `required` meetings a quarter).
 */
export function missingOf(
  {
    cellType,
    entries,
    held,
  }: { cellType: string | null; entries: readonly (PlannedTheme & { held: number })[]; held: number },
  { compulsory, required }: { compulsory: readonly RequiredTheme[]; required: number },
): Missing[] {
  const notPlanned = compulsory.filter(
    (theme) =>
      (theme.cellTypes.length === 0 || (cellType !== null && theme.cellTypes.includes(cellType))) &&
      !entries.some(({ themeId, title }) => themeId === theme.id || searchKey(title) === searchKey(theme.title)),
  );
  const missing: Missing[] = [
    ...notPlanned.map((theme): Missing => ({ reason: 'required_not_planned', theme })),
    ...entries.filter((entry) => entry.held === 0).map((entry): Missing => ({ reason: 'not_held', entry })),
  ];
  return missing.length === 0 && entries.length === 0 && held < required ? [{ reason: 'no_plan' }] : missing;
}
