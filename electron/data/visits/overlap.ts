/** A visit with the hours it takes; null = not known. */
export interface TimedVisit {
  id: string;
  from: string | null;
  to: string | null;
}

/**
 * Whether two visits of one day overlap (handbook R30: two cells on a day are two visits; overlapping times are warned of,
 * never refused). Hours that are not known overlap with nothing; one ends when the other begins: no overlap.
 */
export function overlaps(one: TimedVisit, other: TimedVisit): boolean {
  if (one.from === null || other.from === null) return false;
  if (one.from === other.from) return true;
  const [earlier, later] = one.from < other.from ? [one, other] : [other, one];
  return earlier.to !== null && later.from !== null && later.from < earlier.to;
}
