import type { OrganisationEventRow } from '../schema/organisation-tables.ts';

/** By organisation: what followed it, in the order it was recorded. */
export type Successors = ReadonlyMap<string, readonly string[]>;

/**
 * The successor map (handbook section 7) from the history: a merger or a dissolution names who took over, a split names
 * the part and where it came from.
 */
export function successorsFrom(
  events: readonly Pick<OrganisationEventRow, 'kind' | 'organisation_id' | 'other_id'>[],
): Successors {
  const successors = new Map<string, string[]>();
  const link = (from: string, to: string) => successors.set(from, [...(successors.get(from) ?? []), to]);
  for (const { kind, organisation_id, other_id } of events) {
    if (other_id === null) continue;
    if (kind === 'merge' || kind === 'dissolve') link(organisation_id, other_id);
    else if (kind === 'split') link(other_id, organisation_id);
  }
  return successors;
}

/**
 * Who stands for an organisation on a day (handbook R26, "quy về tổ chức hiện nay"): itself while it is in force, else
 * the first of its successors, or of theirs, that is. null: it ended and nobody followed.
 */
export function successorOf(
  id: string,
  successors: Successors,
  isInForce: (id: string) => boolean,
  seen: ReadonlySet<string> = new Set(),
): string | null {
  if (isInForce(id)) return id;
  const past = new Set([...seen, id]);
  for (const next of successors.get(id) ?? []) {
    const found = past.has(next) ? null : successorOf(next, successors, isInForce, past);
    if (found !== null) return found;
  }
  return null;
}
