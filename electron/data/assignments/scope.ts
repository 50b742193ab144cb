import type { QuotaScope } from '../schema/column-types.ts';
import type { Assignment } from './assignment-book.ts';

/**
 * Whether an assignment lies outside what the regulation lets an official attend (handbook 3.3, `scope`): under `list`
 * only named cells count; under `area_in_charge` a cell to attend must lie in an area that the official is in charge of, where there is one.
 * `own`: all assignments of the official in force; `chain`: the target and what is above it.
 */
export function isOutOfScope(
  scope: QuotaScope,
  assignment: Assignment,
  own: readonly Assignment[],
  { isCell, chain }: { isCell: boolean; chain: readonly string[] },
): boolean {
  switch (scope) {
    case 'any':
      return false;
    case 'list':
      return !isCell;
    case 'area_in_charge': {
      if (assignment.role !== 'attend') return false;
      const areas = own.filter(({ role }) => role !== 'attend').map(({ targetId }) => targetId);
      return areas.length > 0 && !chain.some((id) => areas.includes(id));
    }
  }
}
