import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import type { Migration } from '../schema/migration.ts';
import { migrations as allMigrations } from '../schema/migrations/index.ts';
import { withTriggersLast } from '../schema/migrations/support/audit-triggers.ts';
import { integerPragma } from './connection.ts';

/**
 * Brings a file to the newest schema, all steps in one transaction: it is wholly at the new version or untouched
 * (reliability finding 2). The caller has made a backup. Throws `office_newer` for a file of a later program.
 * `inOrder`: how the steps are run one after the other.
 */
export function migrate(
  connection: Database.Database,
  migrations: readonly Migration[] = allMigrations,
  inOrder: (connection: Database.Database, steps: () => void) => void = withTriggersLast,
): void {
  const present = integerPragma(connection, 'user_version');
  refuseNewer(present, migrations);
  const pending = migrations.filter((migration) => migration.version > present);
  if (pending.length === 0) return;
  connection.pragma('foreign_keys=OFF');
  connection.exec('BEGIN IMMEDIATE');
  try {
    inOrder(connection, () => {
      for (const migration of pending) migration.up(connection);
    });
    const broken = connection.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`foreign keys broken by migration: ${JSON.stringify(broken.slice(0, 3))}`);
    connection.pragma(`user_version=${pending.at(-1)?.version ?? present}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys=ON');
  }
}

/** Whether `migrate` would change the file. Throws `office_newer` for a file of a later program. */
export function needsMigration(
  connection: Database.Database,
  migrations: readonly Migration[] = allMigrations,
): boolean {
  const present = integerPragma(connection, 'user_version');
  refuseNewer(present, migrations);
  return present < (migrations.at(-1)?.version ?? 0);
}

function refuseNewer(present: number, migrations: readonly Migration[]): void {
  const latest = migrations.at(-1)?.version ?? 0;
  if (present <= latest) return;
  throw new SochiboError(
    'office_newer',
    `Sổ này do phiên bản mới hơn của chương trình ghi (cấu trúc ${present}, chương trình hiểu đến ${latest}). ` +
      'Cài phiên bản mới của Sổ Chi bộ rồi mở lại. Tệp không bị thay đổi.',
  );
}
