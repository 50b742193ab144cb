import { describe, expect, test } from 'vitest';
import { checkAssignments } from '../../electron/data/assignments/check-assignments.ts';
import { listAssignments } from '../../electron/data/assignments/list-assignments.ts';
import { saveTeam } from '../../electron/data/assignments/save-team.ts';
import { changeTitle } from '../../electron/data/officials/save-official.ts';
import { remarksNotSent } from '../../electron/data/remarks/list-remarks.ts';
import { saveRemark } from '../../electron/data/remarks/save-remark.ts';
import { saveEvent } from '../../electron/data/visits/events.ts';
import { addOrganisations } from '../support/add-organisations.ts';
import { PlaceOffice } from '../support/place-office.ts';
import { day } from '../support/report-material.ts';

describe('Sơn La, QĐ 1120-QĐ/TU', () => {
  async function sonLa() {
    const place = await PlaceOffice.create('province', 'Tỉnh ủy Sơn La', 'son-la');
    await addOrganisations(place.office, [
      { id: 'mai-son', kind: 'committee', name: 'Đảng bộ huyện Mai Sơn', parent: null },
      { id: 'phieng-pan', kind: 'grassroots_committee', name: 'Đảng bộ xã Phiêng Pằn', parent: 'mai-son' },
      { id: 'huoi-set', kind: 'cell', name: 'Chi bộ bản Huổi Sét', parent: 'phieng-pan', setDay: 5 },
      { id: 'ta-luc', kind: 'cell', name: 'Chi bộ bản Tà Lúc', parent: 'phieng-pan', setDay: 5 },
      { id: 'moc-chau', kind: 'committee', name: 'Đảng bộ huyện Mộc Châu', parent: null },
      { id: 'chieng-son', kind: 'grassroots_cell', name: 'Chi bộ Chiềng Sơn', parent: 'moc-chau', setDay: 3 },
    ]);
    return place;
  }

  test('UV BTV owe 2 a year in the district in their charge, UV BCH 3 in the cells assigned to them', async () => {
    const place = await sonLa();
    const btv = await place.official('Hoàng Văn Bắc', ['BTV_TU']);
    const tuv = await place.official('Lò Thị Cúc', ['TUV']);
    await place.assign([btv], ['mai-son'], { role: 'area_in_charge' });
    await place.assign([tuv], ['huoi-set']);
    await place.visit(btv, 'huoi-set', '2024-03-05');
    await place.visit(btv, 'chieng-son', '2024-04-03');
    await place.visit(tuv, 'huoi-set', '2024-05-05');
    await place.visit(tuv, 'ta-luc', '2024-06-05');
    const report = await place.bc02('2024');
    // The visit in another district, and the one to a cell that is not on the list, do not count (R29).
    expect(report.get(btv)).toMatchObject({ quota_year: 2, visits: 1, shortfall: 1 });
    expect(report.get(tuv)).toMatchObject({ quota_year: 3, visits: 1, shortfall: 2 });
    expect(report.get('total')).toMatchObject({ quota_year: 5, visits: 2, shortfall: 3 });
  });

  test('Thường trực TU may go to any cell of the province and is given no number', async () => {
    const place = await sonLa();
    const standing = await place.official('Nguyễn Thị Duyên', ['TT_TU']);
    await place.visit(standing, 'huoi-set', '2024-03-05');
    await place.visit(standing, 'chieng-son', '2024-04-03');
    expect((await place.bc02('2024')).get(standing)).toMatchObject({
      quota_year: 0,
      visits: 2,
      shortfall: 0,
      quota_rate: null,
    });
  });

  test('a bí thư huyện ủy goes to the cells of that district', async () => {
    const place = await sonLa();
    const secretary = await place.official('Cầm Văn Đạt', ['TUV_BTHU']);
    await place.assign([secretary], ['moc-chau'], { role: 'area_in_charge' });
    await place.visit(secretary, 'chieng-son', '2024-03-03');
    await place.visit(secretary, 'huoi-set', '2024-04-05');
    expect((await place.bc02('2024')).get(secretary)).toMatchObject({ visits: 1 });
  });

  test('R27 a title that changes mid-year: 6 months at 2 and 6 months at 3 are ceil(1 + 1,5) = 3', async () => {
    const place = await sonLa();
    const moved = await place.official('Quàng Văn Én', ['BTV_TU']);
    await place.assign([moved], ['huoi-set'], { role: 'area_in_charge' });
    const title = { title: 'Tỉnh ủy viên', party_position: null, title_group: 'TUV', document: null };
    await place.office.write('Đổi chức danh', '', (db) => changeTitle(db, moved, title, day('2024-07-01')));
    expect((await place.bc02('2024')).get(moved)).toMatchObject({ quota_year: 3 });
    expect((await place.bc02('2024-H1')).get(moved)).toMatchObject({ quota_to_date: 1, quota_year: 3 });
    expect((await place.bc02('2025')).get(moved)).toMatchObject({ quota_year: 3 });
    expect(
      (await place.explain('2024', moved, 'quota_year')).map(({ label, context, amount }) => [label, context, amount]),
    ).toEqual([
      ['Ủy viên Ban Thường vụ Tỉnh ủy: 2 lần/năm, tháng 1–6/2024', '1120-QĐ/TU', 1],
      ['Tỉnh ủy viên: 3 lần/năm, tháng 7–12/2024', '1120-QĐ/TU', 2],
    ]);
    expect((await place.bc02('2023')).has(moved)).toBe(false);
  });

  test('R28 assigned from 1 September, 2 a year: 1; định mức đến kỳ of 3 a year: 1, 2, 3, 3', async () => {
    const place = await sonLa();
    const late = await place.official('Vì Thị Gấm', ['BTV_TU']);
    const tuv = await place.official('Lò Thị Cúc', ['TUV']);
    await place.assign([late], ['mai-son'], { role: 'area_in_charge', valid_from: '2024-09-01' });
    await place.assign([tuv], ['huoi-set']);
    expect((await place.bc02('2024')).get(late)).toMatchObject({ quota_year: 1 });
    const toDate = [];
    for (const period of ['2024-03', '2024-06', '2024-9M', '2024']) {
      toDate.push((await place.bc02(period)).get(tuv)?.quota_to_date);
    }
    expect(toDate).toEqual([1, 2, 3, 3]);
  });

  test('an assignment outside what the regulation counts is listed', async () => {
    const place = await sonLa();
    const tuv = await place.official('Lò Thị Cúc', ['TUV']);
    await place.assign([tuv], ['phieng-pan'], { role: 'area_in_charge' });
    const found = await checkAssignments(place.office.db, day('2024-06-01'));
    expect(found).toContainEqual(
      expect.objectContaining({ check: 'out_of_scope', official_id: tuv, organisation_id: 'phieng-pan' }),
    );
  });
});

describe('Bắc Kạn, QĐ 1390-QĐ/TU', () => {
  test('108 heads of departments follow 108 communes, one each, for the term; 108 remarks a year', async () => {
    const place = await PlaceOffice.create('province', 'Tỉnh ủy Bắc Kạn', 'bac-kan');
    const communes = Array.from({ length: 108 }, (_, index) => `xa-${index + 1}`);
    await addOrganisations(
      place.office,
      communes.flatMap((id, index) => [
        { id, kind: 'grassroots_committee' as const, name: `Đảng bộ xã số ${index + 1}`, parent: null },
        { id: `${id}-1`, kind: 'cell' as const, name: 'Chi bộ thôn 1', parent: id, setDay: 3 },
      ]),
    );
    const officials = [];
    for (const [index, commune] of communes.entries()) {
      const official = await place.official(`Nguyễn Văn Sở ${index + 1}`, ['LANH_DAO_SO']);
      officials.push(official);
      await place.assign([official], [commune], { role: 'follow', valid_from: '2024-08-29', valid_to: '2025-12-31' });
    }
    const rows = await listAssignments(place.office.db, '2025-03-01');
    expect(rows).toHaveLength(108);
    expect(new Set(rows.map(({ official_id }) => official_id)).size).toBe(108);
    expect(new Set(rows.map(({ target_id }) => target_id)).size).toBe(108);
    // Nobody too many, no clash, nothing out of scope; every cell is followed through its commune.
    const checks = (await checkAssignments(place.office.db, day('2025-03-01'))).map(({ check }) => check);
    expect(new Set(checks)).toEqual(new Set(['cell_without_own_official']));
    // The term over: nobody.
    expect(await listAssignments(place.office.db, '2026-01-01')).toEqual([]);

    const [first = ''] = officials;
    await place.visit(first, 'xa-1-1', '2025-02-03');
    await place.visit(first, 'xa-2-1', '2025-03-03');
    // A meeting of the đảng ủy xã and a day's work in the village count as well; those in another commune do not.
    for (const [kind, organisation_id] of [
      ['committee_meeting', 'xa-1'],
      ['village_work', 'xa-1-1'],
      ['committee_meeting', 'xa-2'],
    ] as const) {
      await place.office.write('Ghi sự kiện', kind, (db) =>
        saveEvent(db, null, {
          kind,
          organisation_id,
          date: '2025-04-10',
          place: null,
          content: null,
          official_ids: [first],
        }),
      );
    }
    const report = await place.bc02('2025');
    expect(report.get(first)).toMatchObject({ quota_year: 0, visits: 3 });
    expect(report.get('total')).toMatchObject({ quota_year: 0, visits: 3 });

    // Every đảng ủy xã owes a remark on its official once a year.
    const owed = (on: string) => remarksNotSent(place.office.db, { year: 2025, day: day(on) });
    expect(await owed('2025-06-30')).toHaveLength(108);
    const [one] = await owed('2025-12-16');
    if (!one) throw new Error('no remark is owed');
    expect(one).toMatchObject({
      official_id: first,
      committee_id: 'xa-1',
      role: 'follow',
      standing: 'overdue',
      visit_total: 3,
    });
    await place.office.write('Nhận xét', one.official, (db) =>
      saveRemark(
        db,
        { ...one, year: 2025 },
        { ...one.form, level: 'good', document: '45-BC/ĐU', sent_on: '2025-12-16' },
      ),
    );
    expect(await owed('2025-12-16')).toHaveLength(107);
  }, 60_000);
});

describe('Đakrông, plan of 28/8/2018', () => {
  test('committee members monthly in the commune in their charge, civil servants monthly in their village', async () => {
    const place = await PlaceOffice.create('district', 'Huyện ủy Đakrông', 'dakrong');
    await addOrganisations(place.office, [
      { id: 'ta-rut', kind: 'grassroots_committee', name: 'Đảng bộ xã Tà Rụt', parent: null },
      { id: 'a-vuong', kind: 'cell', name: 'Chi bộ thôn A Vương', parent: 'ta-rut', setDay: 3 },
      { id: 'ka-hep', kind: 'cell', name: 'Chi bộ thôn Ka Hẹp', parent: 'ta-rut', setDay: 5 },
    ]);
    const member = await place.official('Hồ Văn Pả', ['HUV']);
    const servant = await place.official('Hồ Thị Kăn', ['CONG_CHUC']);
    await place.assign([member], ['ta-rut'], { role: 'area_in_charge', valid_from: '2023-07-01' });
    await place.assign([servant], ['ka-hep'], { valid_from: '2024-03-01' });
    await place.visit(member, 'a-vuong', '2024-01-03');
    await place.visit(member, 'ka-hep', '2024-02-05');
    await place.visit(servant, 'ka-hep', '2024-03-05');
    await place.visit(servant, 'a-vuong', '2024-04-03');
    await place.visit(servant, 'ka-hep', '2024-05-05', 'congress');
    const report = await place.bc02('2024');
    expect(report.get(member)).toMatchObject({ quota_year: 12, visits: 2, shortfall: 10 });
    // From March: ten months. Another village and a congress do not count.
    expect(report.get(servant)).toMatchObject({ quota_year: 10, visits: 1, shortfall: 9 });
    expect((await place.bc02('2024-Q1')).get(member)).toMatchObject({ quota_to_date: 3, visits: 2, quota_rate: 66.7 });
  });
});

describe('Hải Lăng, plan of the Huyện ủy', () => {
  test('one team a commune, led by a huyện ủy viên, everyone monthly', async () => {
    const place = await PlaceOffice.create('district', 'Huyện ủy Hải Lăng', 'hai-lang');
    await addOrganisations(place.office, [
      { id: 'hai-duong', kind: 'grassroots_committee', name: 'Đảng bộ xã Hải Dương', parent: null },
      { id: 'xuan-vien', kind: 'cell', name: 'Chi bộ thôn Xuân Viên', parent: 'hai-duong', setDay: 3 },
      { id: 'dong-duong', kind: 'cell', name: 'Chi bộ thôn Đông Dương', parent: 'hai-duong', setDay: 4 },
    ]);
    const leader = await place.official('Văn Ngọc Lâm', ['HUV']);
    const member = await place.official('Cáp Thị Mai', ['CONG_CHUC']);
    const successor = await place.official('Võ Đình Nam', ['HUV']);
    const team = {
      name: 'Tổ chỉ đạo xã Hải Dương',
      area_id: 'hai-duong',
      valid_from: '2024-01-01',
      valid_to: null,
    };
    const members = [
      { official_id: leader, role: 'leader' as const },
      { official_id: member, role: 'member' as const },
    ];
    const id = await place.office.write('Lập tổ', '', (db) =>
      saveTeam(db, null, { ...team, members, assign_from: '2024-01-01' }),
    );
    await place.visit(leader, 'xuan-vien', '2024-01-03');
    await place.visit(member, 'dong-duong', '2024-01-04');
    expect((await place.bc02('2024-01')).get(leader)).toMatchObject({ quota_to_date: 1, visits: 1, quota_rate: 100 });
    expect((await place.bc02('2024-01')).get(member)).toMatchObject({ quota_to_date: 1, visits: 1 });

    const changed = [{ official_id: successor, role: 'leader' as const }, ...members.slice(1)];
    await place.office.write('Đổi tổ trưởng', '', (db) =>
      saveTeam(db, id, { ...team, members: changed, assign_from: '2024-07-01' }),
    );
    const report = await place.bc02('2024');
    expect([leader, successor, member].map((official) => report.get(official)?.quota_year)).toEqual([6, 6, 12]);
    const roles = await listAssignments(place.office.db, '2024-08-01');
    expect(new Map(roles.map(({ official_id, role }) => [official_id, role]))).toEqual(
      new Map([
        [successor, 'team_leader'],
        [member, 'team_member'],
      ]),
    );
  });
});

describe('Quảng Thành, one level lower', () => {
  test('đảng ủy viên monthly in each cell assigned: 10 cells, two of them with one official', async () => {
    const place = await PlaceOffice.create('commune', 'Đảng ủy xã Quảng Thành', 'quang-thanh');
    const cells = Array.from({ length: 10 }, (_, index) => `cell-${index + 1}`);
    await addOrganisations(
      place.office,
      cells.map((id, index) => ({
        id,
        kind: 'cell' as const,
        name: `Chi bộ thôn ${index + 1}`,
        parent: null,
        setDay: index < 9 ? 3 : 4,
      })),
    );
    const officials = [];
    for (const [index, cell] of cells.slice(0, 9).entries()) {
      const official = await place.official(`Phạm Văn Đảng ${index + 1}`, [index === 0 ? 'TT_DU' : 'DUV']);
      officials.push(official);
      await place.assign([official], index === 8 ? [cell, 'cell-10'] : [cell]);
    }
    const [first = ''] = officials;
    const last = officials.at(-1) ?? '';
    for (const month of ['01', '02', '03']) {
      await place.visit(last, 'cell-9', `2024-${month}-03`);
      await place.visit(last, 'cell-10', `2024-${month}-04`);
    }
    const report = await place.bc02('2024-Q1');
    expect(report.get(first)).toMatchObject({ quota_year: 12, quota_to_date: 3, visits: 0 });
    expect(report.get(last)).toMatchObject({ quota_year: 24, quota_to_date: 6, visits: 6, quota_rate: 100 });
    expect(report.get('total')).toMatchObject({ quota_year: 8 * 12 + 24 });
    expect(await checkAssignments(place.office.db, day('2024-03-31'))).toEqual([]);
  });
});
