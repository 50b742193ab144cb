import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { issuesOf } from '../../electron/data/importing/import-plan.ts';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { planFiles } from './imported-office.ts';

/** What a clerk types in a box: text, a number, nothing, or a day as Excel keeps it. */
export type Typed = string | number | null | Date;

/** Sheets by name, each with its rows from row 1. */
export type TypedSheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;

/** A day as Excel keeps it: without a time zone. */
export function excelDay(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

interface TypedOptions {
  name?: string;
  /** Ranges merged in each sheet. */
  merges?: Readonly<Record<string, readonly string[]>>;
  /** What else is done to the workbook before it is written. */
  change?: (workbook: ExcelJS.Workbook) => void;
}

/** Writes the sheets as an .xlsx and says what importing it would do; nothing is written to the office. */
export async function planTyped(
  office: Office,
  folder: string,
  sheets: TypedSheets,
  { name = 'danh-sach.xlsx', merges = {}, change }: TypedOptions = {},
): Promise<ImportPlan> {
  const workbook = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(title);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges[title] ?? []) sheet.mergeCells(range);
  }
  change?.(workbook);
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return planFiles(office, [{ path, name }]);
}

/** The same, written. */
export async function importTyped(
  office: Office,
  folder: string,
  sheets: TypedSheets,
  name = 'danh-sach.xlsx',
): Promise<ImportPlan> {
  const plan = await planTyped(office, folder, sheets, { name });
  await commitImport(office, plan, { accept: true });
  return plan;
}

/** Errors and warnings (and infos, if asked) as `code row`. */
export function issueList(plan: ImportPlan, infos = false): string[] {
  return issuesOf(plan)
    .filter(({ severity }) => infos || severity !== 'info')
    .map(({ code, row }) => (row === null ? code : `${code} ${row}`));
}

/** The names of the tables with changes: `member +2 ~1`. */
export function changedTables({ changes }: ImportPlan): string[] {
  return Object.entries(changes).flatMap(([table, { inserts, updates }]) =>
    inserts.length + updates.length === 0 ? [] : [`${table} +${inserts.length} ~${updates.length}`],
  );
}
