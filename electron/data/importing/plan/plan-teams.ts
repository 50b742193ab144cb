import type { TeamSheetDraft } from '../drafts/teams.ts';
import type { OfficialBook } from '../match/official-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { Records } from './records.ts';

/** Turns guidance teams into teams with their members, who are officials of the assignment list. */
export function planTeams(
  sheets: readonly TeamSheetDraft[],
  organisations: OrganisationBook,
  book: OfficialBook,
  records: Records,
): void {
  for (const { context, rows } of sheets) {
    for (const draft of rows) {
      const team =
        [...book.teams.all()].find((row) => row.name === draft.name) ??
        book.teams.add((id) => ({
          id,
          name: draft.name,
          area_id: areaOf(draft.name, organisations),
          decision_id: null,
          valid_from: null,
          valid_to: null,
        }));
      records.note(context, draft.row.number, 'team', team.id);
      for (const { row, name, title, role } of draft.members) {
        const match = book.find({ name, title, cellId: team.area_id });
        if (!match) {
          context.report(row, 'full_name', 'unknown_official', { value: name });
          continue;
        }
        if (match.fuzzy) {
          context.report(row, 'full_name', 'fuzzy_official_name', { value: name, name: match.official.full_name });
        }
        const { id: officialId } = match.official;
        const known = book.teamMembers.of(team.id).find((member) => member.official_id === officialId);
        if (known) known.role = role;
        else book.teamMembers.add((id) => ({ id, team_id: team.id, official_id: officialId, role }));
      }
    }
  }
}

/** `Tổ chỉ đạo xã Hòa Lẫm` -> that commune; a team for a group of cells works in the office's own organisation. */
function areaOf(name: string, book: OrganisationBook): string | null {
  const area = name.replace(/^tổ (?:chỉ đạo|công tác)\s+/iu, '');
  return book.findCommittee(area) ?? (book.kindOf(book.rootId) === 'committee' ? null : book.rootId);
}
