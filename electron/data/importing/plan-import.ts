import type { Kysely } from 'kysely';
import { newlyReturned, type ReturnedForm } from '../collecting/form-states.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { ImportChanges, ImportPlan } from './import-plan.ts';
import { readMeetingsCalledHere } from './match/called-here.ts';
import { loadCodeBook } from './match/code-book.ts';
import { type Books, loadBooks } from './match/load-books.ts';
import { loadTitleBook } from './match/titles.ts';
import { type ImportFile, openWorkbook } from './open-workbook.ts';
import { checkCounts } from './plan/check-counts.ts';
import { draftSheets, type SheetDrafts } from './plan/draft-sheets.ts';
import { linkOfficials } from './plan/link-officials.ts';
import { planAssignments } from './plan/plan-assignments.ts';
import { planAttendance } from './plan/plan-attendance.ts';
import { planMeetings } from './plan/plan-meetings.ts';
import { planMembers } from './plan/plan-members.ts';
import { planNationalMembers } from './plan/plan-national-members.ts';
import { planOrganisationEvents } from './plan/plan-organisation-events.ts';
import { planOrganisations } from './plan/plan-organisations.ts';
import { planPetitions } from './plan/plan-petitions.ts';
import { planPlannedVisits } from './plan/plan-planned-visits.ts';
import { planRemarks } from './plan/plan-remarks.ts';
import { planReturnedAttendance } from './plan/plan-returned-attendance.ts';
import { planReportedEvents, planReturnedMembers } from './plan/plan-returned-members.ts';
import { planReturnedVisits } from './plan/plan-returned-visits.ts';
import { planTeams } from './plan/plan-teams.ts';
import { planVisits } from './plan/plan-visits.ts';
import type { Reconciliation } from './plan/reconcile-national.ts';
import { Records } from './plan/records.ts';
import { collectSpellings } from './plan/spellings.ts';
import { tallySheets } from './plan/tally.ts';
import { loadDictionary, type SheetKind } from './recognise/dictionary.ts';
import { recogniseWorkbook, type SheetReading } from './recognise-workbooks.ts';
import type { SheetContext } from './sheet-context.ts';

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

export interface PlanImportOptions {
  resourcesDir: string;
  today: IsoDate;
  kind?: ImportKind | undefined;
  onProgress?: ((progress: { step: string; done: number; of: number }) => void) | undefined;
  signal?: AbortSignal | undefined;
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
  options: PlanImportOptions,
): Promise<ImportPlan> {
  const { today, resourcesDir, kind, signal } = options;
  const steps = files.length + 1;
  const progress = (step: string, done: number) => options.onProgress?.({ step, done, of: steps });
  const { level, id: office } = await db.selectFrom('office').select(['level', 'id']).executeTakeFirstOrThrow();
  const recognition = {
    dictionary: loadDictionary(resourcesDir),
    codes: await loadCodeBook(db),
    rules: await readRules(db),
    today,
    level,
    office,
    kinds: kind === undefined ? null : sheetKindsOf[kind],
  };
  const readings: { file: string; sha256: string; sheets: SheetReading[] }[] = [];
  for (const [done, file] of files.entries()) {
    progress(`Đọc ${file.name}`, done);
    const workbook = await openWorkbook(file, signal);
    const { sha256 } = workbook;
    readings.push({ file: file.name, sha256, sheets: recogniseWorkbook(workbook, recognition) });
  }
  const contexts = readings.flatMap(({ sheets }) => sheets.flatMap(({ context }) => context ?? []));
  progress('Đối chiếu với sổ', files.length);
  const titles = loadTitleBook(resourcesDir, level);
  const books = await loadBooks(db, { titles, level, months: monthsOf(contexts) });
  const drafts = draftSheets(contexts);
  const calledHere = drafts.rollCalls.length > 0 ? await readMeetingsCalledHere(db) : new Set<string>();
  const { records, reconciliation } = planAll(drafts, contexts, books, { level, calledHere });
  const events = await planReportedEvents(db, drafts.memberUpdates, books.members);
  progress('Xong', steps);
  return {
    workbooks: readings.map(({ file, sha256, sheets }) => ({
      file,
      sha256,
      sheets: tallySheets(sheets, records, books, events),
    })),
    changes: changesOf(books),
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

/** In the order in which one thing needs another: organisations, members, officials, meetings. */
function planAll(
  drafts: SheetDrafts,
  contexts: readonly SheetContext[],
  books: Books,
  { level, calledHere }: { level: 'province' | 'district' | 'commune'; calledHere: ReadonlySet<string> },
): { records: Records; reconciliation: Reconciliation | null } {
  const records = new Records();
  const { organisations, members, officials, meetings } = books;
  planOrganisations(drafts.organisations, organisations, records, collectSpellings(contexts));
  planOrganisationEvents(drafts.events, organisations, records);
  const needy = [
    ...drafts.members,
    ...drafts.nationalMembers,
    ...drafts.assignments,
    ...drafts.meetings,
    ...drafts.rollCalls,
    ...drafts.visitReports,
    ...drafts.petitions,
    ...drafts.remarks,
  ];
  if (organisations.isEmpty && needy.length > 0) {
    for (const { context } of needy) context.reportAt(null, null, 'missing_organisation_list');
    return { records, reconciliation: null };
  }
  const listed = planMembers(drafts.members, organisations, members, records);
  const reconciliation = planNationalMembers(drafts.nationalMembers, organisations, members, records);
  checkCounts(drafts.organisations, listed, members, records);
  const entries = planAssignments(drafts.assignments, organisations, officials, records);
  linkOfficials(entries, organisations, members, officials);
  planTeams(drafts.teams, organisations, officials, records);
  const held = planMeetings(drafts.meetings, organisations, meetings, books.former, records);
  planAttendance(held, members, meetings);
  planVisits(held, books, level);
  planReturnedAttendance(drafts.rollCalls, books, records, calledHere);
  planReturnedVisits(drafts.visitReports, books, records, level);
  planReturnedMembers(drafts.memberUpdates, members, records);
  planPlannedVisits(drafts.plannedVisits, drafts.plannedResults, books, records);
  planPetitions(drafts.petitions, books, records);
  planRemarks(drafts.remarks, books, records);
  return { records, reconciliation };
}

/** The whole years that the files tell of: a plan may have been carried out in a later month. */
function monthsOf(contexts: readonly SheetContext[]): { from: string; to: string } | null {
  const years = contexts
    .flatMap(({ title }) => title.period?.slice(0, 4) ?? (title.year === null ? [] : String(title.year)))
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { from: `${first}-01`, to: `${last}-12` };
}

function changesOf({ organisations, members, officials, meetings, petitions, remarks }: Books): ImportChanges {
  return {
    organisation: organisations.organisations.changes(),
    organisation_version: organisations.versions.changes(),
    meeting_day: organisations.days.changes(),
    organisation_event: organisations.events.changes(),
    organisation_count: organisations.counts.changes(),
    member: members.members.changes(),
    member_status: members.statuses.changes(),
    membership_event: members.events.changes(),
    cell_committee_member: members.posts.changes(),
    member_detail: members.details.changes(),
    official: officials.officials.changes(),
    official_title: officials.titles.changes(),
    decision: officials.decisions.changes(),
    assignment_entry: officials.entries.changes(),
    assignment: officials.assignments.changes(),
    team: officials.teams.changes(),
    team_member: officials.teamMembers.changes(),
    meeting: meetings.meetings.changes(),
    attendance: meetings.attendance.changes(),
    rating: meetings.ratings.changes(),
    visit: meetings.visits.changes(),
    planned_visit: meetings.plannedVisits.changes(),
    visit_report: meetings.reports.changes(),
    handling_body: petitions.bodies.changes(),
    petition: petitions.petitions.changes(),
    yearly_remark: remarks.remarks.changes(),
  };
}
