import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';

/**
 * A return form as a list of lines from top to bottom: a sheet, the groups on it, the columns under each group. So
 * anything is moved by moving its line, and a group is begun by putting a heading between two columns.
 */
export type LayoutLine =
  | { kind: 'sheet'; id: string; label: string }
  | { kind: 'group'; id: string; label: string }
  /** Its id is the key of the column. A column that is not shown keeps its place. */
  | { kind: 'column'; id: string; label: string; shown: boolean };

type Sheets = OfficeReportLayout['sheets'];
type Columns = readonly { key: string; label: string }[];

/** The lines of a layout; a column that it does not print stands, not shown, after the one it follows in the standard. */
export function linesOf(sheets: Sheets, standard: Sheets, columns: Columns): LayoutLine[] {
  const lines = sheets.flatMap(({ name, groups }, sheet): LayoutLine[] => [
    { kind: 'sheet', id: `sheet ${sheet}`, label: name },
    ...groups.flatMap((group, index): LayoutLine[] => [
      { kind: 'group', id: `group ${sheet} ${index}`, label: group.label },
      ...group.columns.map(({ key, label }): LayoutLine => ({ kind: 'column', id: key, label, shown: true })),
    ]),
  ]);
  const order = standard.flatMap(({ groups }) => groups.flatMap((group) => group.columns.map(({ key }) => key)));
  const keys = [...order, ...columns.map(({ key }) => key).filter((key) => !order.includes(key))];
  for (const [index, key] of keys.entries()) {
    const column = columns.find((one) => one.key === key);
    if (!column || lines.some(({ id }) => id === key)) continue;
    const before = index === 0 ? -1 : lines.findIndex(({ id }) => id === keys[index - 1]);
    const at = before >= 0 ? before + 1 : lines.findIndex(({ kind }) => kind === 'group') + 1;
    lines.splice(at, 0, { kind: 'column', id: key, label: column.label, shown: false });
  }
  return lines;
}

/** The sheets the lines make; a group or a sheet with nothing shown is none. */
export function sheetsOf(lines: readonly LayoutLine[]): Sheets {
  const sheets: Sheets = [];
  for (const line of lines) {
    if (line.kind === 'sheet') sheets.push({ name: line.label, groups: [] });
    else if (line.kind === 'group') sheets.at(-1)?.groups.push({ label: line.label, columns: [] });
    else if (line.shown) sheets.at(-1)?.groups.at(-1)?.columns.push({ key: line.id, label: line.label });
  }
  return sheets
    .map(({ name, groups }) => ({ name, groups: groups.filter(({ columns }) => columns.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

const rank = { sheet: 0, group: 1, column: 2 } as const;

/** A line with what stands under it: `[from, to)`. */
function blockOf(lines: readonly LayoutLine[], from: number): [number, number] {
  const line = lines[from];
  if (!line) return [from, from];
  const next = lines.findIndex(({ kind }, index) => index > from && rank[kind] <= rank[line.kind]);
  return [from, next < 0 ? lines.length : next];
}

/** Whether a block of this kind may begin there: a column under a group, a group on a sheet, nothing inside another group. */
function fits(rest: readonly LayoutLine[], at: number, kind: LayoutLine['kind']): boolean {
  const [before, after] = [rest[at - 1]?.kind, rest[at]?.kind];
  if (kind === 'column') return before === 'group' || before === 'column';
  if (kind === 'group') return before !== undefined && after !== 'column';
  return after === undefined || after === 'sheet';
}

/** The lines with one (and what is under it) a place up (-1) or down (1); the same lines where it can go no further. */
export function moveLine(lines: readonly LayoutLine[], id: string, step: 1 | -1): readonly LayoutLine[] {
  return settle(lines, id, (from) => from + step, step);
}

/** The lines with one dropped where another stands: before it when it came from below, after it from above. */
export function dropLine(lines: readonly LayoutLine[], id: string, onto: string): readonly LayoutLine[] {
  const [from, target] = [id, onto].map((one) => lines.findIndex((line) => line.id === one));
  if (from === undefined || target === undefined || from < 0 || target < 0) return lines;
  const [, end] = blockOf(lines, from);
  if (target >= from && target < end) return lines;
  const down = target > from;
  return settle(lines, id, () => (down ? target - (end - from) + 1 : target), down ? 1 : -1);
}

function settle(
  lines: readonly LayoutLine[],
  id: string,
  wish: (from: number) => number,
  step: 1 | -1,
): readonly LayoutLine[] {
  const from = lines.findIndex((line) => line.id === id);
  const line = lines[from];
  if (!line) return lines;
  const [start, end] = blockOf(lines, from);
  const rest = lines.toSpliced(start, end - start);
  for (let at = wish(start); at >= 0 && at <= rest.length; at += step) {
    if (fits(rest, at, line.kind)) return rest.toSpliced(at, 0, ...lines.slice(start, end));
  }
  return lines;
}

/** A new group from this column on; the columns above it stay in theirs. */
export function startGroup(lines: readonly LayoutLine[], id: string): readonly LayoutLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const [line, above] = [lines[at], lines[at - 1]];
  if (line?.kind !== 'column' || above?.kind !== 'column') return lines;
  return lines.toSpliced(at, 0, { kind: 'group', id: freshId(lines, 'group'), label: 'Nhóm mới' });
}

/** A new sheet from this group on. */
export function startSheet(lines: readonly LayoutLine[], id: string): readonly LayoutLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const [line, above] = [lines[at], lines[at - 1]];
  if (line?.kind !== 'group' || above?.kind !== 'column') return lines;
  const names = lines.filter(({ kind }) => kind === 'sheet').length + 1;
  return lines.toSpliced(at, 0, { kind: 'sheet', id: freshId(lines, 'sheet'), label: `Phần ${names}` });
}

/** Without this heading: its columns go to the group above, its groups to the sheet above. */
export function removeHeading(lines: readonly LayoutLine[], id: string): readonly LayoutLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const [line, above, below] = [lines[at], lines[at - 1], lines[at + 1]];
  if (!line || !above || line.kind === 'column') return lines;
  // Of the first group of a sheet the columns have no group above them to go to, unless the next heading takes them.
  if (line.kind === 'group' && above.kind === 'sheet' && below?.kind === 'column') return lines;
  return lines.toSpliced(at, 1);
}

function freshId(lines: readonly LayoutLine[], kind: string): string {
  const taken = new Set(lines.map(({ id }) => id));
  for (let number = 0; ; number += 1) if (!taken.has(`${kind} new ${number}`)) return `${kind} new ${number}`;
}
