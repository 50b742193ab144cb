import type { CollectionFormKind } from '../../contract/collecting.ts';
import type { FormColumn, FormRow } from '../documents/xlsx-form.ts';
import type { Month } from '../vietnamese/dates.ts';
import type { AskedCell } from './asked-cells.ts';

/** Lists of the office that drop-downs offer. */
export interface OfficeLists {
  petitionFields: readonly string[];
}

/** One kind of form. `cells`: those it asks about, with what the office knows of them. */
export interface CollectionForm {
  kind: CollectionFormKind;
  title: string;
  /** Name of the sheet that is filled in. */
  sheet: string;
  guidance: readonly string[];
  columns(period: Month, cells: readonly AskedCell[], lists: OfficeLists): FormColumn[];
  rows(cells: readonly AskedCell[]): FormRow[];
}
