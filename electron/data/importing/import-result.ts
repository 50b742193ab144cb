import type { ImportResult } from '../../contract/imports.ts';
import type { ImportPlan } from './import-plan.ts';

/** The plan as the contract and `import --json` show it. An import that changed nothing is committed and has no id. */
export function importResult(
  plan: ImportPlan,
  { committed, importId }: { committed: boolean; importId: string | null },
): ImportResult {
  return {
    workbooks: plan.workbooks.map(({ file, sheets }) => ({
      file,
      sheets: sheets.map(({ headerRow, issues, ...sheet }) => ({
        ...sheet,
        header_row: headerRow,
        issues: issues.map(({ severity, code, message, row, column, value }) => ({
          severity,
          code,
          message,
          row,
          column,
          value,
        })),
      })),
    })),
    ...(plan.membersByCell.length > 0 && { members_by_cell: plan.membersByCell }),
    committed,
    import_id: importId,
  };
}
