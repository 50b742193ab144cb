import type { ImportIssue } from '../../../electron/contract/imports.ts';

/** What is wrong with a row of a sheet: of its boxes by column letter, and of the row as a whole under ''. */
export type RowMarks = ReadonlyMap<string, readonly ImportIssue[]>;

const grave = { error: 2, warning: 1, info: 0 } as const;

/** The issues of a sheet by row and column, the gravest of a box first. Issues of the whole sheet are not in it. */
export function sheetMarks(issues: readonly ImportIssue[]): ReadonlyMap<number, RowMarks> {
  const rows = new Map<number, Map<string, ImportIssue[]>>();
  const sorted = [...issues].sort((left, right) => grave[right.severity] - grave[left.severity]);
  for (const issue of sorted) {
    if (issue.row === null) continue;
    const row = rows.get(issue.row) ?? new Map<string, ImportIssue[]>();
    const place = issue.column ?? '';
    row.set(place, [...(row.get(place) ?? []), issue]);
    rows.set(issue.row, row);
  }
  return rows;
}
