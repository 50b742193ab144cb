import { isInForce } from '../../schema/dated.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { Books } from '../match/load-books.ts';
import { cellKey } from '../values/organisation-names.ts';

/** The targets assigned to an official on a day. */
export function assignedIn(officialId: string, day: IsoDate, { officials }: Books): string[] {
  const all = officials.assignmentsOf(officialId);
  const now = all.filter((assignment) => isInForce(assignment, day));
  return [...new Set((now.length > 0 ? now : all).map((assignment) => assignment.target_id))];
}

/** Words for "where I am assigned". */
const anywhere = /^(?:x|v|✓|địa bàn phụ trách|địa bàn|theo phân công)$/iu;

/**
 * The cell a plan is for: `x` is the only assigned cell, or (null) any cell of the assigned communes; `Thôn 1 (Bản
 * Ngoạn)` and `Thôn 1` are looked for where the official is assigned, then under the commune in brackets, then anywhere.
 */
export function plannedCell(typed: string, officialId: string, day: IsoDate, books: Books): string | null | 'unknown' {
  const { organisations } = books;
  const targets = assignedIn(officialId, day, books);
  const isCell = (id: string) => ['cell', 'grassroots_cell'].includes(organisations.kindOf(id) ?? '');
  if (anywhere.test(typed)) {
    const [only, ...more] = targets;
    return only !== undefined && more.length === 0 && isCell(only) ? only : null;
  }
  const [, name = typed, commune] = /^(.*?)\s*\(([^()]+)\)$/u.exec(typed) ?? [];
  const committeeId = commune === undefined ? null : organisations.findCommittee(commune);
  const assigned = targets.filter(
    (id) => isCell(id) && organisations.versionsOf(id).some((version) => cellKey(version.name) === cellKey(name)),
  );
  if (assigned.length === 1 && assigned[0] !== undefined) return assigned[0];
  for (const scope of [committeeId, ...targets.filter((id) => !isCell(id)), null]) {
    const found = scope === null && committeeId !== null ? null : organisations.findCell(name, scope, day).found;
    if (found !== null) return found;
  }
  // A whole commune: any cell of it.
  return targets.includes(organisations.findCommittee(typed) ?? '') ? null : 'unknown';
}
