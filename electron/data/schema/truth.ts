import type { TruthValue } from './column-types.ts';

/** Yes, no or not known, as a column holds it. */
export function toTruth(value: boolean | null): TruthValue | null {
  if (value === null) return null;
  return value ? 1 : 0;
}

/** The same as the contract has it. */
export function fromTruth(value: TruthValue | null): boolean | null {
  return value === null ? null : value === 1;
}
