import type { Dated, Standing, StatusKind } from '../schema/column-types.ts';
import { isCounted } from './counted.ts';

/** A stay of a member in a cell with one standing and kind; `id` is null for one that is not yet in the table. */
export interface StatusPeriod extends Dated {
  id: string | null;
  cell_id: string;
  standing: Standing;
  kind: StatusKind;
  expected_end: string | null;
  review_on: string | null;
  place: string | null;
  document: string | null;
}

/**
 * A member's statuses form two lines: that of the home cell, and the stays as a guest in another cell (R15). Within a
 * line the periods follow one another and never overlap.
 */
export interface StatusLines {
  home: StatusPeriod | null;
  guest: StatusPeriod | null;
}

/** Where somebody stands at the end of the lines: the kind at home, only a guest, or nothing recorded yet. */
export type Situation = StatusKind | 'guest_only' | 'new';

/** The periods in force at the end: the latest at home, and the stay as a guest that has not ended. */
export function latestOf(statuses: readonly StatusPeriod[]): StatusLines {
  const ordered = statuses.toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''));
  return {
    home: ordered.findLast(({ kind }) => kind !== 'temporarily_received') ?? null,
    guest: ordered.findLast(({ kind, valid_to }) => kind === 'temporarily_received' && valid_to === null) ?? null,
  };
}

export function situationOf({ home, guest }: StatusLines): Situation {
  if (guest && (home === null || !isCounted(home.kind))) return 'guest_only';
  return home?.kind ?? 'new';
}
