import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applicationId, openConnection } from '../../electron/data/office-file/connection.ts';
import { noKeys } from '../../electron/data/office-file/keys/office-key.ts';
import { migrate } from '../../electron/data/office-file/migrate.ts';
import { withMendedSchema } from '../../electron/data/office-file/salvage/mended-schema.ts';
import { migrations } from '../../electron/data/schema/migrations/index.ts';
import { withTriggersLast } from '../../electron/data/schema/migrations/support/audit-triggers.ts';
import { temporaryFolder } from '../support/office.ts';

// Where the tables begin depends on how the file was made: an office of an earlier program is mended as well as one of today.
test.each([
  ['triggers after all tables', withTriggersLast, false],
  ['each table with its triggers, as it was made before', (_: unknown, steps: () => void) => steps(), false],
  ['compact, as a backup is', withTriggersLast, true],
])('lost pages of the schema are known again: %s', (_, inOrder, isCompact) => {
  const path = join(temporaryFolder(), 'so.sochibo');
  const made = openConnection(path, { mustExist: false });
  made.pragma(`application_id=${applicationId}`);
  migrate(made, migrations, inOrder);
  if (isCompact) made.exec('VACUUM');
  const rootsOf = (connection: typeof made) =>
    connection
      .prepare('SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 AND sql IS NOT NULL ORDER BY name')
      .all();
  const before = rootsOf(made);
  const pages = made
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all();
  made.close();
  expect(pages.length).toBeGreaterThan(20);

  const bytes = readFileSync(path);
  for (const lost of pages.slice(2, 6)) bytes.fill(0, (lost - 1) * 4096, lost * 4096);
  writeFileSync(path, bytes);
  const { connection, version } = withMendedSchema(path, statSync(path).size / 4096, noKeys);
  expect(version).toBe(migrations.at(-1)?.version);
  expect(rootsOf(connection)).toEqual(before);
  connection.close();
});
