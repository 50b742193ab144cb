import { beforeEach, describe, expect, it } from 'vitest';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { readMeetingForm } from '../../electron/data/meetings/meeting-form.ts';
import { cellsWithoutCommitteeMeeting } from '../../electron/data/meetings/missing-committee-meetings.ts';
import { cellsWithoutMeeting } from '../../electron/data/meetings/missing-meetings.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import type { MeetingKind } from '../../electron/data/schema/column-types.ts';
import { newOffice } from '../support/office.ts';
import { day, month } from '../support/report-material.ts';
import { memberRow } from '../support/rows.ts';
import { addCommune } from '../support/visiting-office.ts';

const july = month('2024-07');
let office: Office;

beforeEach(async () => {
  office = await newOffice();
  await write((db) =>
    addCommune(db, { id: 'xa', name: 'Đảng bộ xã Hướng Sơn', parent: null }, [
      { id: 'thon-1', name: 'Chi bộ thôn 1' },
      { id: 'thon-2', name: 'Chi bộ thôn 2' },
    ]),
  );
});

const write = <T>(work: Parameters<typeof office.write<T>>[2]) => office.write('Thử', '', work);

/** A held meeting; `committeeMetOn`: the day its preparation says the cell committee met on. */
async function hold(cellId: string, kind: MeetingKind, date: string, committeeMetOn: string | null = null) {
  const id = await write((db) => createMeeting(db, { cellId, period: date.slice(0, 7), kind }));
  const { row: _, ...form } = await readMeetingForm(office.db, id);
  const preparation = { ...form.preparation, cell_committee_met_on: committeeMetOn };
  await write((db) => saveMeeting(db, id, { ...form, date, preparation }));
}

const withoutMeeting = async () => (await cellsWithoutMeeting(office.db, july)).map(({ cell_id }) => cell_id);

describe('R7 a congress is a meeting but not the monthly one', () => {
  it('unless the rule of the office says so', async () => {
    await hold('thon-1', 'congress', '2024-07-03');
    expect(await withoutMeeting()).toEqual(['thon-1', 'thon-2']);
    const value = { regular: ['regular', 'regular_with_thematic', 'congress'], thematic: ['thematic'], counted: [] };
    await write((db) =>
      db
        .updateTable('rule')
        .set({ value: JSON.stringify(value) })
        .where('code', '=', 'meeting_kinds')
        .execute(),
    );
    expect(await withoutMeeting()).toEqual(['thon-2']);
  });
});

describe('R1 a cell committee meets monthly too', () => {
  const missing = async (on: string, period = july) =>
    (await cellsWithoutCommitteeMeeting(office.db, period, day(on))).map(({ cell_id }) => cell_id);

  /** Secretary, deputy and, in a committee, one more. */
  const addPosts = (cell: string, count: 2 | 3) =>
    write(async (db) => {
      for (const position of (['secretary', 'deputy_secretary', 'committee_member'] as const).slice(0, count)) {
        const id = `${cell}-${position}`;
        await db.insertInto('member').values(memberRow(id, 'Nguyễn Văn An')).execute();
        await db
          .insertInto('cell_committee_member')
          .values({ id, organisation_id: cell, member_id: id, position, valid_from: null, valid_to: null })
          .execute();
      }
    });

  it('known by a meeting of its own or by a word in the preparation of the cell’s', async () => {
    await addPosts('thon-1', 3);
    await addPosts('thon-2', 3);
    await hold('thon-1', 'cell_committee', '2024-06-01');
    expect(await missing('2024-07-31', month('2024-06'))).toEqual(['thon-2']);
    // The month is not over and neither cell has met: it is not late yet.
    expect(await missing('2024-07-30')).toEqual([]);
    await hold('thon-1', 'regular', '2024-07-03');
    expect(await missing('2024-07-30')).toEqual(['thon-1']);
    await hold('thon-2', 'regular', '2024-07-03', '2024-07-01');
    expect(await missing('2024-07-31')).toEqual(['thon-1']);
  });

  it('R42 an office that never writes such meetings down is told nothing', async () => {
    await addPosts('thon-1', 3);
    await hold('thon-1', 'regular', '2024-07-03');
    expect(await missing('2024-07-31')).toEqual([]);
  });

  it('a secretary and a deputy are no committee', async () => {
    await addPosts('thon-1', 2);
    await hold('thon-2', 'cell_committee', '2024-07-01');
    expect(await missing('2024-07-31')).toEqual([]);
  });
});
