import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenSeals } from '../../electron/data/office-file/audit.ts';
import { newOffice } from '../support/office.ts';

interface LogRow {
  sequence: number;
  entity: string;
  entity_id: string;
  operation: string;
  before: string | null;
  after: string | null;
}

// The seal was always taken over JSON.stringify of each row: what SQLite writes has to be that, letter by letter.
test('a seal is the hash of the rows as JSON, whatever letters stand in them', async () => {
  const office = await newOffice();
  const everyLetter = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const blocks = Array.from({ length: 68 }, (_, at) => everyLetter.slice(at * 16384, (at + 1) * 16384).join(''));
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 2500, seed: 7 });
  // More than one batch, of inserts and of changes.
  const numbers = [...blocks, ...random].map((text, at) => `${at} ${text}`);
  await office.write('Ghi', 'mọi chữ "\\\u0007', async (db) => {
    for (const [at, number_symbol] of numbers.entries()) {
      const row = { id: `q ${at}`, number_symbol, date: null, issuing_body: number_symbol.slice(0, 40), subject: null };
      await db.insertInto('decision').values(row).execute();
    }
    await db.updateTable('decision').set({ subject: 'khác \u2028 "\n' }).where('id', '=', 'q 3').execute();
    await db.deleteFrom('decision').where('id', '=', 'q 70').execute();
  });
  await office.maintain((connection) => {
    expect(brokenSeals(connection)).toEqual([]);
    const [seal] = connection
      .prepare<[], Record<string, string | number | null>>('SELECT * FROM audit_transaction ORDER BY id DESC LIMIT 1')
      .all();
    const hash = createHash('sha256');
    hash.update(
      JSON.stringify([seal?.previous_hash, seal?.id, seal?.at, seal?.actor, seal?.action, seal?.detail, seal?.undoes]),
    );
    const rows = connection
      .prepare<[number], LogRow>('SELECT * FROM audit_log WHERE transaction_id = ? ORDER BY sequence')
      .all(Number(seal?.id));
    expect(rows).toHaveLength(numbers.length + 2);
    for (const { sequence, entity, entity_id, operation, before, after } of rows) {
      hash.update(JSON.stringify([sequence, entity, entity_id, operation, before, after]));
    }
    expect(seal?.hash).toBe(hash.digest('hex'));
  });
});

test('a seal that is taken along the way is that of all rows, and an edited one breaks it', async () => {
  const office = await newOffice();
  const row = (at: number) => ({ id: `q ${at}`, number_symbol: `${at}`, date: null, issuing_body: '', subject: null });
  await office.write(
    'Nhập dữ liệu',
    'nhiều dòng',
    async (db) => {
      // Parts of the seal end after statements of several sizes, and a statement has more rows than one part reads.
      for (const [from, to] of [
        [0, 1],
        [1, 900],
        [900, 1999],
        [1999, 4100],
        [4100, 6900],
      ] as const) {
        const rows = Array.from({ length: to - from }, (_, at) => row(from + at));
        await db.insertInto('decision').values(rows).execute();
      }
      await db.updateTable('decision').set({ subject: 'khác' }).where('issuing_body', '=', '').execute();
      await db.deleteFrom('decision').where('id', '=', 'q 70').execute();
    },
    () => Promise.resolve(),
  );
  // Before and after it, transactions that are sealed at their end.
  await office.write('Sửa', '', (db) => db.deleteFrom('decision').where('id', '=', 'q 71').execute());
  await office.maintain((connection) => {
    const rows = connection.prepare('SELECT rows FROM audit_transaction ORDER BY id DESC LIMIT 2').pluck().all();
    expect(rows).toEqual([1, 6900 * 2 + 1]);
    expect(brokenSeals(connection)).toEqual([]);
    connection.exec(`DROP TRIGGER audit_log_refuses_update;
      UPDATE audit_log SET after = replace(after, 'khác', 'khac') WHERE sequence = (SELECT max(sequence) - 5000 FROM audit_log)`);
    expect(brokenSeals(connection)).toHaveLength(1);
  });
  office.close();
});
