import type { RuleValue } from '../rules/rule-values.ts';

export type CellSizeFlag = 'below_minimum' | 'without_committee';

/** A committee is more than a secretary and a deputy. */
const COMMITTEE_OF = 3;

/**
 * What the number of full members says of a cell (handbook R21): too few for a cell, or enough for a cell committee where
 * there is none. Exempt members count among the full members. `committee`: people in posts of the cell.
 */
export function cellSizeFlags(
  { fullMembers, committee }: { fullMembers: number | null; committee: number },
  rule: RuleValue<'cell_size'>,
): CellSizeFlag[] {
  if (fullMembers === null) return [];
  if (fullMembers < rule.minimum) return ['below_minimum'];
  return fullMembers >= rule.committee_from && committee < COMMITTEE_OF ? ['without_committee'] : [];
}
