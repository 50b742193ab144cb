import { CodeBook } from '../../electron/data/importing/match/code-book.ts';
import { loadDictionary, type SheetKind } from '../../electron/data/importing/recognise/dictionary.ts';
import { recogniseSheet } from '../../electron/data/importing/recognise/recognise-sheet.ts';
import { readRows } from '../../electron/data/importing/recognise/sheet-rows.ts';
import { readTitleBlock } from '../../electron/data/importing/recognise/title-block.ts';
import { SheetContext } from '../../electron/data/importing/sheet-context.ts';
import {
  type CellValue,
  type Merge,
  parseReference,
  type SheetGrid,
} from '../../electron/data/importing/workbook/sheet-grid.ts';
import { loadCodeLists } from '../../electron/data/rules/code-lists.ts';
import { loadDefaultRules } from '../../electron/data/rules/default-rules.ts';
import { Rules } from '../../electron/data/rules/read-rules.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { resourcesDir } from './office.ts';

export const dictionary = loadDictionary(resourcesDir);
const codes = new CodeBook(loadCodeLists(resourcesDir));

/** The rules of a new office. */
export const defaultRules = loadDefaultRules(resourcesDir);

/** What a test writes in a box: text, a number, a true date, nothing, or any value of the reader. */
export type Box = string | number | null | { date: string } | CellValue;

function cellValue(box: Box): CellValue | null {
  if (box === null || box === '') return null;
  if (typeof box === 'string') return { type: 'text', text: box };
  if (typeof box === 'number') return { type: 'number', value: box, format: null };
  return 'type' in box ? box : { type: 'date', date: box.date, time: null };
}

/** A sheet from its rows, the first being row 1; merges as `A1:B2`. */
export function sheetOf(rows: readonly (readonly Box[])[], merges: readonly string[] = [], name = 'Sheet1'): SheetGrid {
  return {
    name,
    hidden: false,
    hiddenColumns: [],
    decoded: [],
    merges: merges.flatMap(mergeOf),
    rows: rows
      .map((boxes, index) => ({
        number: index + 1,
        hidden: false,
        cells: new Map(
          boxes.flatMap((box, column): [number, CellValue][] => {
            const value = cellValue(box);
            return value === null ? [] : [[column + 1, value]];
          }),
        ),
      }))
      .filter(({ cells }) => cells.size > 0),
  };
}

function mergeOf(reference: string): Merge[] {
  const [first, last] = reference.split(':').map(parseReference);
  return first && last ? [{ top: first.row, left: first.column, bottom: last.row, right: last.column }] : [];
}

/** The sheet recognised and read as of 15/01/2025. Throws when it is not recognised or of another kind than expected. */
export function contextOf(sheet: SheetGrid, kind: SheetKind, rules = defaultRules): SheetContext {
  const recognised = recogniseSheet(sheet, dictionary);
  const today = parseIsoDate('2025-01-15');
  if (recognised?.kind !== kind || today === null) throw new Error(`recognised as ${recognised?.kind ?? 'nothing'}`);
  return new SheetContext({
    file: 'thu.xlsx',
    sheet: sheet.name,
    recognised,
    rows: readRows(sheet, recognised),
    title: readTitleBlock(sheet, recognised.headingTop, 'thu.xlsx'),
    today,
    level: 'commune',
    codes,
    rules: new Rules(rules),
    form: null,
  });
}

/** The codes of the issues found, with their rows: `missing_name 12`. */
export function issueCodes(context: SheetContext): string[] {
  return context.issues.map(({ code, row }) => (row === null ? code : `${code} ${row}`));
}
