import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberForm } from '../../electron/contract/member-form.ts';
import type { MemberQuery } from '../../electron/contract/members.ts';
import { findMembers } from '../../electron/data/members/find-members.ts';
import { readMemberForm } from '../../electron/data/members/member-form.ts';
import { saveMember } from '../../electron/data/members/save-member.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { checkServedLog, openServedOffice, type ServedAt } from '../../electron/data/office-server/serve-office.ts';
import { refusal } from '../support/office.ts';
import { PostgresServer } from '../support/postgres-server.ts';
import { requireTool } from '../support/requirements.ts';
import { memberRow, statusRow } from '../support/rows.ts';
import { day } from '../support/small-office.ts';
import { addTwoCommunes } from '../support/two-communes.ts';

const today = day('2024-12-31');

describe.skipIf(!requireTool('postgresql'))('an office on a server, two clerks', () => {
  let server: PostgresServer;
  let an: Office;
  let binh: Office;
  let at: ServedAt & { pool: pg.Pool };
  beforeAll(() => {
    server = PostgresServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const made = { path: '', level: 'district', name: 'Huyện ủy Khe Sơn', superior: 'Tỉnh ủy', place: 'X' } as const;
    an = await server.createOffice(made);
    // Programs of their own: what they share is the server.
    at = server.at(an.path);
    binh = openServedOffice(at, 'bà Bình');
    await an.write('Thử', '', (db) =>
      db
        .insertInto('member')
        .values([memberRow('a', 'Trần Văn An'), memberRow('b', 'Lê Thị Ba')])
        .execute(),
    );
  });

  const formOf = async (office: Office, id: string): Promise<MemberForm> => {
    const form = await readMemberForm(office.db, id);
    if (!form) throw new Error(`no member ${id}`);
    return form;
  };
  const phones = async ({ db }: Office) =>
    Object.fromEntries(
      (await db.selectFrom('member').select(['id', 'phone']).execute()).map(({ id, phone }) => [id, phone]),
    );

  it('change different members at the same time: both are kept, in one chain; reading waits for nobody', async () => {
    const [anForm, binhForm] = [await formOf(an, 'a'), await formOf(binh, 'b')];
    const written = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const first = an.write('Sửa hồ sơ đảng viên', 'An', async (db) => {
      await saveMember(db, 'a', { ...anForm, phone: '0901' });
      written.resolve();
      await mayEnd.promise;
    });
    await written.promise;
    const second = binh.write('Sửa hồ sơ đảng viên', 'Ba', (db) => saveMember(db, 'b', { ...binhForm, phone: '0902' }));
    expect(await phones(binh)).toEqual({ a: null, b: null });
    mayEnd.resolve();
    await Promise.all([first, second]);
    expect(await phones(an)).toEqual({ a: '0901', b: '0902' });
    const log = await an.db
      .selectFrom('audit_log')
      .innerJoin('audit_transaction as done', 'done.id', 'audit_log.transaction_id')
      .select(['done.id', 'done.actor', 'audit_log.entity', 'audit_log.entity_id'])
      .where('done.id', '>', 2)
      .orderBy('audit_log.sequence')
      .execute();
    expect(log).toEqual([
      { id: 3, actor: 'kiểm thử', entity: 'member', entity_id: 'a' },
      { id: 4, actor: 'bà Bình', entity: 'member', entity_id: 'b' },
    ]);
    expect(await checkServedLog(at)).toEqual([]);
  });

  it('change the same member: what each typed elsewhere is kept, where both typed the second is told and nothing is written', async () => {
    const opened = await formOf(an, 'a');
    const save = (office: Office, typed: Partial<MemberForm>) =>
      office.write('Sửa hồ sơ đảng viên', 'An', (db) => saveMember(db, 'a', { ...opened, ...typed }, opened));
    await save(an, { phone: '0901', ethnicity: '01' });
    await save(binh, { note: 'chuyển nhà', ethnicity: '01' });
    expect(await formOf(an, 'a')).toEqual({ ...opened, phone: '0901', ethnicity: '01', note: 'chuyển nhà' });
    const told = await refusal(save(binh, { phone: '0902', occupation: 'Giáo viên' }));
    expect(told).toMatchObject({ code: 'conflict', message: expect.stringContaining('cùng chỗ: Điện thoại.') });
    expect(await formOf(binh, 'a')).toMatchObject({ phone: '0901', occupation: null });
    expect((await history(an, 5)).map(({ actor }) => actor).slice(0, 2)).toEqual(['bà Bình', 'kiểm thử']);
  });

  it('find members as in a file: what is not known comes first, letters of a number in either case', async () => {
    await an.write('Thử', '', async (db) => {
      await addTwoCommunes(db);
      await db
        .insertInto('member_status')
        .values([statusRow('s-a', 'a', 'thon-1'), statusRow('s-b', 'b', 'thon-2')])
        .execute();
      await db.updateTable('member').set({ birth_date: '1990', old_card_no: 'XK12' }).where('id', '=', 'a').execute();
    });
    const found = async (query: MemberQuery) => (await findMembers(binh.db, query, today)).ids;
    expect(await found({ sort: 'birth_date' })).toEqual(['b', 'a']);
    expect(await found({ sort: 'birth_date', descending: true })).toEqual(['a', 'b']);
    expect(await found({ text: 'xk1' })).toEqual(['a']);
    expect(await found({ organisation_id: 'xa-1', text: 'le ba' })).toEqual(['b']);
  });

  it('of many changes asked for at once, each is whole and the chain is one', async () => {
    const add = (office: Office, id: string) =>
      office.write('Thử', id, async (db) => {
        await db.insertInto('member').values(memberRow(id, 'Hồ Văn Thử')).execute();
        await db.updateTable('member').set({ note: id }).where('id', '=', id).execute();
      });
    const names = Array.from({ length: 20 }, (_, index) => `m${index}`);
    await Promise.all(names.map((id, index) => add(index % 2 === 0 ? an : binh, id)));
    const sealed = await an.db.selectFrom('audit_transaction').select(['id', 'rows']).where('id', '>', 2).execute();
    expect(sealed.map(({ rows }) => rows)).toEqual(names.map(() => 2));
    expect(await checkServedLog(at)).toEqual([]);
  });

  it('a program that is cut off in the middle of a change leaves nothing of it, and lets the other go on', async () => {
    const cut = an.write('Thử', '', async (db) => {
      await db.updateTable('member').set({ phone: '0901' }).where('id', '=', 'a').execute();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await at.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await db.updateTable('member').set({ phone: '0902' }).where('id', '=', 'b').execute();
    });
    expect(await refusal(cut)).toMatchObject({ code: 'office_not_open' });
    await binh.write('Thử', '', (db) => db.updateTable('member').set({ note: 'x' }).where('id', '=', 'a').execute());
    expect(await phones(binh)).toEqual({ a: null, b: null });
    expect(await checkServedLog(at)).toEqual([]);
  });

  it('one takes back what the other did, unless it was changed since', async () => {
    const change = (office: Office, phone: string) =>
      office.write('Thử', '', (db) => db.updateTable('member').set({ phone }).where('id', '=', 'a').execute());
    await change(an, '0901');
    const [first] = await history(binh, 1);
    await change(binh, '0902');
    expect((await refusal(an.undo(first?.transaction ?? 0, ''))).code).toBe('conflict');
    const [second] = await history(an, 1);
    await an.undo(second?.transaction ?? 0, '');
    await an.undo(first?.transaction ?? 0, '');
    expect(await phones(binh)).toEqual({ a: null, b: null });
    expect(await checkServedLog(at)).toEqual([]);
  });

  it('no way goes round the log, and an edit in it shows', async () => {
    const { pool } = at;
    const outside = 'change outside an audited transaction';
    await expect(pool.query("update main.member set phone = '1'")).rejects.toThrow(outside);
    await expect(pool.query('truncate main.member cascade')).rejects.toThrow(outside);
    await expect(pool.query("update main.audit_log set after = ''")).rejects.toThrow('append-only');
    await expect(pool.query('truncate main.audit_log')).rejects.toThrow('append-only');
    // Who owns the database can; the seals say so.
    await pool.query('alter table main.audit_log disable trigger all');
    await pool.query(
      "update main.audit_log set after = replace(after, 'Lê Thị Ba', 'Lê Thị Bốn') where entity_id = 'b'",
    );
    expect(await checkServedLog(at)).toEqual([2]);
  });
});
