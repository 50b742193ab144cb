import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { FileDialect } from '../../../electron/data/office-file/file-dialect.ts';
import type { Tables } from '../../../electron/data/schema/database.ts';
import { keptQuery, type Places } from '../../../electron/data/schema/kept-query.ts';

const connection = new Database(':memory:');
connection.exec(`CREATE TABLE setting (id TEXT, key TEXT, value TEXT);
  INSERT INTO setting VALUES ('1', 'a', 'first'), ('2', 'b', 'second'), ('3', 'b', 'third')`);
const db = new Kysely<Tables>({ dialect: new FileDialect({ database: connection }) });
afterAll(() => db.destroy());

test('a kept query is built once for a handle and answers for the texts it is asked with', async () => {
  let built = 0;
  const ask = keptQuery((handle, place: Places<'from' | 'key'>) => {
    built += 1;
    const setting = handle.selectFrom('setting').select('value').where('key', '=', place('key'));
    return setting.where('id', '>=', place('from')).where('id', '!=', '9').orderBy('id');
  });
  expect(await ask(db, { key: 'b', from: '1' })).toEqual([{ value: 'second' }, { value: 'third' }]);
  expect(await ask(db, { key: 'b', from: '3' })).toEqual([{ value: 'third' }]);
  expect(await ask(db, { key: "a' or 1 --", from: '1' })).toEqual([]);
  const together = await Promise.all([ask(db, { key: 'a', from: '1' }), ask(db, { key: 'b', from: '3' })]);
  expect(together).toEqual([[{ value: 'first' }], [{ value: 'third' }]]);
  expect(built).toBe(1);
  await ask(db.withoutPlugins(), { key: 'a', from: '1' });
  expect(built).toBe(2);
});

test('the number of a LIMIT stands in the statement of a file: bound, SQLite reads it anew each time', () => {
  const { sql, parameters } = db.selectFrom('setting').select('id').where('key', '=', 'b').limit(2).offset(1).compile();
  expect(sql).toMatch(/ limit 2 offset \?$/u);
  expect(parameters).toEqual(['b', 1]);
});
