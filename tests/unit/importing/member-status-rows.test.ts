import { describe, expect, it } from 'vitest';
import { MemberBook } from '../../../electron/data/importing/match/member-book.ts';
import { recordHistory } from '../../../electron/data/importing/plan/member-status-rows.ts';
import type { StatusKind } from '../../../electron/data/schema/column-types.ts';
import { type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';
import { memberRow, statusRow } from '../../support/rows.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(text);
  return date;
}

/** Somebody of cell A who stays as a guest in cell B of the same office. */
const bookOfGuest = () =>
  new MemberBook({
    member: [memberRow('an', 'Trần Văn An')],
    member_status: [
      statusRow('1', 'an', 'A', { valid_from: '2020-01-01', valid_to: '2024-01-31' }),
      statusRow('2', 'an', 'A', { kind: 'temporarily_away', valid_from: '2024-02-01' }),
      statusRow('3', 'an', 'B', { kind: 'temporarily_received', valid_from: '2024-02-01' }),
    ],
    member_detail: [],
    membership_event: [],
    cell_committee_member: [],
  });

/** The changes of a list of 01/07/2024 that says where the member is and how. */
function imported(cellId: string, kind: StatusKind) {
  const book = bookOfGuest();
  const period = { cellId, kind, standing: 'full', from: null, to: null, basis: null } as const;
  recordHistory('an', { periods: [period], events: [] }, day('2024-07-01'), book);
  return book.statuses.changes();
}

describe('R15 a list about somebody who is a guest in another cell of the office', () => {
  it.each([
    ['A', 'temporarily_away'],
    ['B', 'temporarily_received'],
  ] as const)('changes nothing where it says what is known: %s', (cell, kind) => {
    expect(imported(cell, kind)).toEqual({ inserts: [], updates: [] });
  });

  it('of the home cell goes on from the status at home', () => {
    const { inserts, updates } = imported('A', 'exempt');
    expect(updates).toEqual([{ id: '2', values: { valid_to: '2024-06-30' } }]);
    expect(inserts).toMatchObject([{ cell_id: 'A', kind: 'exempt', valid_from: '2024-07-01' }]);
  });
});
