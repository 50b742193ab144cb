import type { DocumentIssuer, OfficeLevel, TermLevel } from '../schema/column-types.ts';
import type { TermRow } from '../schema/office-tables.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

export type Term = Pick<TermRow, 'id' | 'name' | 'level' | 'valid_from' | 'valid_to'>;

/** Whose terms: a cell's own, or those of the committee with its advisory bodies and congresses. */
export interface TermHolder {
  issuer: DocumentIssuer;
  /** The cell; null: the office. */
  organisationId: string | null;
}

/**
 * The terms of whoever issues, the first to begin first. An office that became a commune's on 1 July 2025 has its
 * district's terms behind it.
 */
export function termsOf(
  terms: readonly Term[],
  { issuer, organisationId }: TermHolder,
  officeLevel: OfficeLevel,
): Term[] {
  const ofCell = issuer === 'cell' || organisationId !== null;
  const levels: readonly TermLevel[] = ofCell
    ? ['cell']
    : officeLevel === 'commune'
      ? ['commune', 'district']
      : [officeLevel];
  return terms
    .filter(({ level }) => level === null || levels.includes(level))
    .toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''));
}

/**
 * The term a day belongs to (document format, 4.1: from the day after the congress closes until the next closes): the
 * last that had begun, unless it had ended. Null where none is recorded for the day. `terms` as `termsOf` gives them.
 */
export function termOn(terms: readonly Term[], day: IsoDate): Term | null {
  const term = terms.findLast(({ valid_from }) => valid_from === null || valid_from <= day);
  return term && (term.valid_to === null || term.valid_to >= day) ? term : null;
}
