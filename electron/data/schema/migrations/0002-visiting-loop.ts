import type { Migration } from '../migration.ts';
import { auditedTable, auditTable } from './support/audit-triggers.ts';

/**
 * The whole loop of handbook section 1: regulations with their quotas, visits with their reports, other events, petitions,
 * yearly remarks, themes, scoring sheets, and what a roster needs beyond a list of names. Rows of version 1 stay as they
 * are; a column that came later is null in them.
 */
export const visitingLoop: Migration = {
  version: 2,
  name: '0002-visiting-loop',
  up(connection) {
    for (const [table, columns] of Object.entries(TABLES)) auditedTable(connection, table, columns);
    for (const [table, columns] of Object.entries(ADDED_COLUMNS)) {
      for (const column of columns) connection.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
      auditTable(connection, table);
    }
    // The files themselves stand beside the audited rows that name them: the log holds no copies of scans.
    connection.exec(
      `CREATE TABLE attachment_content (attachment_id TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL) STRICT`,
    );
    for (const statement of INDEXES) connection.exec(statement);
  },
};

const DATED = 'valid_from TEXT, valid_to TEXT';
const TRUTH = 'INTEGER';
const GRADE = `TEXT CHECK (%s IN ('good','fair','average','poor'))`;

const TABLES: Record<string, string> = {
  term: `
    name TEXT NOT NULL, level TEXT CHECK (level IN ('province','district','commune','cell')), ${DATED}`,
  attachment: `
    entity TEXT NOT NULL, entity_id TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, added_on TEXT NOT NULL`,
  meeting_day_exception: `
    organisation_id TEXT NOT NULL REFERENCES organisation(id), day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    approval_document TEXT, reason TEXT, ${DATED}`,

  member_detail: `
    member_id TEXT NOT NULL UNIQUE REFERENCES member(id),
    birth_reg_country TEXT, birth_reg_province TEXT, birth_reg_address TEXT, home_country TEXT, home_address TEXT,
    residence_country TEXT, residence_province TEXT, residence_address TEXT, party_card_place TEXT, party_card_date TEXT,
    register_no INTEGER, dossier_no TEXT, occupation TEXT, workplace TEXT, party_position TEXT, government_position TEXT,
    academic_degree TEXT, academic_title TEXT, foreign_language TEXT, informatics TEXT, family_background TEXT, health TEXT,
    youth_union_date TEXT, enlisted_date TEXT, discharged_date TEXT, admitted_at TEXT, sponsor_1 TEXT, sponsor_2 TEXT,
    recognised_at TEXT, party_age_date TEXT, party_age_reason TEXT, has_smartphone ${TRUTH}`,
  member_history: `
    member_id TEXT NOT NULL REFERENCES member(id),
    kind TEXT NOT NULL CHECK (kind IN ('work','training','reward','badge','discipline','abroad','gap')),
    from_date TEXT, to_date TEXT, content TEXT NOT NULL, place TEXT, document TEXT, note TEXT, position INTEGER NOT NULL`,
  member_relative: `
    member_id TEXT NOT NULL REFERENCES member(id), relation TEXT NOT NULL, full_name TEXT NOT NULL, birth_year TEXT,
    home TEXT, occupation TEXT, residence TEXT, political_activity TEXT, position INTEGER NOT NULL`,

  regulation: `
    number_symbol TEXT NOT NULL, date TEXT, issuing_body TEXT, subject TEXT, ${DATED}`,
  quota: `
    regulation_id TEXT NOT NULL REFERENCES regulation(id), title_group TEXT NOT NULL, min_visits INTEGER NOT NULL CHECK (min_visits >= 0),
    cycle TEXT NOT NULL CHECK (cycle IN ('month','quarter','year')), counted_kinds TEXT NOT NULL CHECK (json_valid(counted_kinds)),
    scope TEXT NOT NULL CHECK (scope IN ('any','area_in_charge','list')), per_cell ${TRUTH} NOT NULL,
    proration TEXT NOT NULL CHECK (proration IN ('whole','by_month')), note TEXT, position INTEGER NOT NULL`,

  event: `
    kind TEXT NOT NULL, organisation_id TEXT NOT NULL REFERENCES organisation(id), date TEXT NOT NULL, place TEXT, content TEXT`,
  event_visit: `
    event_id TEXT NOT NULL REFERENCES event(id), official_id TEXT NOT NULL REFERENCES official(id), note TEXT,
    UNIQUE (event_id, official_id)`,
  visit_report: `
    visit_id TEXT NOT NULL UNIQUE REFERENCES visit(id), number TEXT, date_made TEXT, due_date TEXT, submitted_on TEXT,
    observed TEXT, conveyed TEXT, proposed TEXT, difficulties TEXT, strengths TEXT, weaknesses TEXT, lessons TEXT,
    own_proposals TEXT, proposed_grade ${GRADE.replace('%s', 'proposed_grade')},
    state TEXT NOT NULL CHECK (state IN ('draft','submitted','returned','accepted')),
    returned_on TEXT, returned_reason TEXT, accepted_on TEXT`,

  handling_body: `
    name TEXT NOT NULL, search_key TEXT NOT NULL, sort_key TEXT NOT NULL,
    authority TEXT CHECK (authority IN ('cell','commune','district','province','central')),
    successor_id TEXT REFERENCES handling_body(id), ${DATED}`,
  petition: `
    code TEXT NOT NULL UNIQUE, cell_id TEXT NOT NULL REFERENCES organisation(id), meeting_id TEXT REFERENCES meeting(id),
    visit_id TEXT REFERENCES visit(id), date TEXT, raised_by TEXT, raised_by_member_id TEXT REFERENCES member(id),
    content TEXT NOT NULL, search_key TEXT NOT NULL, kind TEXT, field TEXT,
    authority TEXT CHECK (authority IN ('cell','commune','district','province','central')),
    responsible_body_id TEXT REFERENCES handling_body(id), received_on TEXT, forwarded_on TEXT, forward_document TEXT, due_date TEXT,
    state TEXT NOT NULL CHECK (state IN ('new','received','forwarded','in_progress','resolved','told_back',
      'answered_on_the_spot','outside_authority','unresolved')),
    answered_on TEXT, reply_document TEXT, outcome TEXT, unresolved_reason TEXT, cell_told_on TEXT,
    duplicate_of_id TEXT REFERENCES petition(id), note TEXT`,
  yearly_remark: `
    official_id TEXT NOT NULL REFERENCES official(id), committee_id TEXT NOT NULL REFERENCES organisation(id),
    year INTEGER NOT NULL, grasped TEXT, guided TEXT, resolved TEXT, proposals TEXT, relations TEXT, weaknesses TEXT,
    level TEXT CHECK (level IN ('excellent','good','completed','not_completed')), document TEXT, sent_on TEXT, note TEXT,
    UNIQUE (official_id, committee_id, year)`,

  theme: `
    title TEXT NOT NULL, search_key TEXT NOT NULL, required_by TEXT, required_year INTEGER,
    required_quarter INTEGER CHECK (required_quarter BETWEEN 1 AND 4), cell_types TEXT NOT NULL CHECK (json_valid(cell_types)), ${DATED}`,
  thematic_plan: `
    cell_id TEXT NOT NULL REFERENCES organisation(id), year INTEGER NOT NULL, quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    theme_id TEXT REFERENCES theme(id), title TEXT NOT NULL, preparer TEXT, preparer_id TEXT REFERENCES member(id), planned_month TEXT,
    required_by TEXT, note TEXT, position INTEGER NOT NULL`,

  meeting_preparation: `
    meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id), cell_committee_met_before ${TRUTH}, cell_committee_met_on TEXT,
    members_notified ${TRUTH}, superior_notified_on TEXT, documents_posted_on TEXT, documents_on_app ${TRUTH},
    minutes_posted_on TEXT, break_minutes INTEGER, speakers INTEGER, prior_tasks_set INTEGER, prior_tasks_met INTEGER,
    mode_guidance TEXT`,

  scoring_sheet: `
    code TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition)),
    scope_organisation_id TEXT REFERENCES organisation(id), ${DATED}, UNIQUE (code, version)`,
  rating_item: `
    rating_id TEXT NOT NULL REFERENCES rating(id), criterion TEXT NOT NULL, points REAL, applies ${TRUTH} NOT NULL, basis TEXT,
    UNIQUE (rating_id, criterion)`,
  period_grade: `
    cell_id TEXT NOT NULL REFERENCES organisation(id), period TEXT NOT NULL, proposed ${GRADE.replace('%s', 'proposed')},
    decided ${GRADE.replace('%s', 'decided')}, decided_on TEXT, document TEXT, note TEXT, UNIQUE (cell_id, period)`,
};

/** By table: what version 1 did not know. Every one may be null. */
const ADDED_COLUMNS: Record<string, readonly string[]> = {
  organisation_version: [
    'short_name TEXT',
    'area TEXT',
    'own_min_minutes INTEGER',
    'default_time TEXT',
    'default_place TEXT',
  ],
  meeting_day: ['reason TEXT'],
  member_status: ['expected_end TEXT', 'review_on TEXT', 'place TEXT', 'document TEXT'],
  membership_event: [
    'decision_number TEXT',
    'decision_date TEXT',
    'paper_number TEXT',
    'paper_date TEXT',
    'received_on TEXT',
    'dues_paid_to TEXT',
    'reason TEXT',
    'ends_on TEXT',
  ],
  cell_committee_member: ['term_id TEXT REFERENCES term(id)', 'end_reason TEXT'],
  official: ['government_position TEXT', "level TEXT CHECK (level IN ('province','district','commune'))"],
  official_title: ['party_position TEXT', 'document TEXT'],
  assignment_entry: ['quota_id TEXT REFERENCES quota(id)', 'note TEXT'],
  assignment: ['team_id TEXT REFERENCES team(id)', 'replaces_id TEXT REFERENCES assignment(id)', 'handover_note TEXT'],
  meeting: ['thematic_plan_id TEXT REFERENCES thematic_plan(id)'],
  attendance: ['online INTEGER', 'spoke INTEGER', 'opinion_count INTEGER'],
  guest: ['official_id TEXT REFERENCES official(id)'],
  vote: ['kind TEXT', 'probationary_voted INTEGER'],
  task: ['member_id TEXT REFERENCES member(id)', 'opening_state TEXT', 'result_meeting_id TEXT REFERENCES meeting(id)'],
  rating: [
    'scoring_sheet_id TEXT REFERENCES scoring_sheet(id)',
    'scorer TEXT',
    'official_id TEXT REFERENCES official(id)',
    'rated_on TEXT',
    'votes_for INTEGER',
    'votes_total INTEGER',
    "result TEXT CHECK (result IN ('meets','does_not_meet'))",
    'weaknesses TEXT',
  ],
  visit: ['arrived_at TEXT', 'left_at TEXT', 'note TEXT'],
  planned_visit: ['planned_date TEXT', 'assignment_id TEXT REFERENCES assignment(id)', 'reason_code TEXT'],
};

const INDEXES = [
  // An undo and the history of a record ask for both.
  'DROP INDEX audit_log_by_entity',
  'CREATE INDEX audit_log_by_entity ON audit_log (entity, entity_id)',
  'CREATE INDEX attachment_by_entity ON attachment (entity, entity_id)',
  'CREATE INDEX meeting_day_exception_by_organisation ON meeting_day_exception (organisation_id)',
  'CREATE INDEX member_history_by_member ON member_history (member_id)',
  'CREATE INDEX member_relative_by_member ON member_relative (member_id)',
  'CREATE INDEX quota_by_regulation ON quota (regulation_id)',
  'CREATE INDEX event_by_date ON event (date)',
  'CREATE INDEX event_visit_by_official ON event_visit (official_id)',
  'CREATE INDEX visit_report_by_state ON visit_report (state)',
  'CREATE INDEX petition_by_date ON petition (date)',
  'CREATE INDEX petition_by_cell ON petition (cell_id)',
  'CREATE INDEX petition_by_meeting ON petition (meeting_id)',
  'CREATE INDEX petition_by_duplicate ON petition (duplicate_of_id)',
  'CREATE INDEX yearly_remark_by_year ON yearly_remark (year)',
  'CREATE INDEX thematic_plan_by_cell ON thematic_plan (cell_id, year, quarter)',
  'CREATE INDEX rating_item_by_rating ON rating_item (rating_id)',
  'CREATE INDEX planned_visit_by_cell ON planned_visit (cell_id, period)',
  'CREATE INDEX member_status_by_expected_end ON member_status (expected_end) WHERE expected_end IS NOT NULL',
  'CREATE INDEX membership_event_by_date ON membership_event (date)',
  'CREATE INDEX task_by_member ON task (member_id)',
];
