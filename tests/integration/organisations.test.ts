import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { sizeFlags } from '../../electron/data/organisations/cell-size.ts';
import { changeOrganisation } from '../../electron/data/organisations/change-organisation.ts';
import { convertOffice } from '../../electron/data/organisations/convert-office.ts';
import { listOrganisations, rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { approveMeetingDay, setMeetingDay } from '../../electron/data/organisations/meeting-days.ts';
import { readOrganisationHistory } from '../../electron/data/organisations/organisation-history.ts';
import { organisationPage } from '../../electron/data/organisations/organisation-page.ts';
import {
  dissolveOrganisation,
  mergeOrganisations,
  splitOrganisation,
} from '../../electron/data/organisations/reorganise.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { addAssignment, addCommune, addMember, countedOn, day, organisationOf } from '../support/small-office.ts';

let office: Office;
let place: Awaited<ReturnType<typeof addCommune>>;
beforeEach(async () => {
  office = await newOffice();
  place = await office.write('Thử', '', (db) => addCommune(db));
});

const july = { date: day('2024-07-01'), document: 'QĐ 15-QĐ/HU', assignments: 'carry', end_reason: null } as const;
const namesOn = async (on: string) =>
  (await listOrganisations(office.db, { asOf: on })).filter(({ kind }) => kind === 'cell').map(({ name }) => name);
const lastTransaction = async () =>
  (await office.db.selectFrom('audit_transaction').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;

describe('a cell changes', () => {
  it('R2 keeps each set day to its own time', async () => {
    const set = (from: string, to: number | null) =>
      office.write('Thử', '', (db) =>
        setMeetingDay(db, { id: place.a, day: to, from: day(from), document: null, reason: null }),
      );
    await set('2023-01-01', 5);
    await set('2024-04-01', 12);
    await set('2025-08-01', null);
    const history = await readOrganisationHistory(office.db);
    const days = ['2022-12-31', '2023-01-01', '2024-03-31', '2024-04-01', '2025-07-31', '2025-08-01'];
    expect(days.map((on) => history.setDayOn(place.a, day(on)))).toEqual([null, 5, 5, 12, 12, null]);
    expect((await refusal(set('2025-09-01', null))).code).toBe('conflict');
  });

  it('R3 an approved other day is kept with its time, and two do not overlap', async () => {
    const approve = (from: string, to: string) =>
      office.write('Thử', '', (db) =>
        approveMeetingDay(db, {
          id: place.a,
          day: 8,
          valid_from: day(from),
          valid_to: day(to),
          approval_document: 'CV 3',
          reason: 'Tết',
        }),
      );
    await approve('2024-02-01', '2024-02-29');
    const { meeting_day_exceptions } = await organisationPage(office.db, place.a, '2024-02-10');
    expect(meeting_day_exceptions).toMatchObject([{ day: 8, reason: 'Tết', approval_document: 'CV 3' }]);
    expect((await refusal(approve('2024-02-20', '2024-03-31'))).message).toContain('ngày 8');
  });

  it('a rename from a day leaves the name of before; a correction does not', async () => {
    const { facts } = organisationOf('Chi bộ thôn Alpha', place.commune);
    await office.write('Thử', '', (db) =>
      changeOrganisation(db, { id: place.a, facts, from: day('2024-05-01'), document: null }),
    );
    expect((await namesOn('2024-04-30'))[0]).toBe('Chi bộ thôn A');
    expect((await namesOn('2024-05-01'))[0]).toBe('Chi bộ thôn Alpha');
    await office.write('Thử', '', (db) =>
      changeOrganisation(db, {
        id: place.b,
        facts: { ...facts, name: 'Chi bộ thôn Bê' },
        from: null,
        document: null,
      }),
    );
    expect(await namesOn('2021-01-01')).toContain('Chi bộ thôn Bê');
  });

  it('does not move below itself or take a neighbour’s name', async () => {
    const change = (id: string, name: string, parent: string) =>
      office.write('Thử', '', (db) =>
        changeOrganisation(db, {
          id,
          facts: organisationOf(name, parent).facts,
          from: day('2024-05-01'),
          document: null,
        }),
      );
    expect((await refusal(change(place.a, 'chi bộ thôn b', place.commune))).message).toContain('đã có');
    expect((await refusal(change(place.commune, 'Đảng bộ xã Một', place.commune))).message).toContain('dưới chính');
    expect((await refusal(change(place.a, 'Chi bộ thôn A', place.b))).message).toContain('là chi bộ');
  });
});

describe('merging and splitting', () => {
  it('closes both cells on the eve, moves members with what is known of them, and can be undone as a whole', async () => {
    await office.write('Thử', '', async (db) => {
      await addMember(db, place.a);
      await addMember(db, place.b, { kind: 'exempt', valid_from: '2023-05-01' });
      await addMember(db, place.b, { kind: 'deceased', valid_from: '2022-01-01' });
      await addAssignment(db, [place.a, place.b]);
    });
    const merged = await office.write('Thử', '', (db) =>
      mergeOrganisations(db, {
        ...july,
        sources: [place.a, place.b],
        into: { created: organisationOf('Chi bộ thôn AB', place.commune) },
      }),
    );
    expect(await namesOn('2024-06-30')).toEqual(['Chi bộ thôn A', 'Chi bộ thôn B', 'Chi bộ thôn C']);
    expect(await namesOn('2024-07-01')).toEqual(['Chi bộ thôn AB', 'Chi bộ thôn C']);
    expect([
      await countedOn(office.db, '2024-06-30', place.b),
      await countedOn(office.db, '2024-07-01', merged),
    ]).toEqual([1, 2]);
    const events = await office.db.selectFrom('membership_event').select(['code', 'date', 'to_cell_id']).execute();
    expect(events).toEqual(Array(2).fill({ code: 'NOI_BO', date: '2024-07-01', to_cell_id: merged }));
    // One row of the annex named both cells: it names the new one once.
    const assignments = await office.db.selectFrom('assignment').select(['target_id', 'valid_to']).execute();
    expect(assignments.filter(({ valid_to }) => valid_to === null)).toEqual([{ target_id: merged, valid_to: null }]);
    expect(assignments.filter(({ valid_to }) => valid_to === '2024-06-30')).toHaveLength(2);
    const { events: past } = await organisationPage(office.db, place.a, '2024-08-01');
    expect(past[0]).toMatchObject({ kind: 'merge', other: 'Chi bộ thôn AB', document: 'QĐ 15-QĐ/HU' });
    const history = await readOrganisationHistory(office.db);
    expect(history.successorOn(place.a, day('2024-08-01'))).toBe(merged);
    expect(history.successorOn(place.a, day('2024-06-30'))).toBe(place.a);

    await office.undo(await lastTransaction(), 'thử');
    expect(await namesOn('2024-07-01')).toEqual(['Chi bộ thôn A', 'Chi bộ thôn B', 'Chi bộ thôn C']);
    expect(await countedOn(office.db, '2024-07-01', place.b)).toBe(1);
  });

  it('refuses to close a cell that has met since', async () => {
    await office.write('Thử', '', (db) =>
      db
        .insertInto('meeting')
        .values({
          id: 'm',
          cell_id: place.a,
          period: '2024-07',
          kind: 'regular',
          state: 'held',
          date: '2024-07-03',
        })
        .execute(),
    );
    const merge = office.write('Thử', '', (db) =>
      mergeOrganisations(db, { ...july, sources: [place.a], into: { existing: place.b } }),
    );
    expect((await refusal(merge)).message).toContain('1 buổi sinh hoạt');
  });

  it('ends assignments with a reason when they are not carried over', async () => {
    await office.write('Thử', '', (db) => addAssignment(db, [place.a]));
    await office.write('Thử', '', (db) =>
      dissolveOrganisation(db, {
        ...july,
        id: place.a,
        move_to: place.b,
        assignments: 'end',
        end_reason: 'Chờ phân công lại',
      }),
    );
    expect(await office.db.selectFrom('assignment').select(['target_id', 'valid_to', 'end_reason']).execute()).toEqual([
      { target_id: place.a, valid_to: '2024-06-30', end_reason: 'Chờ phân công lại' },
    ]);
  });

  it('does not dissolve a cell whose members nobody takes', async () => {
    await office.write('Thử', '', (db) => addMember(db, place.a));
    const dissolve = office.write('Thử', '', (db) => dissolveOrganisation(db, { ...july, id: place.a, move_to: null }));
    expect((await refusal(dissolve)).message).toContain('1 đảng viên');
  });

  it('merging and splitting keep the number of counted members', async () => {
    const kinds = ['active', 'exempt', 'temporarily_away', 'temporarily_received', 'deceased', 'suspended'] as const;
    const begins = ['2020-01-01', '2024-06-30', '2024-07-01', '2024-09-15'] as const;
    const people = fc.array(
      fc.record({
        cell: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom(...kinds),
        from: fc.constantFrom(...begins),
        part: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    const givenBack = new Error('given back');
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom('merge', 'into', 'split', 'keep'), async (list, how) => {
        const days = ['2024-06-30', '2024-07-01', '2024-08-01', '2025-01-01'];
        let [before, after]: number[][] = [[], []];
        const trial = office.write('Thử', '', async (db) => {
          const inPart: string[] = [];
          for (const { cell, kind, from, part } of list) {
            const id = await addMember(db, cell === 'a' ? place.a : place.b, { kind, valid_from: from });
            const moves = kind !== 'deceased' && cell === 'a' && part;
            if (moves) inPart.push(id);
          }
          const count = async () => Promise.all(days.map((on) => countedOn(db, on)));
          before = await count();
          const created = (name: string) => organisationOf(name, place.commune);
          if (how === 'merge' || how === 'into') {
            const into = how === 'merge' ? { created: created('Chi bộ mới') } : { existing: place.b };
            await mergeOrganisations(db, { ...july, sources: [place.a, place.b], into });
          } else {
            const parts = [
              { created: created('Chi bộ P1'), member_ids: inPart, child_ids: [] },
              { created: created('Chi bộ P2'), member_ids: [], child_ids: [] },
            ];
            await splitOrganisation(db, { ...july, source: place.a, keep: how === 'keep', parts });
          }
          after = await count();
          throw givenBack;
        });
        await expect(trial).rejects.toBe(givenBack);
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('R21 sizes of cells', () => {
  it('flags a cell with two full members, and one with nine and no committee; exempt members count', async () => {
    await office.write('Thử', '', async (db) => {
      for (let n = 0; n < 2; n += 1) await addMember(db, place.a);
      await addMember(db, place.a, { standing: 'probationary' });
      for (let n = 0; n < 8; n += 1) await addMember(db, place.b);
      await addMember(db, place.b, { kind: 'exempt' });
      for (let n = 0; n < 3; n += 1) await addMember(db, place.c);
    });
    const flags = await sizeFlags(office.db, day('2024-07-01'));
    expect(flags.map(({ name, code, full_members }) => [name, code, full_members])).toEqual([
      ['Chi bộ thôn A', 'too_few_full_members', 2],
      ['Chi bộ thôn B', 'needs_cell_committee', 9],
    ]);
  });
});

describe('the change of 1 July 2025 (handbook section 7)', () => {
  it('closes district and communes on 30 June 2025, and the new commune has their cells and assignments', async () => {
    const other = await office.write('Thử', '', (db) => addCommune(db, 'Đảng bộ xã Hai'));
    const gone = await office.write('Thử', '', (db) => addCommune(db, 'Đảng bộ xã Ba'));
    await office.write('Thử', '', async (db) => {
      await addMember(db, place.a);
      await addMember(db, gone.b);
      await addAssignment(db, [place.commune, gone.a]);
    });
    const old = place.root;
    const root = await office.write('Thử', '', (db) =>
      convertOffice(
        db,
        {
          date: day('2025-07-01'),
          document: 'NQ 1',
          assignments: 'carry',
          end_reason: null,
          office: { level: 'commune', name: 'Đảng ủy xã Khe Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' },
          units: [{ name: 'Đảng bộ bộ phận Hai', sources: [other.commune] }],
          absorbed: [place.commune],
          leaving: [gone.commune],
        },
        loadOfficePresets(resourcesDir),
      ),
    );
    expect(await rootOrganisationId(office.db)).toBe(root);
    const on = async (asOf: string) => (await listOrganisations(office.db, { asOf })).map(({ name }) => name);
    expect((await on('2025-06-30'))[0]).toBe('Đảng bộ huyện Khe Sơn');
    expect(await on('2025-06-30')).toHaveLength(13);
    expect(await on('2025-07-01')).toEqual([
      'Đảng bộ xã Khe Sơn',
      'Đảng bộ bộ phận Hai',
      'Chi bộ thôn A',
      'Chi bộ thôn B',
      'Chi bộ thôn C',
      'Chi bộ thôn A',
      'Chi bộ thôn B',
      'Chi bộ thôn C',
    ]);
    expect([await countedOn(office.db, '2025-06-30'), await countedOn(office.db, '2025-07-01')]).toEqual([2, 1]);
    const history = await readOrganisationHistory(office.db);
    expect(history.successorOn(old, day('2025-07-01'))).toBe(root);
    expect(history.successorOn(place.commune, day('2025-07-01'))).toBe(root);
    expect(history.successorOn(gone.a, day('2025-07-01'))).toBeNull();
    const open = await office.db.selectFrom('assignment').select('target_id').where('valid_to', 'is', null).execute();
    expect(open).toEqual([{ target_id: root }]);
    expect(await office.db.selectFrom('office').select(['name', 'level', 'body_code']).executeTakeFirst()).toEqual({
      name: 'Đảng ủy xã Khe Sơn',
      level: 'commune',
      body_code: 'ĐU',
    });
    await office.undo(await lastTransaction(), 'thử');
    expect(await rootOrganisationId(office.db)).toBe(old);
    expect(await on('2025-07-01')).toHaveLength(13);
  });
});
