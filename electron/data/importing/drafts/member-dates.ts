import type { PartialDate } from '../../vietnamese/dates.ts';
import type { FieldColumn, SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { forEach, type Turns } from '../turns.ts';
import { dateValue } from '../values/plain-values.ts';
import { type DateCell, looksSwapped, swapDayAndMonth, swapIsProven } from '../values/swapped-dates.ts';

export interface MemberDates {
  admissionDate: PartialDate | null;
  fullMemberDate: PartialDate | null;
}

/** A column of dates, row by row: all of them are known before the first row is drafted, so nothing else is kept of them. */
class DateColumn {
  readonly dates: (PartialDate | null)[] = [];
  readonly #field: string;
  readonly #written: (DateCell['written'] | null)[] = [];
  #heading: FieldColumn | null = null;

  constructor(field: string) {
    this.#field = field;
  }

  read(context: SheetContext, row: SheetRow): void {
    const date = dateValue(context, row, this.#field, 'event');
    this.#heading ??= row.column(this.#field);
    this.dates.push(date);
    this.#written.push(date === null ? null : writtenAs(row, this.#field));
  }

  /** Reports days and months that were exchanged; turned back where the dates of the other column prove it. */
  turnBack(context: SheetContext, companion: DateColumn): void {
    const cells = { [Symbol.iterator]: () => this.#cells(companion) };
    if (context.decided.datesSettled || !looksSwapped(cells)) return;
    const proven = swapIsProven(cells);
    const { letter, heading } = this.#heading ?? { letter: null, heading: '' };
    if (proven) {
      if (letter !== null) context.datesTurned.add(letter);
      for (const [index, date] of this.dates.entries()) {
        if (this.#written[index] === 'date' && date !== null) this.dates[index] = swapDayAndMonth(date) ?? date;
      }
    }
    const other = proven
      ? 'Đã đảo lại vì khớp với ngày kia của cùng người; xem lại trước khi ghi.'
      : 'Giữ như trong tệp; nếu đúng là đảo, sửa cột này rồi nhập lại.';
    context.reportAt(null, letter, 'swapped_day_month_column', { heading, other });
  }

  *#cells(companion: DateColumn): Generator<DateCell> {
    for (const [index, date] of this.dates.entries()) {
      const written = this.#written[index] ?? null;
      if (date !== null && written !== null) yield { written, date, companion: companion.dates[index] ?? null };
    }
  }
}

/** A year typed as a number or a serial number says nothing about the order of day and month. */
function writtenAs(row: SheetRow, field: string): DateCell['written'] | null {
  const type = row.value(field)?.type;
  if (type === 'date') return type;
  return type === 'text' && !/^\d+$/u.test(row.line(field) ?? '') ? type : null;
}

/**
 * The dates of admission and full membership of every row, by its place among the rows that are no headings of groups. A
 * column whose true dates have day and month swapped is reported; it is turned back only where the other column proves it,
 * else kept as it stands.
 */
export function* readMemberDates(context: SheetContext): Turns<(index: number) => MemberDates> {
  const [admission, fullMember] = [new DateColumn('admission_date'), new DateColumn('full_member_date')];
  yield* forEach(context.rows, (row) => {
    if (row.kind === 'group') return;
    admission.read(context, row);
    fullMember.read(context, row);
  });
  admission.turnBack(context, fullMember);
  yield;
  fullMember.turnBack(context, admission);
  return (index) => ({
    admissionDate: admission.dates[index] ?? null,
    fullMemberDate: fullMember.dates[index] ?? null,
  });
}
