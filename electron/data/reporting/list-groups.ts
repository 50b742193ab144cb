import { toRoman } from '../documents/roman.ts';
import type { CellValue, SheetColumn, SheetRow } from '../documents/workbook.ts';
import type { OrganisationHistory } from '../organisations/organisation-history.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { CellPlace } from './cell-places.ts';

/** One record of a list, with the cell it belongs to; `cells` by column. */
export interface ListEntry {
  cellId: string;
  cells: Readonly<Record<string, CellValue>>;
}

export interface ListPlaces {
  organisations: OrganisationHistory;
  /** Only entries of these cells are listed. */
  places: ReadonlyMap<string, CellPlace>;
  /** The day whose names are printed. */
  day: IsoDate;
}

/**
 * Records of cells as rows of a list: a group row with a Roman numeral for each grassroots organisation, its records
 * numbered through from 1, cells in the office's order and the records of a cell in the order given. `number`, `cell` are
 * filled in here. A grassroots organisation alone in the list has no group row.
 */
export function groupedRows(
  entries: readonly ListEntry[],
  { organisations, places, day }: ListPlaces,
  columns: readonly SheetColumn[],
  groupColumn: string,
): SheetRow[] {
  const blank = Object.fromEntries(columns.map(({ key }) => [key, '']));
  const placed = entries.flatMap((entry) => {
    const place = places.get(entry.cellId);
    return place ? [{ ...entry, ...place }] : [];
  });
  const byGrassroots = Map.groupBy(placed, ({ grassrootsId }) => grassrootsId);
  const ids = [...byGrassroots.keys()].sort((a, b) => organisations.compareOn(a, b, day));
  const isOne = new Set([...places.values()].map(({ grassrootsId }) => grassrootsId)).size < 2;
  let number = 0;
  return ids.flatMap((id, index): SheetRow[] => {
    const rows = (byGrassroots.get(id) ?? [])
      .toSorted((a, b) => (a.rowId === b.rowId ? 0 : organisations.compareOn(a.rowId, b.rowId, day)))
      .map(({ rowId, cells }): SheetRow => {
        number += 1;
        return {
          kind: 'data',
          cells: { ...blank, number: String(number), cell: organisations.nameOn(rowId, day), ...cells },
        };
      });
    if (isOne) return rows;
    const name = organisations.nameOn(id, day);
    return [{ kind: 'group', cells: { ...blank, number: toRoman(index + 1), [groupColumn]: name } }, ...rows];
  });
}

/** `TT`, as wide as the numbers need. */
export const numberColumn: SheetColumn = { key: 'number', label: 'TT', type: 'text', width: 6, align: 'center' };
