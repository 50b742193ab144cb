import { roundHalfUp } from '../vietnamese/numbers.ts';
import type { CellFormula, CellValue, Sheet, SheetRow } from './workbook.ts';

/** Excel takes 255 arguments and 8,192 characters; longer formulas are left out and the figure stands alone. */
const longestFormula = { arguments: 255, characters: 8000 };

/** The letters of a column counted from 1: 1 -> A, 28 -> AB. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}

/**
 * A formula's text for one cell of `sheet.rows[index]`, or null where the figure is not known or the formula would be too long. `firstRow`: the
 * Excel row of `sheet.rows[0]`. Throws RangeError when the formula does not give the figure of the row
 * or names a column that is not there.
 */
export function formulaText(
  sheet: Sheet,
  index: number,
  key: string,
  formula: CellFormula,
  firstRow: number,
): string | null {
  const row = sheet.rows[index];
  const value = row?.cells[key] ?? null;
  if (row === undefined || typeof value !== 'number') return null;
  const computed = compute(sheet, row, key, formula);
  if (computed !== value) throw new RangeError(`sheet ${sheet.name}, ${key}: figure ${value}, formula ${computed}`);
  const text =
    formula.kind === 'sum'
      ? sumText(sheet, key, formula.rows, firstRow)
      : percentText(sheet, formula, firstRow + index);
  return text.length > longestFormula.characters || text.split(',').length > longestFormula.arguments ? null : text;
}

function compute(sheet: Sheet, row: SheetRow, key: string, formula: CellFormula): number | null {
  if (formula.kind === 'sum') {
    return formula.rows.reduce((sum, index) => sum + numberOf(sheet.rows[index]?.cells[key] ?? null), 0);
  }
  const base = numberOf(row.cells[formula.base] ?? null);
  return base === 0 ? null : roundHalfUp((100 * numberOf(row.cells[formula.of] ?? null)) / base, 1);
}

/** As SUM counts: text and empty cells are nothing. */
function numberOf(value: CellValue): number {
  return typeof value === 'number' ? value : 0;
}

function reference(sheet: Sheet, key: string, excelRow: number): string {
  const column = sheet.columns.findIndex((candidate) => candidate.key === key);
  if (column < 0) throw new RangeError(`sheet ${sheet.name}: a formula names ${key}, which is no column`);
  return `${columnLetters(column + 1)}${excelRow}`;
}

function sumText(sheet: Sheet, key: string, rows: readonly number[], firstRow: number): string {
  const ranges = runs(rows).map(([from, to]) => {
    const start = reference(sheet, key, firstRow + from);
    return from === to ? start : `${start}:${reference(sheet, key, firstRow + to)}`;
  });
  return `SUM(${ranges.join(',')})`;
}

/** Neighbouring indices as ranges: 0 1 2 5 -> 0-2, 5-5. */
function runs(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const index of [...rows].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

function percentText(sheet: Sheet, formula: { of: string; base: string }, excelRow: number): string {
  const base = reference(sheet, formula.base, excelRow);
  return `IF(${base}=0,"-",ROUND(100*${reference(sheet, formula.of, excelRow)}/${base},1))`;
}
