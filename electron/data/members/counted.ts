import type { StatusKind } from '../schema/column-types.ts';

/**
 * Kinds of status that count in the membership (handbook, member_statuses: "counted"). A temporarily received member
 * is counted at home (R15).
 */
export const countedKinds: readonly StatusKind[] = [
  'active',
  'exempt',
  'reduced',
  'temporarily_exempt',
  'temporarily_away',
  'suspended',
  'armed_forces_special_duty',
];

/** Kinds of people who are in the cell, counted there or only received for a time. */
export const presentKinds: readonly StatusKind[] = [...countedKinds, 'temporarily_received'];

/** Whether a member with this status belongs to the membership of the cell. */
export function isCounted(kind: StatusKind | null): boolean {
  return kind !== null && countedKinds.includes(kind);
}
