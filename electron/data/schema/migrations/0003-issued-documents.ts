import type { Migration } from '../migration.ts';
import { auditedTable } from './support/audit-triggers.ts';

/**
 * What the office issues: the register of documents with their numbers, the paragraphs a clerk has edited, the layouts of
 * return forms the office has made its own, and frozen reports (handbook R40).
 */
export const issuedDocuments: Migration = {
  version: 3,
  name: '0003-issued-documents',
  up(connection) {
    for (const [table, columns] of Object.entries(TABLES)) auditedTable(connection, table, columns);
    // Thousands of figures with their rows: they stand beside the audited row that holds their hash.
    connection.exec(
      `CREATE TABLE frozen_figures (frozen_report_id TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL) STRICT`,
    );
    for (const statement of INDEXES) connection.exec(statement);
  },
};

const RELATION = `relation TEXT CHECK (relation IN ('replaces','supplements'))`;

const TABLES: Record<string, string> = {
  issued_document: `
    document_code TEXT NOT NULL, about TEXT NOT NULL, kind_code TEXT NOT NULL,
    issuer TEXT NOT NULL CHECK (issuer IN ('committee','advisory_body','cell','congress')),
    organisation_id TEXT REFERENCES organisation(id), body_code TEXT NOT NULL, term_id TEXT REFERENCES term(id),
    number INTEGER CHECK (number > 0), date TEXT, subject TEXT NOT NULL, signer_name TEXT, signer_title TEXT,
    signing_authority TEXT, state TEXT NOT NULL CHECK (state IN ('draft','presented','signed','sent','returned')),
    receiver TEXT, sent_on TEXT, returned_on TEXT, options TEXT NOT NULL CHECK (json_valid(options)), file_name TEXT,
    file_sha256 TEXT, replaces_id TEXT REFERENCES issued_document(id), ${RELATION}, note TEXT`,
  document_text: `
    document_code TEXT NOT NULL, about TEXT NOT NULL, paragraph TEXT NOT NULL, generated TEXT NOT NULL,
    edited TEXT NOT NULL, UNIQUE (document_code, about, paragraph)`,
  report_layout: `
    report_code TEXT NOT NULL, layout TEXT NOT NULL CHECK (json_valid(layout)), valid_from TEXT, valid_to TEXT`,
  frozen_report: `
    issued_document_id TEXT REFERENCES issued_document(id), report_code TEXT NOT NULL, period TEXT NOT NULL, about TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('then','now')), as_of TEXT NOT NULL, title TEXT NOT NULL, frozen_at TEXT NOT NULL,
    frozen_by TEXT NOT NULL, rules TEXT NOT NULL CHECK (json_valid(rules)), figures_sha256 TEXT NOT NULL, file_name TEXT,
    file_sha256 TEXT, replaces_id TEXT REFERENCES frozen_report(id), ${RELATION}, reason TEXT`,
};

const INDEXES = [
  'CREATE INDEX issued_document_by_number ON issued_document (kind_code, number)',
  'CREATE INDEX issued_document_by_about ON issued_document (document_code, about)',
  'CREATE INDEX report_layout_by_code ON report_layout (report_code)',
  'CREATE INDEX frozen_report_by_period ON frozen_report (report_code, period)',
];
