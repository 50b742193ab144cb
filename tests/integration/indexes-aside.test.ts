import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { newOffice } from '../support/office.ts';

/** Every index of the office that is made by a statement, as the file has it. */
async function indexesOf({ db }: Pick<Office, 'db'>): Promise<string[]> {
  const { rows } = await sql<{ name: string; tbl_name: string; sql: string }>`
    select name, tbl_name, sql from main.sqlite_master where type = 'index' and sql is not null order by name`.execute(
    db,
  );
  return rows.map((row) => `${row.tbl_name} ${row.sql}`);
}

const many = new Map([
  ['member', 6000],
  ['code_list', 10],
]);

test('what fills most of a table is written without its indices; they are there again, or never gone, afterwards', async () => {
  const office = await newOffice();
  try {
    const before = await indexesOf(office);
    const ofMembers = before.filter((index) => index.startsWith('member CREATE'));
    expect(ofMembers.length).toBeGreaterThan(2);

    const during = await office.write('Nhập dữ liệu', '', (db, { inBulk }) => inBulk(many, () => indexesOf({ db })));
    expect(during.filter((index) => index.startsWith('member CREATE'))).toEqual([]);
    // Few rows, and other tables, keep theirs.
    expect(during.filter((index) => index.startsWith('member_status'))).not.toEqual([]);
    expect(before.filter((index) => index.startsWith('code_list'))).toEqual(
      during.filter((index) => index.startsWith('code_list')),
    );
    expect(await indexesOf(office)).toEqual(before);

    const stopped = office.write('Nhập dữ liệu', '', (_, { inBulk }) =>
      inBulk(many, () => Promise.reject(new Error('stopped'))),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(await indexesOf(office)).toEqual(before);
  } finally {
    office.close();
  }
});
