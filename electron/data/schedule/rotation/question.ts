import type { RuleValue } from '../../rules/rule-values.ts';
import type { IsoDate, Month } from '../../vietnamese/dates.ts';

export interface RotationCell {
  id: string;
  difficult: boolean;
  /** The day the cell meets in each month; a month without one cannot be planned. */
  days: ReadonlyMap<Month, IsoDate>;
  /** Month of the last visit before these months; null = never. */
  lastVisit: Month | null;
}

export interface RotationOfficial {
  id: string;
  /** Visits still to be made in these months by the quota; null = no quota is known. */
  wanted: number | null;
}

/** A plan, or a visit that was made, that stays as it is. */
export interface Taken {
  officialId: string;
  /** null: any cell. */
  cellId: string | null;
  month: Month;
  /** null: the day is not set. */
  date: IsoDate | null;
}

export interface RotationQuestion {
  /** Successive months. */
  months: readonly Month[];
  /** In the order of the office's list. */
  cells: readonly RotationCell[];
  officials: readonly RotationOfficial[];
  rule: RuleValue<'visit_rotation'>;
  /** The assignment in force on the day under which the official visits the cell; null where there is none. */
  assignmentOf(officialId: string, cellId: string, day: IsoDate): string | null;
  taken: readonly Taken[];
  /** Nothing is proposed for days before it. */
  notBefore: IsoDate | null;
}

export interface ProposedVisit {
  officialId: string;
  cellId: string;
  month: Month;
  date: IsoDate;
  assignmentId: string;
}

/** What the proposal does not give. `from`-`to`: months in which the cell should have been visited at least once. */
export type Unmet =
  | { kind: 'cell'; cellId: string; from: Month; to: Month; why: 'nobody_assigned' | 'no_day' | 'no_free_official' }
  | { kind: 'official'; officialId: string; wanted: number; missing: number; why: 'no_cells' | 'no_free_day' };

export interface Rotation {
  proposed: readonly ProposedVisit[];
  unmet: readonly Unmet[];
}
