import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../electron/data/importing/workbook/read-workbook.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { versionRow } from '../support/rows.ts';

const school = 'Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn';
const name = 'Nguyễn Thị Hồng Nhung Tuyết Mai';

/** A commune with two cells, one of them with the longest name there is. */
async function commune(path: string): Promise<void> {
  const place = { name: 'Đảng ủy xã Hướng Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Hướng Sơn' };
  const office = await createOffice({ path, level: 'commune', ...place }, environment);
  await office.write('Thử', '', async (db) => {
    for (const [id, kind, called, parent] of [
      ['xa', 'grassroots_committee', 'Đảng bộ xã Hướng Sơn', null],
      ['truong', 'cell', school, 'xa'],
      ['thon', 'cell', 'Chi bộ thôn Cát', 'xa'],
    ] as const) {
      await db.insertInto('organisation').values({ id, kind, code: null, valid_from: null, valid_to: null }).execute();
      await db
        .insertInto('organisation_version')
        .values(versionRow(`v-${id}`, id, called, { parent_id: parent }))
        .execute();
    }
  });
  office.close();
}

describe.skipIf(!requireTool('chromium'))('the members of a commune, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    page = clerk.page;
    const path = join(clerk.folder, 'huong-son.sochibo');
    await commune(path);
    await page.getByLabel('Đường dẫn tệp').fill(path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByRole('contentinfo').getByText('2 chi bộ').waitFor();
  });
  afterAll(() => clerk.close());

  const button = (called: string | RegExp) => page.getByRole('button', { name: called });
  const dialog = () => page.getByRole('dialog');
  const pick = async (label: string, typed: string, option: string) => {
    await page.getByRole('button', { name: label }).click();
    await page.getByLabel('Tìm trong danh sách').fill(typed);
    await page.getByRole('option', { name: option }).click();
  };
  const part = (called: string) =>
    page.getByRole('navigation', { name: 'Các phần hồ sơ' }).getByText(called, { exact: true }).click();
  const record = async (event: string, date: string) => {
    await button('Ghi biến động').first().click();
    await dialog().getByLabel('Biến động', { exact: true }).selectOption({ label: event });
    await dialog().locator('input').first().fill(date);
  };
  const confirm = async () => {
    await dialog().getByRole('button', { name: 'Ghi biến động' }).click();
    await dialog().waitFor({ state: 'detached' });
  };

  it('says in an empty office what to do first', async () => {
    await clerk.goTo('/members');
    await page.getByText('Chưa có đảng viên nào').waitFor();
    expect(await clerk.look('members-empty')).toEqual([]);
    await page.getByText('Sắp đến hạn').click();
    await page.getByText('Không có việc nào sắp đến hạn').waitFor();
    expect(await clerk.look('members-expiring-empty')).toEqual([]);
    await page.getByText('Danh sách', { exact: true }).click();
  });

  it('admits a member by keys, with what will be written said beside the form', async () => {
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Thêm đảng viên' }).waitFor();
    await page.getByLabel('Ngày kết nạp (lễ kết nạp)').fill('10/1/2024');
    await page.getByLabel('Ngày kết nạp (lễ kết nạp)').press('Enter');
    await page.keyboard.type('12-QĐ/ĐU');
    await page.keyboard.press('Enter');
    await page.keyboard.type('050124');
    await pick('Chi bộ', 'huong son', school);
    await page.getByLabel('Họ và tên khai sinh').fill(name.toLocaleUpperCase('vi'));
    await page.getByLabel('Ngày sinh').fill('19/5/1990');
    await page.getByLabel('Giới tính').selectOption('Nữ');
    await page.getByLabel('Số định danh (CCCD)').fill('045090001234');
    await page.getByText('Chữ số thứ 4 của số định danh ứng với giới tính nam.').waitFor();
    await page.getByText('Được tính vào số đảng viên của chi bộ.').waitFor();
    expect(await clerk.look('member-new')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
    expect(await clerk.look('member-page')).toEqual([]);
  });

  it('corrects the form: what is odd is said, what is impossible is not saved', async () => {
    await page.getByLabel('Số thẻ cũ (8 số)').fill('1234');
    await page.getByRole('alert').getByText('Số thẻ đảng viên cũ có 8 chữ số.').waitFor();
    await expect.poll(() => button('Lưu').isDisabled()).toBe(true);
    await page.getByLabel('Số thẻ cũ (8 số)').fill('');
    await page.getByLabel('Đơn vị công tác').fill('Trường PTDTBT TH&THCS Hướng Sơn');
    await page.getByText('Chưa lưu').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Đã lưu', { exact: true }).waitFor();
  });

  it('records recognition as full and an exemption with its review, each said in words first', async () => {
    await record('Công nhận chính thức', '11/1/2025');
    await dialog().getByText('Ngày chính thức thường là 10/01/2025', { exact: false }).waitFor();
    await dialog().locator('input').first().fill('10/1/2025');
    await dialog()
      .getByText(/Từ 10\/01\/2025: sinh hoạt, đảng viên chính thức/)
      .waitFor();
    await confirm();
    await record('Miễn công tác và sinh hoạt đảng', '1/6/2025');
    await dialog().getByLabel('Xem lại ngày').fill('1/12/2025');
    await dialog()
      .getByText(/xem lại 01\/12\/2025/)
      .waitFor();
    expect(await clerk.look('member-event')).toEqual([]);
    await confirm();
    await page.getByRole('complementary', { name: 'Tóm tắt' }).getByText('Miễn sinh hoạt').waitFor();
    await part('Biến động');
    await page.getByRole('region', { name: 'Trạng thái theo thời gian' }).getByText('xem lại 01/12/2025').waitFor();
    expect(await clerk.look('member-events')).toEqual([]);
  });

  it('lists the review that is due, and opens the member from there', async () => {
    await clerk.goTo('/members');
    await page.getByText('Sắp đến hạn').click();
    const list = page.getByRole('grid', { name: 'Sắp đến hạn' });
    await list.getByText('Đến ngày xem lại việc miễn, giảm').waitFor();
    await list.press('Enter');
    await page.getByRole('complementary', { name }).getByText('0450*****234').waitFor();
    expect(await clerk.look('members-expiring')).toEqual([]);
    await page.getByRole('link', { name: 'Mở hồ sơ đầy đủ' }).click();
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
  });

  it('transfers the member, who is then in transit, and takes it back at once', async () => {
    await record('Chuyển sinh hoạt đảng chính thức đi', '1/3/2026');
    await dialog().getByLabel('Đến tổ chức đảng').fill('Đảng bộ phường Nam Đông Hà');
    await dialog().getByLabel('Ngày giấy giới thiệu').fill('1/3/2026');
    await dialog().getByText('Không còn tính vào số đảng viên của chi bộ.').waitFor();
    await confirm();
    const summary = page.getByRole('complementary', { name: 'Tóm tắt' });
    await summary.getByText('Đang chuyển (chờ phiếu báo)').waitFor();
    await button('Hoàn tác').click();
    await summary.getByText('Miễn sinh hoạt').waitFor();
  });

  it('takes back the latest event from the list of events', async () => {
    await part('Biến động');
    await button('Bỏ biến động này').click();
    await page.getByRole('complementary', { name: 'Tóm tắt' }).getByText('Đang sinh hoạt').waitFor();
  });

  it('keeps posts, history and family', async () => {
    await part('Chức vụ');
    await button('Ghi chức vụ').click();
    await dialog().getByLabel('Chức vụ').selectOption('Bí thư');
    await dialog().getByLabel('Từ ngày').fill('1/2/2026');
    expect(await clerk.look('member-post')).toEqual([]);
    await dialog().getByRole('button', { name: 'Ghi chức vụ' }).click();
    await page.getByRole('cell', { name: 'từ 01/02/2026' }).waitFor();
    await part('Quá trình');
    await button('Thêm dòng quá trình').click();
    await page.getByLabel('Loại').selectOption('Không tham gia sinh hoạt đảng');
    await page.getByLabel('Từ', { exact: true }).fill('1/2/2024');
    await page.getByLabel('Đến', { exact: true }).fill('1/3/2024');
    await page.getByLabel('Lý do').fill('Mất liên lạc');
    expect(await clerk.look('member-history')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('trừ 30 ngày không sinh hoạt', { exact: false }).waitFor();
    await part('Gia đình');
    await page.getByText('Chưa ghi người thân nào.', { exact: false }).waitFor();
    await part('Sinh hoạt, nhiệm vụ');
    await page.getByText('Chưa có buổi nào điểm danh từng người.').waitFor();
    expect(await clerk.look('member-activity')).toEqual([]);
  });

  it('makes the form of what the year has changed, by Ctrl+K and from beside the list', async () => {
    await clerk.goTo('/members');
    await page.getByText('Danh sách', { exact: true }).click();
    await page.getByRole('grid', { name: 'Đảng viên' }).getByText(name).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('phieu bo sung tuyet mai');
    await page.getByRole('option', { name: /^Phiếu bổ sung năm \d{4}: Nguyễn Thị Hồng/ }).waitFor();
    expect(await clerk.look('palette-supplement')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Phiếu bổ sung hồ sơ đảng viên năm \d{4} - Nguyễn/ }).waitFor();
    await page.getByText('Quan hệ gia đình').waitFor();
    expect(await clerk.look('member-supplement')).toEqual([]);
    await clerk.goTo('/members');
    await page.getByRole('grid', { name: 'Đảng viên' }).press('Enter');
    await page.getByRole('link', { name: /^Phiếu bổ sung năm/ }).waitFor();
    expect(await clerk.look('member-pane-supplement')).toEqual([]);
  });

  it('exports the list as it stands, by Ctrl+E, without the column that was put away', async () => {
    await clerk.goTo('/members');
    await page.getByText('Danh sách', { exact: true }).click();
    const list = page.getByRole('grid', { name: 'Đảng viên' });
    await list.getByText(name).waitFor();
    await button('Cột…').click();
    const choice = page.getByRole('dialog', { name: 'Cột…' });
    expect(await clerk.look('members-columns')).toEqual([]);
    await choice.getByLabel('Giới tính').uncheck();
    await page.keyboard.press('Escape');
    await choice.waitFor({ state: 'detached' });
    expect(await list.getByRole('columnheader', { name: 'Giới tính' }).count()).toBe(0);
    const download = page.waitForEvent('download');
    await list.press('Control+e');
    const path = join(clerk.folder, 'dang-vien.xlsx');
    await (await download).saveAs(path);
    const [row] = (await readWorkbook(path, 'dang-vien.xlsx')).sheets.flatMap(({ rows }) =>
      Array.from(rows).filter(({ cells }) => cells.get(1)?.type === 'number'),
    );
    const texts = [...(row?.cells.values() ?? [])].flatMap((cell) => (cell.type === 'text' ? [cell.text] : []));
    expect(texts).toContain(name);
    expect(texts).toContain('0450*****234');
    expect(texts).not.toContain('Nữ');
  });

  it('needs nothing that the policy of the page refuses', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
