import type { PartialDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Turns } from '../turns.ts';
import { dateValue } from '../values/plain-values.ts';
import { type DateCell, looksSwapped, swapDayAndMonth, swapIsProven } from '../values/swapped-dates.ts';

export interface MemberDates {
  admissionDate: PartialDate | null;
  fullMemberDate: PartialDate | null;
}

const none: MemberDates = { admissionDate: null, fullMemberDate: null };

/**
 * The dates of admission and full membership of every row. A column whose true dates have day and month swapped is
 * reported; it is turned back only where the other column proves it, else kept as it stands.
 */
export function* readMemberDates(context: SheetContext): Turns<{ of(row: SheetRow): MemberDates }> {
  const dates = new Map<SheetRow, MemberDates>();
  for (const row of context.rows) {
    if (row.kind === 'group') continue;
    yield;
    dates.set(row, {
      admissionDate: dateValue(context, row, 'admission_date', 'event'),
      fullMemberDate: dateValue(context, row, 'full_member_date', 'event'),
    });
  }
  yield* turnBack(context, dates, 'admission_date', 'admissionDate', 'fullMemberDate');
  yield* turnBack(context, dates, 'full_member_date', 'fullMemberDate', 'admissionDate');
  return { of: (row) => dates.get(row) ?? none };
}

function* turnBack(
  context: SheetContext,
  dates: ReadonlyMap<SheetRow, MemberDates>,
  field: string,
  name: keyof MemberDates,
  companion: keyof MemberDates,
): Turns<void> {
  const cells: DateCell[] = [];
  for (const [row, read] of dates) {
    yield;
    const type = row.value(field)?.type;
    const date = read[name];
    // A year typed as a number or a serial number says nothing about the order of day and month.
    if (date === null || (type !== 'date' && (type !== 'text' || /^\d+$/u.test(row.line(field) ?? '')))) continue;
    cells.push({ written: type, date, companion: read[companion] });
  }
  yield;
  if (context.decided.datesSettled || !looksSwapped(cells)) return;
  const proven = swapIsProven(cells);
  const { letter, heading } = [...dates.keys()][0]?.column(field) ?? { letter: null, heading: '' };
  if (proven) {
    if (letter !== null) context.datesTurned.add(letter);
    for (const [row, read] of dates) {
      const date = read[name];
      if (row.value(field)?.type === 'date' && date !== null) read[name] = swapDayAndMonth(date) ?? date;
    }
  }
  const other = proven
    ? 'Đã đảo lại vì khớp với ngày kia của cùng người; xem lại trước khi ghi.'
    : 'Giữ như trong tệp; nếu đúng là đảo, sửa cột này rồi nhập lại.';
  context.reportAt(null, letter, 'swapped_day_month_column', { heading, other });
}
