import type { Kysely } from 'kysely';
import type { VisitRecord } from '../../contract/meetings.ts';
import { NamesByPeriod } from '../organisations/names-by-period.ts';
import type { Tables } from '../schema/database.ts';
import { isMonth, type Month } from '../vietnamese/dates.ts';
import { readVisitLog, readVisitSources } from './visit-log.ts';

/** The first and the last month that can be asked for: what is left out means all there is. */
const ALWAYS = { from: '0001-01', to: '9999-12' };

/** Visits of months `from`..`to`, or of one meeting, with what each counts as (R29–R32), by date. */
export async function listVisits(
  db: Kysely<Tables>,
  query: { from?: string | undefined; to?: string | undefined; meetingId?: string },
): Promise<VisitRecord[]> {
  const span = query.meetingId === undefined ? query : await monthOf(db, query.meetingId);
  const log = await readVisitLog(
    db,
    { from: month(span.from ?? ALWAYS.from), to: month(span.to ?? ALWAYS.to) },
    await readVisitSources(db),
  );
  const wanted = log.filter((visit) => query.meetingId === undefined || visit.meetingId === query.meetingId);
  const written = await writtenDetails(db);
  const names = new NamesByPeriod(db);
  const records = await Promise.all(
    wanted.map(async (visit): Promise<VisitRecord> => {
      const cell = await names.of(visit.cellId, visit.period);
      const details = written.get(visit.id);
      return {
        id: visit.id,
        official: details?.official ?? details?.name ?? '',
        official_id: visit.officialId,
        title: details?.title ?? null,
        meeting_id: visit.meetingId,
        cell_id: visit.cellId,
        cell: cell.name,
        grassroots: cell.grassroots,
        date: visit.date,
        period: visit.period,
        basis: visit.basis,
        counts_toward_quota: visit.creditedTo.length > 0,
        on_behalf_of: details?.on_behalf_of ?? details?.on_behalf_of_name ?? null,
      };
    }),
  );
  return records.sort((a, b) => (a.date ?? a.period).localeCompare(b.date ?? b.period));
}

async function monthOf(db: Kysely<Tables>, meetingId: string): Promise<{ from?: string; to?: string }> {
  const meeting = await db.selectFrom('meeting').select('period').where('id', '=', meetingId).executeTakeFirst();
  return meeting ? { from: meeting.period, to: meeting.period } : {};
}

async function writtenDetails(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('visit')
    .leftJoin('official', 'official.id', 'visit.official_id')
    .leftJoin('official as absent', 'absent.id', 'visit.on_behalf_of_id')
    .select([
      'visit.id',
      'visit.name',
      'visit.title',
      'visit.on_behalf_of_name',
      'official.full_name as official',
      'absent.full_name as on_behalf_of',
    ])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function month(text: string): Month {
  if (!isMonth(text)) throw new TypeError(`not a month: ${text}`);
  return text;
}
