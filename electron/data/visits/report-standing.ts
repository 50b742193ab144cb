import type { VisitReportStanding } from '../../contract/visits.ts';
import type { VisitReportState } from '../schema/column-types.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/**
 * Where a visit report stands on a day (handbook R35). A report nobody handed in is `due` up to its due date and
 * `missing` after it: a missing report is not a missing visit. Without a due date nothing is ever missing.
 */
export function reportStanding(state: VisitReportState, dueDate: IsoDate | null, day: IsoDate): VisitReportStanding {
  if (state !== 'draft') return state;
  return dueDate !== null && day > dueDate ? 'missing' : 'due';
}
