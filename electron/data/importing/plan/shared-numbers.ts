import { identityRemarks } from '../../members/identity-number.ts';
import type { MemberDraft } from '../drafts/member-draft.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { SheetContext } from '../sheet-context.ts';

/** A row with the numbers of a member. */
export interface NumberedRow {
  context: SheetContext;
  draft: Pick<MemberDraft, 'row' | 'name' | 'oldCard' | 'newCard' | 'personalId'>;
}

/**
 * Two people with one number: a warning on both (pitfall 13f). `memberId`: whose row it is, null for somebody new;
 * `rowOf`: the row of another member in this import, if any.
 */
export function reportSharedNumbers(
  { context, draft }: NumberedRow,
  memberId: string | null,
  book: MemberBook,
  rowOf: (memberId: string) => NumberedRow | undefined,
): void {
  const numbers = [
    { number: draft.oldCard, field: fieldOf(draft, 'old_card_no'), code: 'duplicate_card_number' },
    { number: draft.newCard, field: fieldOf(draft, 'party_card_no'), code: 'duplicate_card_number' },
    { number: draft.personalId, field: 'personal_id', code: 'duplicate_citizen_id' },
  ] as const;
  for (const { number, field, code } of numbers) {
    for (const holder of number === null ? [] : book.withNumber(number)) {
      if (holder.id === memberId) continue;
      context.report(draft.row, field, code, { value: number, name: draft.name, other: holder.full_name });
      const row = rowOf(holder.id);
      // Of two who are both known the first row has told already.
      if (!row || row.context.hasReported(code, row.draft.row.number)) continue;
      row.context.report(row.draft.row, field, code, { value: number, name: holder.full_name, other: draft.name });
    }
  }
}

/** Whether the digits of the identity number contradict sex or year of birth. */
export function contradictsIdentity(draft: Pick<MemberDraft, 'personalId' | 'gender' | 'birthDate'>): boolean {
  return identityRemarks(draft.personalId, draft).length > 0;
}

/**
 * An identity number whose digits contradict sex or year of birth (pitfall 5f). One that two people share is told of
 * already: whose it is, is the question there.
 */
export function reportIdentities(
  rows: Iterable<{ context: SheetContext; draft: Pick<MemberDraft, 'row' | 'personalId' | 'gender' | 'birthDate'> }>,
): void {
  for (const { context, draft } of rows) {
    const [remark] = identityRemarks(draft.personalId, draft);
    if (remark === undefined) continue;
    if (context.hasReported('duplicate_citizen_id', draft.row.number)) continue;
    context.report(draft.row, 'personal_id', 'identity_contradicts', { value: draft.personalId, other: remark });
  }
}

/** Rosters have one column for both cards. */
function fieldOf({ row }: NumberedRow['draft'], column: string): string {
  return row.has(column) ? column : 'card_number';
}
