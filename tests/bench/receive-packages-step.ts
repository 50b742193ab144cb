import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import type Database from 'better-sqlite3';
import { openConnection, startWriteAheadLog } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { FileEngine } from '../../electron/data/office-file/file-engine.ts';
import { noKeys } from '../../electron/data/office-file/keys/office-key.ts';
import { Office } from '../../electron/data/office-file/office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { partTables, personalColumns, personalTables } from '../../electron/data/packages/part-tables.ts';
import { receivePackage } from '../../electron/data/packages/receive-package.ts';
import { tableColumns } from '../../electron/data/packages/row-values.ts';
import { type Columns, communePackage } from './commune-package.ts';

// One step of `receive-packages.ts`, in a process of its own: STEP FOLDER. Says time and memory on its last line.
const [, , step = '', folder = '', communes = '0', members = '0'] = argv;
const environment = { resourcesDir: resolve(import.meta.dirname, '../../resources'), actor: 'bench' };
const empty = join(folder, 'tinh.sochibo');
const received = join(folder, 'da-nhan.sochibo');
const fresh = join(folder, `${step}.sochibo`);
const packages = join(folder, 'goi');

/** Of the work alone: not of opening files and of reading what is to be written. */
const watch = {
  ...{ milliseconds: 0, processor: 0, begun: 0, used: process.cpuUsage() },
  start(): void {
    this.used = process.cpuUsage();
    this.begun = performance.now();
  },
  stop(): void {
    this.milliseconds += performance.now() - this.begun;
    const { user, system } = process.cpuUsage(this.used);
    this.processor += (user + system) / 1000;
  },
};

type Value = string | number | Buffer | null;
type Values = Readonly<Record<string, Value>>;

/** A row as the log has it. */
interface Logged {
  entity: string;
  id: string;
  text: string;
  values: Values;
}

/** The province's empty file and the communes' packages. */
async function prepare(): Promise<string> {
  const made = { level: 'province' as const, name: 'Tỉnh ủy Thử', superior: 'Trung ương', place: 'Thử' };
  const office = await createOffice({ path: empty, ...made }, environment);
  const tables = partTables
    .filter(({ content, table }) => content !== 'visits' && content !== 'petitions' && !personalTables.has(table))
    .map(({ table }) => table);
  const known = await tableColumns(office.db, tables);
  const columns: Columns = new Map(
    tables.map((table): [string, string[]] => [
      table,
      (known.get(table) ?? []).map(({ name }) => name).filter((name) => !personalColumns[table]?.includes(name)),
    ]),
  );
  office.close();
  mkdirSync(packages);
  for (let index = 0; index < Number(communes); index += 1) {
    const bytes = await communePackage(index, Number(members), columns);
    writeFileSync(join(packages, `${String(index).padStart(4, '0')}.gsochibo`), bytes);
  }
  return `${communes} packages`;
}

/** What the program does: each package read, checked, settled and written in one audited transaction. */
async function receive(target: string): Promise<string> {
  copyFileSync(empty, target);
  const office = await openOffice(target, environment);
  const files = readdirSync(packages).map((name) => ({ name, path: join(packages, name) }));
  watch.start();
  for (const file of files) await receivePackage(office, file, {});
  watch.stop();
  office.close();
  return saidOf(target);
}

/**
 * The same rows by one prepared INSERT a table, in as many transactions, under the same cipher and FULL sync; read from the
 * file of whoever received them, which is not counted. `triggers`: whether the tables log themselves; where they do not,
 * `logged` writes the log's rows as they stand.
 */
function insertBarely({ triggers, logged }: { triggers: boolean; logged: boolean }): string {
  copyFileSync(empty, fresh);
  const source = openConnection(received, { mustExist: true });
  const target = openConnection(fresh, { mustExist: true });
  startWriteAheadLog(target);
  if (!triggers) dropTriggers(target);
  const writer = new Writer(target);
  const log = target.prepare(
    `INSERT INTO audit_log (transaction_id, entity, entity_id, operation, before, after) VALUES (?, ?, ?, 'insert', NULL, ?)`,
  );
  for (const transaction of transactionsOf(source)) {
    const rows = rowsOf(source, transaction);
    const contents = contentsOf(source, rows);
    watch.start();
    target.exec(`BEGIN IMMEDIATE; UPDATE audit_context SET transaction_id = ${transaction} WHERE id = 1`);
    for (const row of rows) {
      writer.insert(row.entity, row.values);
      if (logged) log.run(transaction, row.entity, row.id, row.text);
    }
    for (const content of contents) writer.insert('package_content', content);
    target.exec('UPDATE audit_context SET transaction_id = NULL WHERE id = 1; COMMIT');
    watch.stop();
  }
  source.close();
  target.close();
  return saidOf(fresh);
}

/** The same through `Office.write`, which seals what the triggers have logged. */
async function insertSealed(): Promise<string> {
  copyFileSync(empty, fresh);
  const source = openConnection(received, { mustExist: true });
  const target = openConnection(fresh, { mustExist: true });
  startWriteAheadLog(target);
  const office = new Office(fresh, new FileEngine(target), 'bench', noKeys);
  const writer = new Writer(target);
  for (const transaction of transactionsOf(source)) {
    const rows = rowsOf(source, transaction);
    const contents = contentsOf(source, rows);
    watch.start();
    await office.write('Chèn', '', async () => {
      for (const row of rows) writer.insert(row.entity, row.values);
      for (const content of contents) writer.insert('package_content', content);
    });
    watch.stop();
  }
  source.close();
  office.close();
  return saidOf(fresh);
}

/** One prepared INSERT for each table and list of columns. */
class Writer {
  readonly #connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement<[readonly Value[]]>>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  insert(table: string, values: Values): void {
    let statement = this.#statements.get(table);
    if (!statement) {
      const columns = Object.keys(values);
      const places = columns.map(() => '?').join(', ');
      statement = this.#connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
      this.#statements.set(table, statement);
    }
    statement.run(Object.values(values));
  }
}

function dropTriggers(connection: Database.Database): void {
  const triggers = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) connection.exec(`DROP TRIGGER ${name}`);
}

/** The packages of the received file: what created the office is not one. */
function transactionsOf(source: Database.Database): number[] {
  return source.prepare<[], number>('SELECT id FROM audit_transaction WHERE id > 1 ORDER BY id').pluck().all();
}

function rowsOf(source: Database.Database, transaction: number): Logged[] {
  return source
    .prepare<[number], { entity: string; id: string; text: string }>(
      'SELECT entity, entity_id AS id, after AS text FROM audit_log WHERE transaction_id = ? ORDER BY sequence',
    )
    .all(transaction)
    .map((row) => ({ ...row, values: JSON.parse(row.text) }));
}

function contentsOf(
  source: Database.Database,
  rows: readonly Logged[],
): { data_package_id: string; content: Buffer }[] {
  const read = source.prepare<[string], { data_package_id: string; content: Buffer }>(
    'SELECT data_package_id, content FROM package_content WHERE data_package_id = ?',
  );
  return rows.flatMap(({ entity, id }) => (entity === 'data_package' ? read.all(id) : []));
}

function saidOf(path: string): string {
  const file = openConnection(path, { mustExist: true });
  const one = (query: string) => file.prepare<[], number>(query).pluck().get() ?? 0;
  const rows = [
    'organisation',
    'organisation_version',
    'member',
    'member_status',
    'meeting',
    'attendance',
    'source_row',
  ]
    .map((table) => one(`SELECT count(*) FROM ${table}`))
    .reduce((sum, count) => sum + count, 0);
  const [entries, letters] = [one('SELECT count(*) FROM audit_log'), one('SELECT sum(length(after)) FROM audit_log')];
  const pages = one('PRAGMA page_count') * one('PRAGMA page_size');
  file.close();
  return `${rows} rows, ${entries} log entries of ${letters} letters, ${(pages / 1e6).toFixed(1)} MB`;
}

const steps: Readonly<Record<string, () => Promise<string>>> = {
  prepare,
  reference: () => receive(received),
  receive: () => receive(fresh),
  floor: async () => insertBarely({ triggers: true, logged: false }),
  tables: async () => insertBarely({ triggers: false, logged: false }),
  log: async () => insertBarely({ triggers: false, logged: true }),
  sealed: insertSealed,
};
const said = await steps[step]?.();
if (said === undefined) throw new RangeError(`no step ${step}`);
const megabytes = process.resourceUsage().maxRSS / 1024;
stdout.write(`${JSON.stringify({ milliseconds: watch.milliseconds, processor: watch.processor, megabytes, said })}\n`);
