import type { Kysely } from 'kysely';
import { readDayExceptions } from '../../../meetings/cell-days.ts';
import { type RegisterMeeting, readRegister } from '../../../meetings/register.ts';
import type { OrganisationHistory } from '../../../organisations/organisation-history.ts';
import type { Rules } from '../../../rules/read-rules.ts';
import type { Tables } from '../../../schema/database.ts';
import type { MeetingDayExceptionRow } from '../../../schema/organisation-tables.ts';
import { type LoggedVisit, readVisitLog, readVisitSources } from '../../../visits/visit-log.ts';
import type { ReportScope } from '../../report.ts';

export interface RecordedTask {
  id: string;
  meetingId: string;
  done: boolean;
}

export interface Bc05Data {
  scope: ReportScope;
  organisations: OrganisationHistory;
  rules: Rules;
  /** Approved other days (R3), earliest first. */
  dayExceptions: readonly MeetingDayExceptionRow[];
  /** Of the period's months, and those held within its quarters for thematic coverage (R5). */
  meetings: readonly RegisterMeeting[];
  visits: readonly LoggedVisit[];
  tasks: readonly RecordedTask[];
  cellTypes: ReadonlyMap<string, string>;
}

/** Everything BC-05 is made of, in a fixed number of statements whatever the number of cells. */
export async function readBc05(db: Kysely<Tables>, scope: ReportScope): Promise<Bc05Data> {
  const { period } = scope;
  const months = { from: period.months[0], to: period.lastMonth };
  const quarterStart = period.quarters[0]?.from ?? period.dateFrom;
  const sources = await readVisitSources(db);
  const [meetings, visits, tasks, types, dayExceptions] = await Promise.all([
    readRegister(db, { months, days: { from: quarterStart, to: period.dateTo } }),
    readVisitLog(db, months, sources),
    db
      .selectFrom('task')
      .innerJoin('meeting', 'meeting.id', 'task.meeting_id')
      .select(['task.id', 'task.meeting_id', 'task.done'])
      .where('meeting.period', '>=', months.from)
      .where('meeting.period', '<=', months.to)
      .orderBy('task.id')
      .execute(),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'cell_types').execute(),
    readDayExceptions(db),
  ]);
  return {
    scope,
    organisations: sources.organisations,
    rules: sources.rules,
    dayExceptions,
    meetings,
    visits,
    tasks: tasks.map(({ id, meeting_id, done }) => ({ id, meetingId: meeting_id, done: done === 1 })),
    cellTypes: new Map(types.map(({ code, label }) => [code, label])),
  };
}
