import { lastDayOfMonth, parseMonth } from '../../vietnamese/dates.ts';
import type { RemarkDraft, RemarkSheetDraft } from '../drafts/remarks.ts';
import type { Books } from '../match/load-books.ts';
import type { SheetContext } from '../sheet-context.ts';
import { assignedIn } from './planned-cell.ts';
import type { Records } from './records.ts';
import { fillIn } from './row-set.ts';

/**
 * Turns lists of yearly remarks into remarks: one a year, official and committee, so that a second list fills in the
 * first. A blank never overwrites.
 */
export function planRemarks(sheets: readonly RemarkSheetDraft[], books: Books, records: Records): void {
  for (const { context, rows } of sheets) {
    for (const draft of rows) {
      const officialId = officialOf(context, draft, books);
      const committeeId = officialId === null ? null : committeeOf(context, draft, officialId, books);
      if (officialId === null || committeeId === null) continue;
      const of = { official_id: officialId, committee_id: committeeId, year: draft.year };
      const remark = books.remarks.find(of) ?? books.remarks.add((id) => ({ id, ...of, ...draft.texts }));
      fillIn(remark, draft.texts);
      records.note(context, draft.row.number, 'yearly_remark', remark.id);
    }
  }
}

function officialOf(context: SheetContext, { row, name, title }: RemarkDraft, { officials }: Books): string | null {
  const match = officials.find({ name, title, cellId: null });
  if (!match) context.report(row, 'full_name', 'unknown_official', { value: name });
  else if (match.fuzzy) {
    context.report(row, 'full_name', 'fuzzy_official_name', { value: name, name: match.official.full_name });
  }
  return match?.official.id ?? null;
}

/** The committee the list names; where it names none, the only one above cells that the official is assigned to. */
function committeeOf(
  context: SheetContext,
  { row, committee, year }: RemarkDraft,
  officialId: string,
  books: Books,
): string | null {
  const { organisations } = books;
  if (committee !== null) {
    const found = organisations.findCommittee(committee);
    if (found === null) context.report(row, 'committee', 'unknown_remark_committee', { value: committee });
    return found;
  }
  const december = parseMonth(`${year}-12`);
  const targets = december === null ? [] : assignedIn(officialId, lastDayOfMonth(december), books);
  const [only, ...more] = targets.filter(
    (id) => !['cell', 'grassroots_cell'].includes(organisations.kindOf(id) ?? 'cell'),
  );
  if (only !== undefined && more.length === 0) return only;
  context.report(row, 'committee', 'missing_remark_committee');
  return null;
}
