import type { Kysely } from 'kysely';
import type { VisitReportRecord } from '../../contract/visits.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { type DutyQuery, readReportDuties } from './report-duties.ts';
import { reportStanding } from './report-standing.ts';

/** Visits that need a report, by day of the visit, as their reports stand on `day`. */
export async function listVisitReports(
  db: Kysely<Tables>,
  query: DutyQuery & { organisationId?: string | undefined },
  day: IsoDate,
): Promise<VisitReportRecord[]> {
  const [duties, places, officials] = await Promise.all([
    readRules(db).then((rules) => readReportDuties(db, query, rules)),
    readOrganisationHistory(db),
    db.selectFrom('official').select(['id', 'full_name']).execute(),
  ]);
  const nameOf = new Map(officials.map(({ id, full_name }) => [id, full_name]));
  const { organisationId } = query;
  const wanted = duties.filter(
    (duty) => organisationId === undefined || places.chainOn(duty.cellId, dayOfMeeting(duty)).includes(organisationId),
  );
  return wanted.map((duty) => {
    const place = places.placeOn(duty.cellId, dayOfMeeting(duty));
    return {
      visit_id: duty.visitId,
      meeting_id: duty.meetingId,
      official_id: duty.officialId,
      official: nameOf.get(duty.officialId) ?? '',
      cell_id: duty.cellId,
      cell: place?.name ?? '',
      grassroots: place?.grassroots ?? '',
      period: duty.period,
      date: duty.date,
      due_date: duty.dueDate,
      submitted_on: duty.submittedOn,
      standing: reportStanding(duty.state, duty.dueDate, day),
      late: duty.late,
      returned_reason: duty.state === 'returned' ? duty.returnedReason : null,
    };
  });
}

/** Reports that somebody has to be asked for on `day`: not handed in although due, and given back (R35). */
export async function lateVisitReports(db: Kysely<Tables>, day: IsoDate): Promise<VisitReportRecord[]> {
  const reports = await listVisitReports(db, {}, day);
  return reports.filter(({ standing }) => standing === 'missing' || standing === 'returned');
}
