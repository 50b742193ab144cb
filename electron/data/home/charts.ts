import type { Kysely } from 'kysely';
import type { HomeCharts } from '../../contract/home.ts';
import { attendanceRate, type Turnout, turnout } from '../meetings/attendance-rules.ts';
import { isCountedKind } from '../meetings/meeting-kinds.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { titlesOn } from '../officials/list-officials.ts';
import { parsePeriod, yearToDate } from '../reporting/period.ts';
import type { ReportSource } from '../reporting/run-report.ts';
import { runReport } from '../reporting/run-report.ts';
import { readRules } from '../rules/read-rules.ts';
import type { PetitionState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';

/** The year so far in three charts, each reckoned as the report of the same figures does. */
export async function homeCharts(source: ReportSource, asOf: string): Promise<HomeCharts> {
  const { db } = source;
  const [attendance, quota, petitions] = await Promise.all([
    attendanceByMonth(db, asOf),
    quotaByGroup(source, asOf),
    petitionsByField(db, asOf),
  ]);
  return { year: Number(asOf.slice(0, 4)), attendance, quota, petitions };
}

/** As BC-05: Σpresent / Σdue of the meetings whose attendance counts (R11, R12). */
async function attendanceByMonth(db: Kysely<Tables>, asOf: string): Promise<HomeCharts['attendance']> {
  const period = parsePeriod(asOf.slice(0, 7));
  const months = yearToDate(period);
  const [meetings, rules] = await Promise.all([
    // A tenth of what the register says of a meeting, which a province's year has 56,000 of.
    db
      .selectFrom('meeting')
      .select(['period', 'date', 'kind', 'due', 'present', 'present_exempt'])
      .where('state', '=', 'held')
      .where('period', '>=', months[0] ?? period.lastMonth)
      .where('period', '<=', period.lastMonth)
      .where('due', 'is not', null)
      .where('present', 'is not', null)
      .execute(),
    readRules(db),
  ]);
  const byMonth = Map.groupBy(meetings, (meeting) => meeting.period);
  return months.map((month) => {
    const turnouts = (byMonth.get(month) ?? []).flatMap((meeting): Turnout[] => {
      const { due, present, present_exempt: presentExempt, kind } = meeting;
      const day = dayOfMeeting(meeting);
      if (due === null || present === null || !isCountedKind(kind, rules.on('meeting_kinds', day).value)) return [];
      return [turnout({ due, present, presentExempt: presentExempt ?? 0 }, rules.on('exempt_present', day).value)];
    });
    const sum = (of: keyof Turnout) =>
      turnouts.length === 0 ? null : turnouts.reduce((added, meeting) => added + meeting[of], 0);
    return { month, present: sum('present'), due: sum('due'), percent: attendanceRate(turnouts) };
  });
}

/** As BC-02 of the year to date: officials who have a quota, by the title group they hold. */
async function quotaByGroup(source: ReportSource, asOf: string): Promise<HomeCharts['quota']> {
  const [report, titles] = await Promise.all([
    runReport(source, { code: 'BC-02', period: asOf.slice(0, 7) }),
    titlesOn(source.db, asOf),
  ]);
  const groups = new Map<string, { officials: number; visits: number; quota: number }>();
  for (const { key, kind, figures } of report.rows) {
    const { quota_to_date: quota, visits_year_to_date: visits } = figures;
    if (kind !== 'official' || quota === null || quota === undefined) continue;
    const label = titles.get(key)?.title_group_label ?? 'Chưa ghi nhóm chức danh';
    const group = groups.get(label) ?? { officials: 0, visits: 0, quota: 0 };
    group.officials += 1;
    group.visits += visits ?? 0;
    group.quota += quota;
    groups.set(label, group);
  }
  return [...groups].map(([label, group]) => ({ label, ...group }));
}

/** Closed for the ones who ask: answered on the spot, told back, or answered. */
const DONE: readonly PetitionState[] = ['answered_on_the_spot', 'resolved', 'told_back'];

async function petitionsByField(db: Kysely<Tables>, asOf: string): Promise<HomeCharts['petitions']> {
  const [matters, fields] = await Promise.all([
    db
      .selectFrom('petition')
      .select(['field', 'state'])
      .where('duplicate_of_id', 'is', null)
      .where('date', '>=', `${asOf.slice(0, 4)}-01-01`)
      .where('date', '<=', asOf)
      .execute(),
    db
      .selectFrom('code_list')
      .select(['code', 'label'])
      .where('list', '=', 'petition_fields')
      .orderBy('position')
      .execute(),
  ]);
  const rows = [...fields, { code: null, label: 'Chưa ghi lĩnh vực' }].map(({ code, label }) => {
    const own = matters.filter(({ field }) => field === code);
    const done = own.filter(({ state }) => DONE.includes(state)).length;
    return { label, done, open: own.length - done };
  });
  return rows.filter(({ open, done }) => open + done > 0);
}
