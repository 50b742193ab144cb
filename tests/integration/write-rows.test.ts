import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../electron/data/schema/new-id.ts';
import type { ImportRunRow } from '../../electron/data/schema/office-tables.ts';
import { writeRows } from '../../electron/data/schema/write-rows.ts';
import { newOffice } from '../support/office.ts';

test('rows of many statements are written as they are, also those with their columns in another order', async () => {
  const office = await newOffice();
  onTestFinished(() => office.close());
  // Several whole statements of one shape, one that is mixed, and a rest.
  const rows = Array.from({ length: 2_000 }, (_, index): ImportRunRow => {
    const [id, at, files, counts] = [newId(), `at ${index}`, `[${index}]`, `{"read":${index}}`];
    return index > 800 && index < 810 ? { counts, files, at, id } : { id, at, files, counts };
  });
  await office.write('Ghi', '', (db) =>
    writeRows(
      db,
      { inserts: rows, updates: [] },
      (some) => db.insertInto('import_run').values(some),
      async () => undefined,
    ),
  );
  expect(
    await office.db.selectFrom('import_run').select(['id', 'at', 'files', 'counts']).orderBy('id').execute(),
  ).toEqual(rows);
});
