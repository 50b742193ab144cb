import { describe, expect, test } from 'vitest';
import {
  assign,
  expectFigures,
  meetingOf,
  newCell,
  newCommune,
  newOfficial,
  typeTotals,
  visit,
} from '../support/scripted-year/contract-clerk.ts';
import {
  dayOf,
  haiAn,
  haiDong,
  huoiSet,
  monthNumbers,
  monthOfHaiAn,
  monthOfHaiDong,
  monthOfHuoiSet,
  monthOfNaTong,
  monthOfSchool,
  monthsOfAn,
  monthsOfBinh,
  naTong,
  period,
  quangThanh,
  school,
  sonLa,
} from '../support/scripted-year/years.ts';

describe('the scripted year, through the contract', () => {
  test('a commune by the rule of Quảng Thành', async () => {
    const { client, root } = await newCommune('Đảng ủy xã Quảng Thành', 'Tỉnh ủy Quảng Ninh', 'Quảng Thành');
    await client.regulations.loadPreset({ code: 'quang-thanh' });
    const an1 = await newCell(client, root, haiAn, 5, 'THON');
    const dong = await newCell(client, root, haiDong, 5, 'THON');
    const truong = await newCell(client, root, school, 3, 'TH');
    const an = await newOfficial(client, 'Nguyễn Văn An', 'DUV');
    const binh = await newOfficial(client, 'Trần Thị Bình', 'DUV');
    await assign(client, an, an1);
    await assign(client, binh, dong);

    await typeTotals(client, [
      [an1, monthOfHaiAn],
      [dong, monthOfHaiDong],
      [truong, monthOfSchool],
    ]);
    await client.meetings.notHeld({ cell_id: dong, period: '2025-08', state: 'not_held', reason: 'Lũ quét' });
    const september = await meetingOf(client, an1, 9);
    const page = await client.meetings.get({ id: september });
    await client.meetings.save({
      id: september,
      form: { ...page.form, other_day_reason: 'Nhường ngày bầu cử', other_day_approved: true },
    });

    for (const [official, cell] of [
      [an, an1],
      [binh, dong],
    ] as const) {
      for (const month of monthNumbers) {
        await client.schedule.plan({ official_id: official, cell_id: cell, date: dayOf(month, 5), note: null });
      }
    }
    const anVisits = new Map<number, string>();
    for (const month of monthsOfAn) anVisits.set(month, await visit(client, an, an1, month));
    for (const month of monthsOfBinh) await visit(client, binh, dong, month);
    await visit(client, an, dong, 12, binh);
    const plans = await client.schedule.plans({ from: '2025-01', to: '2025-12' });
    const planOf = (official: string, month: number) => {
      const plan = plans.find((one) => one.official_id === official && one.period === period(month));
      if (!plan) throw new Error('no plan');
      return plan.id;
    };
    await client.schedule.setState({ id: planOf(an, 8), state: 'missed', reason_code: 'sick' });
    await client.schedule.setState({ id: planOf(binh, 8), state: 'missed', reason_code: 'cell_did_not_meet' });

    for (const [month, on] of [
      [1, '2025-01-08'],
      [2, '2025-02-20'],
    ] as const) {
      const visit_id = anVisits.get(month) ?? '';
      const report = await client.visits.report({ visit_id });
      await client.visits.saveReport({ visit_id, form: { ...report.form, observed: 'Chi bộ sinh hoạt nền nếp' } });
      await client.visits.submitReport({ visit_id, on });
    }

    const raise = (
      cell_id: string,
      date: string,
      content: string,
      field: string,
      authority: 'commune' | 'province',
      more = {},
    ) =>
      client.petitions.create({
        cell_id,
        meeting_id: null,
        visit_id: null,
        date,
        raised_by: 'chi bộ',
        raised_by_member_id: null,
        content,
        kind: 'petition',
        field,
        authority,
        due_date: null,
        note: null,
        duplicate_of: null,
        on_the_spot: null,
        ...more,
      });
    const body = async (name: string, authority: 'commune' | 'province') =>
      (
        await client.petitions.saveBody({
          body: { name, authority, valid_from: null, valid_to: null, successor_id: null },
        })
      ).id;
    const people = await body('UBND xã Quảng Thành', 'commune');
    const land = await body('Sở Nông nghiệp và Môi trường', 'province');
    const forward = (id: string, on: string, to: string) =>
      client.petitions.step({
        id,
        step: { step: 'forward', on, body_id: to, document: null, due_date: null },
      });
    const road = await raise(an1, '2025-03-05', 'Sửa đường vào thôn Hải An', 'traffic', 'commune');
    await forward(road.id, '2025-03-06', people);
    await client.petitions.step({
      id: road.id,
      step: { step: 'answer', on: '2025-03-20', document: 'CV 15/UBND', outcome: 'Đã sửa' },
    });
    await client.petitions.step({ id: road.id, step: { step: 'tell', on: '2025-04-05' } });
    const plot = await raise(dong, '2025-04-05', 'Cấp giấy chứng nhận đất khu tái định cư', 'land', 'province');
    await forward(plot.id, '2025-04-07', land);
    await raise(an1, '2025-05-05', 'Sửa đường vào thôn Hải An', 'traffic', 'commune', { duplicate_of: road.id });
    await raise(dong, '2025-06-05', 'Nước sạch yếu vào buổi tối', 'utilities', 'commune', {
      on_the_spot: { outcome: 'Đã giải đáp' },
    });
    const rooms = await raise(an1, '2025-10-05', 'Thêm phòng học cho trường', 'education', 'province');
    await forward(rooms.id, '2025-10-06', land);
    await client.petitions.step({
      id: rooms.id,
      step: { step: 'answer', on: '2025-10-30', document: 'CV 77/SGD', outcome: 'Sẽ xây năm 2026' },
    });

    const { bc05Year, bc05August, bc05Quarter1, bc02, bc04, bc07 } = quangThanh;
    await expectFigures(client, 'BC-05', '2025', 'total', bc05Year);
    await expectFigures(client, 'BC-05', '2025-08', 'total', bc05August);
    await expectFigures(client, 'BC-05', '2025-Q1', 'total', bc05Quarter1);
    await expectFigures(client, 'BC-02', '2025', an, bc02.an);
    await expectFigures(client, 'BC-02', '2025', binh, bc02.binh);
    await expectFigures(client, 'BC-02', '2025-Q1', an, bc02.quarter1);
    await expectFigures(client, 'BC-02', '2025-Q1', binh, bc02.quarter1);
    await expectFigures(client, 'BC-04', '2025', 'total', bc04.total);
    await expectFigures(client, 'BC-07', '2025', an1, bc07.haiAn);
    await expectFigures(client, 'BC-07', '2025', dong, bc07.haiDong);
    await expectFigures(client, 'BC-07', '2025', truong, bc07.school);
    const { items } = await client.home.page({ as_of: '2025-12-31', month: '2025-12' });
    const countOf = (topic: string) => items.find((item) => item.topic === topic)?.count;
    expect(countOf('petitions_overdue')).toBe(1);
    expect(countOf('petitions_not_told')).toBe(1);
    expect(countOf('quota_behind')).toBe(1);
  });

  test('a commune visited by the rule of Sơn La', async () => {
    const { client, root } = await newCommune('Đảng ủy xã Chiềng Khoang', 'Tỉnh ủy Sơn La', 'Chiềng Khoang');
    await client.regulations.loadPreset({ code: 'son-la' });
    const set = await newCell(client, root, huoiSet, 5, 'THON');
    const tong = await newCell(client, root, naTong, 5, 'THON');
    const muoi = await newOfficial(client, 'Lò Văn Mười', 'TUV');
    await client.officials.changeTitle({
      id: muoi,
      title: { title: 'Ủy viên Ban Thường vụ Tỉnh ủy', party_position: null, title_group: 'BTV_TU', document: null },
      from: '2025-07-01',
    });
    const xuan = await newOfficial(client, 'Cà Thị Xuân', 'BTV_TU');
    const thai = await newOfficial(client, 'Quàng Văn Thái', 'TUV');
    await assign(client, muoi, set);
    await assign(client, xuan, root, '2025-09-01', 'area_in_charge');
    await assign(client, thai, tong);
    await typeTotals(client, [
      [set, monthOfHuoiSet],
      [tong, monthOfNaTong],
    ]);
    for (const month of [3, 10]) await visit(client, muoi, set, month);
    await visit(client, xuan, set, 11);
    for (const month of [2, 4, 6]) await visit(client, thai, tong, month);
    await visit(client, thai, set, 5);

    await expectFigures(client, 'BC-02', '2025', muoi, sonLa.bc02.muoi);
    await expectFigures(client, 'BC-02', '2025', xuan, sonLa.bc02.xuan);
    await expectFigures(client, 'BC-02', '2025', thai, sonLa.bc02.thai);
    await expectFigures(client, 'BC-05', '2025', 'total', sonLa.bc05Year);
    await expectFigures(client, 'BC-05', '2025-Q4', 'total', sonLa.bc05Quarter4);
  });
});
