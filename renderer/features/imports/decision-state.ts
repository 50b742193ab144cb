import {
  type BoxDecision,
  type ImportDecisions,
  type ImportSheetKind,
  noDecisions,
  type RowDecision,
  type SheetDecision,
} from '../../../electron/contract/import-decisions.ts';

/** A sheet of one of the workbooks, as the contract names it. */
export type SheetPlace = { file: string; sheet: string };
type RowPlace = SheetPlace & { row: number };

/** What the clerk has said, step by step: `now` is sent; the steps before and those taken back are for Ctrl+Z, Ctrl+Y. */
export type DecisionState = { past: ImportDecisions[]; now: ImportDecisions; taken: ImportDecisions[] };

export const undecided: DecisionState = { past: [], now: noDecisions, taken: [] };

/** A further step; what had been taken back is forgotten, as in Excel. */
export function decide(state: DecisionState, change: (now: ImportDecisions) => ImportDecisions): DecisionState {
  const next = change(state.now);
  return next === state.now ? state : { past: [...state.past, state.now], now: next, taken: [] };
}

export function takeBack(state: DecisionState): DecisionState {
  const last = state.past.at(-1);
  return last === undefined ? state : { past: state.past.slice(0, -1), now: last, taken: [...state.taken, state.now] };
}

export function doAgain(state: DecisionState): DecisionState {
  const next = state.taken.at(-1);
  return next === undefined ? state : { past: [...state.past, state.now], now: next, taken: state.taken.slice(0, -1) };
}

export const isSameSheet = (one: SheetPlace, other: SheetPlace) => one.file === other.file && one.sheet === other.sheet;

const isSameRow = (one: RowPlace, other: RowPlace) => isSameSheet(one, other) && one.row === other.row;

export function sheetDecisionOf(now: ImportDecisions, place: SheetPlace): SheetDecision | undefined {
  return now.sheets.find((sheet) => isSameSheet(sheet, place));
}

function withSheet(
  now: ImportDecisions,
  { file, sheet }: SheetPlace,
  change: (old: SheetDecision) => SheetDecision,
): ImportDecisions {
  const old = sheetDecisionOf(now, { file, sheet }) ?? { file, sheet };
  return { ...now, sheets: [...now.sheets.filter((other) => other !== old), change(old)] };
}

/** Another kind of sheet has other fields: what was said of the columns does not hold for it. */
export const withKind = (place: SheetPlace, kind: ImportSheetKind | null) => (now: ImportDecisions) =>
  withSheet(now, place, ({ columns: _columns, ...old }) => ({ ...old, kind }));

/** Other heading rows: the columns are recognised anew from them. */
export const withHeading = (place: SheetPlace, top: number, bottom: number) => (now: ImportDecisions) =>
  withSheet(now, place, ({ columns: _columns, ...old }) => ({
    ...old,
    heading: { top: Math.min(top, bottom), bottom: Math.max(top, bottom) },
  }));

type TakenColumn = { letter: string; field: string | null };

/** A field stands in one column: the one that had it so far is not read any more. `columns` is how they are taken now. */
export const withColumn =
  (place: SheetPlace, letter: string, field: string | null, columns: readonly TakenColumn[]) =>
  (now: ImportDecisions) =>
    withSheet(now, place, (old) => {
      const others = columns.filter((column) => column.letter !== letter && field !== null && column.field === field);
      const left = Object.fromEntries(others.map((column) => [column.letter, null]));
      return { ...old, columns: { ...old.columns, ...left, [letter]: field } };
    });

export const withEncoding =
  (place: SheetPlace, letter: string, encoding: 'unicode' | 'tcvn3' | 'vni') => (now: ImportDecisions) =>
    withSheet(now, place, (old) => ({ ...old, encodings: { ...old.encodings, [letter]: encoding } }));

/** Exchanges day and month of a column's dates, or leaves them as they are in the file; the other columns stay as they are. */
export const withSwappedDates =
  (
    place: SheetPlace,
    letter: string,
    swapped: boolean,
    columns: readonly { letter: string; dates_swapped: boolean }[],
  ) =>
  (now: ImportDecisions) =>
    withSheet(now, place, (old) => {
      const others = columns.filter((column) => column.dates_swapped && column.letter !== letter);
      return { ...old, swapped_dates: [...others.map((column) => column.letter), ...(swapped ? [letter] : [])] };
    });

export const withUnit = (place: SheetPlace, unit: string | null) => (now: ImportDecisions) =>
  withSheet(now, place, (old) => ({ ...old, unit }));

/** Boxes edited in place; a later text of the same box replaces the earlier one. */
export const withBoxes =
  (boxes: readonly BoxDecision[]) =>
  (now: ImportDecisions): ImportDecisions => ({
    ...now,
    boxes: [
      ...now.boxes.filter((old) => !boxes.some((box) => isSameRow(box, old) && box.column === old.column)),
      ...boxes,
    ],
  });

/** A row's choice; null: as the program found it. */
export const withRow =
  ({ file, sheet, row }: RowPlace, choice: RowDecision['choice'] | null) =>
  (now: ImportDecisions): ImportDecisions => ({
    ...now,
    rows: [
      ...now.rows.filter((old) => !isSameRow(old, { file, sheet, row })),
      ...(choice === null ? [] : [{ file, sheet, row, choice }]),
    ],
  });

export function rowChoiceOf(now: ImportDecisions, place: RowPlace): RowDecision['choice'] | null {
  return now.rows.find((row) => isSameRow(row, place))?.choice ?? null;
}

/** What a word of a code list stands for; null: not known after all. */
export const withValue =
  (list: string, text: string, code: string | null) =>
  (now: ImportDecisions): ImportDecisions => ({
    ...now,
    values: [
      ...now.values.filter((old) => old.list !== list || old.text !== text),
      ...(code === null ? [] : [{ list, text, code }]),
    ],
  });
