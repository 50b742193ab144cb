import type { Database } from 'better-sqlite3';

/**
 * The audit log. Every row change of an audited table is written by a trigger in the same transaction as the change, so
 * no code path can go round it; a change outside an audited transaction (no `audit_context`) is refused. Each
 * transaction is sealed by a hash over its rows and the hash before it (`office-file/audit.ts`), so an edit shows, and a cut
 * anywhere but at the very end.
 */
export function createAudit(connection: Database): void {
  connection.exec(`
    CREATE TABLE audit_context (id INTEGER PRIMARY KEY CHECK (id = 1), transaction_id INTEGER) STRICT;
    INSERT INTO audit_context VALUES (1, NULL);
    CREATE TABLE audit_transaction (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL,
      undoes INTEGER, rows INTEGER NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE TABLE audit_log (
      sequence INTEGER PRIMARY KEY, transaction_id INTEGER NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL,
      operation TEXT NOT NULL, before TEXT, after TEXT) STRICT;
    CREATE INDEX audit_log_by_transaction ON audit_log (transaction_id);
    CREATE INDEX audit_log_by_entity ON audit_log (entity_id);
  `);
  for (const table of ['audit_transaction', 'audit_log']) {
    for (const operation of ['UPDATE', 'DELETE']) {
      connection.exec(`
        CREATE TRIGGER ${table}_refuses_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
        BEGIN SELECT RAISE(ABORT, 'audit rows are append-only'); END;`);
    }
  }
}

/** Creates `table` with a text `id`, the given column definitions, and its audit triggers. */
export function auditedTable(connection: Database, table: string, columns: string): void {
  connection.exec(`CREATE TABLE ${table} (id TEXT PRIMARY KEY NOT NULL, ${columns}) STRICT;`);
  auditTable(connection, table);
}

/** Tables whose triggers are created at the end of a run of migrations, by connection. */
const waiting = new WeakMap<Database, Set<string>>();

/**
 * Runs migrations with the triggers of their tables created once, after the last of them: each `ALTER TABLE` reads the whole
 * schema again, and most of its text is the triggers' (a new file took 570 ms of processor, and takes 110).
 */
export function withTriggersLast(connection: Database, run: () => void): void {
  const tables = new Set<string>();
  waiting.set(connection, tables);
  try {
    run();
  } finally {
    waiting.delete(connection);
  }
  for (const table of tables) createTriggers(connection, table);
}

/** (Re)creates the audit triggers of `table` from its present columns; a migration that adds a column calls it again. */
export function auditTable(connection: Database, table: string): void {
  const tables = waiting.get(connection);
  if (tables) tables.add(table);
  else createTriggers(connection, table);
}

function createTriggers(connection: Database, table: string): void {
  const columns = connection.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`).all();
  const row = (side: 'NEW' | 'OLD') =>
    `json_object(${columns.map(({ name }) => `'${name}', ${side}."${name}"`).join(', ')})`;
  const trigger = (operation: 'INSERT' | 'UPDATE' | 'DELETE', id: string, before: string, after: string) => `
    DROP TRIGGER IF EXISTS audit_${table}_${operation.toLowerCase()};
    CREATE TRIGGER audit_${table}_${operation.toLowerCase()} AFTER ${operation} ON ${table} BEGIN
      SELECT RAISE(ABORT, 'change outside an audited transaction')
        WHERE (SELECT transaction_id FROM audit_context) IS NULL;
      INSERT INTO audit_log (transaction_id, entity, entity_id, operation, before, after)
        VALUES ((SELECT transaction_id FROM audit_context), '${table}', ${id}, '${operation.toLowerCase()}', ${before}, ${after});
    END;`;
  connection.exec(trigger('INSERT', 'NEW.id', 'NULL', row('NEW')));
  connection.exec(trigger('UPDATE', 'NEW.id', row('OLD'), row('NEW')));
  connection.exec(trigger('DELETE', 'OLD.id', row('OLD'), 'NULL'));
}
