import type { FormIdentity } from '../collecting/form-identity.ts';
import type { Rules } from '../rules/read-rules.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { decidedRecognition, fieldName, missingFields } from './conversation/decided-recognition.ts';
import { type DecisionsBySheet, type SheetDecisions, tellsHowToRead } from './conversation/decisions.ts';
import { editedSheet } from './conversation/edited-sheet.ts';
import { type Memory, withRecalled } from './conversation/memory.ts';
import type { PlannedColumn, PlannedSheet } from './import-plan.ts';
import { type ImportIssue, issueAt } from './issues.ts';
import type { CodeBook } from './match/code-book.ts';
import type { OpenedWorkbook } from './open-workbook.ts';
import { cellOfSheet } from './plan/sheet-unit.ts';
import type { Dictionary, SheetKind } from './recognise/dictionary.ts';
import { kindNames } from './recognise/kind-names.ts';
import { withKnownHeadings } from './recognise/known-headings.ts';
import { isOwnList } from './recognise/own-list.ts';
import { type RecognisedSheet, recogniseSheet } from './recognise/recognise-sheet.ts';
import { separateTables } from './recognise/separate-tables.ts';
import { readingRows } from './recognise/sheet-rows.ts';
import { readTitleBlock } from './recognise/title-block.ts';
import { type RecognisedForm, recogniseForm } from './returned-forms.ts';
import { SheetContext } from './sheet-context.ts';
import { reportOddities } from './sheet-oddities.ts';
import type { Turns } from './turns.ts';
import { columnLetter, type SheetGrid } from './workbook/sheet-grid.ts';

/** A sheet with what it was taken for; `context` is null when it cannot be imported, and `issues` say why. */
export interface SheetReading {
  file: string;
  planned: PlannedSheet;
  context: SheetContext | null;
  /** The sheet as read, with the clerk's changes laid over it. */
  grid: SheetGrid;
  recognised: RecognisedSheet | null;
  decided: SheetDecisions;
  /** The clerk said something of this very sheet that holds for the sender's next one. */
  isToldHere: boolean;
}

type Undecided = Omit<SheetReading, 'decided' | 'isToldHere'>;

/** What rows are read by, whatever the sheet. */
export interface Recognition {
  codes: CodeBook;
  rules: Rules;
  today: IsoDate;
  level: OfficeLevel;
}

export interface RecogniseOptions extends Recognition {
  dictionary: Dictionary;
  /** The office's own id: forms of another one are not taken. */
  office: string;
  /** Only these kinds are looked for; null: all. */
  kinds: readonly SheetKind[] | null;
  decisions: DecisionsBySheet;
  memory: Memory;
}

/**
 * Decides for every sheet of a workbook what it is; nothing is guessed in silence. A form of the office says so itself;
 * for other sheets the clerk has the last word.
 */
export function* recogniseWorkbook({ file, grid }: OpenedWorkbook, options: RecogniseOptions): Turns<SheetReading[]> {
  const edited = grid.sheets.map((read) => editedSheet(read, options.decisions.of(file, read.name)));
  const form = recogniseForm({ sheets: edited }, options);
  if (form !== null) {
    const readings = yield* readForm(file, edited, form, options);
    return readings.map((reading) => ({
      ...reading,
      decided: options.decisions.of(file, reading.grid.name),
      isToldHere: false,
    }));
  }
  const kinds = options.dictionary.kinds.filter(({ kind }) => options.kinds?.includes(kind) ?? true);
  const dictionary = { ...options.dictionary, kinds };
  const tables = grid.sheets.flatMap((sheet) =>
    separateTables(withKnownHeadings(sheet, options.dictionary), options.dictionary),
  );
  const found = tables.map((table) => {
    const said = options.decisions.of(file, table.name);
    const recalled = options.memory.recall(table, file);
    const decision = withRecalled(file, table.name, recalled, said.sheet);
    const decided = { ...said, sheet: decision };
    const sheet = withKnownHeadings(editedSheet(table, decided), options.dictionary);
    const own = sheet.rows.length === 0 ? null : recogniseSheet(sheet, dictionary);
    const recognised = decision ? decidedRecognition(sheet, own, decision, options.dictionary) : own;
    return { sheet, recognised, decided, recalled, isToldHere: tellsHowToRead(said.sheet) };
  });
  const anyRecognised = found.some(({ recognised }) => recognised !== null);
  const readings: SheetReading[] = [];
  for (const { sheet, recognised, decided, recalled, isToldHere } of found) {
    const reading =
      decided.sheet?.kind === null
        ? leftOut(file, sheet, recognised)
        : isReadOnly(sheet, recognised, decided)
          ? notTaken(file, sheet)
          : recognised && recognised.rivals === undefined
            ? yield* readSheet(file, sheet, recognised, options, decided)
            : notRecognised(file, sheet, anyRecognised, recognised);
    if (recalled !== null) {
      const place = { file, sheet: sheet.name, row: null, column: null };
      reading.planned.issues.unshift(issueAt(place, 'read_as_before', { name: sheet.name, value: recalled.said }));
    }
    readings.push({ ...reading, decided, isToldHere });
  }
  return readings;
}

/** Every sheet of a returned form: those to read, or why there is nothing to read. */
function* readForm(
  file: string,
  sheets: readonly SheetGrid[],
  form: RecognisedForm,
  options: RecogniseOptions,
): Turns<Undecided[]> {
  if ('refused' in form) {
    const { sheet: name, code, detail } = form.refused;
    const issue = issueAt({ file, sheet: name, row: null, column: null }, code, detail);
    return sheets
      .filter((sheet) => sheet.name === name)
      .map((grid) => ({ file, planned: emptyPlan(grid, 'unknown', [issue]), context: null, grid, recognised: null }));
  }
  const readings: Undecided[] = [];
  for (const sheet of sheets) {
    const recognised = form.sheets.get(sheet);
    const decided = options.decisions.of(file, sheet.name);
    if (recognised && decided.sheet?.kind === null) readings.push(leftOut(file, sheet, recognised));
    else if (recognised) readings.push(yield* readSheet(file, sheet, recognised, options, decided, form.identity));
    // What else people put into the file is no part of the form; its own hidden sheet needs no word.
    else if (sheet !== form.identitySheet && sheet.rows.length > 0) readings.push(notRecognised(file, sheet, true));
  }
  return readings;
}

/**
 * A list that a screen of ours exported has figures and words of ours that are no data of anybody, and no identity of its
 * rows: only members are found again by what it shows. The clerk may say what it is all the same.
 */
function isReadOnly(
  sheet: SheetGrid,
  recognised: RecognisedSheet | null,
  { sheet: decision }: SheetDecisions,
): boolean {
  return decision?.kind === undefined && recognised?.kind !== 'members' && isOwnList(sheet);
}

function notTaken(file: string, grid: SheetGrid): Undecided {
  const issue = issueAt({ file, sheet: grid.name, row: null, column: null }, 'own_list', { name: grid.name });
  return { file, planned: emptyPlan(grid, 'unknown', [issue]), context: null, grid, recognised: null };
}

/** A sheet that the clerk does not want. */
function leftOut(file: string, grid: SheetGrid, recognised: RecognisedSheet | null): Undecided {
  const issue = issueAt({ file, sheet: grid.name, row: null, column: null }, 'sheet_left_out', { name: grid.name });
  const planned = emptyPlan(grid, 'left_out', [issue]);
  return { file, planned, context: null, grid, recognised };
}

function emptyPlan(
  { name, table }: Pick<SheetGrid, 'name' | 'table'>,
  kind: PlannedSheet['kind'],
  issues: ImportIssue[],
): PlannedSheet {
  return {
    name,
    table: table ? { number: table.number, of: table.of, ...table.rows } : null,
    kind,
    headerRow: null,
    columns: [],
    read: 0,
    created: 0,
    matched: 0,
    updated: 0,
    unchanged: 0,
    review: 0,
    issues,
  };
}

/** A stray sheet beside recognised ones is only a warning; one that could be of two kinds is for the clerk to settle. */
function notRecognised(
  file: string,
  sheet: SheetGrid,
  besideOthers: boolean,
  ambiguous: RecognisedSheet | null = null,
): Undecided {
  const place = { file, sheet: sheet.name, row: null, column: null };
  const isEmpty = sheet.rows.length === 0;
  const issue = isEmpty
    ? issueAt(place, 'empty_sheet', { name: sheet.name })
    : ambiguous
      ? issueAt(place, 'ambiguous_sheet', { name: sheet.name, value: kindTitles(ambiguous) })
      : issueAt(place, 'unrecognised_sheet', { name: sheet.name }, besideOthers ? 'warning' : 'error');
  const planned = emptyPlan(sheet, isEmpty ? 'empty' : 'unknown', [issue]);
  return { file, planned, context: null, grid: sheet, recognised: ambiguous };
}

/** `Danh sách đảng viên hay Phân công cán bộ` */
function kindTitles({ dictionary, rivals }: RecognisedSheet): string {
  return [dictionary.kind, ...(rivals ?? [])].map((kind) => kindNames[kind]).join(' hay ');
}

function* readSheet(
  file: string,
  sheet: SheetGrid,
  recognised: RecognisedSheet,
  { today, level, codes, rules, dictionary }: RecogniseOptions,
  { sheet: decision, choices }: SheetDecisions,
  form: FormIdentity | null = null,
): Turns<Undecided> {
  const columns = {
    headerRow: recognised.headingTop,
    columns: recognised.columns.map(plannedColumn),
  };
  const title = readTitleBlock(sheet, recognised.headingTop, file);
  const unit = decision?.unit ?? null;
  const isOfOneCell = unit !== null || cellOfSheet(title) !== null;
  const missing = form === null ? missingFields(recognised).filter((field) => field !== 'cell' || !isOfOneCell) : [];
  if (missing.length > 0) {
    const labels = missing.map((field) => dictionary.labels.get(recognised.kind)?.get(field) ?? field);
    const place = { file, sheet: sheet.name, row: null, column: null };
    const issue = issueAt(place, 'missing_columns', { name: sheet.name, value: labels.join(', ') });
    const planned = { ...emptyPlan(sheet, recognised.kind, [issue]), ...columns };
    return { file, planned, context: null, grid: sheet, recognised };
  }
  const rows = yield* readingRows(sheet, recognised);
  const skipped = new Set([...choices].flatMap(([number, { type }]) => (type === 'skip' ? [number] : [])));
  const context = new SheetContext({
    file,
    sheet: sheet.name,
    recognised,
    rows: rows.without(skipped),
    title: form === null ? title : { ...title, period: form.period, year: Number(form.period.slice(0, 4)) },
    today,
    level,
    codes,
    rules,
    form,
    date1904: sheet.date1904,
    decided: { choices, datesSettled: decision?.swapped_dates !== undefined, unit },
  });
  const planned = {
    ...emptyPlan(sheet, recognised.kind, context.issues),
    ...columns,
    read: rows.ofData,
  };
  yield* reportOddities(context, sheet);
  return { file, planned, context, grid: sheet, recognised };
}

function plannedColumn(matched: RecognisedSheet['columns'][number]): PlannedColumn {
  return {
    letter: columnLetter(matched.column),
    heading: matched.segments.join(' / '),
    field: fieldName(matched),
  };
}
