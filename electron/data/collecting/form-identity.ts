import { z } from 'zod';
import { collectionFormKind } from '../../contract/collecting.ts';
import type { FormColumn, FormRow, FormValue } from '../documents/form-workbook.ts';
import { parseMonth } from '../vietnamese/dates.ts';

/** The hidden sheet, its first box, and the mark of the hidden row that names the columns. */
export const identitySheet = 'so_chi_bo';
const identityMark = 'SO-CHI-BO-BIEU';
const linesMark = 'dong';
export const columnKeysMark = 'khoa';
/** The rows that hold the longer drop-downs. */
export const choicesMark = 'danh_muc';

/** Of the layout of forms. Another one is not read: what a column means may have changed. */
export const formVersion = 1;

const identity = z.object({
  office: z.string().min(1),
  office_name: z.string(),
  kind: collectionFormKind,
  unit: z.string().min(1),
  unit_name: z.string(),
  period: z.string().transform((text, context) => {
    const month = parseMonth(text);
    if (month !== null) return month;
    context.addIssue({ code: 'custom', message: 'not a month' });
    return z.NEVER;
  }),
  version: z.coerce.number().int(),
});

/** Which form a workbook is. */
export type FormIdentity = z.infer<typeof identity> & {
  /** What the office wrote in each line before it was sent, by the line's id. */
  sent: ReadonlyMap<string, Readonly<Record<string, FormValue>>>;
};

/** The mark of a line where a cell has several. */
export function cellLine(cellId: string, line: string): string {
  return `${cellId}#${line}`;
}

/** Whose line it is; `line` is the cell itself where it has only one. */
export function lineOfCell(mark: string): { cellId: string; line: string } {
  const [cellId = mark, line = mark] = mark.split('#');
  return { cellId, line };
}

/** The rows of the hidden sheet. */
export function identityRows(
  { sent: _, ...facts }: FormIdentity,
  columns: readonly FormColumn[],
  rows: readonly FormRow[],
): FormValue[][] {
  const kept = columns.map(({ key }) => key).filter((key) => rows.some(({ values }) => (values[key] ?? null) !== null));
  return [
    [identityMark],
    ...Object.entries(facts).map(([key, value]) => [key, String(value)]),
    [linesMark, ...kept],
    ...rows.map(({ id, values }) => [id, ...kept.map((key) => values[key] ?? null)]),
  ];
}

/**
 * Reads the hidden sheet, row by row, as it comes back. Null: this is no form. `damaged`: it was one, and what says which
 * cannot be read any more.
 */
export function readIdentity(rows: readonly (readonly FormValue[])[]): FormIdentity | 'damaged' | null {
  if (rows[0]?.[0] !== identityMark) return null;
  const start = rows.findIndex(([first]) => first === linesMark);
  const facts = identity.safeParse(
    Object.fromEntries(rows.slice(1, start === -1 ? undefined : start).map(([key, value]) => [key, String(value)])),
  );
  if (!facts.success || start === -1) return 'damaged';
  const keys = (rows[start] ?? []).slice(1).map(String);
  const sent = rows
    .slice(start + 1)
    .filter(([id]) => id !== null && id !== choicesMark)
    .map(([id, ...values]): [string, Record<string, FormValue>] => [
      String(id),
      Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null])),
    ]);
  return { ...facts.data, sent: new Map(sent) };
}
