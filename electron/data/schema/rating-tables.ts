import type { Dated, Grade, Row, TruthValue } from './column-types.ts';

/** One version of a scoring sheet; `definition` is its whole content as JSON (cells handbook 5.7). */
export interface ScoringSheetRow extends Row, Dated {
  code: string;
  version: number;
  name: string;
  definition: string;
  scope_organisation_id: string | null;
}

export interface RatingItemRow extends Row {
  rating_id: string;
  /** Number of the criterion on the sheet: `2a`. */
  criterion: string;
  /** null: not scored yet. */
  points: number | null;
  applies: TruthValue;
  basis: string | null;
}

/** The grade of a cell for a quarter or a year (`2024-Q3`, `2024`): what the rule proposes, what the superior decided. */
export interface PeriodGradeRow extends Row {
  cell_id: string;
  period: string;
  proposed: Grade | null;
  decided: Grade | null;
  decided_on: string | null;
  document: string | null;
  note: string | null;
}
