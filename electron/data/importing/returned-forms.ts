import { columnKeysMark, type FormIdentity, formVersion, readIdentity } from '../collecting/form-identity.ts';
import type { FormValue } from '../documents/form-workbook.ts';
import type { IssueCode, IssueDetail } from './issues.ts';
import type { KindDictionary, SheetKind } from './recognise/dictionary.ts';
import { headingColumns, type MatchedColumn } from './recognise/heading-columns.ts';
import type { RecognisedSheet } from './recognise/recognise-sheet.ts';
import { lineOf, MergeIndex } from './recognise/sheet-text.ts';
import type { GridRow, SheetGrid, WorkbookGrid } from './workbook/sheet-grid.ts';

/** A workbook that says it is a form: its sheets to be read, or why it is not taken. */
export type RecognisedForm =
  | {
      identity: FormIdentity;
      identitySheet: SheetGrid;
      sheets: ReadonlyMap<SheetGrid, RecognisedSheet>;
    }
  | { refused: { sheet: string; code: IssueCode; detail: IssueDetail } };

/** What the lines of each kind of form are read as. */
const sheetKinds: Readonly<Record<FormIdentity['kind'], { kind: SheetKind; subject: string }>> = {
  meetings: { kind: 'meetings', subject: 'cell' },
  attendance: { kind: 'meetings', subject: 'full_name' },
  visits: { kind: 'meetings', subject: 'cell' },
  members: { kind: 'members', subject: 'full_name' },
  petitions: { kind: 'petitions', subject: 'content' },
};

/** The field of the hidden box that names a line. */
export const lineId = 'line_id';

/** Looks for the hidden sheet of a form, whatever the sheet is called by now; null: a workbook like any other. */
export function recogniseForm({ sheets }: WorkbookGrid, { office }: { office: string }): RecognisedForm | null {
  for (const identitySheet of sheets) {
    // The first row tells; a roster of 100,000 members is not looked through.
    if (readIdentity(identitySheet.rows.slice(0, 1).map(valuesOf)) === null) continue;
    const identity = readIdentity(Array.from(identitySheet.rows, valuesOf)) ?? 'damaged';
    const shown = sheets.find((sheet) => sheet !== identitySheet)?.name ?? identitySheet.name;
    const refused = (code: IssueCode, detail: IssueDetail = {}) => ({ refused: { sheet: shown, code, detail } });
    if (identity === 'damaged') return refused('form_damaged');
    if (identity.office !== office) return refused('form_other_office', { name: identity.office_name });
    if (identity.version !== formVersion) {
      return refused('form_other_version', { value: String(identity.version), other: String(formVersion) });
    }
    const recognised = sheets.flatMap((sheet): [SheetGrid, RecognisedSheet][] => {
      const found = sheet === identitySheet ? null : formSheet(sheet, identity.kind);
      return found ? [[sheet, found]] : [];
    });
    if (recognised.length === 0) return refused('form_damaged');
    return { identity, identitySheet, sheets: new Map(recognised) };
  }
  return null;
}

function valuesOf({ cells }: GridRow): FormValue[] {
  const last = Math.max(0, ...cells.keys());
  return Array.from({ length: Math.min(last, 100) }, (_, index) => {
    const value = cells.get(index + 1);
    return value?.type === 'number' ? value.value : lineOf(value);
  });
}

function rowOfKeys(sheet: SheetGrid): GridRow | undefined {
  for (const row of sheet.rows) {
    if ([...row.cells.values()].some((value) => lineOf(value) === columnKeysMark)) return row;
  }
  return undefined;
}

/** The table by its hidden row of keys; the row below holds what the columns are called now. */
function formSheet(sheet: SheetGrid, form: FormIdentity['kind']): RecognisedSheet | null {
  const keys = rowOfKeys(sheet);
  if (!keys) return null;
  const merges = new MergeIndex(sheet);
  const { kind, subject } = sheetKinds[form];
  const headingRow = keys.number + 1;
  const shown = new Map(headingColumns(sheet, merges, headingRow, headingRow).map((one) => [one.column, one]));
  const columns = [...keys.cells].flatMap(([column, value]): MatchedColumn[] => {
    const key = lineOf(value);
    if (key === null) return [];
    const field = key === columnKeysMark ? lineId : key;
    const { segments, keys: folded } = shown.get(column) ?? { segments: [], keys: [] };
    return [{ column, segments, keys: folded, meaning: { field, stack: null }, index: null }];
  });
  const dictionary: KindDictionary = {
    ...{ kind, subject, required: [], instead: {}, also: null, titles: [] },
    figures: new Set(),
    headings: new Map(),
  };
  return { kind, dictionary, headingTop: headingRow, headingBottom: headingRow, columns, merges };
}
