import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../../../contract/documents.ts';
import { SochiboError } from '../../../errors.ts';
import { CellMeetingDays, readDayExceptions } from '../../../meetings/cell-days.ts';
import { readRegister } from '../../../meetings/register.ts';
import { readOrganisationHistory } from '../../../organisations/organisation-history.ts';
import { type PetitionBook, readPetitionBook } from '../../../petitions/petition-book.ts';
import { type Rules, readRules } from '../../../rules/read-rules.ts';
import type { Tables } from '../../../schema/database.ts';
import { readPlannedVisits } from '../../../visits/planned-visits.ts';
import type { DocumentSource } from '../../document.ts';
import { type Period, parsePeriod } from '../../period.ts';
import { finishReport } from '../../run-report.ts';
import { Quotes } from '../prose/quotes.ts';
import type { Bc09Data, EarlierReports, NotedMeeting, QuotedReports } from './data.ts';
import { earlierPeriods } from './period-words.ts';
import { readAssignmentDecisions, readIssuedDocuments, readNextThemes } from './read-guidance.ts';

/** Everything BC-09 says. Throws `wrong_arguments` without a period, `not_found` for a unit the office does not have. */
export async function readBc09(
  source: DocumentSource,
  { period: key, unit: unitId }: DocumentAbout,
): Promise<Bc09Data> {
  if (key === undefined) {
    throw new SochiboError('wrong_arguments', 'Báo cáo BC-09 lập theo kỳ. Chọn một kỳ, ví dụ 2024-07 hoặc 2024-Q3.');
  }
  const { db } = source;
  const period = parsePeriod(key);
  const [now, organisations, rules, petitions, office] = await Promise.all([
    quotedReports(source, period, unitId),
    readOrganisationHistory(db),
    readRules(db),
    readPetitionBook(db),
    db.selectFrom('office').select(['name', 'level', 'report_receiver']).executeTakeFirstOrThrow(),
  ]);
  const { scope, unitName } = now.meetings.report;
  const [earlier, meetings, plans, issued, assignedBy, next] = await Promise.all([
    earlierReports(source, { period, unitId, petitions }),
    readMeetings(db, period, organisations, rules),
    readPlannedVisits(db, { from: period.months[0], to: period.lastMonth }),
    readIssuedDocuments(db, period),
    readAssignmentDecisions(db, period.dateTo),
    readNextThemes(db, period, unitId),
  ]);
  return {
    period,
    asOf: scope.asOf,
    unit: unitId === undefined ? null : { id: unitId, name: unitName ?? '' },
    office: { name: office.name, level: office.level, receiver: office.report_receiver },
    now,
    earlier,
    organisations,
    meetings,
    missedReasons: new Map(plans.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]]))),
    petitions,
    keepsPetitions: keptBy(petitions, period),
    petitionDone: rules.on('petition_done', period.dateTo).value,
    exceptions: rules.on('report_exceptions', period.dateTo).value,
    issued,
    assignedBy,
    next,
  };
}

/** The reports as they are finished for the screen and the workbook: the text quotes, it does not count. */
async function quotedReports(source: DocumentSource, period: Period, unit: string | undefined): Promise<QuotedReports> {
  const quote = async (code: string) => new Quotes(await finishReport(source, { code, period: period.key, unit }));
  const [visits, petitions, meetings, grades] = await Promise.all([
    quote('BC-02'),
    quote('BC-04'),
    quote('BC-05'),
    quote('BC-07'),
  ]);
  return { visits, petitions, meetings, grades };
}

/** While the period still runs its sums are those of a part: nothing is compared. */
async function earlierReports(
  source: DocumentSource,
  { period, unitId, petitions }: { period: Period; unitId: string | undefined; petitions: PetitionBook },
): Promise<EarlierReports[]> {
  if (source.madeOn < period.dateTo) return [];
  const found = await Promise.all(
    earlierPeriods(period).map(async ({ name, period: then }): Promise<EarlierReports[]> => {
      const keepsPetitions = keptBy(petitions, then);
      if (!keepsPetitions && !(await hasRegister(source.db, then))) return [];
      const reports = await quotedReports(source, then, unitId);
      const keeps = { meetings: reports.meetings.value('cells_met') !== null, petitions: keepsPetitions };
      return [{ name, reports, keeps }];
    }),
  );
  return found.flat();
}

/** Most offices have no register of a year ago: four reports need not be made to find that out. */
async function hasRegister(db: Kysely<Tables>, { months, lastMonth }: Period): Promise<boolean> {
  const any = await db
    .selectFrom('meeting')
    .select('id')
    .where('period', '>=', months[0])
    .where('period', '<=', lastMonth)
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

function keptBy({ petitions }: PetitionBook, { dateTo }: Period): boolean {
  return petitions.some(({ date }) => date !== null && date <= dateTo);
}

/** The register's rows with reasons, themes and due days, of the period's months and quarters. */
async function readMeetings(
  db: Kysely<Tables>,
  period: Period,
  organisations: Bc09Data['organisations'],
  rules: Rules,
): Promise<ReadonlyMap<string, NotedMeeting>> {
  const from = period.quarters[0]?.from ?? period.dateFrom;
  const [meetings, words, exceptions] = await Promise.all([
    readRegister(db, {
      months: { from: period.months[0], to: period.lastMonth },
      days: { from, to: period.dateTo },
    }),
    db
      .selectFrom('meeting')
      .select(['id', 'not_held_reason', 'theme'])
      .where((eb) => eb.or([eb('not_held_reason', 'is not', null), eb('theme', 'is not', null)]))
      .execute(),
    readDayExceptions(db),
  ]);
  const days = new CellMeetingDays(organisations, exceptions, rules);
  const wordsOf = new Map(words.map((row) => [row.id, row]));
  return new Map(
    meetings.map((meeting) => [
      meeting.id,
      {
        ...meeting,
        notHeldReason: wordsOf.get(meeting.id)?.not_held_reason ?? null,
        theme: wordsOf.get(meeting.id)?.theme ?? null,
        dueOn: days.in(meeting.cellId, meeting.period).dueOn,
      },
    ]),
  );
}
