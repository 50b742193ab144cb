import type { Kysely } from 'kysely';
import type { VisitRecord } from '../../contract/meetings.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import type { Tables } from '../schema/database.ts';
import { readVisitLog, readVisitSources, type VisitQuery } from './visit-log.ts';

/**
 * Visits by month and day, names of cells as they were then. A visitor who is on a list is named as there. Attending
 * one's own cell is in the list with its basis, although it is no visit (handbook R32).
 */
export async function listVisits(db: Kysely<Tables>, query: VisitQuery): Promise<VisitRecord[]> {
  const [sources, officials] = await Promise.all([
    readVisitSources(db),
    db.selectFrom('official').select(['id', 'full_name']).execute(),
  ]);
  const nameOf = new Map(officials.map(({ id, full_name }) => [id, full_name]));
  const official = (id: string | null) => (id === null ? undefined : nameOf.get(id));
  const visits = await readVisitLog(db, query, sources);
  return visits.map((visit) => {
    const place = sources.organisations.placeOn(visit.cellId, dayOfMeeting(visit));
    return {
      id: visit.id,
      official: official(visit.officialId) ?? visit.name,
      official_id: visit.officialId,
      title: visit.title,
      meeting_id: visit.meetingId,
      cell_id: visit.cellId,
      cell: place?.name ?? '',
      grassroots: place?.grassroots ?? '',
      date: visit.date,
      period: visit.period,
      basis: visit.basis,
      counts_toward_quota: visit.creditedTo.length > 0,
      on_behalf_of: official(visit.onBehalfOfId) ?? visit.onBehalfOfName,
    };
  });
}
