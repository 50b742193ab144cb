import type { FormIdentity } from '../../collecting/form-identity.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { lineId } from '../returned-forms.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';

/**
 * Whose line of a form it is: by its hidden mark. A line that was inserted without one is taken by the name it bears, but
 * only where the form has one such line; all else is reported. Null: nobody's.
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
  const [only, ...others] = named;
  if (only && others.length === 0) {
    context.report(row, field, 'form_line_by_name', { name: name ?? '' });
    return only[0];
  }
  context.report(row, field, 'form_unknown_line', { value: name });
  return null;
}
