import { describe, expect, it } from 'vitest';
import type { ImportIssue, ImportResult } from '../../../electron/contract/imports.ts';
import { importTotals, issueLines, sheetLines } from '../../../renderer/features/imports/import-lines.ts';
import { fieldText } from '../../../renderer/features/imports/import-words.ts';

const issue = (severity: ImportIssue['severity'], row: number | null): ImportIssue => ({
  severity,
  code: 'x',
  message: `${severity} ${row}`,
  row,
  column: null,
  value: null,
});

const sheet = (name: string, issues: ImportIssue[]): ImportResult['workbooks'][number]['sheets'][number] => ({
  name,
  table: null,
  kind: 'members',
  header_row: 8,
  columns: [],
  read: 10,
  created: 6,
  matched: 0,
  updated: 1,
  unchanged: 3,
  review: 0,
  issues,
});

const result: ImportResult = {
  workbooks: [
    { file: 'a.xlsx', sheets: [sheet('một', [issue('info', 3), issue('error', 9), issue('error', 9)])] },
    {
      file: 'b.xlsx',
      sheets: [sheet('một', [issue('warning', 2), issue('error', 9)]), sheet('hai', [issue('error', null)])],
    },
  ],
  committed: false,
  import_id: null,
};

describe('preview of an import', () => {
  it('puts errors first, then warnings, each in the order of the sheets', () => {
    const lines = issueLines(result).map(({ file, sheet: name, issue: found }) => `${found.severity} ${file} ${name}`);
    expect(lines).toEqual([
      'error a.xlsx một',
      'error a.xlsx một',
      'error b.xlsx một',
      'error b.xlsx hai',
      'warning b.xlsx một',
      'info a.xlsx một',
    ]);
  });

  it('adds up what it would do', () => {
    expect(importTotals(result)).toMatchObject({
      read: 30,
      created: 18,
      updated: 3,
      unchanged: 9,
      errors: 4,
    });
  });

  it('tells sheets of one name in two workbooks apart', () => {
    expect(new Set(sheetLines(result).map(({ id }) => id)).size).toBe(3);
  });

  it('says in words what a column was taken for', () => {
    expect(fieldText('birth_date_male')).toBe('Ngày sinh (nam)');
    expect(fieldText('title, agency')).toBe('Chức vụ, Cơ quan, đơn vị');
    expect(fieldText(null)).toBeNull();
  });
});
