import type { Kysely } from 'kysely';
import { officialQuota } from '../assignments/official-quota.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, type Month, parseMonth } from '../vietnamese/dates.ts';
import { readCountedEvents } from '../visits/counted-events.ts';
import { readEventVisits } from '../visits/events.ts';
import { readVisitLog, type VisitSources } from '../visits/visit-log.ts';

/** What an official did in a year in the area of one committee, and against the quota as a whole. */
export interface VisitsMade {
  cellVisits: number;
  /** The same by visit. */
  cellVisitIds: readonly string[];
  events: number;
  /** The same by official's presence, with the kind of the event (code list `event_kinds`). */
  eventVisits: readonly { id: string; kind: string }[];
  countedVisits: number;
  /** null: not known. */
  quota: number | null;
}

/** Reads the year's visit log, once in a run; ask it for as many officials and committees as needed. */
export const readVisitsMade = oncePerRun(visitsMade, (year, span) => JSON.stringify([year, span]));

async function visitsMade(
  db: Kysely<Tables>,
  year: number,
  span: { from: IsoDate; to: IsoDate },
  sources: VisitSources,
): Promise<(officialId: string, committeeId: string) => VisitsMade> {
  const { organisations, assignments, rules } = sources;
  const months = monthsOf(year);
  const [log, events, countedEvents] = await Promise.all([
    readVisitLog(db, { from: months[0], to: months.at(-1) }, sources),
    readEventVisits(db, span, sources),
    readCountedEvents(db, span, sources),
  ]);
  const made = log.filter(({ held, basis }) => held && basis !== 'own_cell');
  const proration = rules.on('quota_proration', span.to).value;
  return (officialId, committeeId) => {
    const asked = officialQuota(assignments, officialId, { months, year: months }, proration);
    const isThere = (organisationId: string, day: IsoDate) =>
      organisations.chainOn(organisationId, day).includes(committeeId);
    const cellVisits = made.filter(
      (visit) => visit.officialId === officialId && isThere(visit.cellId, dayOfMeeting(visit)),
    );
    const eventVisits = events.filter(
      (event) => event.officialId === officialId && isThere(event.organisationId, event.date),
    );
    return {
      cellVisits: cellVisits.length,
      cellVisitIds: cellVisits.map(({ id }) => id),
      events: eventVisits.length,
      eventVisits: eventVisits.map(({ id, kind }) => ({ id, kind })),
      countedVisits:
        log.filter(({ creditedTo }) => creditedTo.includes(officialId)).length +
        countedEvents.filter((event) => event.officialId === officialId).length,
      quota: typeof asked === 'string' ? null : asked.parts.reduce((sum, { amount }) => sum + amount, 0),
    };
  };
}

function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = parseMonth(`${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`);
    if (month === null) throw new RangeError(`outside the calendar: ${year}`);
    return month;
  });
}
