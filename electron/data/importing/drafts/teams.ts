import type { TeamRole } from '../../schema/column-types.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { canonicalName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';

export interface TeamMemberDraft {
  row: SheetRow;
  name: string;
  title: string | null;
  role: TeamRole;
}

export interface TeamDraft {
  row: SheetRow;
  name: string;
  members: TeamMemberDraft[];
}

export interface TeamSheetDraft {
  context: SheetContext;
  rows: TeamDraft[];
}

const roles: ReadonlyMap<string, TeamRole> = new Map([
  ['tổ trưởng', 'leader'],
  ['trưởng tổ', 'leader'],
  ['tổ phó', 'deputy'],
  ['phó tổ', 'deputy'],
  ['tổ viên', 'member'],
  ['thành viên', 'member'],
]);

/** Reads the guidance teams: each a group heading with its members below. */
export function draftTeams(context: SheetContext): TeamSheetDraft {
  const rows: TeamDraft[] = [];
  for (const row of context.rows) {
    const name = lineValue(row, 'full_name');
    if (name === null) {
      context.report(row, 'full_name', 'missing_name');
    } else if (row.kind === 'group') {
      rows.push({ row, name, members: [] });
    } else {
      const role = roles.get(nameKey(lineValue(row, 'team_role') ?? ''));
      if (role === undefined) {
        context.report(row, 'team_role', 'unknown_role', { value: row.line('team_role') });
      }
      const title = lineValue(row, 'title');
      rows.at(-1)?.members.push({ row, name: canonicalName(name), title, role: role ?? 'member' });
    }
  }
  return { context, rows };
}
