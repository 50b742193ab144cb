import type { RuleValue } from '../rules/rule-values.ts';
import type { PlannedVisitState } from '../schema/column-types.ts';
import { addDays, type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';

/** What became of a planned visit. `open`: its month is not over. `claimed`: reported as attended, the register has no visit. */
export type PlanOutcome =
  | 'attended'
  | 'rescheduled'
  | 'substituted'
  | 'missed_with_reason'
  | 'missed_without_reason'
  | 'claimed'
  | 'cancelled'
  | 'open';

/** `state` is what was reported of the plan; `hasVisit`: the register has the visit it is linked to. */
export interface Plan {
  period: Month;
  state: PlannedVisitState;
  hasVisit: boolean;
  reason: string | null;
}

/**
 * The outcome of a plan as of a day (handbook R34, BC-02). The register decides: a plan reported as attended without a
 * visit is only claimed; a plan nobody reported on was attended when the register has the visit, else missed without reason.
 */
export function planOutcome({ period, state, hasVisit, reason }: Plan, asOf: IsoDate): PlanOutcome {
  switch (state) {
    case 'attended':
      return hasVisit ? 'attended' : 'claimed';
    case 'rescheduled':
      return 'rescheduled';
    case 'substitute_sent':
      return 'substituted';
    case 'cancelled':
      return 'cancelled';
    case 'missed':
      return reason === null ? 'missed_without_reason' : 'missed_with_reason';
    case 'planned':
    case 'cell_notified':
      if (hasVisit) return 'attended';
      return lastDayOfMonth(period) > asOf ? 'open' : 'missed_without_reason';
  }
}

/** Whether a visit report is due: the official reported having attended, then or later, and the register confirms it. */
export function needsReport({ state, hasVisit }: Plan): boolean {
  return hasVisit && (state === 'attended' || state === 'rescheduled');
}

/** A report is late when it is handed in after its due date, reckoned from the meeting (handbook R35). */
export function isLateReport(meetingDate: IsoDate, submittedOn: IsoDate, rule: RuleValue<'visit_report_due'>): boolean {
  return submittedOn > addDays(meetingDate, rule.days);
}
