import Database from 'better-sqlite3';
import type { Migration } from '../schema/migration.ts';
import { statementsOf, translateStatement } from './translate-schema.ts';

/**
 * What migrations say, in PostgreSQL's words: they run on an empty database in memory and are listened to, so that the
 * schema is written once. `after`: the version a server has already.
 */
export function recordMigrations(migrations: readonly Migration[], after: number): string[] {
  const connection = new Database(':memory:');
  const exec = connection.exec.bind(connection);
  let isHeard = false;
  const heard: string[] = [];
  connection.exec = (text) => {
    if (isHeard) heard.push(text);
    return exec(text);
  };
  try {
    for (const migration of migrations) {
      isHeard = migration.version > after;
      migration.up(connection);
    }
  } finally {
    connection.close();
  }
  return heard
    .flatMap(statementsOf)
    .map(translateStatement)
    .filter((statement) => statement !== '');
}
