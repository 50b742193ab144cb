import { type FormIdentity, lineOfCell } from '../../collecting/form-identity.ts';
import { addMonths, formatDate, isIsoDate, monthOf, parseDateAsWritten } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { lineId } from '../returned-forms.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';

/**
 * Whose line of a form it is: by its hidden mark. A line that was inserted without one is taken by the name it bears, but
 * only where the form has one such cell; all else is reported. Null: nobody's.
 */
export function lineOwner(context: SheetContext, { sent }: FormIdentity, row: SheetRow, field: string): string | null {
  const [id, name] = [row.line(lineId), lineValue(row, field)];
  if (id !== null) {
    const known = sent.get(id);
    if (!known) {
      context.report(row, field, 'form_foreign_line', { value: name });
      return null;
    }
    const wrote = String(known[field] ?? '');
    if (name !== null && nameKey(name) !== nameKey(wrote)) {
      context.report(row, field, 'form_name_changed', { value: name, other: wrote });
    }
    return id;
  }
  const named = [...sent].filter(([, values]) => name !== null && nameKey(String(values[field])) === nameKey(name));
  const [first] = named;
  if (first && new Set(named.map(([mark]) => lineOfCell(mark).cellId)).size === 1) {
    context.report(row, field, 'form_line_by_name', { name: name ?? '' });
    return first[0];
  }
  context.report(row, field, 'form_unknown_line', { value: name });
  return null;
}

/**
 * Whether the day lies outside the form's month, but in it with day and month exchanged: a computer set to English turns
 * `3/1` into 1 March while it is typed. That is nobody's to guess, and is reported.
 */
export function exchangedDay(context: SheetContext, row: SheetRow, field: string, { period }: FormIdentity): boolean {
  const line = lineValue(row, field);
  // March may still lie ahead when the return of January is read.
  const reading = parseDateAsWritten(line ?? '', { today: addMonths(context.today, 12), kind: 'event' });
  if (!reading.ok || !isIsoDate(reading.value) || monthOf(reading.value) === period) return false;
  const [year, month, day] = reading.value.split('-');
  const exchanged = `${year}-${day}-${month}`;
  if (!isIsoDate(exchanged) || monthOf(exchanged) !== period) return false;
  const [value, other] = [formatDate(reading.value), formatDate(exchanged)];
  context.report(row, field, 'form_day_month_swapped', { value, other });
  return true;
}
