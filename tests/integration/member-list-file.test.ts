import { readdirSync, readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MemberListExport } from '../../electron/contract/lists.ts';
import { type MemberColumnKey, memberColumnKey } from '../../electron/contract/member-columns.ts';
import type { MemberQuery } from '../../electron/contract/members.ts';
import { exportMembers } from '../../electron/data/lists/export-members.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { handOverList } from '../../renderer/components/data-table/list-export.ts';
import { memberColumns } from '../../renderer/features/members/member-columns.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';
import { environment, removableFolder } from '../support/office.ts';
import { memberRow, statusRow } from '../support/rows.ts';

const head = { title: 'Đảng viên', period_label: 'Tháng 7/2024', as_of: '2024-07-31' };
const every = memberColumnKey.options;
const number = '045090123456';
const { folder, remove } = removableFolder();
let made: FrozenOffice;
let cells: string[];
/** Administers, has the whole; has one cell. */
let users: [string, string];

beforeAll(async () => {
  made = await frozenOffice();
  const { client, session } = made;
  cells = (await client.organisations.list({ all: true })).filter(({ kind }) => kind === 'cell').map(({ id }) => id);
  const [home = '', away = ''] = cells;
  await session.office.write('Nạp mẫu', '', async (db) => {
    const numbers = { personal_id: number, birth_date: '1990', party_card_no: '00735707', old_card_no: '1' };
    for (const [id, name] of Object.entries({ khách: 'Lê <Khách>', đi: '=HYPERLINK("x")', hết: '–' })) {
      await db
        .insertInto('member')
        .values(memberRow(id, name, numbers))
        .execute();
    }
    // More than are read at once, in another order than that of their ids.
    for (let index = 0; index < 600; index += 1) {
      const id = `m${String(index).padStart(3, '0')}`;
      const name = `${['Lê', 'Trần', 'Nguyễn'][index % 3]} Văn ${['Ánh', 'Dũng', 'Bình', 'Yến'][index % 4]} ${index}`;
      const given = {
        gender: index % 5 === 0 ? null : index % 2 === 0 ? ('female' as const) : ('male' as const),
        birth_date: index % 7 === 0 ? '1975-04' : `19${60 + (index % 40)}-05-1${index % 10}`,
        admission_date: index % 11 === 0 ? null : `20${String(index % 24).padStart(2, '0')}-02-03`,
      };
      await db
        .insertInto('member')
        .values(memberRow(id, name, given))
        .execute();
      const standing = index % 9 === 0 ? 'probationary' : 'full';
      await db
        .insertInto('member_status')
        .values(statusRow(`s${id}`, id, cells[index % 4] ?? home, { standing }))
        .execute();
    }
    const status = async (id: string, member: string, cell: string, given: Parameters<typeof statusRow>[3]) =>
      db
        .insertInto('member_status')
        .values(statusRow(id, member, cell, given))
        .execute();
    await status('k1', 'khách', away, { kind: 'temporarily_received', valid_from: '2024-01-01' });
    await status('k2', 'khách', home, { kind: 'temporarily_away', valid_from: '2024-02-01' });
    await status('đ1', 'đi', home, { kind: 'transferred_out', valid_from: '2024-03-01' });
    await status('h1', 'hết', away, { kind: 'expelled', valid_from: '2024-03-01' });
  });
  const user = async (name: string, role: 'administer' | 'enter', scope_id: string | null) =>
    (
      await client.people.save({
        id: null,
        form: { ...{ name, role, scope_id }, note: null, valid_from: null, valid_to: null },
      })
    ).id;
  users = [await user('Trần Thị Quản', 'administer', null), await user('Nguyễn Thị Nhập', 'enter', home)];
});
afterAll(() => {
  made.remove();
  remove();
});

/** The file as the data side makes it of what the window asks, with what it told meanwhile. */
async function byData(list: MemberListExport) {
  const told: string[] = [];
  for await (const event of await made.client.lists.members(list)) {
    if (event.type === 'done') return { bytes: bytesOf(event.file.id), told };
    told.push(event.step);
  }
  throw new Error('ended without a file');
}

/** The file of the rows that the window shows, as it hands over every other list. */
async function byWindow(query: MemberQuery, keys: readonly MemberColumnKey[]) {
  const { client } = made;
  const { ids } = await client.members.ids(query);
  async function* blocks() {
    for (let start = 0; start < ids.length; start += 50) {
      yield await client.members.rows({ ids: ids.slice(start, start + 50), as_of: query.as_of });
    }
  }
  const columns = memberColumns.filter(({ key }) => keys.some((shown) => shown === key));
  const list = await handOverList(
    blocks(),
    columns,
    async (before, rows) => (await client.lists.hand({ list: before, rows })).list,
  );
  return { rows: ids.length, bytes: bytesOf((await client.lists.export({ ...head, ...list })).file.id) };
}

const bytesOf = (id: string) => readFileSync(made.session.files.pathOf(id) ?? '').toString('base64');

/** Compares both ways over questions and choices of columns; returns how many rows there were. */
async function compare(): Promise<number> {
  const as_of = '2024-07-31';
  const questions: [MemberQuery, readonly MemberColumnKey[]][] = [
    [{ as_of, sort: 'name' }, every],
    [{ as_of, sort: 'birth_date', descending: true }, ['name', 'birth_date', 'status']],
    [{ as_of, sort: 'cell', descending: true, text: 'le' }, ['name', 'cell', 'card', 'personal_id']],
    [{ as_of, counted_only: false, sort: 'admission_date' }, every],
    [{ as_of, status: 'transferred_out' }, every],
    [{ as_of, status: 'temporarily_received', counted_only: false }, every],
    [{ as_of, gender: 'female', standing: 'probationary' }, ['name', 'gender', 'standing']],
    [{ as_of, organisation_id: cells[0] }, every],
    [{ as_of, text: 'không có ai' }, ['name']],
    [{ as_of: '2023-12-31' }, every],
  ];
  let rows = 0;
  for (const [query, columns] of questions) {
    const window = await byWindow(query, columns);
    const data = await byData({ ...head, query, columns: [...columns] });
    expect(data.bytes === window.bytes, JSON.stringify(query)).toBe(true);
    rows += window.rows;
  }
  return rows;
}

it('holds what the window shows, byte for byte: of every question, with the columns it shows', async () => {
  expect(await compare()).toBeGreaterThan(2000);
  const { told } = await byData({ ...head, query: {}, columns: ['name'] });
  expect(told).toContain('Đọc');
});

it('holds of a part of the office what its clerk sees, and no more', async () => {
  const { client } = made;
  await client.people.choose({ id: users[0] });
  const whole = await compare();
  await client.people.choose({ id: users[1] });
  const part = await compare();
  expect(part).toBeGreaterThan(500);
  expect(part).toBeLessThan(whole / 2);
  await client.people.choose({ id: users[0] });
});

it('covers identity numbers where the list does, and is logged for what it holds', async () => {
  const { path } = made.session.office;
  made.session.close();
  const session = createSession({ ...environment, outputDir: folder, identityNumbers: 'masked' });
  const client = createRouterClient(router, { context: { session } });
  await session.openOffice(path);
  made = { ...made, session, client, remove: () => session.close() };
  await client.people.choose({ id: users[0] });
  const list = { ...head, query: { counted_only: false }, columns: ['name' as const, 'personal_id' as const] };
  const covered = await byData(list);
  await compare();
  expect((await client.people.handedOver({ limit: 1 }))[0]?.unmasked).toBe(false);
  await client.people.showNumbers({ shown: true });
  expect((await byData(list)).bytes).not.toBe(covered.bytes);
  expect((await client.people.handedOver({ limit: 1 }))[0]).toMatchObject({ unmasked: true, way: 'file' });
  await compare();
});

it.each(['Đọc', 'Ghi'])('stopped at “%s” leaves no file and no line in the log', async (at) => {
  const { client, session } = made;
  const before = await client.people.handedOver({ limit: 1 });
  const files = () => readdirSync(folder, { recursive: true }).filter((name) => /\.(?:xlsx|tmp)$/u.test(String(name)));
  const there = files();
  const abort = new AbortController();
  const course = {
    signal: abort.signal,
    onProgress: ({ step }: { step: string }) => {
      if (step === at) abort.abort();
    },
  };
  const list = { ...head, query: {}, columns: ['name' as const] };
  await expect(exportMembers(session, list, course)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await client.people.handedOver({ limit: 1 })).toEqual(before);
  expect(files()).toEqual(there);
});
