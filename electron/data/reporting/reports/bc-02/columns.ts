import type { AssignmentBook } from '../../../assignments/assignment-book.ts';
import { officialQuota } from '../../../assignments/official-quota.ts';
import { type RuleVersion, ruleOn } from '../../../rules/read-rules.ts';
import type { RuleCode, RuleValue } from '../../../rules/rule-values.ts';
import type { MeetingKind } from '../../../schema/column-types.ts';
import type { IsoDate, Month } from '../../../vietnamese/dates.ts';
import { isLateReport, needsReport, type PlanOutcome, planOutcome } from '../../../visits/plan-outcome.ts';
import type { PlannedVisit } from '../../../visits/planned-visits.ts';
import type { ReportDuty } from '../../../visits/report-duties.ts';
import {
  both,
  count,
  countOf,
  type Figure,
  figureValue,
  notApplicable,
  ratio,
  type SumFigure,
  type UnknownFigure,
  unknown,
} from '../../figure.ts';
import { type Period, wholeYear, yearToDate } from '../../period.ts';
import type { OfficialFacts, VisitFacts } from './official-facts.ts';
import type { HeardPetition } from './read.ts';

export interface Bc02Context {
  period: Period;
  asOf: IsoDate;
  assignments: AssignmentBook;
  proration: RuleValue<'quota_proration'>;
  rateBase: RuleValue<'quota_rate_base'>;
  reportDue: readonly RuleVersion<'visit_report_due'>[];
  /** Whether the office keeps plans, dates of reports, and petitions, in this year at all (R42). */
  keeps: { plans: boolean; reports: boolean; petitions: boolean };
}

export const columnRuleCodes = [
  'quota_proration',
  'quota_rate_base',
  'visit_report_due',
] as const satisfies readonly RuleCode[];

type VisitColumn = (facts: VisitFacts, context: Bc02Context) => Figure;
type QuotaColumn = (facts: OfficialFacts, context: Bc02Context, quota: AskedQuota) => Figure;

/** What is asked of an official, reckoned once for all columns. */
interface AskedQuota {
  year: SumFigure | UnknownFigure;
  toDate: SumFigure | UnknownFigure;
}

const ofKinds =
  (kinds: readonly MeetingKind[]): VisitColumn =>
  ({ visits }) =>
    countOf(
      'visit',
      visits.filter(({ kind }) => kind !== null && kinds.includes(kind)),
    );

const planned =
  (outcome: PlanOutcome): VisitColumn =>
  ({ plans }, { keeps, asOf }) =>
    keeps.plans
      ? countOf(
          'planned_visit',
          plans.filter((plan) => planOutcome(plan, asOf) === outcome),
        )
      : unknown;

const reported =
  (
    matches: (plan: PlannedVisit, context: Bc02Context) => boolean,
    matchesReport: (report: ReportDuty) => boolean,
  ): VisitColumn =>
  ({ plans, reports }, context) => {
    if (!context.keeps.reports) return unknown;
    const written = new Set(reports.map(({ visitId }) => visitId));
    const noted = plans.filter((plan) => needsReport(plan) && !written.has(plan.visit?.id ?? ''));
    return both(
      countOf(
        'planned_visit',
        noted.filter((plan) => matches(plan, context)),
      ),
      count(
        'visit',
        reports.filter(matchesReport).map(({ visitId }) => visitId),
      ),
    );
  };

/** Petitions raised where the official attended (BC-02: "petition of these visits"). */
const heard =
  (matches: (petition: HeardPetition) => boolean): VisitColumn =>
  ({ petitions }, { keeps }) =>
    keeps.petitions ? countOf('petition', petitions.filter(matches)) : unknown;

/** Visits to cells, and other events that the quota counts. */
const attended = (visits: readonly { id: string }[], events: readonly { id: string }[]): SumFigure =>
  both(countOf('visit', visits), countOf('event_visit', events));

const otherKinds: readonly MeetingKind[] = ['extraordinary', 'cell_committee', 'congress'];

/** Columns of visits and plans: of an assignment as of an official, whose figures are those of the assignments together. */
export const visitColumns: Readonly<Record<string, VisitColumn>> = {
  // A combined meeting is one visit, printed under "Thường kỳ" (handbook section 4, BC-02).
  visits_regular: ofKinds(['regular', 'regular_with_thematic']),
  visits_thematic: ofKinds(['thematic']),
  visits_other: ({ visits, events }) =>
    attended(
      visits.filter(({ kind }) => kind !== null && otherKinds.includes(kind)),
      events,
    ),
  visits: ({ visits, events }) => attended(visits, events),
  visits_year_to_date: ({ visitsToDate, eventsToDate }) => attended(visitsToDate, eventsToDate),
  missed_with_reason: planned('missed_with_reason'),
  missed_without_reason: planned('missed_without_reason'),
  substitute_sent: planned('substituted'),
  reports_submitted: reported(
    ({ reportSubmittedOn }) => reportSubmittedOn !== null,
    ({ submittedOn }) => submittedOn !== null,
  ),
  reports_due: reported(
    () => true,
    () => true,
  ),
  reports_late: reported(
    ({ visit, reportSubmittedOn }, { reportDue }) => {
      if (reportSubmittedOn === null || !visit?.date) return false;
      return isLateReport(visit.date, reportSubmittedOn, ruleOn(reportDue, 'visit_report_due', visit.date).value);
    },
    ({ late }) => late,
  ),
  petitions: heard(() => true),
  petitions_answered_on_spot: heard(({ onTheSpot }) => onTheSpot),
};

/** Columns that stand on the official: the quota is one over all targets of an annex row or of the regulation (R27, R28). */
export const quotaColumns: Readonly<Record<string, QuotaColumn>> = {
  quota_year: (_facts, _context, { year }) => year,
  quota_to_date: (_facts, _context, { toDate }) => toDate,
  quota_rate: (facts, { rateBase }, { year, toDate }) => {
    const base = rateBase === 'quota_year' ? year : toDate;
    return base.how === 'unknown' ? base : ratio(attended(facts.visitsToDate, facts.eventsToDate), base);
  },
  shortfall: (facts, { period }, { year }) => {
    if (period.kind !== 'year') return notApplicable;
    if (year.how === 'unknown') return year;
    // Each visit takes one from the quota until nothing is missing: the rows always add up to what is missing.
    const asked = figureValue(year) ?? 0;
    const made = attended(facts.visits, facts.events).rows.slice(0, asked);
    return { how: 'sum', rows: [...year.rows, ...made.map((row) => ({ ...row, amount: -1 }))] };
  },
};

export function askedQuota(facts: OfficialFacts, context: Bc02Context): AskedQuota {
  const [months, monthsToDate] = [wholeYear(context.period), yearToDate(context.period)];
  const year = quota(facts, months, context);
  return { year, toDate: monthsToDate.length === months.length ? year : quota(facts, monthsToDate, context) };
}

/** Known month by month only where it is prorated by month; else at the end of the year. */
function quota(
  { official }: OfficialFacts,
  months: readonly Month[],
  { assignments, proration, period }: Bc02Context,
): SumFigure | UnknownFigure {
  const asked = officialQuota(assignments, official.id, { months, year: wholeYear(period) }, proration);
  if (asked === 'unknown') return unknown;
  if (asked === 'at_year_end') return notApplicable;
  return {
    how: 'sum',
    rows: asked.parts.map(({ source, id, amount, months: held }) => ({
      entity: source,
      id,
      amount,
      note: held && monthsText(held),
    })),
  };
}

/** `tháng 1–6/2024` */
function monthsText({ from, to }: { from: Month; to: Month }): string {
  const first = Number(from.slice(5));
  const last = Number(to.slice(5));
  return `tháng ${first === last ? first : `${first}–${last}`}/${to.slice(0, 4)}`;
}
