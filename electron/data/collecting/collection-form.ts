import type { Kysely } from 'kysely';
import type { CollectionFormKind } from '../../contract/collecting.ts';
import type { FormColumn, FormRow } from '../documents/form-workbook.ts';
import type { Tables } from '../schema/database.ts';
import type { Month } from '../vietnamese/dates.ts';
import type { AskedUnit } from './asked-cells.ts';

/** What one form is made of. */
export interface FormContent {
  columns: FormColumn[];
  rows: FormRow[];
}

/** Who is asked. `one` throws `not_found` for somebody who is not asked in the month. */
export interface Addressees {
  all(db: Kysely<Tables>, period: Month): Promise<AskedUnit[]>;
  one(db: Kysely<Tables>, period: Month, id: string): Promise<AskedUnit>;
}

/** One kind of form. */
export interface CollectionForm {
  kind: CollectionFormKind;
  title: string;
  /** Name of the sheet that is filled in. */
  sheet: string;
  guidance: readonly string[];
  addressees: Addressees;
  /** What the unit is asked, with what the office knows already. */
  content(db: Kysely<Tables>, period: Month, unit: AskedUnit): Promise<FormContent>;
  /** How much the office has of each unit for the month: see `collectionUnit.reported`. */
  heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>>;
}
