import type { Migration } from '../migration.ts';
import { auditedTable, createAudit } from './support/audit-triggers.ts';

/**
 * The first schema. Every table is STRICT; dates are ISO text, a date of a person may be partial (`1990`, `1990-05`);
 * `valid_from`/`valid_to` are inclusive days, null = not known to have an end. Truth values are 0 or 1.
 */
export const initial: Migration = {
  version: 1,
  name: '0001-initial',
  up(connection) {
    createAudit(connection);
    for (const [table, columns] of Object.entries(TABLES)) auditedTable(connection, table, columns);
    for (const index of INDEXES) connection.exec(index);
  },
};

const DATED = 'valid_from TEXT, valid_to TEXT';

const TABLES: Record<string, string> = {
  office: `
    name TEXT NOT NULL, level TEXT NOT NULL CHECK (level IN ('province','district','commune')),
    superior TEXT NOT NULL, place TEXT NOT NULL, issuer TEXT NOT NULL, advisory_body TEXT NOT NULL, body_code TEXT NOT NULL,
    report_receiver TEXT NOT NULL, created_on TEXT NOT NULL`,
  setting: `key TEXT NOT NULL UNIQUE, value TEXT NOT NULL CHECK (json_valid(value))`,
  rule: `
    code TEXT NOT NULL, version TEXT NOT NULL, value TEXT NOT NULL CHECK (json_valid(value)), source TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence IN ('A','B','C')), ${DATED}`,
  code_list: `
    list TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL CHECK (json_valid(aliases)),
    position INTEGER NOT NULL, ${DATED}, UNIQUE (list, code)`,

  organisation: `
    code TEXT, kind TEXT NOT NULL CHECK (kind IN ('committee','grassroots_committee','sub_committee','grassroots_cell','cell')),
    ${DATED}`,
  organisation_version: `
    organisation_id TEXT NOT NULL REFERENCES organisation(id), name TEXT NOT NULL, search_key TEXT NOT NULL,
    sort_key TEXT NOT NULL, parent_id TEXT REFERENCES organisation(id), cell_type TEXT, is_residential INTEGER,
    difficulty_flags TEXT NOT NULL CHECK (json_valid(difficulty_flags)), phone TEXT, note TEXT, position INTEGER NOT NULL, ${DATED}`,
  meeting_day: `
    organisation_id TEXT NOT NULL REFERENCES organisation(id), day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    document TEXT, ${DATED}`,
  organisation_event: `
    kind TEXT NOT NULL CHECK (kind IN ('create','rename','meeting_day','split','merge','dissolve')), date TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation(id), other_id TEXT REFERENCES organisation(id),
    document TEXT, detail TEXT NOT NULL`,
  organisation_count: `
    organisation_id TEXT NOT NULL REFERENCES organisation(id), as_of TEXT NOT NULL, members INTEGER, women INTEGER,
    probationary INTEGER, exempt INTEGER, UNIQUE (organisation_id, as_of)`,

  member: `
    full_name TEXT NOT NULL, search_key TEXT NOT NULL, sort_key TEXT NOT NULL, name_key TEXT NOT NULL, other_name TEXT,
    gender TEXT CHECK (gender IN ('male','female')), birth_date TEXT, ethnicity TEXT, religion TEXT,
    home_commune TEXT, home_district TEXT, home_province TEXT, home_text TEXT,
    general_education TEXT, professional_education TEXT, professional_field TEXT, political_theory TEXT,
    admission_decision_date TEXT, admission_date TEXT, full_member_date TEXT,
    old_card_no TEXT, party_card_no TEXT, personal_id TEXT, old_id_no TEXT, national_record_id TEXT, phone TEXT, note TEXT`,
  member_status: `
    member_id TEXT NOT NULL REFERENCES member(id), cell_id TEXT NOT NULL REFERENCES organisation(id),
    standing TEXT NOT NULL CHECK (standing IN ('full','probationary')),
    kind TEXT NOT NULL CHECK (kind IN ('active','exempt','reduced','temporarily_exempt','temporarily_away',
      'temporarily_received','suspended','transferred_out','name_removed','withdrawn','expelled','deceased',
      'armed_forces_special_duty')),
    basis TEXT, ${DATED}`,
  membership_event: `
    member_id TEXT NOT NULL REFERENCES member(id), code TEXT NOT NULL, date TEXT,
    from_cell_id TEXT REFERENCES organisation(id), to_cell_id TEXT REFERENCES organisation(id),
    from_text TEXT, to_text TEXT, document TEXT, note TEXT`,
  cell_committee_member: `
    organisation_id TEXT NOT NULL REFERENCES organisation(id), member_id TEXT NOT NULL REFERENCES member(id),
    position TEXT NOT NULL CHECK (position IN ('secretary','deputy_secretary','committee_member')), decision TEXT, ${DATED}`,

  official: `
    full_name TEXT NOT NULL, search_key TEXT NOT NULL, sort_key TEXT NOT NULL, name_key TEXT NOT NULL,
    member_id TEXT REFERENCES member(id), own_cell_id TEXT REFERENCES organisation(id), agency TEXT, phone TEXT, note TEXT, ${DATED}`,
  official_title: `
    official_id TEXT NOT NULL REFERENCES official(id), title TEXT NOT NULL, title_group TEXT, ${DATED}`,

  decision: `
    number_symbol TEXT NOT NULL, date TEXT, issuing_body TEXT, subject TEXT, UNIQUE (number_symbol, date)`,
  assignment_entry: `
    official_id TEXT NOT NULL REFERENCES official(id), decision_id TEXT REFERENCES decision(id),
    title TEXT, title_group TEXT, min_visits INTEGER, ${DATED}`,
  assignment: `
    entry_id TEXT NOT NULL REFERENCES assignment_entry(id), official_id TEXT NOT NULL REFERENCES official(id),
    target_id TEXT NOT NULL REFERENCES organisation(id),
    role TEXT NOT NULL CHECK (role IN ('attend','area_in_charge','follow','team_leader','team_member')),
    end_reason TEXT, ${DATED}`,
  team: `
    name TEXT NOT NULL, area_id TEXT REFERENCES organisation(id), decision_id TEXT REFERENCES decision(id), ${DATED}`,
  team_member: `
    team_id TEXT NOT NULL REFERENCES team(id), official_id TEXT NOT NULL REFERENCES official(id),
    role TEXT NOT NULL CHECK (role IN ('leader','deputy','member')), UNIQUE (team_id, official_id)`,

  meeting: `
    cell_id TEXT NOT NULL REFERENCES organisation(id), period TEXT NOT NULL,
    kind TEXT CHECK (kind IN ('regular','thematic','regular_with_thematic','extraordinary','cell_committee','congress')),
    state TEXT NOT NULL CHECK (state IN ('planned','held','postponed','not_held')),
    date TEXT, started_at TEXT, ended_at TEXT, mode TEXT CHECK (mode IN ('in_person','online','hybrid')),
    place TEXT, chair TEXT, secretary TEXT,
    members_total INTEGER, full_members INTEGER, probationary INTEGER, exempt INTEGER, working_away INTEGER,
    temporarily_away INTEGER, temporarily_received INTEGER, suspended INTEGER,
    due INTEGER, present INTEGER, present_exempt INTEGER, absent_excused INTEGER, absent_unexcused INTEGER,
    theme TEXT, presenter TEXT, other_day_reason TEXT, other_day_approved INTEGER, not_held_reason TEXT,
    conclusion TEXT, resolution_number TEXT, dues_announced INTEGER, note TEXT`,
  attendance: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), member_id TEXT REFERENCES member(id), name TEXT NOT NULL,
    standing_then TEXT, status_then TEXT,
    result TEXT NOT NULL CHECK (result IN ('present','absent_excused','absent_unexcused','not_due')),
    reason TEXT, late_or_left_early INTEGER, position INTEGER NOT NULL`,
  guest: `meeting_id TEXT NOT NULL REFERENCES meeting(id), name TEXT NOT NULL, capacity TEXT, position INTEGER NOT NULL`,
  agenda_item: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), position INTEGER NOT NULL, title TEXT NOT NULL,
    content TEXT, conclusion TEXT`,
  opinion: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), agenda_item_id TEXT REFERENCES agenda_item(id),
    position INTEGER NOT NULL, speaker TEXT NOT NULL, content TEXT NOT NULL`,
  vote: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), position INTEGER NOT NULL, subject TEXT NOT NULL, base INTEGER,
    in_favour INTEGER, against INTEGER, other INTEGER`,
  task: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), position INTEGER NOT NULL, content TEXT NOT NULL,
    person TEXT, due_date TEXT, outcome TEXT, done INTEGER`,
  rating: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id),
    scorer_role TEXT NOT NULL CHECK (scorer_role IN ('self','cell_committee','visiting_official','superior_decision')),
    total REAL, grade TEXT CHECK (grade IN ('good','fair','average','poor')), note TEXT, UNIQUE (meeting_id, scorer_role)`,

  visit: `
    meeting_id TEXT NOT NULL REFERENCES meeting(id), official_id TEXT REFERENCES official(id), name TEXT NOT NULL,
    name_key TEXT NOT NULL, title TEXT, level TEXT CHECK (level IN ('province','district','commune','other')),
    on_behalf_of_id TEXT REFERENCES official(id), on_behalf_of_name TEXT`,
  planned_visit: `
    official_id TEXT NOT NULL REFERENCES official(id), period TEXT NOT NULL, cell_id TEXT REFERENCES organisation(id),
    typed TEXT,
    state TEXT NOT NULL CHECK (state IN ('planned','cell_notified','attended','missed','rescheduled','substitute_sent','cancelled')),
    reason TEXT, substitute_id TEXT REFERENCES official(id), substitute_name TEXT, rescheduled_to TEXT, visit_id TEXT REFERENCES visit(id),
    report_submitted_on TEXT, note TEXT`,

  import_run: `at TEXT NOT NULL, files TEXT NOT NULL CHECK (json_valid(files)), counts TEXT NOT NULL CHECK (json_valid(counts)),
    undone_at TEXT`,
  import_issue: `
    import_id TEXT NOT NULL REFERENCES import_run(id), file TEXT NOT NULL, sheet TEXT, row INTEGER, "column" TEXT,
    severity TEXT NOT NULL CHECK (severity IN ('error','warning','info')), code TEXT NOT NULL, message TEXT NOT NULL, value TEXT`,
  source_row: `
    entity TEXT NOT NULL, entity_id TEXT NOT NULL, import_id TEXT NOT NULL REFERENCES import_run(id), file TEXT NOT NULL,
    sheet TEXT NOT NULL, row INTEGER NOT NULL`,
};

const INDEXES = [
  'CREATE INDEX rule_by_code ON rule (code, valid_from)',
  'CREATE INDEX organisation_version_by_organisation ON organisation_version (organisation_id, valid_from)',
  'CREATE INDEX organisation_version_by_parent ON organisation_version (parent_id)',
  'CREATE INDEX meeting_day_by_organisation ON meeting_day (organisation_id)',
  'CREATE INDEX organisation_event_by_organisation ON organisation_event (organisation_id)',
  // What a list of members is ordered and counted by: the long rows of a member are read for the lines on screen only.
  'CREATE INDEX member_by_sort_key ON member (sort_key, id, gender)',
  'CREATE INDEX member_by_name_key ON member (name_key)',
  'CREATE INDEX member_by_birth_date ON member (birth_date, sort_key, id, gender)',
  'CREATE INDEX member_by_admission_date ON member (admission_date, sort_key, id, gender)',
  'CREATE INDEX member_by_personal_id ON member (personal_id) WHERE personal_id IS NOT NULL',
  'CREATE INDEX member_by_old_card_no ON member (old_card_no) WHERE old_card_no IS NOT NULL',
  'CREATE INDEX member_status_by_member ON member_status (member_id, valid_from, valid_to, kind, standing, cell_id)',
  'CREATE INDEX member_status_by_cell ON member_status (cell_id, valid_from)',
  'CREATE INDEX membership_event_by_member ON membership_event (member_id, date)',
  'CREATE INDEX cell_committee_member_by_organisation ON cell_committee_member (organisation_id)',
  'CREATE INDEX cell_committee_member_by_member ON cell_committee_member (member_id)',
  'CREATE INDEX official_by_sort_key ON official (sort_key, id)',
  'CREATE INDEX official_by_name_key ON official (name_key)',
  'CREATE INDEX official_title_by_official ON official_title (official_id, valid_from)',
  'CREATE INDEX assignment_entry_by_official ON assignment_entry (official_id)',
  'CREATE INDEX assignment_by_entry ON assignment (entry_id)',
  'CREATE INDEX assignment_by_official ON assignment (official_id)',
  'CREATE INDEX assignment_by_target ON assignment (target_id)',
  'CREATE INDEX meeting_by_period ON meeting (period, cell_id)',
  'CREATE INDEX meeting_by_date ON meeting (date)',
  'CREATE INDEX meeting_by_cell ON meeting (cell_id, period)',
  'CREATE INDEX attendance_by_meeting ON attendance (meeting_id)',
  'CREATE INDEX attendance_by_member ON attendance (member_id)',
  'CREATE INDEX guest_by_meeting ON guest (meeting_id)',
  'CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id)',
  'CREATE INDEX opinion_by_meeting ON opinion (meeting_id)',
  'CREATE INDEX vote_by_meeting ON vote (meeting_id)',
  'CREATE INDEX task_by_meeting ON task (meeting_id)',
  'CREATE INDEX visit_by_meeting ON visit (meeting_id)',
  'CREATE INDEX visit_by_official ON visit (official_id)',
  "CREATE UNIQUE INDEX visit_once_per_meeting ON visit (meeting_id, name_key, coalesce(official_id, title, ''))",
  'CREATE INDEX planned_visit_by_official ON planned_visit (official_id, period)',
  'CREATE INDEX import_issue_by_import ON import_issue (import_id)',
  'CREATE INDEX source_row_by_entity ON source_row (entity_id)',
];
