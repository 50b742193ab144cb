import { closeSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { migrations } from '../../schema/migrations/index.ts';
import { withTriggersLast } from '../../schema/migrations/support/audit-triggers.ts';
import { applicationId, integerPragma, openConnection } from '../connection.ts';
import type { Keyring } from '../keys/office-key.ts';
import { migrate } from '../migrate.ts';
import { readTable, type StoredValue } from './read-table.ts';

/** A table or an index, and the page it begins on. */
interface SchemaObject {
  type: string;
  name: string;
  table: string;
  root: number;
  sql: string | null;
}

/**
 * Opens a damaged copy of `pages` pages with a whole schema. Where pages of the schema itself do not read, a file is put
 * together: its first page and its schema new, all other pages those of the copy. Where a table begins is taken from
 * what reads of the copy's own schema; for the rest from new files of the same version, first the one most like it, as far as
 * the two agree before and after the gap. A table whose beginning cannot be known is not in the schema: nothing is ever read as what it is not.
 */
export function withMendedSchema(
  copy: string,
  pages: number,
  { current, keys }: Keyring,
): { connection: Database.Database; version: number } {
  const connection = openConnection(copy, { mustExist: true, lenient: true, keys });
  const version = integerPragma(connection, 'user_version');
  const own: SchemaObject[] = [];
  const { lost, isExact } = readTable(connection, 'sqlite_schema', (values) => {
    own.push(objectOf(values));
    return true;
  });
  if (isExact && lost.size === 0) return { connection, version };
  connection.close();
  const objects = completed(
    own.filter(({ root }) => root > 0),
    layouts.map((layout) => newSchema(`${copy}.mau`, version, layout)),
  );
  const assembled = `${copy}.ghep`;
  const donor = openConnection(assembled, { mustExist: false, lenient: true, newUnder: current });
  writeDonor(donor, objects, version, pages);
  overlay(copy, assembled, pages);
  return { connection: openConnection(assembled, { mustExist: true, keys }), version };
}

function objectOf([type, name, table, root, sql]: readonly StoredValue[]): SchemaObject {
  return {
    type: String(type),
    name: String(name),
    table: String(table),
    root: Number(root),
    sql: sql === null ? null : String(sql),
  };
}

/**
 * How a file of a version may be laid out: as created; as VACUUM leaves it (a restored backup); as it was created when each
 * table came with its triggers, whose text took pages in between.
 */
const layouts = ['created', 'compact', 'created_with_triggers'] as const;

/** Tables and indexes of a new file of a version. */
function newSchema(path: string, version: number, layout: (typeof layouts)[number]): SchemaObject[] {
  const made = openConnection(path, { mustExist: false });
  try {
    migrate(
      made,
      migrations.filter((migration) => migration.version <= version),
      layout === 'created_with_triggers' ? (_, steps) => steps() : withTriggersLast,
    );
    if (layout === 'compact') made.exec('VACUUM');
    return made
      .prepare<[], StoredValue[]>('SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE rootpage > 0')
      .raw()
      .all()
      .map(objectOf);
  } finally {
    made.close();
    rmSync(path, { force: true });
  }
}

/** The objects that read, and those of the model between two that agree with it (or after the last one that does). */
function completed(own: readonly SchemaObject[], models: readonly (readonly SchemaObject[])[]): SchemaObject[] {
  const roots = new Map(own.map(({ name, root }) => [name, root]));
  const taken = new Set(roots.values());
  const found = [...own];
  const alike = (model: readonly SchemaObject[]) => model.filter(({ name, root }) => roots.get(name) === root).length;
  for (const model of models.toSorted((a, b) => alike(b) - alike(a))) {
    const agrees = (object: SchemaObject | undefined) =>
      object === undefined || roots.get(object.name) === undefined || roots.get(object.name) === object.root;
    const known = (object: SchemaObject) => roots.has(object.name);
    for (const [index, object] of model.entries()) {
      if (known(object) || taken.has(object.root) || found.some(({ name }) => name === object.name)) continue;
      const before = model.slice(0, index).findLast(known);
      const after = model.slice(index + 1).find(known);
      if ((before || after) && agrees(before) && agrees(after)) found.push(object);
    }
  }
  return found;
}

/** A file whose first page and schema are whole, all pages of the schema beyond the first `pages`; closed when written. */
function writeDonor(donor: Database.Database, objects: readonly SchemaObject[], version: number, pages: number): void {
  try {
    donor.exec('CREATE TABLE room (content BLOB)');
    donor.exec('BEGIN');
    const fill = donor.prepare('INSERT INTO room VALUES (zeroblob(3900))');
    for (let page = 0; page <= pages; page += 1) fill.run();
    donor.exec('DELETE FROM sqlite_schema');
    const put = donor.prepare<[string, string, string, number, string | null]>(
      'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { type, name, table, root, sql } of inOrder(objects)) put.run(type, name, table, root, sql);
    donor.pragma(`user_version=${version}`);
    donor.pragma(`application_id=${applicationId}`);
    donor.exec('COMMIT');
  } finally {
    donor.close();
  }
}

/** Tables before their indexes; an index whose table is not known stays out. */
function inOrder(objects: readonly SchemaObject[]): SchemaObject[] {
  const tables = objects.filter(({ type }) => type === 'table');
  const names = new Set(tables.map(({ name }) => name));
  return [...tables, ...objects.filter(({ type, table }) => type === 'index' && names.has(table))];
}

/** Puts the pages of the copy, but for the first, into the file that was put together. */
function overlay(copy: string, assembled: string, pages: number): void {
  const [from, to] = [openSync(copy, 'r'), openSync(assembled, 'r+')];
  try {
    const batch = Buffer.alloc(4096 * 256);
    const end = Math.min(pages * 4096, statSync(copy).size);
    for (let at = 4096; at < end; ) {
      const read = readSync(from, batch, 0, Math.min(batch.length, end - at), at);
      writeSync(to, batch, 0, read, at);
      at += read;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}
