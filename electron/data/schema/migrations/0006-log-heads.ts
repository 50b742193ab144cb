import type { Migration } from '../migration.ts';
import { auditTable } from './support/audit-triggers.ts';

/** How far the log reached when a report or document was issued: what its file bears, so that a cut log is noticed. */
export const logHeads: Migration = {
  version: 6,
  name: '0006-log-heads',
  up(connection) {
    connection.exec('ALTER TABLE frozen_report ADD COLUMN log_head TEXT');
    auditTable(connection, 'frozen_report');
  },
};
