import type { ReportResult } from '../../../electron/contract/reports.ts';
import type { Branch } from '../../components/tree.ts';

export type ReportRow = ReportResult['rows'][number];

/** Headings of the texts beside the figures that no column of the report shows, in the order they are met. */
export function textHeadings({ rows, columns }: Pick<ReportResult, 'rows' | 'columns'>): string[] {
  const shown = new Set(columns.flatMap(({ key, label }) => [key, label]));
  const headings = new Set(rows.flatMap((row) => Object.keys(row.texts)));
  return [...headings].filter((heading) => !shown.has(heading));
}

/** The row of the whole, drawn under the others. */
export function totalBranch(total: ReportResult['total']): Branch<ReportRow> {
  const item = { key: totalKey, name: 'Tổng cộng', kind: 'total', parent: null, texts: {}, figures: total };
  return { item, depth: 0, children: 0, open: true };
}

/** What the data side calls the row of the whole when it is asked for the rows behind a figure. */
export const totalKey = 'total';

/** A cell of which nothing is recorded in the period: it says so in words, not by a row of dashes alone (R42). */
export function isUnreported({ kind, figures }: ReportRow): boolean {
  return kind === 'cell' && (figures.cells_not_reported ?? 0) > 0 && figures.cells_met === null;
}
