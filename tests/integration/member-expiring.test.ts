import { beforeEach, describe, expect, it } from 'vitest';
import type { EventCode, EventInput } from '../../electron/contract/member-events.ts';
import { statusesToExpire } from '../../electron/data/members/expiring.ts';
import { recordEvent } from '../../electron/data/members/record-event.ts';
import { createMember } from '../../electron/data/members/save-member.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { newOffice } from '../support/office.ts';
import { day } from '../support/small-office.ts';
import { addTwoCommunes } from '../support/two-communes.ts';

const today = day('2024-12-31');

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', addTwoCommunes);
});

const admit = () =>
  office.write('Thử', '', (db) =>
    createMember(
      db,
      { ...emptyMemberForm, full_name: 'Trần Văn An' },
      eventOf('KET_NAP', { date: '2023-01-10', to_cell_id: 'thon-1' }),
      today,
    ),
  );
const record = (id: string, code: EventCode, date: string, given: Partial<EventInput> = {}) =>
  office.write('Thử', '', (db) => recordEvent(db, id, eventOf(code, { date, ...given }), today));

describe('statuses about to expire', () => {
  const expiring = async (on: string) =>
    (await statusesToExpire(office.db, day(on))).map(({ what, day: due, days_left }) => [what, due, days_left]);

  it('Điều 5: probation ends twelve months after the ceremony; listed 30 days before and when past', async () => {
    await admit();
    expect(await expiring('2023-12-10')).toEqual([]);
    expect(await expiring('2023-12-11')).toEqual([['probation', '2024-01-10', 30]]);
    expect(await expiring('2024-02-10')).toEqual([['probation', '2024-01-10', -31]]);
  });

  it('members 1.1: a ceremony within thirty working days of the decision, until it is recorded', async () => {
    const id = await admit();
    const dates = (admission_decision_date: string | null, admission_date: string | null) =>
      office.write('Thử', '', (db) =>
        db.updateTable('member').set({ admission_decision_date, admission_date }).where('id', '=', id).execute(),
      );
    await dates('2024-05-10', null);
    expect(await expiring('2024-05-21')).toEqual([]);
    expect(await expiring('2024-07-01')).toEqual([['ceremony', '2024-06-21', -10]]);
    await dates('2024-05-10', '2024');
    expect(await expiring('2024-07-01')).toEqual([]);
  });

  it('R24 a temporary transfer, away and received; without a day by its paper, twelve months', async () => {
    const id = await admit();
    await record(id, 'CHINH_THUC', '2024-01-10');
    await record(id, 'TAM_THOI_DI', '2024-02-01', { to_cell_id: 'thon-3', ends_on: '2024-09-01' });
    expect(await expiring('2024-08-15')).toEqual([
      ['temporarily_away', '2024-09-01', 17],
      ['temporarily_received', '2024-09-01', 17],
    ]);
    await office.write('Thử', '', (db) => db.updateTable('member_status').set({ expected_end: null }).execute());
    expect((await expiring('2025-01-15')).map(([, due]) => due)).toEqual(['2025-02-01', '2025-02-01']);
  });

  it('R23 a temporary exemption lasts under twelve months, extensions included; an exemption has its review', async () => {
    const id = await admit();
    await record(id, 'CHINH_THUC', '2024-01-10');
    await record(id, 'TAM_MIEN', '2024-02-01', { ends_on: '2024-10-01' });
    await record(id, 'GIA_HAN', '2024-09-20', { ends_on: '2025-06-01' });
    expect(await expiring('2025-01-15')).toEqual([['temporarily_exempt', '2025-02-01', 17]]);
    await record(id, 'MIEN_SH', '2025-01-20', { review_on: '2025-03-01' });
    expect(await expiring('2025-02-15')).toEqual([['exemption_review', '2025-03-01', 14]]);
  });

  it('R25 papers of a transfer out after 60 working days, until the receipt', async () => {
    const id = await admit();
    await record(id, 'CHINH_THUC', '2024-01-10');
    await record(id, 'CHUYEN_DI', '2024-05-10', { place: 'Xã 2', paper_date: '2024-05-10' });
    expect(await expiring('2024-08-05')).toEqual([['transfer_paperwork', '2024-08-02', -3]]);
    await record(id, 'CHUYEN_DEN', '2024-08-06', { to_cell_id: 'thon-3' });
    expect(await expiring('2024-08-07')).toEqual([]);
  });
});
