import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { createPetition } from '../../electron/data/petitions/save-petition.ts';
import { findAnything } from '../../electron/data/search/find-anything.ts';
import { namedInRoll } from '../../electron/data/search/find-named.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../electron/data/vietnamese/sort-key.ts';
import { newOffice } from '../support/office.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';
import { addMeeting } from '../support/visiting-office.ts';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
});

/** Fills the office with people, cells and an official. */
async function fill({
  members = [],
  cells = [],
  officials = [],
}: Partial<Record<'members' | 'cells' | 'officials', string[]>>) {
  await office.write('Thử', '', async (db) => {
    for (const name of ['Chi bộ Một', ...cells]) {
      await db
        .insertInto('organisation')
        .values({ id: name, code: null, kind: 'cell', valid_from: null, valid_to: null })
        .execute();
      await db
        .insertInto('organisation_version')
        .values(versionRow(`${name} 1`, name, name))
        .execute();
    }
    for (const [index, name] of members.entries()) {
      await db
        .insertInto('member')
        .values(memberRow(`m${index}`, name))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow(`s${index}`, `m${index}`, 'Chi bộ Một'))
        .execute();
    }
    for (const name of officials) {
      const keys = { search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) };
      const unknown = { agency: null, own_cell_id: null, member_id: null, phone: null, note: null };
      await db
        .insertInto('official')
        .values({ id: name, full_name: name, ...keys, ...unknown, valid_from: null, valid_to: null })
        .execute();
    }
  });
}

/** By the tables, and by the roll that is held while somebody types. */
async function found(text: string): Promise<string[]> {
  const asOf = '2024-07-01';
  const labels = (await findAnything(office.db, text, asOf)).map(({ label }) => label);
  const fromRoll = await findAnything(office.db, text, asOf, namedInRoll(office));
  expect(fromRoll.map(({ label }) => label)).toEqual(labels);
  return labels;
}

describe('the search over everything', () => {
  const thu = [
    'Lê Thị Thu',
    'Lê Thị Thư',
    'Lê Thị Thuận',
    'Lê Thị Thúy',
    'Lê Thị Thúyên',
    'Lê Thị Thủy',
    'Lê Minh Anhthu',
  ];

  test.each([
    ['Thúy', ['Lê Thị Thúy', 'Lê Thị Thúyên', 'Lê Thị Thủy']],
    ['lê thị thu', ['Lê Thị Thu', 'Lê Thị Thuận', 'Lê Thị Thư', 'Lê Thị Thủy', 'Lê Thị Thúy', 'Lê Thị Thúyên']],
    [
      'thu',
      ['Lê Thị Thu', 'Lê Thị Thư', 'Lê Thị Thuận', 'Lê Thị Thủy', 'Lê Thị Thúy', 'Lê Thị Thúyên', 'Lê Minh Anhthu'],
    ],
    ['thuý lê', ['Lê Thị Thúy', 'Lê Thị Thúyên', 'Lê Thị Thủy']],
  ])('%s: the words as typed, then what begins so, then what is alike without diacritics', async (typed, expected) => {
    await fill({ members: thu });
    expect(await found(typed)).toEqual(expected);
  });

  test('the one meant is not cut off by many that are alike, of whatever kind it is', async () => {
    await fill({
      members: [...Array.from({ length: 15 }, () => 'Trần Thị Thùy'), 'Trần Thị Thúy'],
      officials: ['Hồ Thị Thùy'],
      cells: ['Chi bộ bản Thúy', 'Chi bộ bản Thụy'],
    });
    const order = await found('Thúy');
    expect(order.slice(0, 2)).toEqual(['Chi bộ bản Thúy', 'Trần Thị Thúy']);
    expect(order.slice(2, 5)).toEqual(['Hồ Thị Thùy', 'Chi bộ bản Thụy', 'Trần Thị Thùy']);
    expect(order).toHaveLength(1 + 2 + 12);
  });
});

describe('petitions and meetings', () => {
  beforeEach(async () => {
    await fill({ cells: ['Chi bộ thôn 4', 'Chi bộ thôn 14'] });
    await office.write('Thử', '', async (db) => {
      await addMeeting(db, 'm4', 'Chi bộ thôn 4', '2024-07-03');
      await addMeeting(db, 'm14', 'Chi bộ thôn 14', '2024-07-05');
      await addMeeting(db, 'm4-8', 'Chi bộ thôn 4', '2024-08-03');
      const said = { meeting_id: null, visit_id: null, raised_by: null, raised_by_member_id: null, kind: 'petition' };
      const rest = { field: null, authority: null, due_date: null, note: null, duplicate_of: null, on_the_spot: null };
      const content = 'Đề nghị sửa cầu treo bản Nà Lốc';
      await createPetition(db, { ...said, ...rest, cell_id: 'Chi bộ thôn 4', date: '2024-07-03', content });
    });
  });

  test.each([
    ['cau treo', ['KN-2024-001: Đề nghị sửa cầu treo bản Nà Lốc']],
    ['kn-2024-001', ['KN-2024-001: Đề nghị sửa cầu treo bản Nà Lốc']],
    ['thôn 4 7/2024', ['Chi bộ thôn 4, tháng 7/2024', 'Chi bộ thôn 14, tháng 7/2024']],
    ['thon 14 thang 7 nam 2024', ['Chi bộ thôn 14, tháng 7/2024']],
    ['t08/2024 thôn 4', ['Chi bộ thôn 4, tháng 8/2024']],
    ['7/2024', []],
  ])('%s', async (typed, expected) => {
    expect(await found(typed)).toEqual(expected);
  });
});
