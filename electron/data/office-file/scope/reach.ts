import type { AuditedTables, Tables } from '../../schema/database.ts';

/**
 * What of a table somebody with a part of the office has: `everybody`: all rows, and none may be changed; `nobody`: none;
 * `log`: none, but rows may be added; else the rows that `see` (a condition of SQL) holds for, which are those that
 * `change` (as `see` when left out; null: none) lets them change. `scope_organisation` holds the organisations of the
 * part, `scope_path` those and what they stand below.
 */
export type Reach = 'everybody' | 'nobody' | 'log' | { see: string; change?: string | null };

/** An ordinary row belongs to the organisation in one of its columns. */
const of = (column: string): Reach => ({ see: `${column} IN (SELECT id FROM temp.scope_organisation)` });

/** A row that belongs to another row, of a table that is limited itself. */
const ofRow = (column: string, table: keyof Tables): Reach => ({
  see: `${column} IN (SELECT id FROM temp.${table})`,
});

/** Somebody who was ever in a cell of the part, for what was counted then. */
const everThere = 'SELECT member_id FROM main.member_status WHERE cell_id IN (SELECT id FROM temp.scope_organisation)';

/** Somebody who is, or was last, in a cell of the part: who has moved elsewhere is theirs no more. */
const lastThere = `SELECT last.member_id FROM main.member_status AS last
  WHERE last.cell_id IN (SELECT id FROM temp.scope_organisation) AND NOT EXISTS (
    SELECT 1 FROM main.member_status AS later WHERE later.member_id = last.member_id
      AND coalesce(later.valid_from, '') > coalesce(last.valid_from, ''))`;

const ofMember = (column: string): Reach => ({
  see: `${column} IN (${everThere})`,
  change: `${column} IN (${lastThere})`,
});

const shown = (column: string): Reach => ({ see: `${column} IN (SELECT id FROM temp.scope_path)`, change: null });

const attachedTo: readonly (keyof AuditedTables)[] = [
  'petition',
  'meeting',
  'visit_report',
  'membership_event',
  'member',
  'organisation',
];

/** Of every table, how far. A table without a decision does not compile. */
export const reach: { readonly [T in keyof Tables]: Reach } = {
  office: 'everybody',
  setting: 'everybody',
  rule: 'everybody',
  code_list: 'everybody',
  // With what they stand below: by name only, so that a cell can be told from its namesake.
  organisation: shown('id'),
  organisation_version: shown('organisation_id'),
  meeting_day: of('organisation_id'),
  organisation_event: { see: 'organisation_id IN (SELECT id FROM temp.scope_organisation)', change: null },
  organisation_count: of('organisation_id'),
  member: ofMember('id'),
  member_status: of('cell_id'),
  membership_event: {
    see: `member_id IN (${everThere})
      AND (coalesce(from_cell_id, to_cell_id) IS NULL OR from_cell_id IN (SELECT id FROM temp.scope_organisation)
        OR to_cell_id IN (SELECT id FROM temp.scope_organisation))`,
  },
  cell_committee_member: of('organisation_id'),
  official: 'everybody',
  official_title: 'everybody',
  decision: { see: 'id IN (SELECT decision_id FROM temp.assignment_entry)', change: null },
  assignment_entry: { see: 'id IN (SELECT entry_id FROM temp.assignment)', change: null },
  assignment: shown('target_id'),
  team: { see: 'id IN (SELECT team_id FROM temp.assignment)', change: null },
  team_member: { see: 'team_id IN (SELECT id FROM temp.team)', change: null },
  meeting: of('cell_id'),
  attendance: ofRow('meeting_id', 'meeting'),
  guest: ofRow('meeting_id', 'meeting'),
  agenda_item: ofRow('meeting_id', 'meeting'),
  opinion: ofRow('meeting_id', 'meeting'),
  vote: ofRow('meeting_id', 'meeting'),
  task: ofRow('meeting_id', 'meeting'),
  rating: ofRow('meeting_id', 'meeting'),
  visit: ofRow('meeting_id', 'meeting'),
  planned_visit: of('cell_id'),
  term: 'everybody',
  attachment: {
    see: attachedTo
      .map((table) => `(entity = '${table}' AND entity_id IN (SELECT id FROM temp.${table}))`)
      .join(' OR '),
  },
  meeting_day_exception: of('organisation_id'),
  member_detail: ofMember('member_id'),
  member_history: ofMember('member_id'),
  member_relative: ofMember('member_id'),
  regulation: 'everybody',
  quota: 'everybody',
  event: of('organisation_id'),
  event_visit: ofRow('event_id', 'event'),
  visit_report: ofRow('visit_id', 'visit'),
  handling_body: 'everybody',
  petition: of('cell_id'),
  yearly_remark: of('committee_id'),
  theme: 'everybody',
  thematic_plan: of('cell_id'),
  meeting_preparation: ofRow('meeting_id', 'meeting'),
  scoring_sheet: 'everybody',
  rating_item: ofRow('rating_id', 'rating'),
  period_grade: of('cell_id'),
  issued_document: 'nobody',
  document_text: 'nobody',
  report_layout: 'everybody',
  frozen_report: 'nobody',
  import_run: 'nobody',
  import_issue: 'nobody',
  source_row: 'nobody',
  remembered_sheet: 'nobody',
  learnt_value: 'nobody',
  data_package: 'nobody',
  package_identity: 'nobody',
  office_user: 'everybody',
  handed_over: 'log',
  // Read by `history` (one's own changes) and `recordHistory` (a record that is theirs) only.
  audit_transaction: 'everybody',
  audit_log: 'everybody',
  attachment_content: { see: 'attachment_id IN (SELECT id FROM temp.attachment)', change: null },
  frozen_figures: 'nobody',
  package_content: 'nobody',
};
