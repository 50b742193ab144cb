/**
 * A hundred communes' packages into one province file, against a bulk insert of the same rows into a file of the same tables:
 * `node tests/bench/receive-packages.ts [communes] [members of each]`. Prints seconds, rows and the ratio; no pass or fail.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, memoryUsage, stdout } from 'node:process';
import { v7 as newId } from 'uuid';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { packageFormat } from '../../electron/data/packages/manifest.ts';
import { packageBytes } from '../../electron/data/packages/package-file.ts';
import { partTables } from '../../electron/data/packages/part-tables.ts';
import { schemaVersion } from '../../electron/data/packages/plan-package.ts';
import { readParts } from '../../electron/data/packages/read-content.ts';
import { receivePackage } from '../../electron/data/packages/receive-package.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { writeRows } from '../../electron/data/schema/write-rows.ts';
import { environment } from '../support/office.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

const [communes = 100, members = 400] = argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
const period = parsePeriod('2024-07');
const files: { path: string; name: string }[] = [];
for (let index = 0; index < communes; index += 1) files.push(await makeCommune(index));

const province = await createOffice(
  { path: join(folder, 'tinh.sochibo'), level: 'province', name: 'Tỉnh ủy Thử', superior: 'Trung ương', place: 'Thử' },
  environment,
);
const started = performance.now();
let rows = 0;
for (const file of files) rows += (await receivePackage(province, file, {})).created;
const received = (performance.now() - started) / 1000;
province.close();
const floor = await bulkInsert();
stdout.write(`${communes} gói, ${rows} dòng: nhận ${received.toFixed(2)} s; chèn thẳng ${floor.toFixed(2)} s; `);
stdout.write(`tỉ số ${(received / floor).toFixed(2)}; bộ nhớ ${Math.round(memoryUsage().rss / 1e6)} MB\n`);
rmSync(folder, { recursive: true, force: true });

/** The package of a commune: a cell for every twenty members, one month of meetings with its roll. */
async function makeCommune(index: number): Promise<{ path: string; name: string }> {
  const name = `Đảng ủy xã ${index}`;
  const path = join(folder, `xa-${index}.sochibo`);
  const office = await createOffice(
    { path, level: 'commune', name, superior: 'Đảng bộ tỉnh Thử', place: 'Thử' },
    environment,
  );
  const root = await rootOrganisationId(office.db);
  await office.write('Dựng', '', async (db) => {
    const insert = async <R extends { id: string }>(list: R[], write: (some: R[]) => Promise<unknown>) =>
      writeRows({ inserts: list, updates: [] }, write, async () => undefined);
    const cells = Array.from({ length: Math.ceil(members / 20) }, () => newId());
    const people = Array.from({ length: members }, () => newId());
    const meetings = cells.map((cell) => ({ ...emptyMeeting(newId(), cell, '2024-07'), state: 'held' as const }));
    await insert(
      cells.map((id) => ({ id, kind: 'cell' as const, code: null, valid_from: null, valid_to: null })),
      (some) => db.insertInto('organisation').values(some).execute(),
    );
    await insert(
      cells.map((id, at) => versionRow(newId(), id, `Chi bộ thôn ${at}`, { parent_id: root })),
      (some) => db.insertInto('organisation_version').values(some).execute(),
    );
    await insert(
      people.map((id, at) => memberRow(id, `Nguyễn Văn Thử ${at}`, { birth_date: '1980-01-01', gender: 'male' })),
      (some) => db.insertInto('member').values(some).execute(),
    );
    await insert(
      people.map((id, at) => statusRow(newId(), id, cells[Math.floor(at / 20)] ?? '', { valid_from: '2020-01-01' })),
      (some) => db.insertInto('member_status').values(some).execute(),
    );
    await insert(meetings, (some) => db.insertInto('meeting').values(some).execute());
    await insert(
      people.map((id, at) => ({
        ...{ id: newId(), meeting_id: meetings[Math.floor(at / 20)]?.id ?? '', member_id: id, name: `Thử ${at}` },
        ...{ standing_then: null, status_then: null, result: 'present' as const, reason: null },
        ...{ late_or_left_early: null, position: at },
      })),
      (some) => db.insertInto('attendance').values(some).execute(),
    );
  });
  const contents = ['organisations', 'members', 'meetings'] as const;
  const own = await office.db.selectFrom('office').select('id').executeTakeFirstOrThrow();
  const head = {
    ...{
      format: packageFormat.name,
      version: packageFormat.version,
      schema: schemaVersion,
      program: 'bench',
      period: period.key,
    },
    office: {
      id: own.id,
      name,
      level: 'commune' as const,
      superior: 'Đảng bộ tỉnh Thử',
      root,
      root_name: `Đảng bộ xã ${index}`,
    },
    ...{ contents: [...contents], personal: false, made_at: new Date().toISOString() },
  };
  const { bytes } = await packageBytes(
    head,
    await readParts(office.db, { period, contents, personal: false }),
    undefined,
  );
  office.close();
  const file = { path: join(folder, `${index}.gsochibo`), name: `${index}.gsochibo` };
  writeFileSync(file.path, bytes);
  return file;
}

/** The same rows out of the province's file into an empty one of the same tables and triggers: one prepared insert a table. */
async function bulkInsert(): Promise<number> {
  const path = join(folder, 'san.sochibo');
  (
    await createOffice({ path, level: 'province', name: 'Sàn', superior: 'Trung ương', place: 'Thử' }, environment)
  ).close();
  const source = openConnection(province.path, { mustExist: true });
  const connection = openConnection(path, { mustExist: true });
  const lists = partTables.map(({ table }) => ({
    table,
    list: source.prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`).all(),
  }));
  const begin = performance.now();
  connection.exec('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys=ON');
  connection.exec('UPDATE audit_context SET transaction_id = 1000000 WHERE id = 1');
  for (const { table, list } of lists) {
    const [first] = list;
    if (!first) continue;
    const columns = Object.keys(first);
    const insert = connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of list) insert.run(...columns.map((column) => row[column] ?? null));
  }
  connection.exec('COMMIT');
  const seconds = (performance.now() - begin) / 1000;
  connection.close();
  source.close();
  return seconds;
}
