import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { type AskedUnit, readAll, unitOf } from './asked-cells.ts';

/** Sent to officials: those with an assignment in force at the end of the month, or with a visit planned in it. */
export const officialsAsked = {
  all: askedOfficials,
  one: async (db: Kysely<Tables>, period: Month, id: string): Promise<AskedUnit> => {
    const found = (await askedOfficials(db, period)).find((unit) => unit.id === id);
    if (found) return found;
    throw new SochiboError(
      'not_found',
      'Cán bộ này không được phân công và không có lịch dự trong tháng đã chọn. Chọn cán bộ khác.',
    );
  },
};

async function askedOfficials(db: Kysely<Tables>, period: Month): Promise<AskedUnit[]> {
  const [known, targets, officials] = await Promise.all([
    readAll(db, period),
    targetsOf(db, period),
    db.selectFrom('official').select(['id', 'full_name']).orderBy('sort_key').orderBy('id').execute(),
  ]);
  const byId = new Map(known.organisations.map((one) => [one.id, one]));
  return officials.flatMap(({ id, full_name }): AskedUnit[] => {
    const own = targets.get(id);
    if (!own) return [];
    const cells = [...own].flatMap((target) => {
      const organisation = byId.get(target);
      return organisation ? unitOf(organisation, known).cells : [];
    });
    return [{ id, name: full_name, cells: [...new Map(cells.map((cell) => [cell.id, cell])).values()] }];
  });
}

/** What each official is to follow: cells and organisations assigned, and cells planned. */
async function targetsOf(db: Kysely<Tables>, period: Month): Promise<Map<string, Set<string>>> {
  const [assigned, planned] = await Promise.all([
    db
      .selectFrom('assignment')
      .select(['official_id', 'target_id'])
      .where(inForce('assignment', lastDayOfMonth(period)))
      .execute(),
    db.selectFrom('planned_visit').select(['official_id', 'cell_id']).where('period', '=', period).execute(),
  ]);
  const targets = new Map<string, Set<string>>();
  const note = (official: string, target: string | null) => {
    const known = targets.get(official) ?? new Set();
    if (target !== null) known.add(target);
    targets.set(official, known);
  };
  for (const { official_id, target_id } of assigned) note(official_id, target_id);
  for (const { official_id, cell_id } of planned) note(official_id, cell_id);
  return targets;
}
