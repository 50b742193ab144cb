import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { listVisits } from '../../../electron/data/visits/list-visits.ts';
import { differences } from '../differences.ts';
import * as words from '../truth-words.ts';
import type { Comparison } from './comparison.ts';

/** Visits once per person and meeting: who, on what basis, at which level. */
export async function visitDifferences({ truth, imported, official, meeting }: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const rows = await db.selectFrom('visit').select(['id', 'level']).execute();
  const levels = new Map(rows.map(({ id, level }) => [id, level]));
  const key = (meetingId: string, who: string | null, name: string) => `${meetingId} ${who ?? nameKey(name)}`;
  const actual = new Map(
    (await listVisits(db, {})).map((record) => [
      key(record.meeting_id, record.official_id, record.official),
      { ...record, level: record.official_id === null ? levels.get(record.id) : 'listed' },
    ]),
  );
  const expected = new Map(
    truth.visits.map((one) => [
      key(meeting(one.meeting), official(one.official), one.name),
      { basis: one.basis.toLowerCase(), counts_toward_quota: one.counts_for_quota, level: one.level },
    ]),
  );
  return differences(actual, expected);
}

/** Planned visits: what was planned and reported, and the visit of the register. */
export async function plannedVisitDifferences({ truth, imported, ...ids }: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const rows = await db.selectFrom('planned_visit').selectAll().execute();
  const visits = await db.selectFrom('visit').select(['id', 'meeting_id', 'official_id']).execute();
  const visitOf = new Map(visits.map(({ id, meeting_id, official_id }) => [id, `${meeting_id} ${official_id}`]));
  const truthVisitOf = new Map(
    truth.visits.map((visit) => [visit.id, `${ids.meeting(visit.meeting)} ${ids.official(visit.official)}`]),
  );
  const key = (name: string | null) => (name === null ? null : nameKey(name));
  const actual = new Map(
    rows.map((row) => [
      `${row.official_id} ${row.period}`,
      {
        ...row,
        typed: key(row.typed),
        substitute_name: key(row.substitute_name),
        visit: row.visit_id === null ? null : visitOf.get(row.visit_id),
      },
    ]),
  );
  const expected = new Map(
    truth.planned_visits.map((one) => [
      `${ids.official(one.official)} ${one.month}`,
      {
        cell_id: ids.organisation(one.cell),
        typed: key(one.typed),
        state: words.plannedState(one),
        reason: one.reason_text,
        substitute_id: ids.official(one.substitute),
        substitute_name: key(one.substitute_name),
        rescheduled_to: one.rescheduled_to,
        report_submitted_on: one.report_on,
        visit: one.visit === null ? null : truthVisitOf.get(one.visit),
      },
    ]),
  );
  return differences(actual, expected);
}
