import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { EventForm, EventRecord } from '../../contract/visits.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { cleanLine, cleanText } from '../vietnamese/clean-text.ts';
import { type IsoDate, type Month, monthOf, parseIsoDate } from '../vietnamese/dates.ts';
import type { VisitSources } from './visit-log.ts';

export interface EventQuery {
  /** Days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  officialId?: string | undefined;
}

/** One official at an occasion that is no cell meeting. Whether it counts is for the quota to say (`counted_kinds`). */
export interface LoggedEventVisit {
  /** Of the row in `event_visit`. */
  id: string;
  eventId: string;
  officialId: string;
  /** Code list `event_kinds`. */
  kind: string;
  organisationId: string;
  date: IsoDate;
  period: Month;
  /** An assignment in force on the day that covers the organisation; null: outside the assignment (R29). */
  assignmentId: string | null;
  /** An assignment covers it, or the regulation lets the title go anywhere (scope `any`). */
  covered: boolean;
}

/**
 * Officials at events, by day: the part of the visit log that is no cell meeting. A quota whose `counted_kinds` name the
 * event's kind counts them; by default none does (rule `visit_counted_kinds` knows kinds of meetings only).
 */
export async function readEventVisits(
  db: Kysely<Tables>,
  query: EventQuery,
  { organisations, assignments }: Pick<VisitSources, 'organisations' | 'assignments'>,
): Promise<LoggedEventVisit[]> {
  const rows = await eventRows(db, query).execute();
  return rows.flatMap((row): LoggedEventVisit[] => {
    const date = parseIsoDate(row.date);
    if (date === null || row.visit_id === null || row.official_id === null) return [];
    const chain = organisations.chainOn(row.organisation_id, date);
    return [
      {
        id: row.visit_id,
        eventId: row.id,
        officialId: row.official_id,
        kind: row.kind,
        organisationId: row.organisation_id,
        date,
        period: monthOf(date),
        assignmentId: assignments.covering(row.official_id, chain, date)?.id ?? null,
        covered: assignments.covers(row.official_id, chain, date),
      },
    ];
  });
}

/** Events by day with who took part. */
export async function listEvents(db: Kysely<Tables>, query: EventQuery): Promise<EventRecord[]> {
  const [rows, kinds, officials, places] = await Promise.all([
    eventRows(db, query).execute(),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'event_kinds').execute(),
    db.selectFrom('official').select(['id', 'full_name']).execute(),
    readOrganisationHistory(db),
  ]);
  const nameOf = new Map(officials.map(({ id, full_name }) => [id, full_name]));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((together) => {
    const [event] = together;
    const date = event && parseIsoDate(event.date);
    if (!event || !date) return [];
    const ids = together.flatMap(({ official_id }) => (official_id === null ? [] : [official_id]));
    return [
      {
        id: event.id,
        kind: event.kind,
        kind_label: kinds.find(({ code }) => code === event.kind)?.label ?? event.kind,
        organisation_id: event.organisation_id,
        organisation: places.nameOn(event.organisation_id, date),
        date: event.date,
        place: event.place,
        content: event.content,
        official_ids: ids,
        officials: ids.map((id) => ({ official_id: id, official: nameOf.get(id) ?? '' })),
      },
    ];
  });
}

/** Records an event, or changes it with its list of participants. Throws `wrong_arguments`, `not_found`. */
export async function saveEvent(db: Kysely<Tables>, id: string | null, form: EventForm): Promise<string> {
  if (form.official_ids.length === 0) {
    throw new SochiboError('wrong_arguments', 'Chưa chọn cán bộ nào tham dự sự kiện.');
  }
  const { kind, organisation_id, date } = form;
  const values = {
    ...{ kind, organisation_id, date },
    place: cleanLine(form.place ?? '') || null,
    content: cleanText(form.content ?? '').trim() || null,
  };
  const eventId = id ?? newId();
  if (id === null) {
    await db
      .insertInto('event')
      .values({ id: eventId, ...values })
      .execute();
  } else {
    const changed = await db.updateTable('event').set(values).where('id', '=', id).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new SochiboError('not_found', 'Không có sự kiện này trong sổ.');
  }
  const wanted = new Set(form.official_ids);
  const there = await db
    .selectFrom('event_visit')
    .select(['id', 'official_id'])
    .where('event_id', '=', eventId)
    .execute();
  for (const row of there) {
    if (!wanted.delete(row.official_id)) await db.deleteFrom('event_visit').where('id', '=', row.id).execute();
  }
  for (const official_id of wanted) {
    await db.insertInto('event_visit').values({ id: newId(), event_id: eventId, official_id, note: null }).execute();
  }
  return eventId;
}

/** Takes an event out with its participants. Throws `not_found`. */
export async function removeEvent(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('event_visit').where('event_id', '=', id).execute();
  const gone = await db.deleteFrom('event').where('id', '=', id).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new SochiboError('not_found', 'Không có sự kiện này trong sổ.');
}

function eventRows(db: Kysely<Tables>, { from, to, officialId }: EventQuery) {
  let query = db
    .selectFrom('event')
    .leftJoin('event_visit as visit', 'visit.event_id', 'event.id')
    .select(['event.id', 'event.kind', 'event.organisation_id', 'event.date', 'event.place', 'event.content'])
    .select(['visit.id as visit_id', 'visit.official_id'])
    .orderBy('event.date')
    .orderBy('event.id')
    .orderBy('visit.id');
  if (from !== undefined) query = query.where('event.date', '>=', from);
  if (to !== undefined) query = query.where('event.date', '<=', to);
  if (officialId !== undefined) {
    query = query.where(
      'event.id',
      'in',
      db.selectFrom('event_visit').select('event_id').where('official_id', '=', officialId),
    );
  }
  return query;
}
