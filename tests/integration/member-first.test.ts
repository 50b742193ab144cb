import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { environment, temporaryFolder } from '../support/office.ts';
import { addCommune, addMember } from '../support/small-office.ts';

test('the first members with their counts are those of the list, whatever is asked for and however many are wanted', async () => {
  const folder = temporaryFolder();
  const session = createSession({ ...environment, outputDir: folder });
  onTestFinished(() => session.close());
  const client = createRouterClient(router, { context: { session } });
  const place = { name: 'Đảng ủy xã Một', superior: 'Tỉnh ủy Hai', place: 'Một' };
  await client.office.create({ path: `${folder}/so.sochibo`, level: 'commune', ...place });
  await session.office.write('Thử', '', async (db) => {
    const { a, b } = await addCommune(db);
    for (let index = 0; index < 7; index += 1) await addMember(db, index % 2 === 0 ? a : b);
    await addMember(db, a, { standing: 'probationary' });
    await addMember(db, b, { kind: 'exempt' });
  });
  for (const query of [
    {},
    { sort: 'cell', descending: true },
    { standing: 'probationary' },
    { text: 'vien 1' },
  ] as const) {
    const { ids, counts } = await client.members.ids({ ...query, as_of: '2024-12-31' });
    const rows = await client.members.rows({ ids, as_of: '2024-12-31' });
    for (const most of [1, 5, 500]) {
      expect(await client.members.first({ ...query, as_of: '2024-12-31', most })).toEqual({
        rows: rows.slice(0, most),
        counts,
      });
    }
  }
  expect((await client.members.first({ most: 3 })).counts).toMatchObject({ total: 9, probationary: 1, exempt: 1 });
});
