import type { Kysely } from 'kysely';
import { type RuleVersion, ruleOn } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { type EventQuery, type LoggedEventVisit, readEventVisits } from './events.ts';
import type { VisitSources } from './visit-log.ts';

/** An official at an event that counts toward his or her quota. */
export type CountedEvent = LoggedEventVisit;

/** Whether an event counts: a kind the regulation names for the title held, under an assignment or by the rule (R29). */
export function eventCounts(
  { kind, covered }: Pick<LoggedEventVisit, 'kind' | 'covered'>,
  countedKinds: readonly string[],
  outside: RuleValue<'visit_outside_assignment'>,
): boolean {
  return countedKinds.includes(kind) && (covered || outside.counts);
}

/** Events of the span, by day, that count toward the quota of the official who took part. */
export async function readCountedEvents(
  db: Kysely<Tables>,
  query: EventQuery,
  sources: VisitSources,
): Promise<CountedEvent[]> {
  const outside: readonly RuleVersion<'visit_outside_assignment'>[] =
    sources.rules.versions('visit_outside_assignment');
  const all = await readEventVisits(db, query, sources);
  return all.filter((visit) =>
    eventCounts(
      visit,
      sources.assignments.quotas.ruleOn(visit.officialId, visit.date)?.countedKinds ?? [],
      ruleOn(outside, 'visit_outside_assignment', visit.date).value,
    ),
  );
}
