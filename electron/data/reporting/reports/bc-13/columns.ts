import { count, type Figure, type FigureRow, sum, unknown } from '../../figure.ts';
import type { Figures } from '../../report.ts';
import type { Absentee, CellWatch } from './cell-watch.ts';

/** What each column of BC-13 counts in one cell. What lists do not name, or nobody has recorded, is unknown, not 0 (R42). */
export function watchFigures(cell: CellWatch): Figures {
  const ofStatus = (list: readonly { memberId: string }[]): Figure =>
    cell.withoutMembers && list.length === 0 ? unknown : members(list.map(({ memberId }) => memberId));
  const expiring = (list: readonly { member_id: string }[]) =>
    ofStatus(list.map(({ member_id }) => ({ memberId: member_id })));
  return {
    absent_unexcused: sum('meeting', cell.unexcused, ({ absentUnexcused }) => absentUnexcused),
    members_absent_unexcused: people(cell.absentees, cell.nameless.size === 0),
    excused_streak: people(cell.streaks, cell.excusedAllNamed),
    exempt: ofStatus(cell.exempt),
    temporarily_exempt: ofStatus(cell.temporarilyExempt),
    transfers_ending: expiring(cell.transfersEnding),
    probation_ending: expiring(cell.probationEnding),
    stopped_coming: people(cell.stoppedComing, cell.unexcusedAllNamed),
  };
}

export const watchColumns = [
  'absent_unexcused',
  'members_absent_unexcused',
  'excused_streak',
  'exempt',
  'temporarily_exempt',
  'transfers_ending',
  'probation_ending',
  'stopped_coming',
] as const;

function people(absentees: readonly Absentee[], allNamed: boolean): Figure {
  if (absentees.length === 0 && !allNamed) return unknown;
  return { how: 'count', rows: absentees.flatMap(person) };
}

/** Somebody who is only a name on a list is shown by the first of the meetings. */
function person({ memberId, name, meetings: [first] }: Absentee): FigureRow[] {
  if (memberId !== null) return [{ entity: 'member', id: memberId, amount: 1, note: null }];
  return first ? [{ entity: 'meeting', id: first.id, amount: 1, note: name }] : [];
}

function members(ids: readonly string[]): Figure {
  return count('member', ids);
}
