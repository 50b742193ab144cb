import type { Migration } from '../migration.ts';
import { auditedTable } from './support/audit-triggers.ts';

/** Who may work in the office and how far, and what has left it: every export, print and copy. */
export const people: Migration = {
  version: 5,
  name: '0005-people',
  up(connection) {
    for (const [table, columns] of Object.entries(TABLES)) auditedTable(connection, table, columns);
    connection.exec('CREATE INDEX handed_over_by_moment ON handed_over (at)');
    // What a record has lost is only in the log: its history asks for it by table.
    connection.exec("CREATE INDEX audit_log_removals ON audit_log (entity) WHERE operation = 'delete'");
  },
};

const TABLES: Record<string, string> = {
  // `slot`: the key slot that the person's passphrase opens (office-file/keys); null: no passphrase of their own.
  office_user: `
    name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('view','enter','approve','administer')),
    scope_id TEXT REFERENCES organisation(id), slot TEXT UNIQUE, note TEXT, valid_from TEXT, valid_to TEXT`,
  handed_over: `
    at TEXT NOT NULL, actor TEXT NOT NULL, way TEXT NOT NULL CHECK (way IN ('file','print','copy','package','backup')),
    what TEXT NOT NULL, file_name TEXT, sha256 TEXT, records INTEGER,
    unmasked INTEGER NOT NULL CHECK (unmasked IN (0, 1))`,
};
