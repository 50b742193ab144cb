import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { expectFigures } from '../support/scripted-year/contract-clerk.ts';
import { WindowClerk } from '../support/scripted-year/window-clerk.ts';
import {
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
  quangThanh,
  school,
  sonLa,
} from '../support/scripted-year/years.ts';

const an = 'Nguyễn Văn An';
const binh = 'Trần Thị Bình';
const road = 'Sửa đường vào thôn Hải An';

describe.skipIf(!requireTool('chromium'))('a scripted year of two communes, in Chromium', () => {
  let clerk: WindowClerk;
  const { bc02, bc04, bc05August, bc05Quarter1, bc05Year, bc07 } = quangThanh;

  beforeAll(async () => {
    clerk = new WindowClerk(await openClerkWindow());
    clerk.page.setDefaultTimeout(15_000);
    await clerk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => clerk.window.close());

  const figures = (code: string, period: string, row: string, expected: Record<string, number>) =>
    expectFigures(clerk.window.client, code, period, row, expected);
  const idOf = async (name: string) => {
    const { client } = clerk.window;
    const official = (await client.officials.list({})).find(({ full_name }) => full_name === name);
    const cell = (await client.organisations.list({ as_of: '2025-12-31' })).find((one) => one.name === name);
    const found = official?.id ?? cell?.id;
    if (!found) throw new Error(`the office has no ${name}`);
    return found;
  };

  it('sets up Quảng Thành: cells, the rule, officials, who attends which cell', async () => {
    await clerk.createCommune('Đảng ủy xã Quảng Thành', 'Tỉnh ủy Quảng Ninh', 'Quảng Thành', 'quang-thanh.sochibo');
    await clerk.createCell(haiAn, 5, 'Thôn, bản, ấp, khóm, tổ dân phố', 'Đảng bộ xã Quảng Thành');
    await clerk.createCell(haiDong, 5, 'Thôn, bản, ấp, khóm, tổ dân phố', 'Đảng bộ xã Quảng Thành');
    await clerk.createCell(school, 3, 'Trường học', 'Đảng bộ xã Quảng Thành');
    await clerk.loadRegulation(/^Quảng Thành/u);
    await clerk.addOfficial(an, 'Đảng ủy viên', 'DUV');
    await clerk.addOfficial(binh, 'Đảng ủy viên', 'DUV');
    await clerk.assign(an, haiAn);
    await clerk.assign(binh, haiDong);
  });

  it('holds and rates the meetings of the year: totals as the cells sent them', { timeout: 180_000 }, async () => {
    for (const month of monthNumbers) {
      await clerk.pasteTotals(month, [
        monthOfHaiAn(month),
        month === 8 ? 'Lũ quét' : monthOfHaiDong(month),
        monthOfSchool(month),
      ]);
    }
    await clerk.openMeeting(haiAn, 9);
    await clerk.page.getByRole('navigation', { name: 'Các bước' }).getByText('Mở đầu').click();
    await clerk.page.getByLabel('Lý do khác ngày').fill('Nhường ngày bầu cử');
    await clerk.page.getByLabel('Cấp ủy cấp trên đã đồng ý đổi ngày').check();
    await clerk.page.keyboard.press('Control+s');
    await clerk.page.getByText('Đã lưu').first().waitFor();
    await figures('BC-05', '2025-08', 'total', bc05August);
  });

  it('plans and records the visits, the missed ones with their reasons', { timeout: 240_000 }, async () => {
    await clerk.plan(an, haiAn, '5/8/2025');
    for (const month of [8, 11, 12]) await clerk.plan(binh, haiDong, `5/${month}/2025`);
    for (const month of monthsOfAn) await clerk.recordVisit(an, haiAn, month);
    for (const month of monthsOfBinh) await clerk.recordVisit(binh, haiDong, month);
    await clerk.recordVisit(an, haiDong, 12, binh);
    await clerk.missed(8, 'An', 'Ốm');
    await clerk.missed(8, 'Bình', 'Chi bộ không sinh hoạt');
    expect(await clerk.window.look('year-schedule')).toEqual([]);
  });

  it('writes two visit reports, one of them late', async () => {
    for (const [month, on] of [
      [1, '8/1/2025'],
      [2, '20/2/2025'],
    ] as const) {
      await clerk.openMeeting(haiAn, month);
      await clerk.page.getByRole('navigation', { name: 'Các bước' }).getByText('Mở đầu').click();
      await clerk.page.getByRole('link', { name: /^Báo cáo:/u }).click();
      await clerk.page.getByLabel(/^1\. Tình hình/u).fill('Chi bộ sinh hoạt nền nếp.');
      await clerk.page.keyboard.press('Control+s');
      await clerk.page.getByText('Đã lưu').first().waitFor();
      await clerk.button('Nộp').click();
      await clerk.dialog().getByLabel('Ngày').fill(on);
      await clerk.submit('Ghi đã nộp');
    }
    await figures('BC-02', '2025', await idOf(an), bc02.an);
    await figures('BC-02', '2025', await idOf(binh), bc02.binh);
    for (const official of [an, binh]) await figures('BC-02', '2025-Q1', await idOf(official), bc02.quarter1);
  });

  it('raises and answers petitions', { timeout: 180_000 }, async () => {
    const { page } = clerk;
    await clerk.period('Năm 2025');
    await clerk.window.goTo('/petitions');
    await page.getByText('Đơn vị giải quyết').first().click();
    await clerk.button('Thêm các đơn vị thường dùng').click();
    await clerk.grid('Đơn vị giải quyết').getByText('UBND xã').first().waitFor();
    const raise = async (
      cell: string,
      day: string,
      content: string,
      field: string,
      authority: string,
      more?: () => Promise<void>,
    ) => {
      await clerk.window.goTo('/petitions');
      await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText('Kiến nghị').click();
      await page.keyboard.press('Control+n');
      await clerk.pick(/^Chi bộ/u, cell);
      await clerk.dialog().getByLabel('Ngày nêu').fill(day);
      await clerk.dialog().getByLabel('Lĩnh vực').selectOption({ label: field });
      await clerk.dialog().getByLabel('Thẩm quyền').selectOption({ label: authority });
      await clerk.dialog().getByLabel('Nội dung', { exact: false }).first().fill(content);
      await more?.();
      await clerk.submit('Ghi vào sổ');
      await page.getByRole('complementary').getByText(content).first().waitFor();
    };
    const forward = async (on: string, body: string) => {
      await clerk.button('Chuyển').click();
      await clerk.dialog().getByLabel('Ngày chuyển').fill(on);
      await clerk
        .dialog()
        .getByRole('button', { name: /^Đơn vị chủ trì/u })
        .click();
      await page.getByRole('option', { name: body }).first().click();
      await clerk.submit('Chuyển');
    };
    const answer = async (on: string, document: string) => {
      await clerk.button('Ghi trả lời').click();
      await clerk.dialog().getByLabel('Ngày trả lời').fill(on);
      await clerk.dialog().getByLabel('Văn bản trả lời (số)').fill(document);
      await clerk.submit('Ghi trả lời');
    };
    await raise(haiAn, '5/3/2025', road, 'Giao thông', 'Xã');
    await forward('6/3/2025', 'UBND xã');
    await answer('20/3/2025', '15/UBND');
    await clerk.button('Báo lại chi bộ').click();
    await clerk.dialog().getByLabel('Ngày báo lại').fill('5/4/2025');
    await clerk.submit('Báo lại chi bộ');
    await raise(haiDong, '5/4/2025', 'Cấp giấy chứng nhận đất khu tái định cư', 'Đất đai', 'Tỉnh');
    await forward('7/4/2025', 'UBND tỉnh');
    await raise(haiAn, '5/5/2025', road, 'Giao thông', 'Xã', () =>
      clerk.dialog().getByRole('radio', { name: road }).check(),
    );
    await raise(haiDong, '5/6/2025', 'Nước sạch yếu vào buổi tối', 'Điện, nước', 'Xã', () =>
      clerk.dialog().getByLabel('Đã giải đáp tại chỗ').check(),
    );
    await raise(haiAn, '5/10/2025', 'Thêm phòng học cho trường', 'Giáo dục', 'Tỉnh');
    await forward('6/10/2025', 'Sở Giáo dục');
    await answer('30/10/2025', '77/SGD');
    await figures('BC-04', '2025', 'total', bc04.total);
  });

  it('finds the year in the reports, and on the page of today what is open', async () => {
    await figures('BC-05', '2025', 'total', bc05Year);
    await figures('BC-05', '2025-Q1', 'total', bc05Quarter1);
    await figures('BC-07', '2025', await idOf(haiAn), bc07.haiAn);
    await figures('BC-07', '2025', await idOf(haiDong), bc07.haiDong);
    await figures('BC-07', '2025', await idOf(school), bc07.school);
    const { page, window } = clerk;
    for (const code of ['BC-02', 'BC-04', 'BC-05', 'BC-07']) {
      await window.goTo(`/reports/${code}`);
      await page.getByRole('grid').getByText('Tổng cộng').first().waitFor();
      expect(await window.look(`year-${code.toLowerCase()}`)).toEqual([]);
    }
    await window.goTo('/today');
    await clerk.button(/1 kiến nghị quá hạn chưa được trả lời/u).waitFor();
    await clerk.button(/1 kiến nghị đã trả lời nhưng chưa báo lại chi bộ/u).waitFor();
    await clerk.button(/1 cán bộ dự sinh hoạt chưa đủ định mức đến kỳ/u).waitFor();
    expect(await window.look('year-home')).toEqual([]);
  });

  it('does the same for a commune visited by the rule of Sơn La', { timeout: 240_000 }, async () => {
    const [muoi, xuan, thai] = ['Lò Văn Mười', 'Cà Thị Xuân', 'Quàng Văn Thái'] as const;
    const root = 'Đảng bộ xã Chiềng Khoang';
    await clerk.button('Đóng sổ').click();
    await clerk.createCommune('Đảng ủy xã Chiềng Khoang', 'Tỉnh ủy Sơn La', 'Chiềng Khoang', 'chieng-khoang.sochibo');
    await clerk.createCell(huoiSet, 5, 'Thôn, bản, ấp, khóm, tổ dân phố', root);
    await clerk.createCell(naTong, 5, 'Thôn, bản, ấp, khóm, tổ dân phố', root);
    await clerk.loadRegulation(/^Sơn La/u);
    await clerk.addOfficial(muoi, 'Tỉnh ủy viên', 'TUV');
    await clerk.button('Đổi chức danh…').click();
    await clerk
      .dialog()
      .getByRole('textbox', { name: /^Chức danh/u })
      .fill('Ủy viên Ban Thường vụ Tỉnh ủy');
    await clerk
      .dialog()
      .getByLabel(/^Nhóm chức danh/u)
      .selectOption('BTV_TU');
    await clerk.dialog().getByLabel('Từ ngày').fill('1/7/2025');
    await clerk.page.keyboard.press('Control+s');
    await clerk.dialog().waitFor({ state: 'detached' });
    await clerk.addOfficial(xuan, 'Ủy viên Ban Thường vụ Tỉnh ủy', 'BTV_TU');
    await clerk.addOfficial(thai, 'Tỉnh ủy viên', 'TUV');
    await clerk.assign(muoi, huoiSet);
    await clerk.assign(xuan, root, '1/9/2025', 'Phụ trách địa bàn');
    await clerk.assign(thai, naTong);
    for (const month of monthNumbers) await clerk.pasteTotals(month, [monthOfHuoiSet(month), monthOfNaTong(month)]);
    for (const month of [3, 10]) await clerk.recordVisit(muoi, huoiSet, month);
    await clerk.recordVisit(xuan, huoiSet, 11);
    for (const month of [2, 4, 6]) await clerk.recordVisit(thai, naTong, month);
    await clerk.recordVisit(thai, huoiSet, 5);
    await figures('BC-02', '2025', await idOf(muoi), sonLa.bc02.muoi);
    await figures('BC-02', '2025', await idOf(xuan), sonLa.bc02.xuan);
    await figures('BC-02', '2025', await idOf(thai), sonLa.bc02.thai);
    await figures('BC-05', '2025', 'total', sonLa.bc05Year);
    await figures('BC-05', '2025-Q4', 'total', sonLa.bc05Quarter4);
    expect(clerk.window.complaints).toEqual([]);
  });
});
