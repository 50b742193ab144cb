import type { MemberRow } from '../../schema/member-tables.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { OfficialBook } from '../match/official-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { PlannedEntry } from './planned-entry.ts';

/**
 * Finds the cell each official belongs to and, in it, the member he or she is: visiting the own cell is no visit (R32).
 * A cell name that several cells have is settled by who is a member there; two members of one name by the post noted.
 */
export function linkOfficials(
  planned: readonly PlannedEntry[],
  organisations: OrganisationBook,
  members: MemberBook,
  officials: OfficialBook,
): void {
  for (const entry of planned) linkCell(entry, organisations, members);
  const taken = new Set([...officials.officials.all()].flatMap((official) => official.member_id ?? []));
  const open = planned.filter(({ official }) => official.member_id === null);
  // First those whose post names them, so that a namesake gets the record that is left.
  for (const byPost of [true, false]) {
    for (const { official, draft } of open) {
      if (official.member_id !== null || official.own_cell_id === null) continue;
      const found = candidates(draft.name, official.own_cell_id, members).filter(
        (member) => !taken.has(member.id) && (!byPost || hasPost(member, draft.title)),
      );
      const [member] = found;
      if (!member || found.length > 1) continue;
      official.member_id = member.id;
      taken.add(member.id);
    }
  }
}

function linkCell({ context, draft, official }: PlannedEntry, book: OrganisationBook, members: MemberBook): void {
  if (draft.ownCell === null) return;
  const day = context.title.decision?.date ?? context.today;
  const cells = book.cellsNamed(draft.ownCell, null, day);
  const withMember = cells.filter((cellId) => candidates(draft.name, cellId, members).length > 0);
  const [cell] = cells.length > 1 ? withMember : cells;
  const isClear = cells.length === 1 || withMember.length === 1;
  if (cell !== undefined && isClear) official.own_cell_id = cell;
  else context.report(draft.row, 'own_cell', 'unclear_own_cell', { value: draft.ownCell, name: draft.name });
}

function candidates(name: string, cellId: string, members: MemberBook): MemberRow[] {
  return members.named(name).filter((member) => members.isOfCell(member.id, cellId));
}

function hasPost(member: MemberRow, title: string | null): boolean {
  return title !== null && (member.note ?? '').includes(title);
}
