import type { SheetDefinition } from '../../contract/scoring-sheet.ts';
import type { OrganisationHistory } from '../organisations/organisation-history.ts';
import type { MeetingKind } from '../schema/column-types.ts';
import { isInForce } from '../schema/dated.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** A sheet with its definition read. */
export interface Sheet {
  id: string;
  code: string;
  version: number;
  name: string;
  definition: SheetDefinition;
  scope_organisation_id: string | null;
  /** null: not adopted. */
  valid_from: string | null;
  valid_to: string | null;
}

/** What a sheet is looked for. */
export interface Occasion {
  kind: MeetingKind;
  cellType: string | null;
  /** The cell, its parent, and so on up to the root. */
  chain: readonly string[];
  day: IsoDate;
}

/** Sheets as they apply on a day: one made for an organisation that was merged is for its successor (R26). */
export function sheetsOn(sheets: readonly Sheet[], organisations: OrganisationHistory, day: IsoDate): Sheet[] {
  return sheets.map((sheet) => {
    const scope = sheet.scope_organisation_id;
    return scope === null ? sheet : { ...sheet, scope_organisation_id: organisations.successorOn(scope, day) ?? scope };
  });
}

/**
 * The sheet that scores a meeting (cells handbook 5.7): adopted and in force on the day, never before `not_before`, made for the
 * kind, the cell type and the organisation. Of several, the one of the nearest organisation, then the one for the cell
 * type, then the one that began last. null when none applies.
 */
export function applicableSheet(sheets: readonly Sheet[], occasion: Occasion): Sheet | null {
  const applying = sheets.filter((sheet) => applies(sheet, occasion));
  const distance = ({ scope_organisation_id: scope }: Sheet) =>
    scope === null ? occasion.chain.length : occasion.chain.indexOf(scope);
  const [nearest] = applying.toSorted(
    (a, b) =>
      distance(a) - distance(b) ||
      Number(a.definition.cell_types.length === 0) - Number(b.definition.cell_types.length === 0) ||
      (b.valid_from ?? '').localeCompare(a.valid_from ?? '') ||
      b.version - a.version,
  );
  return nearest ?? null;
}

function applies(sheet: Sheet, { kind, cellType, chain, day }: Occasion): boolean {
  const { not_before, cell_types, meeting_kinds } = sheet.definition;
  return (
    sheet.valid_from !== null &&
    isInForce(sheet, day) &&
    (not_before === null || not_before <= day) &&
    meeting_kinds.includes(kind) &&
    (cell_types.length === 0 || (cellType !== null && cell_types.includes(cellType))) &&
    (sheet.scope_organisation_id === null || chain.includes(sheet.scope_organisation_id))
  );
}
