import type { Kysely } from 'kysely';
import type { MeetingVisit } from '../../contract/visits.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { listVisitReports } from './list-reports.ts';
import { listVisits } from './list-visits.ts';
import { overlaps } from './overlap.ts';

/** Who came from above to one meeting, with hours, warnings of overlapping visits (R30) and the report each asks for. */
export async function meetingVisits(db: Kysely<Tables>, meetingId: string): Promise<MeetingVisit[]> {
  const [listed, rows] = await Promise.all([
    listVisits(db, { meetingId }),
    db.selectFrom('visit').selectAll().where('meeting_id', '=', meetingId).orderBy('id').execute(),
  ]);
  const warnings = await overlapWarnings(db, meetingId);
  const result: MeetingVisit[] = [];
  for (const row of rows) {
    const visit = listed.find(({ id }) => id === row.id);
    if (!visit) continue;
    const [report] = await listVisitReports(db, { visitId: row.id }, today());
    const { name_key: _, meeting_id: __, ...entry } = row;
    result.push({
      ...entry,
      official: visit.official,
      on_behalf_of: visit.on_behalf_of,
      basis: visit.basis,
      counts_toward_quota: visit.counts_toward_quota,
      warnings: warnings.get(row.id) ?? [],
      report: report
        ? { standing: report.standing, due_date: report.due_date, submitted_on: report.submitted_on }
        : null,
    });
  }
  return result;
}

/** By visit: the other visits of the same person on that day whose hours overlap, in words. */
async function overlapWarnings(db: Kysely<Tables>, meetingId: string): Promise<Map<string, string[]>> {
  const ofDay = await db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .innerJoin('meeting as here', 'here.date', 'meeting.date')
    .select(['visit.id', 'visit.official_id', 'visit.arrived_at', 'visit.left_at', 'meeting.id as meeting_id'])
    .select(['meeting.started_at', 'meeting.ended_at', 'meeting.cell_id', 'meeting.date', 'meeting.period'])
    .where('here.id', '=', meetingId)
    .where('visit.official_id', 'is not', null)
    .execute();
  const places = await readOrganisationHistory(db);
  const timed = ofDay.map((row) => ({
    ...row,
    from: row.arrived_at ?? row.started_at,
    to: row.left_at ?? row.ended_at,
  }));
  return new Map(
    timed
      .filter((visit) => visit.meeting_id === meetingId)
      .map((visit) => [
        visit.id,
        timed
          .filter((other) => other.id !== visit.id && other.official_id === visit.official_id && overlaps(visit, other))
          .map((other) => {
            const hours = [other.from, other.to].filter(Boolean).join('–');
            return `Trùng giờ với buổi ${places.nameOn(other.cell_id, dayOfMeeting(other))} cùng ngày (${hours}).`;
          }),
      ]),
  );
}
