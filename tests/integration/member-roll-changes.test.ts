import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventInput } from '../../electron/contract/member-events.ts';
import type { MemberQuery } from '../../electron/contract/members.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { undoLastImport } from '../../electron/data/importing/import-runs.ts';
import { memberDossier } from '../../electron/data/members/member-dossier.ts';
import { recordEvent } from '../../electron/data/members/record-event.ts';
import { removeEvent } from '../../electron/data/members/remove-event.ts';
import { fromRoll } from '../../electron/data/members/roll/list-members.ts';
import { MemberRoll } from '../../electron/data/members/roll/member-roll.ts';
import { createMember, saveMember } from '../../electron/data/members/save-member.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { changeOrganisation } from '../../electron/data/organisations/change-organisation.ts';
import { moveMembers } from '../../electron/data/organisations/move-members.ts';
import { dissolveOrganisation } from '../../electron/data/organisations/reorganise.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { newOffice, removableFolder } from '../support/office.ts';
import { addCommune, addMember, day, organisationOf } from '../support/small-office.ts';

const [early, late] = ['2024-03-31', '2024-12-31'];
const date = day('2024-07-01');
const names = ['Nguyễn Thị Hoa', 'Hồ Văn Đăng', 'Nguyễn Văn An', 'Lê Hòa'];

/** Every order, what is typed, and an organisation, on a day before the changes and on one after. */
function questions(commune: string): [MemberQuery, string][] {
  const asked: MemberQuery[] = [
    ...(['name', 'birth_date', 'admission_date', 'cell'] as const).map((sort) => ({ sort, counted_only: false })),
    { text: 'n' },
    { text: '101', descending: true },
    { organisation_id: commune, status: 'exempt' },
    { organisation_id: commune, gender: 'female', sort: 'birth_date' },
  ];
  return asked.flatMap((query) => [early, late].map((on): [MemberQuery, string] => [query, on]));
}

/** What is held has been kept since it was read, and is what is read now. */
async function expectKept(office: Office, before: MemberRoll | null, commune: string): Promise<void> {
  const kept = await fromRoll(office, async (roll) => roll);
  expect(kept).toBe(before);
  await expectRead(office, commune);
}

async function expectRead(office: Office, commune: string): Promise<void> {
  const read = await MemberRoll.read(office.db);
  for (const [query, on] of questions(commune)) {
    expect(await fromRoll(office, (roll) => roll.find(query, on))).toEqual(await read.find(query, on));
  }
  const near = (roll: MemberRoll) => roll.closest(['n'], ({ nameKey }) => nameKey.length % 3, { asOf: late, limit: 5 });
  expect(await fromRoll(office, near)).toEqual(await near(read));
}

const one = fc.nat({ max: 999 });
const step = fc.oneof(
  fc.record({ what: fc.constant('create' as const), one, name: fc.constantFrom(...names) }),
  fc.record({
    ...{ what: fc.constant('save' as const), one, name: fc.constantFrom(...names) },
    birth: fc.constantFrom(null, '1960', '1960-05-19', '1985-01-02'),
    card: fc.constantFrom(null, '10112223', '45101000'),
    gender: fc.constantFrom(null, 'male' as const, 'female' as const),
  }),
  fc.record({ what: fc.constantFrom('exempt' as const, 'leave' as const, 'take back' as const, 'undo' as const), one }),
  fc.record({ what: fc.constantFrom('move' as const, 'dissolve' as const, 'put elsewhere' as const), one }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test('what is held, with every change put in its place, is what is read anew: rooms’ own writes, and undo', async () => {
  const office = await newOffice();
  const { root, commune, a, b, c } = await office.write('Thử', '', async (db) => {
    const place = await addCommune(db);
    for (const cell of [place.a, place.a, place.b, place.b, place.c]) await addMember(db, cell);
    return place;
  });
  await expectRead(office, commune);
  const held = await fromRoll(office, async (roll) => roll);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
      for (const taken of steps) {
        // What the rules refuse is taken back as a whole, and what is held stays as it is.
        await change(office, taken, { root, commune, cells: [a, b, c] }).catch(() => undefined);
        await expectKept(office, held, commune);
      }
    }),
    { numRuns: 8 },
  );
  office.close();
});

async function change(
  office: Office,
  taken: Step,
  place: { root: string; commune: string; cells: string[] },
): Promise<unknown> {
  const { db } = office;
  const members = await db.selectFrom('member').select('id').orderBy('id').execute();
  const member = members[taken.one % members.length]?.id ?? '';
  const [cell = '', other = ''] = [0, 1].map((next) => place.cells[(taken.one + next) % place.cells.length]);
  const write = <T>(work: (db: Office['db']) => Promise<T>) => office.write('Thử', '', work);
  const record = (code: EventInput['code']) =>
    write((within) => recordEvent(within, member, eventOf(code, { date }), date));
  switch (taken.what) {
    case 'create':
      return write((within) =>
        createMember(
          within,
          { ...emptyMemberForm, full_name: taken.name },
          eventOf('KET_NAP', { date: '2023-01-10', to_cell_id: cell }),
          date,
        ),
      );
    case 'save': {
      const { form } = await memberDossier(db, member, day(late));
      const { name, birth, card, gender } = taken;
      const saved = { ...form, full_name: name, birth_date: birth, old_card_no: card, gender };
      return write((within) => saveMember(within, member, saved));
    }
    case 'exempt':
      return record('MIEN_SH');
    case 'leave':
      return record('CHUYEN_DI');
    case 'take back': {
      const event = await db
        .selectFrom('membership_event')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      return write((within) => removeEvent(within, event.id));
    }
    case 'undo': {
      const last = await db
        .selectFrom('audit_transaction')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      return office.undo(last.id, '');
    }
    case 'move':
      return write((within) => moveMembers(within, { from: cell, to: other, date, document: null, note: '' }));
    case 'dissolve':
      return write((within) =>
        dissolveOrganisation(within, {
          ...{ id: cell, move_to: other, date, document: null, assignments: 'carry', end_reason: null },
        }),
      );
    case 'put elsewhere': {
      const { facts } = organisationOf('Chi bộ thôn Mới', taken.one % 2 === 0 ? place.root : place.commune);
      return write((within) => changeOrganisation(within, { id: cell, facts, from: date, document: null }));
    }
  }
}

test('after an import, and after one taken back, what is held is what the file has', async () => {
  const { folder, remove } = removableFolder();
  const { office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx']]);
  const { id } = await office.db
    .selectFrom('organisation')
    .select('id')
    .where('kind', '!=', 'cell')
    .executeTakeFirstOrThrow();
  await expectRead(office, id);
  await commitImport(office, await planFiles(office, sampleFiles('commune-b', ['danh-sach-dang-vien.xlsx'])), {
    accept: true,
  });
  await expectRead(office, id);
  expect((await fromRoll(office, (roll) => roll.find({}, late)))?.ids.length).toBeGreaterThan(100);
  await undoLastImport(office);
  await expectRead(office, id);
  office.close();
  remove();
});
