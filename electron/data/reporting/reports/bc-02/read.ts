import type { Kysely } from 'kysely';
import { titlesOn } from '../../../officials/list-officials.ts';
import { postText } from '../../../officials/post-text.ts';
import type { Tables } from '../../../schema/database.ts';
import { firstDayOfMonth } from '../../../vietnamese/dates.ts';
import { type CountedEvent, readCountedEvents } from '../../../visits/counted-events.ts';
import { type PlannedVisit, readPlannedVisits } from '../../../visits/planned-visits.ts';
import { type ReportDuty, readReportDuties } from '../../../visits/report-duties.ts';
import { type LoggedVisit, readVisitLog, readVisitSources, type VisitSources } from '../../../visits/visit-log.ts';
import { wholeYear } from '../../period.ts';
import type { ReportScope } from '../../report.ts';

export interface VisitingOfficial {
  id: string;
  name: string;
  /** Title in force at the period's end, and agency. */
  post: string | null;
}

export interface Bc02Data extends VisitSources {
  scope: ReportScope;
  /** By given name. */
  officials: readonly VisitingOfficial[];
  /** From January to the period's end. */
  visits: readonly LoggedVisit[];
  /** Of the whole year: whether the office keeps plans and reports at all is asked of the year. */
  plans: readonly PlannedVisit[];
  /** From January to the period's end: events that a quota counts beside the meetings of cells. */
  events: readonly CountedEvent[];
  /** Visits of the year whose report is written in the office file; it decides, not the note on the plan (R35). */
  reports: readonly ReportDuty[];
  /** Raised at a visit from January to the period's end. */
  petitions: readonly HeardPetition[];
  /** Whether the office has written down any petition of these months. */
  keepsPetitions: boolean;
}

/** A petition raised where somebody from above attended. */
export interface HeardPetition {
  id: string;
  visitId: string;
  onTheSpot: boolean;
}

/** Everything BC-02 is made of, in a fixed number of statements. */
export async function readBc02(db: Kysely<Tables>, scope: ReportScope): Promise<Bc02Data> {
  const [january, ...rest] = wholeYear(scope.period);
  const sources = await readVisitSources(db);
  const lastMonth = rest.at(-1) ?? january;
  const [officials, titles, visits, plans, events, duties, petitions] = await Promise.all([
    db.selectFrom('official').select(['id', 'full_name', 'agency']).orderBy('sort_key').orderBy('id').execute(),
    titlesOn(db, scope.period.dateTo),
    readVisitLog(db, { from: january, to: scope.period.lastMonth }, sources),
    readPlannedVisits(db, { from: january, to: lastMonth }),
    readCountedEvents(db, { from: firstDayOfMonth(january), to: scope.period.dateTo }, sources),
    readReportDuties(db, { from: january, to: lastMonth }, sources.rules),
    db
      .selectFrom('petition')
      .select(['id', 'visit_id', 'state'])
      .where('date', '>=', firstDayOfMonth(january))
      .where('date', '<=', scope.period.dateTo)
      .orderBy('date')
      .orderBy('code')
      .execute(),
  ]);
  return {
    ...sources,
    scope,
    officials: officials.map(({ id, full_name, agency }) => ({
      id,
      name: full_name,
      post: postText(titles.get(id)?.title ?? null, agency),
    })),
    visits,
    plans,
    events,
    reports: duties.filter(({ reportId }) => reportId !== null),
    petitions: petitions.flatMap(({ id, visit_id, state }) =>
      visit_id === null ? [] : [{ id, visitId: visit_id, onTheSpot: state === 'answered_on_the_spot' }],
    ),
    keepsPetitions: petitions.length > 0,
  };
}
