import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applicationId, openConnection } from '../../electron/data/office-file/connection.ts';
import { migrate } from '../../electron/data/office-file/migrate.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { migrations } from '../../electron/data/schema/migrations/index.ts';
import { environment, temporaryFolder } from '../support/office.ts';

type Row = Record<string, string | number | null>;

/** One row of each table that the step alters, as version 1 wrote it, parents first. */
const ROWS: Record<string, Row> = {
  organisation: { id: 'cell', code: null, kind: 'cell', valid_from: null, valid_to: null },
  organisation_version: {
    id: 'ov',
    organisation_id: 'cell',
    name: 'Chi bộ thôn 4',
    search_key: 'chi bo thon 4',
    sort_key: 'x',
    difficulty_flags: '["remote"]',
    position: 3,
  },
  meeting_day: { id: 'md', organisation_id: 'cell', day: 5, valid_from: '2020-01-01' },
  member: { id: 'm', full_name: 'Hồ Văn Thử', search_key: 'ho van thu', sort_key: 'x', name_key: 'hồ văn thử' },
  member_status: { id: 'ms', member_id: 'm', cell_id: 'cell', standing: 'full', kind: 'active' },
  membership_event: { id: 'me', member_id: 'm', code: 'KET_NAP', date: '1990-05' },
  cell_committee_member: { id: 'cc', organisation_id: 'cell', member_id: 'm', position: 'secretary' },
  official: { id: 'o', full_name: 'Lê Thị Thử', search_key: 'le thi thu', sort_key: 'x', name_key: 'lê thị thử' },
  official_title: { id: 'ot', official_id: 'o', title: 'Huyện ủy viên', title_group: 'HUV' },
  assignment_entry: { id: 'ae', official_id: 'o', min_visits: 4 },
  assignment: { id: 'a', entry_id: 'ae', official_id: 'o', target_id: 'cell', role: 'attend' },
  meeting: { id: 'mt', cell_id: 'cell', period: '2024-07', kind: 'regular', state: 'held', due: 17, present: 15 },
  attendance: { id: 'at', meeting_id: 'mt', member_id: 'm', name: 'Hồ Văn Thử', result: 'present', position: 0 },
  guest: { id: 'g', meeting_id: 'mt', name: 'Khách', position: 0 },
  vote: { id: 'v', meeting_id: 'mt', position: 0, subject: 'Nghị quyết', base: 16, in_favour: 14 },
  task: { id: 't', meeting_id: 'mt', position: 0, content: 'Làm đường' },
  rating: { id: 'r', meeting_id: 'mt', scorer_role: 'self', total: 92.5, grade: 'good' },
  visit: { id: 'vi', meeting_id: 'mt', official_id: 'o', name: 'Lê Thị Thử', name_key: 'lê thị thử' },
  planned_visit: { id: 'pv', official_id: 'o', period: '2024-07', cell_id: 'cell', state: 'planned' },
};

test('0002: rows of version 1 stay as they were, what came later is null, and the log takes them with it', async () => {
  const path = join(temporaryFolder(), 'cu.sochibo');
  const connection = openConnection(path, { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 1));
  inTransaction(connection, () => {
    for (const [table, row] of Object.entries(ROWS)) insert(connection, table, row);
  });

  migrate(connection, migrations.slice(0, 2));

  for (const [table, row] of Object.entries(ROWS)) {
    const found = connection.prepare<[], Row>(`SELECT * FROM ${table}`).get() ?? {};
    const empty = Object.fromEntries(Object.keys(found).map((column) => [column, null]));
    expect({ table, ...found }).toEqual({ table, ...empty, ...row });
  }
  inTransaction(connection, () => connection.exec("UPDATE planned_visit SET planned_date = '2024-07-05'"));
  const logged = connection.prepare<[], { after: string }>('SELECT after FROM audit_log ORDER BY sequence DESC').get();
  expect(JSON.parse(logged?.after ?? '{}')).toMatchObject({ id: 'pv', planned_date: '2024-07-05' });
  connection.close();
});

test('0003: rows of version 2 stay as they were; what is issued is audited', () => {
  const connection = openConnection(join(temporaryFolder(), 'cu.sochibo'), { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 2));
  inTransaction(connection, () => {
    for (const [table, row] of Object.entries(ROWS)) insert(connection, table, row);
  });
  const rowsOf = (table: string) => connection.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const before = Object.keys(ROWS).map(rowsOf);

  migrate(connection, migrations.slice(0, 3));

  expect(Object.keys(ROWS).map(rowsOf)).toEqual(before);
  const document = { id: 'd', document_code: 'BC-09', about: '2024-07//', kind_code: 'BC', issuer: 'committee' };
  const issued = { ...document, body_code: 'HU', number: 15, subject: 'kết quả', state: 'signed', options: '{}' };
  inTransaction(connection, () => insert(connection, 'issued_document', issued));
  const logged = connection.prepare<[], { after: string }>('SELECT after FROM audit_log ORDER BY sequence DESC').get();
  expect(JSON.parse(logged?.after ?? '{}')).toMatchObject(issued);
  connection.close();
});

test('0004: rows of version 3 stay as they were; what was learnt and exchanged is audited', () => {
  const connection = openConnection(join(temporaryFolder(), 'cu.sochibo'), { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 3));
  inTransaction(connection, () => {
    for (const [table, row] of Object.entries(ROWS)) insert(connection, table, row);
  });
  const rowsOf = (table: string) => connection.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const before = Object.keys(ROWS).map(rowsOf);

  migrate(connection, migrations.slice(0, 4));

  expect(Object.keys(ROWS).map(rowsOf)).toEqual(before);
  const learnt = { id: 'l', list: 'education', typed: 'dh luat', code: 'DH' };
  inTransaction(connection, () => insert(connection, 'learnt_value', learnt));
  const logged = connection.prepare<[], { after: string }>('SELECT after FROM audit_log ORDER BY sequence DESC').get();
  expect(JSON.parse(logged?.after ?? '{}')).toEqual(learnt);
  connection.close();
});

test('0005: rows of version 4 stay as they were; who works and what left the office is audited', () => {
  const connection = openConnection(join(temporaryFolder(), 'cu.sochibo'), { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 4));
  inTransaction(connection, () => {
    for (const [table, row] of Object.entries(ROWS)) insert(connection, table, row);
  });
  const rowsOf = (table: string) => connection.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const before = Object.keys(ROWS).map(rowsOf);

  migrate(connection, migrations.slice(0, 5));

  expect(Object.keys(ROWS).map(rowsOf)).toEqual(before);
  const user = { id: 'u', name: 'Phạm Văn Thử', role: 'enter', scope_id: 'cell', slot: 's1' };
  inTransaction(connection, () => insert(connection, 'office_user', user));
  const logged = connection.prepare<[], { after: string }>('SELECT after FROM audit_log ORDER BY sequence DESC').get();
  expect(JSON.parse(logged?.after ?? '{}')).toMatchObject(user);
  connection.close();
});

test('0006: a report frozen before bears no head of the log; one of now does, and the log has it', () => {
  const connection = openConnection(join(temporaryFolder(), 'cu.sochibo'), { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 5));
  const frozen = {
    ...{ report_code: 'BC-05', period: '2024-07', about: '2024-07//', basis: 'then', as_of: '2024-08-05' },
    ...{ title: 'Biểu', frozen_at: '2024-08-05T01:00:00.000Z', frozen_by: 'a', rules: '[]', figures_sha256: 'x' },
  };
  inTransaction(connection, () => insert(connection, 'frozen_report', { id: 'f', ...frozen }));

  migrate(connection, migrations.slice(0, 6));

  const rows = connection.prepare<[], Row>('SELECT * FROM frozen_report').all();
  expect(rows).toEqual([expect.objectContaining({ id: 'f', ...frozen, log_head: null })]);
  const log_head = '41-0123456789abcdef';
  inTransaction(connection, () => insert(connection, 'frozen_report', { id: 'g', ...frozen, log_head }));
  const logged = connection.prepare<[], { after: string }>('SELECT after FROM audit_log ORDER BY sequence DESC').get();
  expect(JSON.parse(logged?.after ?? '{}')).toMatchObject({ id: 'g', log_head });
  connection.close();
});

test('an office of version 1 gets the lists and rules it does not know, and keeps its own', async () => {
  const path = join(temporaryFolder(), 'cu.sochibo');
  const connection = openConnection(path, { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, 1));
  inTransaction(connection, () =>
    insert(connection, 'rule', {
      id: 'own',
      code: 'visit_report_due',
      version: 'của tỉnh',
      value: '{"days":7}',
      source: 'CV 1',
      evidence: 'A',
    }),
  );
  connection.close();

  const office = await openOffice(path, environment);
  const rules = await office.db.selectFrom('rule').select(['code', 'version']).execute();
  expect(rules.filter(({ code }) => code === 'visit_report_due')).toEqual([
    { code: 'visit_report_due', version: 'của tỉnh' },
  ]);
  expect(rules.some(({ code }) => code === 'vote_base')).toBe(true);
  const lists = await office.db.selectFrom('code_list').select('list').distinct().execute();
  expect(lists.map(({ list }) => list)).toContain('petition_fields');
  office.close();
  const again = await openOffice(path, environment);
  expect(await again.db.selectFrom('rule').select('code').execute()).toHaveLength(rules.length);
  again.close();
});

test('all steps at once leave the schema that they leave one by one, each with its triggers', () => {
  const folder = temporaryFolder();
  const oneByOne = openConnection(join(folder, 'tung-buoc.sochibo'), { mustExist: false });
  for (const { up } of migrations) up(oneByOne);
  const atOnce = openConnection(join(folder, 'mot-lan.sochibo'), { mustExist: false });
  migrate(atOnce);
  const inTwo = openConnection(join(folder, 'hai-lan.sochibo'), { mustExist: false });
  migrate(inTwo, migrations.slice(0, 1));
  migrate(inTwo);

  const expected = schemaOf(oneByOne);
  expect(expected.objects.filter(({ type }) => type === 'trigger').length).toBeGreaterThan(150);
  expect(schemaOf(atOnce)).toEqual(expected);
  expect(schemaOf(inTwo)).toEqual(expected);
  for (const connection of [oneByOne, atOnce, inTwo]) connection.close();
});

/** Every object of a file with its text, and what SQLite makes of each table: columns, references, indexes with their columns. */
function schemaOf(connection: Database.Database) {
  const all = (query: string, ...values: string[]) => connection.prepare<string[], Row>(query).all(...values);
  const tables = all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) =>
    String(name),
  );
  return {
    objects: all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'),
    tables: tables.map((name) => ({
      name,
      columns: all('SELECT * FROM pragma_table_xinfo(?)', name),
      references: all('SELECT * FROM pragma_foreign_key_list(?)', name),
      indexes: all(
        `SELECT list.name, list."unique", list.origin, list.partial, part.* FROM pragma_index_list(?) AS list,
           pragma_index_xinfo(list.name) AS part ORDER BY list.name, part.seqno`,
        name,
      ),
    })),
  };
}

function insert(connection: Database.Database, table: string, row: Row): void {
  const columns = Object.keys(row);
  connection
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(Object.values(row));
}

/** As an audited change: the triggers refuse any other. */
function inTransaction(connection: Database.Database, work: () => void): void {
  connection.exec('UPDATE audit_context SET transaction_id = 1');
  work();
  connection.exec('UPDATE audit_context SET transaction_id = NULL');
}
