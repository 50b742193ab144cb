import type { Kysely } from 'kysely';
import { countedKinds } from '../../members/counted.ts';
import type { Tables } from '../../schema/database.ts';
import { isInForce } from '../../schema/dated.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { formatInteger } from '../../vietnamese/numbers.ts';
import type { FigureRow } from '../figure.ts';
import { type CrossCheck, type RawFinding, rowsOf } from './check.ts';

/** The membership a meeting reported against the member list of its cell on that day (R9). */
export const membersAndList: CrossCheck = {
  code: 'members-and-list',
  title: 'Đảng số: BC-05 với danh sách đảng viên',
  of: ['BC-05'],
  run: async ({ db, report }) => {
    const reported = rowsOf((await report('BC-05')).total, 'members');
    return membershipApart(reported, await listedAt(db, reported));
  },
};

/** `listed`: members on the list by meeting; a meeting whose cell keeps no list is not there. */
export function membershipApart(reported: readonly FigureRow[], listed: ReadonlyMap<string, number>): RawFinding[] {
  const compared = reported.flatMap((row) => {
    const list = listed.get(row.id);
    return list === undefined ? [] : [{ row, list }];
  });
  const apart = compared.filter(({ row, list }) => row.amount !== list);
  if (apart.length === 0) return [];
  const [said, known] = [
    apart.reduce((sum, { row }) => sum + row.amount, 0),
    apart.reduce((sum, { list }) => sum + list, 0),
  ];
  return [
    {
      weight: 'disagrees',
      message: `Đảng số của ${apart.length} chi bộ khác danh sách đảng viên: biểu ghi ${formatInteger(said)}, danh sách có ${formatInteger(known)}.`,
      rows: apart.map(({ row, list }) => ({ ...row, note: `danh sách có ${list}` })),
    },
  ];
}

async function listedAt(db: Kysely<Tables>, reported: readonly FigureRow[]): Promise<Map<string, number>> {
  const wanted = new Set(reported.map(({ id }) => id));
  const [meetings, statuses] = await Promise.all([
    db.selectFrom('meeting').select(['id', 'cell_id', 'date']).where('date', 'is not', null).execute(),
    db
      .selectFrom('member_status')
      .select(['cell_id', 'valid_from', 'valid_to'])
      .where('kind', 'in', countedKinds)
      .execute(),
  ]);
  const byCell = Map.groupBy(statuses, ({ cell_id }) => cell_id);
  return new Map(
    meetings.flatMap(({ id, cell_id, date }) => {
      const on = parseIsoDate(date ?? '');
      const list = byCell.get(cell_id);
      if (!wanted.has(id) || on === null || !list) return [];
      return [[id, list.filter((status) => isInForce(status, on)).length] as const];
    }),
  );
}
