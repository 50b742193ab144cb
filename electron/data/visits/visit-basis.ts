import type { RuleValue } from '../rules/rule-values.ts';
import type { MeetingKind } from '../schema/column-types.ts';

/**
 * Why somebody from above sat in a meeting: as assigned, as a substitute, outside the assignment, as a visitor who is on
 * no list of officials, or as an own member of the cell, which is no visit.
 */
export type VisitBasis = 'assigned' | 'substitute' | 'outside' | 'unlisted' | 'own_cell';

export interface VisitCase {
  /** null: the visitor is on no list. */
  officialId: string | null;
  cellId: string;
  /** Cells the visitor is a member of. */
  ownCellIds: readonly string[];
  /** The register or the plan says that he or she came in somebody's place. */
  onBehalf: boolean;
  /** An assignment in force on the day covers the cell. */
  covered: boolean;
}

/**
 * The basis of a visit (handbook R29, R31, R32). Being a member of the cell comes first: commune staff belong to
 * residential cells, and attending one's own cell is no visit whatever else was arranged.
 */
export function visitBasis({ officialId, cellId, ownCellIds, onBehalf, covered }: VisitCase): VisitBasis {
  if (officialId === null) return 'unlisted';
  if (ownCellIds.includes(cellId)) return 'own_cell';
  if (onBehalf) return 'substitute';
  return covered ? 'assigned' : 'outside';
}

export interface CreditRules {
  /** Kinds of meetings (and, in a regulation, of other events). */
  countedKinds: readonly string[];
  outside: RuleValue<'visit_outside_assignment'>;
  substitute: RuleValue<'visit_by_substitute'>;
}

/**
 * The officials whose quota a visit counts toward (handbook R29, R31): nobody when the meeting did not take place or is
 * of a kind that does not count; a substitute's visit by default only the substitute.
 */
export function creditedOfficials(
  visit: {
    basis: VisitBasis;
    officialId: string | null;
    onBehalfOfId: string | null;
    held: boolean;
    kind: MeetingKind | null;
  },
  { countedKinds, outside, substitute }: CreditRules,
): string[] {
  if (!visit.held || visit.kind === null || !countedKinds.includes(visit.kind) || visit.officialId === null) return [];
  switch (visit.basis) {
    case 'assigned':
      return [visit.officialId];
    case 'outside':
      return outside.counts ? [visit.officialId] : [];
    case 'substitute':
      return [
        ...(substitute.counts_for.includes('substitute') ? [visit.officialId] : []),
        ...(substitute.counts_for.includes('assigned') && visit.onBehalfOfId !== null ? [visit.onBehalfOfId] : []),
      ];
    case 'unlisted':
    case 'own_cell':
      return [];
  }
}
