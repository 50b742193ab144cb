import { isCounted } from '../../members/counted.ts';
import type { MemberStatusRow } from '../../schema/member-tables.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { Books } from '../match/load-books.ts';
import type { Records } from '../plan/records.ts';

/** Members of a cell before the import and after it (pitfall 10d). */
export interface CellMembers {
  id: string;
  name: string;
  before: number;
  after: number;
}

const byName = new Intl.Collator('vi', { numeric: true });

/** The cells that the import's members are or were in, by name; empty when it brings no members. */
export function membersByCell({ members, organisations }: Books, { rows }: Records, today: IsoDate): CellMembers[] {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const touched = new Set<string>();
  const imported = new Set(rows.filter(({ entity }) => entity === 'member').map(({ id }) => id));
  if (imported.size === 0) return [];
  for (const status of members.statuses.all()) {
    const original = members.statuses.original(status.id);
    if (original) count(before, original);
    count(after, status);
    if (!imported.has(status.member_id)) continue;
    if (status.valid_to === null) touched.add(status.cell_id);
    if (original?.valid_to === null) touched.add(original.cell_id);
  }
  return [...touched]
    .map((id) => ({
      id,
      name: organisations.nameOn(id, today),
      before: before.get(id) ?? 0,
      after: after.get(id) ?? 0,
    }))
    .sort((a, b) => byName.compare(a.name, b.name));
}

function count(cells: Map<string, number>, { cell_id, kind, valid_to }: MemberStatusRow): void {
  if (valid_to === null && isCounted(kind)) cells.set(cell_id, (cells.get(cell_id) ?? 0) + 1);
}
