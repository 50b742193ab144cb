import type { Migration } from '../migration.ts';
import { auditedTable } from './support/audit-triggers.ts';

/**
 * What the office has learnt from the files it was sent: how a sender's sheet is to be read, and what a word in a list
 * stands for; and the data packages that went out or came in.
 */
export const exchange: Migration = {
  version: 4,
  name: '0004-exchange',
  up(connection) {
    for (const [table, columns] of Object.entries(TABLES)) auditedTable(connection, table, columns);
    // Thousands of ids: they stand beside the audited row of the package.
    connection.exec(
      `CREATE TABLE package_content (data_package_id TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL) STRICT`,
    );
    for (const statement of INDEXES) connection.exec(statement);
  },
};

const TABLES: Record<string, string> = {
  // `sender`: who the sheet says it is from, folded; `headings`: its folded headings, so that another layout is not taken for it.
  remembered_sheet: `
    sender TEXT NOT NULL, headings TEXT NOT NULL, decision TEXT NOT NULL CHECK (json_valid(decision)),
    used_at TEXT NOT NULL, UNIQUE (sender, headings)`,
  // `list`: a code list of the office; `typed`: the word folded.
  learnt_value: `list TEXT NOT NULL, typed TEXT NOT NULL, code TEXT NOT NULL, UNIQUE (list, typed)`,
  data_package: `
    direction TEXT NOT NULL CHECK (direction IN ('made','received')), sender TEXT NOT NULL, sender_name TEXT NOT NULL,
    unit_id TEXT REFERENCES organisation(id), period TEXT NOT NULL, contents TEXT NOT NULL CHECK (json_valid(contents)),
    counts TEXT NOT NULL CHECK (json_valid(counts)), made_at TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
    import_id TEXT REFERENCES import_run(id), replaces_id TEXT REFERENCES data_package(id)`,
  // A record that the office knows under another id than its sender does.
  package_identity: `
    sender TEXT NOT NULL, entity TEXT NOT NULL, their_id TEXT NOT NULL, our_id TEXT NOT NULL,
    UNIQUE (sender, entity, their_id)`,
};

const INDEXES = [
  'CREATE INDEX data_package_by_sender ON data_package (sender, period)',
  'CREATE INDEX data_package_by_import ON data_package (import_id)',
  'CREATE INDEX data_package_by_replaces ON data_package (replaces_id)',
];
