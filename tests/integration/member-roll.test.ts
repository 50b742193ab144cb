import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { MemberQuery } from '../../electron/contract/members.ts';
import { standing, statusKind } from '../../electron/contract/values.ts';
import { findMembers } from '../../electron/data/members/find-members.ts';
import { fromRoll, listMembers } from '../../electron/data/members/roll/list-members.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { cellNamesOf, cellNamesOn } from '../../electron/data/organisations/cell-names.ts';
import type { MemberRow } from '../../electron/data/schema/member-tables.ts';
import { newOffice } from '../support/office.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

const cells = ['a', 'b', 'c'];
const days = ['2024-01-01', '2024-06-30', '2024-12-31'];
const names = ['Nguyễn Thị Hoa', 'Hồ Văn Đăng', "H'Lan Niê", 'Nguyễn Văn An', 'Lê Hòa'];
const dates = [null, '1960', '1960-05', '1960-05-19', '1985-01-02'];
const numbers = [null, '10112223', 'A 101', '099012345456'];

const status = fc.record({
  cell: fc.constantFrom(...cells),
  standing: fc.constantFrom(...standing.options),
  kind: fc.constantFrom(...statusKind.options),
  from: fc.constantFrom(null, ...days),
  to: fc.constantFrom(null, ...days),
});
const person = fc.record({
  name: fc.constantFrom(...names),
  gender: fc.constantFrom(null, 'male' as const, 'female' as const),
  birth: fc.constantFrom(...dates),
  admission: fc.constantFrom(...dates),
  card: fc.constantFrom(...numbers),
  personal: fc.constantFrom(...numbers),
  // A member has one status that counts, and may be a guest beside it (R15).
  home: fc.option(status),
  guest: fc.option(status.map((one) => ({ ...one, kind: 'temporarily_received' as const }))),
});
const question: fc.Arbitrary<MemberQuery> = fc.record(
  {
    text: fc.constantFrom('', 'n', 'nguyễn', 'HOA', 'thi hoa', "h'lan", '101', 'a 10', '456', '%', 'xyz'),
    organisation_id: fc.constantFrom('xa', ...cells, 'nowhere'),
    status: fc.constantFrom(...statusKind.options),
    standing: fc.constantFrom(...standing.options),
    gender: fc.constantFrom('male' as const, 'female' as const),
    counted_only: fc.boolean(),
    sort: fc.constantFrom('name' as const, 'birth_date' as const, 'admission_date' as const, 'cell' as const),
    descending: fc.boolean(),
  },
  { requiredKeys: [] },
);

async function fill(office: Office, people: readonly (typeof person extends fc.Arbitrary<infer P> ? P : never)[]) {
  await office.write('Thử', '', async (db) => {
    for (const table of ['member_status', 'member'] as const) await db.deleteFrom(table).execute();
    for (const [at, one] of people.entries()) {
      const id = `m${(at * 7) % 31}-${at}`;
      const cards = { old_card_no: one.card, personal_id: one.personal };
      const row = { gender: one.gender, birth_date: one.birth, admission_date: one.admission, ...cards };
      await db
        .insertInto('member')
        .values(memberRow(id, one.name, row))
        .execute();
      for (const [key, has] of Object.entries({ home: one.home, guest: one.guest })) {
        if (!has) continue;
        const given = { standing: has.standing, kind: has.kind, valid_from: has.from, valid_to: has.to };
        await db
          .insertInto('member_status')
          .values(statusRow(`${id} ${key}`, id, has.cell, given))
          .execute();
      }
    }
  });
}

async function officeWithCells(): Promise<Office> {
  const office = await newOffice();
  await office.write('Thử', '', async (db) => {
    const place = { code: null, valid_from: null, valid_to: null };
    await db
      .insertInto('organisation')
      .values({ id: 'xa', kind: 'grassroots_committee', ...place })
      .execute();
    await db
      .insertInto('organisation_version')
      .values(versionRow('vx', 'xa', 'Đảng bộ xã'))
      .execute();
    for (const [position, id] of cells.entries()) {
      await db
        .insertInto('organisation')
        .values({ id, kind: 'cell', ...place })
        .execute();
      const before = { parent_id: null, position: 3 - position, valid_to: '2024-06-29' };
      const after = { parent_id: 'xa', position: position % 2, valid_from: '2024-06-30' };
      await db
        .insertInto('organisation_version')
        .values(versionRow(`v1${id}`, id, `Chi bộ ${id}`, before))
        .execute();
      await db
        .insertInto('organisation_version')
        .values(versionRow(`v2${id}`, id, `Chi bộ mới ${id}`, after))
        .execute();
    }
  });
  return office;
}

test('a list from the roll is the list that SQL finds, in any order and with any filter, asked again and after a change', async () => {
  const office = await officeWithCells();
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { maxLength: 12 }),
      fc.array(fc.tuple(question, fc.constantFrom(...days)), { minLength: 5, maxLength: 8 }),
      async (people, questions) => {
        await fill(office, people);
        for (const [query, day] of questions) {
          expect(await fromRoll(office, (roll) => roll.find(query, day))).toEqual(
            await findMembers(office.db, query, day),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

type Change = (db: Office['db'], id: string) => Promise<unknown>;

test('what is held outlives every change of something else, and no change of what a list is picked from', async () => {
  const office = await officeWithCells();
  const ids = ['m0-0', 'm7-1', 'm14-2'] as const;
  const set =
    (given: Partial<MemberRow>): Change =>
    (db, id) =>
      db.updateTable('member').set(given).where('id', '=', id).execute();
  const harmless: Change[] = [set({ phone: '0912' }), set({ note: 'x' }), set({ home_commune: 'Xã Một' })];
  const telling: Change[] = [
    ...[
      set({ gender: 'female' }),
      set({ birth_date: '1971' }),
      set({ admission_date: null }),
      set({ old_card_no: '456' }),
    ],
    ...[
      set({ sort_key: 'zz' }),
      set({ search_key: 'hoa' }),
      set({ party_card_no: 'A 10' }),
      set({ personal_id: '101' }),
    ],
    (db, id) => db.updateTable('member_status').set({ standing: 'probationary' }).where('member_id', '=', id).execute(),
    (db, id) => db.deleteFrom('member_status').where('member_id', '=', id).execute(),
    (db) => db.updateTable('organisation_version').set({ position: 7 }).where('id', '=', 'v2a').execute(),
    (db) => db.insertInto('member').values(memberRow(newId(), 'Hồ Thử')).execute(),
  ];
  const step = fc.record({
    change: fc.constantFrom(...harmless, ...telling),
    id: fc.constantFrom(...ids),
    isAsked: fc.boolean(),
    isGivenUp: fc.boolean(),
  });
  const rollOf = () => fromRoll(office, async (roll) => roll);
  const people = fc.array(person, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(people, fc.array(fc.tuple(step, question), { maxLength: 8 }), async (given, steps) => {
      await fill(office, given);
      for (const [{ change, id, isAsked, isGivenUp }, query] of steps) {
        const before = await rollOf();
        const made = office.write('Thử', '', async (db) => {
          await change(db, id);
          // What is read meanwhile may be taken back.
          if (isAsked) await listMembers(office, query, '2024-06-30');
          if (isGivenUp) throw new Error('given up');
        });
        await made.catch(() => undefined);
        if (!isAsked && (isGivenUp || harmless.includes(change))) expect(await rollOf()).toBe(before);
        expect(await listMembers(office, query, '2024-06-30')).toEqual(
          await findMembers(office.db, query, '2024-06-30'),
        );
      }
    }),
    { numRuns: 30 },
  );
});

test('a list asked for while a change is being made does not outlive it', async () => {
  const office = await officeWithCells();
  const ids = async () => (await listMembers(office, {}, '2024-12-31')).ids;
  const add = (id: string) => async (db: Office['db']) => {
    await db.insertInto('member').values(memberRow(id, 'Hồ Thử')).execute();
    await db
      .insertInto('member_status')
      .values(statusRow(`s${id}`, id, 'a'))
      .execute();
    await ids();
  };
  await office.write('Thử', '', add('m1'));
  expect(await ids()).toEqual(['m1']);
  const givenUp = office.write('Thử', '', async (db) => {
    await add('m2')(db);
    throw new Error('given up');
  });
  await expect(givenUp).rejects.toThrow('given up');
  expect(await ids()).toEqual(['m1']);
});

test('a question asked before a part of the office is shown is answered of that part after, and of the whole again', async () => {
  const office = await officeWithCells();
  await office.write('Thử', '', async (db) => {
    for (const cell of cells) {
      await db
        .insertInto('member')
        .values(memberRow(`m${cell}`, 'Hồ Thử'))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow(`s${cell}`, `m${cell}`, cell))
        .execute();
    }
  });
  const day = '2024-12-31';
  const listed = async () => (await listMembers(office, {}, day)).ids;
  const asked = async () => (await office.sharing.selectFrom('member').select('id').orderBy('id').execute()).length;
  expect([await listed(), await asked()]).toEqual([['ma', 'mb', 'mc'], 3]);
  await office.limitTo({ organisation: 'b', name: 'Chi bộ b', day });
  expect([await listed(), await asked()]).toEqual([['mb'], 1]);
  await office.limitTo(null);
  expect([await listed(), await asked()]).toEqual([['ma', 'mb', 'mc'], 3]);
});

test('some organisations are called on a day as they are among all of the office', async () => {
  const office = await officeWithCells();
  for (const day of ['2020-01-01', '2024-06-29', '2024-06-30']) {
    const all = await cellNamesOn(office.db, day);
    for (const some of [[], ['a'], ['c', 'xa'], [...cells, 'nowhere']]) {
      expect(await cellNamesOf(office.db, some, day)).toEqual(new Map([...all].filter(([id]) => some.includes(id))));
    }
  }
});
