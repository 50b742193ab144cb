import { sampleWorkbooks } from '../imported-office.ts';
import * as words from '../truth-words.ts';
import type { Comparison } from './comparison.ts';

/** Issues found at their places, as `workbook | sheet | row | severity | kind`; infos only of the kinds of the READMEs. */
export function foundIssues({ imported }: Comparison): string[] {
  const found = imported.plan.workbooks.flatMap(({ file, sheets }) =>
    sheets.flatMap(({ name, issues }) =>
      issues
        .filter(({ code, severity }) => severity !== 'info' || words.expectedInfos.has(code))
        .map(({ code, severity, row }) => [file, name, row, severity, code].join(' | ')),
    ),
  );
  return [...new Set(found)].sort();
}

export function expectedIssues({ truth }: Comparison): string[] {
  const expected = truth.expected_issues
    .filter(({ workbook }) => sampleWorkbooks.some((name) => name === workbook))
    .flatMap(({ workbook, kind, severity, places }) =>
      places.map(({ sheet, row }) => [workbook, sheet, row, severity, kind].join(' | ')),
    );
  return [...new Set(expected)].sort();
}
