import type { CellCommitteeMemberRow } from '../../schema/member-tables.ts';
import { addDays } from '../../vietnamese/dates.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { PlacedDraft } from './member-groups.ts';
import { listDate } from './sheet-unit.ts';

/** A current row with the member it is of. */
export type CurrentRow = PlacedDraft & { memberId: string };

/** The cells whose posts a roster tells of, each with the last sheet that lists somebody of it. */
export function listedCells(rows: readonly PlacedDraft[]): Map<string, SheetContext> {
  const cells = new Map<string, SheetContext>();
  for (const { context, draft, cellId } of rows) if (draft.row.has('post')) cells.set(cellId, context);
  return cells;
}

/**
 * The cell committees that rosters tell of. A post that a listed cell no longer gives to its holder ends on the eve of
 * the list's date; the first known holders have it without a beginning.
 */
export function planPosts(
  holders: readonly CurrentRow[],
  listed: ReadonlyMap<string, SheetContext>,
  book: MemberBook,
): void {
  const openPosts = new Map<string, CellCommitteeMemberRow[]>();
  for (const post of book.posts.all()) {
    if (post.valid_to !== null) continue;
    openPosts.set(post.organisation_id, [...(openPosts.get(post.organisation_id) ?? []), post]);
  }
  const kept = new Set<string>();
  for (const { memberId, cellId, draft, context } of holders) {
    const { position } = draft;
    if (position === null) continue;
    const open = openPosts.get(cellId) ?? [];
    const known = open.find((post) => post.member_id === memberId && post.position === position);
    const post =
      known ??
      book.posts.add((id) => ({
        id,
        organisation_id: cellId,
        member_id: memberId,
        position,
        decision: null,
        valid_from: open.length === 0 ? null : listDate(context),
        valid_to: null,
      }));
    kept.add(post.id);
  }
  for (const [cellId, context] of listed) {
    for (const post of openPosts.get(cellId) ?? []) {
      if (!kept.has(post.id)) post.valid_to = addDays(listDate(context), -1);
    }
  }
}
