import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { type SalvageOutcome, salvageOffice } from '../../electron/data/office-file/salvage/salvage-office.ts';
import { salvageText } from '../../electron/data/office-file/salvage/salvage-report.ts';
import { damage } from '../support/damage.ts';
import { environment, refusal, temporaryFolder } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
/** Damages tried; more by hand (R3 asks for 1,400). */
const tries = Number(process.env.SOCHIBO_DAMAGES ?? 6);

/** Not what the salvage itself writes into the log. */
const own =
  "SELECT id FROM audit_transaction WHERE action IN ('Cứu dữ liệu', 'Bổ sung danh mục, quy tắc', 'Không đọc lại được')";
const only: Readonly<Record<string, string>> = {
  audit_transaction: `WHERE id NOT IN (${own})`,
  audit_log: `WHERE transaction_id NOT IN (${own.replace(", 'Không đọc lại được'", '')})`,
};

type Rows = ReadonlyMap<string, string>;

/** Every row of every table but the salvage's own, by table and key, as JSON. */
function rowsOf(path: string): Rows {
  const connection = openConnection(path, { mustExist: true });
  const rows = new Map<string, string>();
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'audit_context'")
    .pluck()
    .all();
  for (const table of tables) {
    for (const row of connection
      .prepare<[], unknown[]>(`SELECT * FROM "${table}" ${only[table] ?? ''}`)
      .raw()
      .iterate()) {
      rows.set(`${table} ${String(row[0])}`, JSON.stringify(row));
    }
  }
  connection.close();
  return rows;
}

/** Two set days on a 99th, as no program of ours writes them; of the second the log says the same. Returns their ids. */
function breakRows(path: string): string[] {
  const connection = openConnection(path, { mustExist: true });
  connection.pragma('ignore_check_constraints=ON');
  const triggers = connection
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  const ids = connection.prepare<[], string>('SELECT id FROM meeting_day ORDER BY id LIMIT 2').pluck().all();
  for (const id of ids) connection.prepare('UPDATE meeting_day SET day = 99 WHERE id = ?').run(id);
  connection
    .prepare("UPDATE audit_log SET after = json_set(after, '$.day', 99) WHERE entity_id = ? AND after IS NOT NULL")
    .run(ids[1]);
  for (const { sql } of triggers) connection.exec(sql);
  connection.close();
  return ids;
}

describe('a damaged office file', () => {
  let sample: TruthOffice;
  let original: Rows;

  beforeAll(async () => {
    sample = await truthOffice('commune-b');
    sample.office.close();
    original = rowsOf(sample.office.path);
  });
  afterAll(() => sample.remove());

  it.each(Array.from({ length: tries }, (_, number) => number))(
    'damage %i: refused or whole, and what is salvaged is as it was',
    async (number) => {
      const folder = temporaryFolder();
      const [bad, saved] = [join(folder, 'hong.sochibo'), join(folder, 'cuu.sochibo')];
      const what = damage(sample.office.path, bad, number);
      const before = sha(bad);
      try {
        const office = await openOffice(bad, environment);
        office.close();
        // What opens is whole: the damage hit nothing that is in use.
        expect(rowsOf(bad), what).toEqual(original);
        return;
      } catch (error) {
        expect(error instanceof SochiboError ? error.code : error, what).toBe('office_damaged');
        expect(sha(bad), what).toBe(before);
      }
      const outcome = await salvageOffice(bad, saved, environment);
      expect(sha(bad), what).toBe(before);
      compare(outcome, saved, what);
    },
  );

  function compare(outcome: SalvageOutcome, saved: string, what: string): void {
    const defaults = new Set(['setting', 'rule', 'code_list', 'office']);
    const emptied = new Set(
      outcome.loose
        .filter(({ outcome: done }) => done === 'emptied')
        .map(({ table, row }) => `${table} ${String(row.id)}`),
    );
    const present = rowsOf(saved);
    const counts = new Map<string, number>();
    for (const [key, row] of present) {
      const table = key.split(' ')[0] ?? '';
      const before = original.get(key);
      if (before === undefined && defaults.has(table)) continue;
      if (!emptied.has(key)) expect(row, `${what}: ${key}`).toBe(before);
      counts.set(table, (counts.get(table) ?? 0) + 1);
    }
    for (const { table, read, fromLog, lost, isExact } of outcome.tables) {
      const there = [...original.keys()].filter((key) => key.startsWith(`${table} `)).length;
      const leftOut = outcome.loose.filter((row) => row.table === table && row.outcome === 'left_out').length;
      expect(counts.get(table) ?? 0, `${what}: ${table} in the new file`).toBe(read + fromLog - leftOut);
      if (isExact) expect(read + fromLog + lost, `${what}: ${table} adds up`).toBe(there);
      else expect(read + fromLog + lost, `${what}: ${table} at most`).toBeLessThanOrEqual(there);
    }
  }

  it('says what was lost in a text that is read without the program', async () => {
    const folder = temporaryFolder();
    const bad = join(folder, 'hong.sochibo');
    const bytes = readFileSync(sample.office.path);
    // Every third page: even the log is full of holes, so rows are lost for good.
    for (let at = 4096; at < bytes.length; at += 3 * 4096) bytes[at + 50] = (bytes[at + 50] ?? 0) ^ 1;
    writeFileSync(bad, bytes);
    const outcome = await salvageOffice(bad, join(folder, 'cuu.sochibo'), environment);
    const text = salvageText(outcome);
    expect(text).toMatch(/- Buổi sinh hoạt: đọc được \d+ dòng/u);
    expect(text).toMatch(/Mất (ít nhất )?\d+ dòng không đọc được/u);
    expect(text).toContain('Chuỗi nhật ký thay đổi bị đứt');
    compare(outcome, outcome.target, 'every third page');
  });

  it('a row with a value that its table does not take comes back from the log, or is named as lost; the rest comes over', async () => {
    const folder = temporaryFolder();
    const bad = join(folder, 'hong.sochibo');
    writeFileSync(bad, readFileSync(sample.office.path));
    const [fromLog = '', lost = ''] = breakRows(bad);
    const outcome = await salvageOffice(bad, join(folder, 'cuu.sochibo'), environment);
    const table = outcome.tables.find((one) => one.table === 'meeting_day');
    expect([table?.fromLog, table?.lost]).toEqual([1, 1]);
    expect(outcome.refused.map(({ row }) => row.day)).toEqual([99, 99, 99]);
    const text = salvageText(outcome);
    expect(text).toContain('3 dòng có giá trị không hợp lệ');
    expect(text).toContain(`id=${lost}`);
    const saved = rowsOf(outcome.target);
    expect(saved.get(`meeting_day ${fromLog}`)).toBe(original.get(`meeting_day ${fromLog}`));
    expect(saved.has(`meeting_day ${lost}`)).toBe(false);
  });

  it('is never salvaged over a file that is there, and leaves nothing where it cannot be read at all', async () => {
    const folder = temporaryFolder();
    const [bad, saved] = [join(folder, 'anh.sochibo'), join(folder, 'cuu.sochibo')];
    writeFileSync(bad, Buffer.alloc(9000, 7));
    writeFileSync(saved, 'đã có');
    expect((await refusal(salvageOffice(bad, saved, environment))).code).toBe('office_exists');
    const other = join(folder, 'khac.sochibo');
    expect((await refusal(salvageOffice(bad, other, environment))).code).toBe('office_not_an_office');
    expect(existsSync(other)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['anh.sochibo', 'cuu.sochibo']);
  });
});
