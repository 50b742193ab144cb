import type { Kysely } from 'kysely';
import type { ImportDecisions, SheetWindow } from '../../../contract/import-decisions.ts';
import type { Tables } from '../../schema/database.ts';
import type { ImportPlan } from '../import-plan.ts';
import type { Books } from '../match/load-books.ts';
import type { OpenedWorkbook } from '../open-workbook.ts';
import type { RecordEntity } from '../plan/records.ts';
import { unitOfSheet } from '../plan/sheet-unit.ts';
import { countedAs, recordStates, rowsToChoose } from '../plan/tally.ts';
import { type PlannedImport, type PlanOptions, planWorkbooks } from '../plan-import.ts';
import type { RecognisedSheet } from '../recognise/recognise-sheet.ts';
import type { Recognition, SheetReading } from '../recognise-workbooks.ts';
import type { SheetGrid } from '../workbook/sheet-grid.ts';
import type { SheetDecisions } from './decisions.ts';

export type RowOutcome = NonNullable<SheetWindow['rows'][number]['outcome']>;

/** What became of one sheet, by the number of the row. */
export interface DraftSheet {
  file: string;
  /** With the clerk's changes laid over it. */
  grid: SheetGrid;
  recognised: RecognisedSheet | null;
  roles: ReadonlyMap<number, 'data' | 'group'>;
  outcomes: ReadonlyMap<number, RowOutcome>;
  /** The records that rows became. */
  records: ReadonlyMap<number, string>;
  entity: RecordEntity | null;
  /** What rows that name no unit belong to; null: nothing says. */
  unit: string | null;
  /** Letters of the columns whose days and months were turned back. */
  datesTurned: ReadonlySet<string>;
  decided: SheetDecisions;
  isToldHere: boolean;
}

/** A word that no list knew when it was first read, whatever the clerk has said of it since. */
export interface AskedWord {
  list: string;
  text: string;
  rows: number;
}

/** An import that the clerk and we are talking about: the files as read, what was decided, and the plan that follows. */
export interface ImportDraft {
  workbooks: readonly OpenedWorkbook[];
  decisions: ImportDecisions;
  plan: ImportPlan;
  sheets: readonly DraftSheet[];
  books: Books;
  asked: ReadonlyMap<string, AskedWord>;
  recognition: Recognition;
}

/** An import waiting for the clerk, with what it is planned by each time. */
export interface WaitingImport {
  draft: ImportDraft;
  options: Omit<PlanOptions, 'decisions' | 'onProgress' | 'signal'>;
}

/** Plans the files with what was decided. `before`: the same import, less far decided. Nothing is written. */
export async function draftImport(
  db: Kysely<Tables>,
  workbooks: readonly OpenedWorkbook[],
  decisions: ImportDecisions,
  options: Omit<PlanOptions, 'decisions'>,
  before: ImportDraft | null = null,
): Promise<ImportDraft> {
  const planned = await planWorkbooks(db, workbooks, { ...options, decisions });
  return {
    workbooks,
    decisions,
    plan: planned.plan,
    books: planned.books,
    recognition: planned.recognition,
    sheets: draftSheetsOf(planned),
    asked: new Map([...askedWords(planned.readings), ...(before?.asked ?? [])]),
  };
}

function askedWords(readings: readonly SheetReading[]): Map<string, AskedWord> {
  const words = new Map<string, AskedWord>();
  for (const { list, text } of readings.flatMap(({ context }) => context?.unknownWords ?? [])) {
    const key = `${list}|${text.toLocaleLowerCase('vi')}`;
    const known = words.get(key);
    if (known) known.rows += 1;
    else words.set(key, { list, text, rows: 1 });
  }
  return words;
}

function draftSheetsOf({ plan, readings, records, books }: PlannedImport): DraftSheet[] {
  const stateOf = recordStates(books, plan.events);
  const byContext = Map.groupBy(records.rows, ({ context }) => context);
  return readings.map(({ file, grid, recognised, context, decided, isToldHere }) => {
    const entity = (context && countedAs[context.recognised.kind]) ?? null;
    const outcomes = new Map<number, RowOutcome>();
    const roles = new Map<number, 'data' | 'group'>();
    const ids = new Map<number, string>();
    for (const row of context?.rows ?? []) {
      roles.set(row.number, row.kind);
      if (row.kind === 'data' && !row.continues) outcomes.set(row.number, 'refused');
    }
    for (const { row, entity: what, id } of context ? (byContext.get(context) ?? []) : []) {
      if (what !== entity || ids.has(row)) continue;
      ids.set(row, id);
      outcomes.set(row, stateOf(what, id));
    }
    for (const row of rowsToChoose(context?.issues ?? [])) outcomes.set(row, 'review');
    for (const [row, choice] of decided.choices) {
      if (choice.type !== 'skip') continue;
      roles.set(row, 'data');
      outcomes.set(row, 'skipped');
    }
    const datesTurned = new Set([...(context?.datesTurned ?? []), ...(decided.sheet?.swapped_dates ?? [])]);
    const unit = context && unitOfSheet(context, books.organisations);
    return { file, grid, recognised, roles, outcomes, records: ids, entity, unit, datesTurned, decided, isToldHere };
  });
}
