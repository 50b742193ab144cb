import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { findAnything } from '../../electron/data/search/find-anything.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../electron/data/vietnamese/sort-key.ts';
import { newOffice } from '../support/office.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

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

async function found(text: string): Promise<string[]> {
  return (await findAnything(office.db, text, '2024-07-01')).map(({ label }) => label);
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
