import { call, isProcedure, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal as refusalData } from '../../electron/contract/errors.ts';
import { rightOf } from '../../electron/contract/rights.ts';
import { reportsOfWholeOffice, scopeRuleOf } from '../../electron/contract/scope.ts';
import { SochiboError } from '../../electron/data/errors.ts';
import { reach } from '../../electron/data/office-file/scope/reach.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { router } from '../../electron/data/router.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { memberRow, statusRow } from '../support/rows.ts';

/** The commune of the sample; its clerk has one cell of it. */
let made: FrozenOffice;
let ids: Record<'administer' | 'clerk' | 'colleague', string>;
let root: string;
let own: string;
let other: string;
/** Cells, members, meetings and petitions that are not of the clerk's cell. */
let outside: Set<string>;
let whole: Answers;

interface Answers {
  reports: Map<string, unknown>;
  lists: Record<string, Record<string, unknown>[]>;
}

const as = (who: keyof typeof ids) => made.client.people.choose({ id: ids[who] });

async function answers(): Promise<Answers> {
  const { client } = made;
  const found: Answers['reports'] = new Map();
  for (const { code } of reports) {
    if (reportsOfWholeOffice.includes(code)) continue;
    for (const period of ['2024-07', '2024']) {
      const question = { code, period, unit: own };
      found.set(`${code} ${period}`, [await client.reports.run(question), await client.reports.lists(question)]);
    }
  }
  const lists = {
    members: await client.members.list({ as_of: '2024-12-31' }),
    meetings: await client.meetings.list({}),
    visits: await client.meetings.visits({}),
    petitions: await client.petitions.list({}),
    cells: (await client.organisations.list({ all: true })).filter(({ kind }) => kind === 'cell'),
  };
  return { reports: found, lists };
}

beforeAll(async () => {
  made = await frozenOffice();
  const { client, session } = made;
  const cells = (await client.organisations.list({ all: true })).filter(({ kind }) => kind === 'cell');
  own = cells[0]?.id ?? '';
  other = cells[1]?.id ?? '';
  root = (await client.office.current({}))?.root_organisation_id ?? '';
  const user = async (name: string, role: 'administer' | 'approve' | 'enter', scope_id: string | null) => {
    const form = { name, role, scope_id, note: null, valid_from: null, valid_to: null };
    return (await client.people.save({ id: null, form })).id;
  };
  ids = {
    administer: await user('Trần Thị Quản', 'administer', null),
    clerk: await user('Nguyễn Thị Nhập', 'approve', own),
    colleague: await user('Lê Văn Khác', 'enter', other),
  };
  const { db } = session.office;
  await session.office.write('Nạp mẫu', '', async () => {
    const people: [string, ...string[]][] = [
      ['của-mình', own],
      ['nơi-khác', other],
      ['chuyển-đến', other, own],
      ['chuyển-đi', own, other],
    ];
    for (const [id, ...cells] of people) {
      await db
        .insertInto('member')
        .values(memberRow(id, `Lê Văn ${id}`))
        .execute();
      for (const [index, cell] of cells.entries()) {
        const span = {
          valid_from: index === 0 ? null : '2024-07-01',
          valid_to: index + 1 < cells.length ? '2024-06-30' : null,
        };
        await db
          .insertInto('member_status')
          .values(statusRow(`${id}-${index}`, id, cell, span))
          .execute();
      }
    }
  });
  const elsewhere = [
    await db.selectFrom('organisation').select('id').where('id', 'not in', [root, own]).execute(),
    await db.selectFrom('meeting').select('id').where('cell_id', '!=', own).execute(),
    await db.selectFrom('petition').select('id').where('cell_id', '!=', own).execute(),
    await db
      .selectFrom('member_status')
      .select('member_id as id')
      .groupBy('member_id')
      .having((eb) => eb.fn.sum(eb.case().when('cell_id', '=', own).then(1).else(0).end()), '=', 0)
      .execute(),
  ];
  outside = new Set(elsewhere.flat().map(({ id }) => id));
  whole = await answers();
});
afterAll(() => made.remove());

const strangers = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"([^"]+)"/gu)].map(([, text]) => text ?? '').filter((text) => outside.has(text));

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error(`expected a refusal, got ${String(error)}`);
  expect(refusalData.parse(error.data).code).toBe('not_allowed');
  return error.message;
}

const codeOf = (error: unknown): string => (error instanceof SochiboError ? error.code : String(error));

/** Every procedure of the router with its path. */
function* proceduresOf(part: object, path: string[] = []): Generator<{ path: string[]; procedure: unknown }> {
  for (const [key, value] of Object.entries(part)) {
    if (isProcedure(value)) yield { path: [...path, key], procedure: value };
    else yield* proceduresOf(value, [...path, key]);
  }
}

describe('somebody who has a part of the office', () => {
  it('finds in every table nothing that is not of it', async () => {
    await as('clerk');
    const { db } = made.session.office;
    await made.client.home.page({ as_of: '2024-07-31', month: '2024-07' });
    const shown = new Map<string, unknown>();
    for (const [table, how] of Object.entries(reach)) {
      if (how === 'everybody') continue;
      const rows = await db
        .selectFrom(table as keyof Tables)
        .selectAll()
        .execute();
      shown.set(table, rows.length);
      if (typeof how === 'string') expect(rows, table).toEqual([]);
      expect(strangers(rows), table).toEqual([]);
    }
    // What is theirs is there.
    for (const table of ['member', 'member_status', 'meeting', 'petition', 'visit'])
      expect(shown.get(table)).not.toBe(0);
    expect(shown.get('organisation')).toBe(2);
  });

  it('is refused each procedure of the whole office, and of the others what is asked for holds only the part', async () => {
    await as('clerk');
    const { session } = made;
    const meeting = (await made.client.meetings.list({}))[0]?.id ?? '';
    const member = (await made.client.members.ids({})).ids[0] ?? '';
    const inputs = {
      ...{ id: member, ids: [member], as_of: '2024-07-31', month: '2024-07', period: '2024-07', year: 2024 },
      ...{ text: 'chi bo', limit: 50, day: '2024-07-31', quarter: 3, from: '2024-01', to: '2024-12', all: true },
      ...{ meeting_id: meeting, record: 'member', entity: 'member', entity_id: member, kind: 'regular', cell_id: own },
      ...{ content: 'đường', date: '2024-07-31', replaces: undefined, most: 20 },
    };
    const others: Record<string, object> = {
      'organisations.get': { id: own },
      'petitions.get': { id: (await made.client.petitions.list({}))[0]?.id },
      'visits.events': { from: '2024-01-01', to: '2024-12-31' },
      'ratings.periodGrades': { period: '2024-Q3' },
      'meetings.minutesFile': { format: 'docx' },
    };
    const unasked: string[] = [];
    for (const { path, procedure } of proceduresOf(router)) {
      if (!isProcedure(procedure)) continue;
      const rule = scopeRuleOf(path);
      const ask = () => call(procedure, inputs, { context: { session }, path });
      if (rule === 'whole' && rightOf(path) !== 'administer') {
        expect(await refused(ask()), path.join('.')).toContain('phạm vi');
      }
      if (rule !== 'within' || rightOf(path) !== 'view') continue;
      const input = { ...inputs, ...others[path.join('.')], ...(path[0] === 'meetings' ? { id: meeting } : {}) };
      const answer = await call(procedure, input, { context: { session }, path }).catch((error: unknown) => error);
      if (answer instanceof Error) unasked.push(path.join('.'));
      expect(strangers(answer), path.join('.')).toEqual([]);
    }
    // Of these a whole form is asked for, or a file that nobody has made here; they read the same tables. The list of
    // members as a file is held to what its clerk sees in `member-list-file.test.ts`.
    expect(unasked).toEqual([
      ...['members.check', 'members.previewEvent', 'attachments.file', 'meetings.check', 'meetings.ratingWorkbook'],
      ...['visits.report', 'ratings.reckon', 'lists.members'],
    ]);
  });

  it('has of its reports and lists the very figures the whole office has of that unit', async () => {
    await as('clerk');
    const part = await answers();
    for (const [name, answer] of whole.reports) expect(part.reports.get(name), name).toEqual(answer);
    for (const [name, rows] of Object.entries(whole.lists)) {
      const theirs = rows.filter((row) => (row.cell_id ?? row.id) === own);
      expect(part.lists[name], name).toEqual(theirs);
      expect(theirs.length, name).toBeGreaterThan(0);
      expect(rows.length, name).toBeGreaterThan(theirs.length);
    }
    const { run } = made.client.reports;
    expect(await refused(run({ code: 'BC-05', period: '2024' }))).toContain('toàn sổ');
    for (const unit of [root, other]) {
      expect(await refused(run({ code: 'BC-05', period: '2024', unit }))).toContain('phạm vi');
    }
    expect(await refused(run({ code: 'BC-02', period: '2024', unit: own }))).toContain('cán bộ');
  });

  it('is offered the reports that can be made of a part, and its own organisation as unit', async () => {
    const { client } = made;
    await as('administer');
    const all = await client.reports.ofPeriod({ period: '2024-07' });
    await as('clerk');
    const theirs = await client.reports.ofPeriod({ period: '2024-07' });
    expect(all.map(({ code }) => code).filter((code) => !theirs.some((line) => line.code === code))).toEqual(['BC-02']);
    expect((await client.reports.catalogue()).map(({ code }) => code)).toEqual(theirs.map(({ code }) => code));
    expect(await client.people.who()).toMatchObject({ user: { scope_id: own } });
  });

  it('changes nothing outside it, neither what is there nor by moving it in or out', async () => {
    await as('administer');
    const { client, session } = made;
    const { form } = await client.members.dossier({ id: 'nơi-khác' });
    const meeting = whole.lists.meetings?.find((row) => row.cell_id === other);
    const move = (cell: string) => eventOf('CHUYEN_DI', { date: '2025-01-10', to_cell_id: cell });
    const before = await session.office.db.selectFrom('audit_transaction').selectAll().execute();
    await as('clerk');
    await made.client.home.page({ as_of: '2024-07-31', month: '2024-07' });
    const tries: Record<string, () => Promise<unknown>> = {
      'a member': () => client.members.save({ id: 'nơi-khác', form: { ...form, phone: '0912345678' } }),
      'a member who has moved away': () =>
        client.members.save({ id: 'chuyển-đi', form: { ...form, phone: '0912345678' } }),
      relatives: () => client.members.saveRelatives({ id: 'nơi-khác', entries: [] }),
      'a member into the cell': () => client.members.recordEvent({ id: 'nơi-khác', event: move(own) }),
      'a member out of it': () => client.members.recordEvent({ id: 'của-mình', event: move(other) }),
      'a status elsewhere': () =>
        session.office.write('Thử', '', (db) =>
          db.updateTable('member_status').set({ cell_id: other }).where('cell_id', '=', own).execute(),
        ),
      'a new member': () =>
        client.members.create({
          form: { ...emptyMemberForm, full_name: 'Lê Văn Mới' },
          event: eventOf('CHUYEN_DEN', { date: '2025-01-10', to_cell_id: other, place: 'Xã bên', standing: 'full' }),
        }),
      'a meeting': () => client.meetings.create({ cell_id: other, period: '2025-02', kind: 'regular' }),
      'removing a meeting': () => client.meetings.remove({ id: String(meeting?.id) }),
      'a meeting day': () =>
        client.organisations.setMeetingDay({ id: other, day: 7, from: '2025-02-01', document: null, reason: null }),
      'the rows themselves': () =>
        session.office.write('Thử', '', (db) => db.updateTable('meeting').set({ cell_id: own }).execute()),
      'a setting': () =>
        session.office.write('Thử', '', (db) => db.updateTable('office').set({ place: 'Nơi khác' }).execute()),
    };
    for (const [name, attempt] of Object.entries(tries)) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown);
      const code = error instanceof ORPCError ? refusalData.parse(error.data).code : codeOf(error);
      expect(['not_allowed', 'not_found', 'wrong_arguments'], name).toContain(code);
    }
    await as('administer');
    await made.client.home.page({ as_of: '2024-07-31', month: '2024-07' });
    expect(await session.office.db.selectFrom('audit_transaction').selectAll().execute()).toEqual(before);
    expect(await answers()).toEqual(whole);
  });

  it('works in its own: what is entered is kept, seen in its history, and taken back', async () => {
    const { client, session } = made;
    await as('clerk');
    const { id } = await client.meetings.create({ cell_id: own, period: '2025-02', kind: 'regular' });
    const added = await client.members.create({
      form: { ...emptyMemberForm, full_name: 'Lê Văn Mới', gender: 'male', birth_date: '1990' },
      event: eventOf('CHUYEN_DEN', { date: '2025-01-10', to_cell_id: own, place: 'Xã bên', standing: 'full' }),
    });
    await client.backups.make();
    expect((await client.office.recordHistory({ record: 'member', id: added.id })).length).toBe(1);
    const history = await client.office.history({ limit: 50 });
    expect(new Set(history.map(({ actor }) => actor))).toEqual(new Set(['Nguyễn Thị Nhập']));
    await as('colleague');
    expect(await refused(client.office.recordHistory({ record: 'member', id: added.id }))).toContain('phạm vi');
    await expect(client.meetings.get({ id })).rejects.toThrow();
    await as('clerk');
    for (const { transaction } of history) await client.office.undo({ transaction });
    await as('administer');
    await expect(client.meetings.get({ id })).rejects.toThrow();
    expect(session.office.part).toBeNull();
    expect((await client.office.check()).ok).toBe(true);
  });
});
