import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { migrate } from '../../electron/data/office-file/migrate.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { migrations } from '../../electron/data/schema/migrations/index.ts';
import { addDecision, environment, newOffice, refusal, temporaryFolder } from '../support/office.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a new office file', () => {
  it('has its root organisation, code lists and dated rules, and opens again', async () => {
    const office = await newOffice();
    const root = await office.db.selectFrom('organisation_version').select('name').executeTakeFirstOrThrow();
    expect(root.name).toBe('Đảng bộ huyện Khe Sơn');
    expect(
      (await office.db.selectFrom('code_list').select('code').where('list', '=', 'ethnic_groups').execute()).length,
    ).toBe(56);
    expect((await office.db.selectFrom('rule').select('code').execute()).length).toBeGreaterThan(5);
    office.close();
    const again = await openOffice(office.path, environment);
    expect((await again.db.selectFrom('office').select('name').executeTakeFirstOrThrow()).name).toBe(
      'Huyện ủy Khe Sơn',
    );
    again.close();
  });

  it('never overwrites, and leaves nothing behind where it cannot be written', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    office.close();
    const before = sha(office.path);
    const given = { path: office.path, level: 'commune', name: 'Đảng ủy xã B', superior: 'A', place: 'B' } as const;
    expect((await refusal(createOffice(given, environment))).code).toBe('office_exists');
    expect(sha(office.path)).toBe(before);
    const nowhere = join(folder, 'khong-co', 'so.sochibo');
    expect((await refusal(createOffice({ ...given, path: nowhere }, environment))).code).toBe('office_not_found');
    expect(readdirSync(folder)).toEqual(['thu.sochibo']);
  });
});

describe('what cannot be opened says why and stays as it was', () => {
  const cases: [string, (path: string) => void, string][] = [
    ['0 bytes', (path) => writeFileSync(path, ''), 'office_not_an_office'],
    [
      'a picture',
      (path) => writeFileSync(path, Buffer.from(`89504e470d0a1a0a${'ab'.repeat(9000)}`, 'hex')),
      'office_not_an_office',
    ],
    [
      'another program’s SQLite',
      (path) => new Database(path).exec('CREATE TABLE t (a)').close(),
      'office_not_an_office',
    ],
  ];
  it.each(cases)('%s', async (_, make, code) => {
    const path = join(temporaryFolder(), 'la.sochibo');
    make(path);
    const before = sha(path);
    expect((await refusal(openOffice(path, environment))).code).toBe(code);
    expect(sha(path)).toBe(before);
  });

  it('a file of a newer program', async () => {
    const office = await newOffice();
    office.close();
    const connection = openConnection(office.path, { mustExist: true });
    connection.pragma('user_version=999');
    connection.close();
    const before = sha(office.path);
    const error = await refusal(openOffice(office.path, environment));
    expect(error.code).toBe('office_newer');
    expect(error.message).toContain('999');
    expect(sha(office.path)).toBe(before);
  });

  it('a file that is open elsewhere', async () => {
    const office = await newOffice();
    await addDecision(office, '01-QĐ/HU');
    expect((await refusal(openOffice(office.path, environment))).code).toBe('office_locked');
    await addDecision(office, '02-QĐ/HU');
  });

  it('no file', async () => {
    expect((await refusal(openOffice(join(temporaryFolder(), 'x.sochibo'), environment))).code).toBe(
      'office_not_found',
    );
  });

  it('every flipped bit is noticed before a wrong value is read (finding 3)', async () => {
    const office = await newOffice();
    for (let n = 0; n < 20; n += 1) await addDecision(office, `${n}-QĐ/HU`);
    office.close();
    const whole = readFileSync(office.path);
    const damaged = join(temporaryFolder(), 'hong.sochibo');
    let random = 12_345;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      const flipped = Buffer.from(whole);
      const at = random % flipped.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (attempt % 8));
      writeFileSync(damaged, flipped);
      const error = await refusal(
        openOffice(damaged, environment).then(async (opened) => {
          try {
            const check = await opened.maintain(checkOffice);
            if (!check.ok) throw new SochiboError('office_damaged', check.checks.flatMap((line) => line.found).join());
          } finally {
            opened.close();
          }
        }),
      );
      expect(['office_damaged', 'office_not_an_office'], `bit at ${at}`).toContain(error.code);
    }
  });
});

describe('every change', () => {
  it('is in the audit log with before and after, in one chain that an edit breaks', async () => {
    const office = await newOffice();
    const id = await addDecision(office, '345-QĐ/HU');
    await office.write('Sửa quyết định', '', (db) =>
      db.updateTable('decision').set({ date: '2024-01-12' }).where('id', '=', id).execute(),
    );
    const log = await office.db
      .selectFrom('audit_log')
      .selectAll()
      .where('entity_id', '=', id)
      .orderBy('sequence')
      .execute();
    expect(log.map((row) => row.operation)).toEqual(['insert', 'update']);
    expect(JSON.parse(log[1]?.before ?? '{}').date).toBeNull();
    expect(JSON.parse(log[1]?.after ?? '{}').date).toBe('2024-01-12');
    expect((await office.maintain(checkOffice)).ok).toBe(true);
    await office.maintain((connection) => {
      connection.exec('DROP TRIGGER audit_log_refuses_update');
      connection.prepare("UPDATE audit_log SET after = '{}' WHERE sequence = ?").run(log[1]?.sequence);
    });
    const check = await office.maintain(checkOffice);
    expect(check.checks.filter((line) => !line.ok).map((line) => line.name)).toEqual([
      'Nhật ký thay đổi (chuỗi mã băm)',
    ]);
  });

  it('cannot go round the audited path, nor rewrite the log', async () => {
    const office = await newOffice();
    await expect(
      office.db
        .insertInto('decision')
        .values({ id: 'x', number_symbol: 'x', date: null, issuing_body: null, subject: null })
        .execute(),
    ).rejects.toThrow('audited transaction');
    await office.maintain((connection) => {
      expect(() => connection.exec('DELETE FROM audit_log')).toThrow('append-only');
      expect(() => connection.exec("UPDATE audit_transaction SET actor = 'x'")).toThrow('append-only');
    });
  });

  it('is wholly written or not at all', async () => {
    const office = await newOffice();
    await expect(
      office.write('Hai việc', '', async (db) => {
        await db
          .insertInto('decision')
          .values({ id: 'a', number_symbol: 'a', date: null, issuing_body: null, subject: null })
          .execute();
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await office.db.selectFrom('decision').selectAll().execute()).toEqual([]);
    await addDecision(office, 'sau đó vẫn ghi được');
    expect((await office.maintain(checkOffice)).ok).toBe(true);
  });

  it('can be taken back as a whole, unless a later change stands on it', async () => {
    const office = await newOffice();
    const id = await addDecision(office, '345-QĐ/HU');
    const transactions = () => office.db.selectFrom('audit_transaction').select('id').orderBy('id').execute();
    const created = (await transactions()).at(-1)?.id ?? 0;
    await office.write('Sửa', '', (db) =>
      db.updateTable('decision').set({ subject: 'x' }).where('id', '=', id).execute(),
    );
    const edited = (await transactions()).at(-1)?.id ?? 0;
    expect((await refusal(office.undo(created, ''))).code).toBe('conflict');
    await office.undo(edited, '');
    expect((await office.db.selectFrom('decision').select('subject').executeTakeFirstOrThrow()).subject).toBeNull();
    expect((await office.maintain(checkOffice)).ok).toBe(true);
  });
});

describe('migrations', () => {
  it('leave a file wholly at the old version when a step fails', async () => {
    const office = await newOffice();
    office.close();
    const connection = openConnection(office.path, { mustExist: true });
    const failing = {
      version: migrations.length + 1,
      name: 'fails',
      up: (target: Database.Database) => {
        target.exec('CREATE TABLE half (a TEXT) STRICT');
        throw new Error('stopped halfway');
      },
    };
    expect(() => migrate(connection, [...migrations, failing])).toThrow('stopped halfway');
    expect(connection.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'").get()).toEqual({ n: 0 });
    expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length);
    connection.close();
    (await openOffice(office.path, environment)).close();
  });

  it('every table is STRICT and carries its three audit triggers', async () => {
    const office = await newOffice();
    await office.maintain((connection) => {
      const tables = connection
        .prepare<[], { name: string; strict: number }>(
          "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'",
        )
        .all();
      expect(tables.filter((table) => table.strict === 0)).toEqual([]);
      const unaudited = tables.filter(({ name }) => {
        const triggers = connection
          .prepare<[string], { n: number }>(
            "SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
          )
          .get(name);
        return triggers?.n !== 3;
      });
      expect(unaudited.map((table) => table.name).sort()).toEqual([
        'attachment_content',
        'audit_context',
        'audit_log',
        'audit_transaction',
        'frozen_figures',
        'package_content',
      ]);
    });
  });
});
