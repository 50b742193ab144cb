import type { FormIdentity } from '../../collecting/form-identity.ts';
import { lineOfCell } from '../../collecting/form-identity.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';
import { type PetitionDraft, type PetitionSheetDraft, readPetition } from './petitions.ts';
import { exchangedDay, lineOwner } from './returned-lines.ts';

/** Words by which a unit says that nobody asked for anything. */
const nothing = /^khong(?: co)?(?: (?:y kien|kien nghi|y kien kien nghi))?(?: (?:gi|nao))?\.?$/u;

/** Reads petitions from a form that came back. A copied line is another petition; blank lines are left out. */
export function draftReturnedPetitions(context: SheetContext, form: FormIdentity): PetitionSheetDraft {
  const rows: PetitionDraft[] = [];
  const seen = new Set<string>();
  for (const row of context.rows) {
    const content = lineValue(row, 'content');
    const others = ['date', 'field', 'authority', 'responsible_body', 'result', 'answered_on', 'note'];
    if (content === null) {
      if (others.some((field) => lineValue(row, field) !== null)) context.report(row, 'content', 'missing_content');
      continue;
    }
    if (nothing.test(searchKey(content))) {
      context.answersNone = true;
      continue;
    }
    const owner = lineOwner(context, form, row, 'cell');
    if (owner === null) continue;
    const { cellId, line } = lineOfCell(owner);
    const id = row.line('line_id') === null || seen.has(line) ? null : line;
    seen.add(line);
    const draft = readPetition(context, row, lineValue(row, 'cell') ?? '', content);
    const exchanged = exchangedDay(context, row, 'date', form);
    rows.push({ ...draft, date: exchanged ? null : draft.date, order: null, returned: { cellId, id } });
  }
  return { context, rows };
}
