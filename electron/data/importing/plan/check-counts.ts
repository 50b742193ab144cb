import { isCounted } from '../../members/counted.ts';
import type { OrganisationSheetDraft } from '../drafts/organisations.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { CurrentRow } from './plan-posts.ts';
import type { Records } from './records.ts';

/** Cells whose organisation list counts another number of members than their roster in the same import. */
export function checkCounts(
  sheets: readonly OrganisationSheetDraft[],
  listed: readonly Pick<CurrentRow, 'memberId' | 'cellId'>[],
  members: MemberBook,
  records: Records,
): void {
  const counted = new Map<string, number>();
  for (const { memberId, cellId } of listed) {
    const status = members.statuses.of(memberId).find((row) => row.valid_to === null);
    counted.set(cellId, (counted.get(cellId) ?? 0) + (isCounted(status?.kind ?? null) ? 1 : 0));
  }
  const cellOfRow = new Map(
    records.rows
      .filter(({ entity }) => entity === 'organisation')
      .map(({ context, row, id }) => [`${context.file}|${context.sheet}|${row}`, id]),
  );
  for (const { context, rows } of sheets) {
    for (const { type, row, name, counts } of rows) {
      const cellId = cellOfRow.get(`${context.file}|${context.sheet}|${row.number}`);
      const found = cellId === undefined ? undefined : counted.get(cellId);
      if (type !== 'cell' || found === undefined || counts.members === null || counts.members === found) continue;
      context.report(row, 'members_total', 'count_mismatch', {
        name,
        value: String(counts.members),
        other: String(found),
      });
    }
  }
}
