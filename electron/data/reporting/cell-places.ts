import type { OrganisationHistory } from '../organisations/organisation-history.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { ReportScope } from './report.ts';

/** The row a cell is counted in, and the grassroots organisation that row stands under. */
export interface CellPlace {
  rowId: string;
  grassrootsId: string;
}

/**
 * The cells of a report, each with its place (handbook R26): as at the time, where it belonged at last; folded into
 * today's organisation, whoever followed it, where that belongs on the day.
 */
export function cellPlaces(
  { period, unit, organisedOn }: ReportScope,
  organisations: OrganisationHistory,
): Map<string, CellPlace> {
  const day = organisedOn ?? period.dateTo;
  const cells = organisations
    .cellsBetween(period.dateFrom, period.dateTo)
    .map((id) => ({ id, rowId: standsFor(id, organisedOn, organisations) }))
    .filter(({ rowId }) => unit === null || organisations.chainOn(rowId, day).includes(unit));
  return new Map(cells.map(({ id, rowId }) => [id, { rowId, grassrootsId: organisations.grassrootsOf(rowId, day) }]));
}

/** Who stands for a cell (R26): itself, or, when the past is folded, whoever followed it; itself where nobody did. */
export function standsFor(cellId: string, organisedOn: IsoDate | null, organisations: OrganisationHistory): string {
  return organisedOn === null ? cellId : (organisations.successorOn(cellId, organisedOn) ?? cellId);
}

/** A single cell is shown by itself: its organisation's row would hold that cell only. */
export function isSingleCell(places: ReadonlyMap<string, CellPlace>, unit: string | null): boolean {
  return unit !== null && (places.get(unit)?.grassrootsId ?? unit) !== unit;
}

/** What a reader has to know of a report that folds the past. */
export function foldingNote({ organisedOn }: ReportScope): string[] {
  if (organisedOn === null) return [];
  return ['Số liệu của chi bộ đã sáp nhập, chia tách, giải thể được cộng vào chi bộ kế tục.'];
}
