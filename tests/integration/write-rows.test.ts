import { sql } from 'kysely';
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

test('a column in which no row says anything is empty afterwards; one of which a single row speaks is written', async () => {
  const office = await newOffice();
  onTestFinished(() => office.close());
  // Where a column had a default, to leave it out would be another thing than to say that it is empty.
  const defaults =
    await sql`select name, dflt_value from (select name as of_table from main.sqlite_master where type = 'table'),
    pragma_table_info(of_table) where dflt_value is not null`.execute(office.db);
  expect(defaults.rows).toEqual([]);
  const rows = Array.from({ length: 700 }, (_, at) => ({
    id: newId(),
    number_symbol: `${at}`,
    date: null,
    issuing_body: at % 2 === 0 ? null : 'Ban Thường vụ',
    subject: at === 650 ? 'một' : null,
  }));
  await office.write('Ghi', '', (db) =>
    writeRows(
      db,
      { inserts: rows, updates: [] },
      (some) => db.insertInto('decision').values(some),
      async () => undefined,
    ),
  );
  expect(await office.db.selectFrom('decision').selectAll().orderBy('id').execute()).toEqual(rows);
});
