import type { ImportIssue, ImportResult } from '../../../electron/contract/imports.ts';

export type ImportedSheet = ImportResult['workbooks'][number]['sheets'][number];
export type SheetLine = { id: string; file: string; sheet: ImportedSheet };
export type IssueLine = { id: string; file: string; sheet: string; sheetId: string; issue: ImportIssue };

const sheetId = (workbook: number, sheet: number) => `${workbook}.${sheet}`;
const severityOrder = { error: 0, warning: 1, info: 2 } as const;

/** Every sheet of the workbooks, in their order. */
export function sheetLines(result: ImportResult): SheetLine[] {
  return result.workbooks.flatMap(({ file, sheets }, workbook) =>
    sheets.map((sheet, index) => ({ id: sheetId(workbook, index), file, sheet })),
  );
}

/** Every issue with its place; errors first, then warnings, each in the order of the sheets and rows. */
export function issueLines(result: ImportResult): IssueLine[] {
  return sheetLines(result)
    .flatMap(({ id, file, sheet }) =>
      sheet.issues.map((issue, index) => ({ id: `${id}.${index}`, file, sheet: sheet.name, sheetId: id, issue })),
    )
    .sort((left, right) => severityOrder[left.issue.severity] - severityOrder[right.issue.severity]);
}

/** How many errors and warnings a sheet has. */
export function sheetCounts({ sheet }: SheetLine): { errors: number; warnings: number } {
  const number = (severity: ImportIssue['severity']) =>
    sheet.issues.filter((issue) => issue.severity === severity).length;
  return { errors: number('error'), warnings: number('warning') };
}

export type ImportTotals = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Rows of which the clerk has not said whose they are. */
  review: number;
  errors: number;
  warnings: number;
  infos: number;
};

/** What the import as a whole would do. */
export function importTotals(result: ImportResult): ImportTotals {
  const sheets = sheetLines(result).map(({ sheet }) => sheet);
  const sum = (key: 'read' | 'created' | 'updated' | 'unchanged' | 'review') =>
    sheets.reduce((total, sheet) => total + sheet[key], 0);
  const issues = issueLines(result);
  const number = (severity: ImportIssue['severity']) =>
    issues.filter(({ issue }) => issue.severity === severity).length;
  return {
    read: sum('read'),
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    review: sum('review'),
    errors: number('error'),
    warnings: number('warning'),
    infos: number('info'),
  };
}
