import type { BoxDecision, ImportDecisions, RowDecision, SheetDecision } from '../../../contract/import-decisions.ts';
import type { ImportedDecisions } from '../../../contract/imports.ts';
import { parseReference } from '../workbook/sheet-grid.ts';

export type RowChoice = RowDecision['choice'];

/** What the clerk said of one sheet. */
export interface SheetDecisions {
  sheet: SheetDecision | null;
  boxes: readonly BoxDecision[];
  /** By the row's number. */
  choices: ReadonlyMap<number, RowChoice>;
}

const nothing: SheetDecisions = { sheet: null, boxes: [], choices: new Map() };

/** The decisions of an import by sheet. Where one thing is decided twice, the later decision counts. */
export class DecisionsBySheet {
  readonly #bySheet = new Map<
    string,
    { sheet: SheetDecision | null; boxes: BoxDecision[]; choices: Map<number, RowChoice> }
  >();

  constructor({ sheets, boxes, rows }: Pick<ImportDecisions, 'sheets' | 'boxes' | 'rows'>) {
    for (const sheet of sheets) this.#at(sheet).sheet = sheet;
    for (const box of boxes) this.#at(box).boxes.push(box);
    for (const { choice, ...row } of rows) this.#at(row).choices.set(row.row, choice);
  }

  of(file: string, sheet: string): SheetDecisions {
    return this.#bySheet.get(keyOf(file, sheet)) ?? nothing;
  }

  #at({ file, sheet }: { file: string; sheet: string }) {
    const key = keyOf(file, sheet);
    const known = this.#bySheet.get(key);
    if (known) return known;
    const entry = { sheet: null, boxes: [], choices: new Map<number, RowChoice>() };
    this.#bySheet.set(key, entry);
    return entry;
  }
}

/** No sheet's name has a line break. */
function keyOf(file: string, sheet: string): string {
  return `${file}\n${sheet}`;
}

/** `AB` -> 28. */
export function columnNumber(letter: string): number {
  return parseReference(`${letter}1`)?.column ?? 0;
}

/** Whether a decision is about the layout, and so holds for the sender's next file too. */
export function tellsHowToRead(said: SheetDecision | null): boolean {
  return (
    said !== null &&
    [said.kind, said.heading, said.columns, said.encodings, said.unit].some((part) => part !== undefined)
  );
}

/** How much a clerk has decided of an import, kept with it. */
export function decidedCounts({ sheets, boxes, rows, values }: ImportDecisions): ImportedDecisions {
  return {
    sheets_left_out: sheets.filter(({ kind }) => kind === null).length,
    columns: sheets.reduce((sum, { columns = {} }) => sum + Object.keys(columns).length, 0),
    boxes: boxes.length,
    rows: rows.length,
    values: values.length,
  };
}
