import type { ReconciliationResult } from '../../../electron/contract/imports.ts';
import { fieldText } from './import-words.ts';

export type ReconciliationView = 'differing' | 'only_here' | 'only_there';

/** A row of one of the three lists; what a list does not show is empty. */
export type ReconciliationLine = {
  id: string;
  memberId: string | null;
  name: string;
  cell: string;
  birthDate: string | null;
  field: string;
  ours: string;
  theirs: string | null;
  status: string;
  /** Of the workbook; null for somebody who is not in it. */
  row: number | null;
};

const blank = { memberId: null, birthDate: null, field: '', ours: '', theirs: null, status: '', row: null };

/** The rows of one list, in the order of the data side. */
export function reconciliationLines(
  found: ReconciliationResult | null,
  view: ReconciliationView,
): ReconciliationLine[] {
  if (found === null) return [];
  if (view === 'only_here') {
    return found.only_here.map(({ member_id, birth_date, ...rest }, index) => ({
      ...blank,
      ...rest,
      id: String(index),
      memberId: member_id,
      birthDate: birth_date,
    }));
  }
  if (view === 'only_there') {
    return found.only_there.map(({ name, cell, birth_date, status, row }, index) => ({
      ...blank,
      id: String(index),
      name,
      cell,
      birthDate: birth_date,
      status: status ?? '',
      row,
    }));
  }
  return found.differing.map(({ member_id, name, cell, field, ours, theirs, row }, index) => ({
    ...blank,
    id: String(index),
    memberId: member_id,
    name,
    cell,
    field: fieldText(field) ?? field,
    ours,
    theirs,
    row,
  }));
}
