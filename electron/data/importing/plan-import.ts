import type { Kysely } from 'kysely';
import { type ImportDecisions, noDecisions } from '../../contract/import-decisions.ts';
import { newlyReturned, type ReturnedForm } from '../collecting/form-states.ts';
import type { Progress } from '../progress-events.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { DecisionsBySheet } from './conversation/decisions.ts';
import { membersByCell } from './conversation/members-by-cell.ts';
import { loadMemory } from './conversation/memory.ts';
import { inTurns, pause } from './conversation/stoppable.ts';
import type { ImportPlan } from './import-plan.ts';
import { readMeetingsCalledHere } from './match/called-here.ts';
import { loadCodeBook } from './match/code-book.ts';
import { type Books, loadBooks } from './match/load-books.ts';
import { loadTitleBook } from './match/titles.ts';
import { type ImportFile, type OpenedWorkbook, openWorkbooks } from './open-workbook.ts';
import { draftSheets } from './plan/draft-sheets.ts';
import { planReportedEvents } from './plan/plan-returned-members.ts';
import type { Records } from './plan/records.ts';
import { tallySheets } from './plan/tally.ts';
import { changesOf, planRows } from './plan-rows.ts';
import { loadDictionary, type SheetKind } from './recognise/dictionary.ts';
import { type Recognition, recogniseWorkbook, type SheetReading } from './recognise-workbooks.ts';
import type { SheetContext } from './sheet-context.ts';
import { sparingHeap } from './sparing-heap.ts';

export type { ImportPlan } from './import-plan.ts';

/** The kinds a person may force a file to be taken for (command line `--as`). */
export type ImportKind =
  | 'organisations'
  | 'members'
  | 'national-db'
  | 'assignments'
  | 'meetings'
  | 'planned-visits'
  | 'petitions'
  | 'remarks';

export interface PlanOptions {
  resourcesDir: string;
  today: IsoDate;
  kind?: ImportKind | undefined;
  /** What the clerk has said so far. */
  decisions?: ImportDecisions | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A plan with what it was made of, for showing it row by row. */
export interface PlannedImport {
  plan: ImportPlan;
  readings: readonly SheetReading[];
  records: Records;
  books: Books;
  recognition: Recognition;
}

const sheetKindsOf: Readonly<Record<ImportKind, readonly SheetKind[]>> = {
  organisations: ['organisations', 'organisation_events'],
  members: ['members'],
  'national-db': ['national_db'],
  assignments: ['assignments', 'teams'],
  meetings: ['meetings'],
  'planned-visits': ['planned_visits', 'planned_visit_results'],
  petitions: ['petitions'],
  remarks: ['remarks'],
};

/**
 * Reads and recognises the files and works out what importing them together would change, in any order of files.
 * Nothing is written. Throws `workbook_unreadable` or `workbook_refused` for a file that cannot be read at all,
 * `cancelled` when `signal` aborts; anything less is an issue of the plan.
 */
export async function planImport(
  db: Kysely<Tables>,
  files: readonly ImportFile[],
  options: PlanOptions,
): Promise<ImportPlan> {
  return (await planWorkbooks(db, await openWorkbooks(files, options), options)).plan;
}

/**
 * The same of files that have been read, as often as the clerk decides something; the files stay as they are. Throws
 * `cancelled` when `signal` aborts.
 */
export function planWorkbooks(
  db: Kysely<Tables>,
  workbooks: readonly OpenedWorkbook[],
  options: PlanOptions,
): Promise<PlannedImport> {
  return sparingHeap(() => planOpened(db, workbooks, options));
}

async function planOpened(
  db: Kysely<Tables>,
  workbooks: readonly OpenedWorkbook[],
  { today, resourcesDir, kind, onProgress, signal, decisions = noDecisions }: PlanOptions,
): Promise<PlannedImport> {
  const tell = (step: string, more = 0) =>
    onProgress?.({ step, done: workbooks.length + more, of: workbooks.length + 1 });
  tell('Nhận dạng các trang');
  const { level, id: office } = await db.selectFrom('office').select(['level', 'id']).executeTakeFirstOrThrow();
  const memory = await loadMemory(db);
  const recognition = {
    memory,
    dictionary: memory.teach(loadDictionary(resourcesDir)),
    codes: await loadCodeBook(db, decisions.values),
    rules: await readRules(db),
    today,
    level,
    office,
    kinds: kind === undefined ? null : sheetKindsOf[kind],
    decisions: new DecisionsBySheet(decisions),
  };
  const readings: SheetReading[][] = [];
  for (const workbook of workbooks) {
    readings.push(await inTurns(recogniseWorkbook(workbook, recognition), signal));
  }
  tell('Đối chiếu với sổ');
  const contexts = readings.flatMap((sheets) => sheets.flatMap(({ context }) => context ?? []));
  const titles = loadTitleBook(resourcesDir, level);
  const books = await loadBooks(db, { titles, level, months: monthsOf(contexts) });
  await pause(signal);
  tell('Đọc hiểu từng dòng');
  const drafts = await inTurns(draftSheets(contexts), signal);
  const calledHere = drafts.rollCalls.length > 0 ? await readMeetingsCalledHere(db) : new Set<string>();
  await pause(signal);
  tell('Khớp từng dòng với sổ');
  const matching = planRows(drafts, contexts, books, { level, calledHere });
  const { records, reconciliation } = await inTurns(matching, signal);
  tell('Đếm thay đổi');
  const events = await planReportedEvents(db, drafts.memberUpdates, books.members);
  const sheetsOf = readings.map((sheets) => tallySheets(sheets, records, books, events));
  await pause(signal);
  const changes = changesOf(books);
  await pause(signal);
  const byCell = membersByCell(books, records, today);
  await pause(signal);
  const plan = {
    workbooks: workbooks.map(({ file, sha256 }, index) => ({
      file,
      sha256,
      sheets: sheetsOf[index] ?? [],
    })),
    changes,
    membersByCell: byCell,
    sources: records.rows.map(({ context, row, entity, id }) => ({
      entity,
      entityId: id,
      file: context.file,
      sheet: context.sheet,
      row,
    })),
    reconciliation,
    returned: await newlyReturned(db, answersIn(contexts, records)),
    events,
  };
  tell('Xong', 1);
  return { plan, readings: readings.flat(), records, books, recognition };
}

/** The forms with at least one line that became a record, or that say there is nothing. */
function answersIn(contexts: readonly SheetContext[], records: Records): ReturnedForm[] {
  const answered = new Set(records.rows.map(({ context }) => context));
  return contexts.flatMap((context) => {
    const { form } = context;
    return form && (context.answersNone || answered.has(context))
      ? [{ kind: form.kind, period: form.period, unit: form.unit }]
      : [];
  });
}

/** The whole years that the files tell of: a plan may have been carried out in a later month. */
function monthsOf(contexts: readonly SheetContext[]): { from: string; to: string } | null {
  const years = contexts
    .flatMap(({ title }) => title.period?.slice(0, 4) ?? (title.year === null ? [] : String(title.year)))
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { from: `${first}-01`, to: `${last}-12` };
}
