import { isHiddenColumn } from './recognise/recognise-sheet.ts';
import type { RowPlace } from './recognise/sheet-row.ts';
import { lineId } from './returned-forms.ts';
import type { SheetContext } from './sheet-context.ts';
import { forEach, type Turns } from './turns.ts';
import { columnLetter, type SheetGrid } from './workbook/sheet-grid.ts';

/** Notes on a sheet as a whole what a clerk would not see: hidden parts, texts that were decoded, formulas without a result. */
export function* reportOddities(context: SheetContext, sheet: SheetGrid): Turns<void> {
  if (sheet.hidden) context.reportAt(null, null, 'hidden_sheet', { name: sheet.name });
  let hidden = 0;
  const unreadable: { row: RowPlace; field: string }[] = [];
  yield* forEach(context.rows, (row) => {
    if (row.hidden && row.kind === 'data') hidden += 1;
    for (const field of row.unreadable()) unreadable.push({ row: row.place, field });
  });
  if (hidden > 0) context.reportAt(null, null, 'hidden_rows', { value: String(hidden) });
  reportHiddenColumns(context, sheet);
  reportDecoded(context, sheet);
  for (const { row, field } of unreadable) context.report(row, field, 'unreadable_value');
}

/** Pitfall 14d: what a hidden column holds is not taken over in silence, nor passed over in silence. */
function reportHiddenColumns(context: SheetContext, sheet: SheetGrid): void {
  const hidden = context.recognised.columns.filter(
    // The marks of a form's lines are hidden by the office itself.
    ({ column, meaning }) => isHiddenColumn(sheet, column) && meaning?.field !== lineId,
  );
  const named = (columns: typeof hidden) =>
    columns.map(({ column, segments }) => `${columnLetter(column)} (${segments.join(' – ')})`).join(', ');
  const [read, passed] = [hidden.filter(({ meaning }) => meaning), hidden.filter(({ meaning }) => !meaning)];
  if (read.length > 0) context.reportAt(null, null, 'hidden_columns_read', { value: named(read) });
  if (passed.length > 0) context.reportAt(null, null, 'hidden_columns', { value: named(passed) });
}

const encodingNames = { tcvn3: 'bảng mã TCVN3 (ABC)', vni: 'bảng mã VNI' } as const;

/** Never converted in silence (pitfall 6): every column with its first boxes before and after. */
function reportDecoded(context: SheetContext, sheet: SheetGrid): void {
  const byColumn = new Map(context.recognised.columns.map((column) => [column.column, column.segments.join(' – ')]));
  for (const { column, encoding, boxes, samples } of sheet.decoded) {
    const shown = samples.filter(({ row }) => row > context.recognised.headingBottom).slice(0, 3);
    if (shown.length === 0) continue;
    const letter = columnLetter(column);
    context.reportAt(null, letter, 'legacy_encoding', {
      heading: byColumn.get(column) ?? letter,
      name: String(boxes),
      value: encodingNames[encoding],
      other: shown.map(({ before, after }) => `“${before}” → “${after}”`).join(', '),
    });
  }
}
