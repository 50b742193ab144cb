import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistoryOf, readOrganisationHistory } from '../../electron/data/organisations/organisation-history.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

let sample: TruthOffice;
beforeAll(async () => {
  sample = await truthOffice('district-a');
  // One that has stood under two others, and was called otherwise.
  const db = sample.office.db;
  const cells = await db.selectFrom('organisation').select('id').where('kind', '=', 'cell').orderBy('id').execute();
  const [moved, parent] = [cells[0]?.id ?? '', cells[5]?.id ?? ''];
  await sample.office.write('Chuyển chi bộ', '', async (change) => {
    const version = await change
      .selectFrom('organisation_version')
      .selectAll()
      .where('organisation_id', '=', moved)
      .executeTakeFirstOrThrow();
    await change
      .updateTable('organisation_version')
      .set({ valid_to: '2024-05-31' })
      .where('id', '=', version.id)
      .execute();
    await change
      .insertInto('organisation_version')
      .values({
        ...version,
        id: 'later',
        name: 'Chi bộ mới',
        parent_id: parent,
        valid_from: '2024-06-01',
        valid_to: null,
      })
      .execute();
  });
});
afterAll(() => sample.remove());

test('what is read of a few organisations is what is read of all', async () => {
  const { db } = sample.office;
  const whole = await readOrganisationHistory(db);
  const ids = (await db.selectFrom('organisation').select('id').execute()).map(({ id }) => id);
  for (const asked of [ids.slice(0, 1), ids.slice(3, 40), ids.slice(-7)]) {
    const some = await readHistoryOf(db, asked);
    for (const written of ['2023-01-15', '2024-05-31', '2024-06-01', '2026-01-01']) {
      const day = parseIsoDate(written);
      if (day === null) throw new RangeError(written);
      const told = (history: typeof whole) =>
        asked.map((id) => [
          ...[history.has(id), history.kindOf(id), history.nameOn(id, day), history.chainOn(id, day)],
          ...[history.isInForce(id, day), history.versionOn(id, day)],
        ]);
      expect(told(some)).toEqual(told(whole));
      const root = whole.chainOn(asked[0] ?? '', day).at(-1) ?? '';
      const among = (list: readonly string[]) => list.filter((id) => asked.includes(id));
      expect(among(some.under(root, day))).toEqual(among(whole.under(root, day)));
    }
  }
});
