import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { addMember } from '../support/small-office.ts';
import { truthOffice } from '../support/truth-office.ts';

describe.skipIf(!requireTool('chromium'))('settings, rules and the life of organisations, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;
  let officePath: string;
  let remove: () => void;

  beforeAll(async () => {
    const made = await truthOffice('district-a');
    officePath = made.office.path;
    const cells = made.truth.organisations.filter(({ name }) => name.startsWith('Chi bộ thôn')).slice(0, 4);
    await made.office.write('Thử', '', async (db) => {
      for (const { code } of cells) for (let count = 0; count < 11; count += 1) await addMember(db, code);
    });
    made.office.close();
    remove = made.remove;
    clerk = await openClerkWindow();
    page = clerk.page;
  }, 120_000);
  afterAll(async () => {
    await clerk.close();
    remove();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = () => page.getByRole('dialog');
  const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
  const grid = (name: string) => page.getByRole('grid', { name, exact: true });
  const pane = () => page.getByRole('complementary');
  const notice = () => page.locator('.notice');

  it('is warned where name and level disagree', async () => {
    await page.getByLabel('Tên cấp ủy').fill('Huyện ủy Khe Sơn');
    await page.getByText('Tên này là của huyện ủy').waitFor();
    expect(await clerk.look('start-mismatch')).toEqual([]);
    await page.getByLabel('Huyện ủy (lịch sử, trước 1/7/2025)').check();
    await expect.poll(() => page.getByText('Tên này là của huyện ủy').count()).toBe(0);
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Khe Sơn');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, 'trong.sochibo'));
    await button('Tạo sổ').click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
  });

  it('creates a cell in an empty office', async () => {
    await clerk.goTo('/organisations');
    await grid('Tổ chức đảng').getByText('Đảng bộ huyện Khe Sơn').waitFor();
    expect(await clerk.look('organisations-empty')).toEqual([]);
    await page.keyboard.press('Control+n');
    await dialog()
      .getByLabel('Tên', { exact: false })
      .first()
      .fill('Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn');
    expect(await clerk.look('organisation-create')).toEqual([]);
    await inDialog('Tạo').click();
    await pane()
      .getByRole('heading', { name: /Chi bộ Trường Phổ thông/ })
      .waitFor();
    expect(await clerk.look('organisation-new')).toEqual([]);
  });

  it('changes a setting by Ctrl+, and Ctrl+S, and takes it back', async () => {
    await page.keyboard.press('Control+,');
    await page.getByLabel('Địa danh').waitFor();
    expect(await clerk.look('settings-office')).toEqual([]);
    await page.getByLabel('Địa danh').fill('Khe Sơn mới');
    await page.getByText('Nhiệm kỳ', { exact: true }).click();
    await dialog().getByText('chưa được lưu').waitFor();
    await inDialog('Ở lại').click();
    await clerk.goTo('/organisations');
    await grid('Tổ chức đảng').waitFor();
    await page.keyboard.press('Control+,');
    await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('Khe Sơn mới');
    await page.getByLabel('Địa danh').press('Control+s');
    await notice().getByText('Đã lưu thông tin cơ quan').waitFor();
    await notice().getByText('Hoàn tác').click();
    await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('Khe Sơn');
  });

  it('sees signers, terms and code lists', async () => {
    await page.getByText('Người ký, nơi nhận', { exact: true }).click();
    await page.getByText('Người ký 1').waitFor();
    expect(await clerk.look('settings-signing')).toEqual([]);
    await page.getByText('Nhiệm kỳ', { exact: true }).click();
    await page.getByText('Chưa có nhiệm kỳ nào').waitFor();
    expect(await clerk.look('settings-terms-empty')).toEqual([]);
    await button('Thêm nhiệm kỳ').click();
    await dialog().getByLabel('Tên').fill('2025–2030');
    await inDialog('Lưu').click();
    await grid('Nhiệm kỳ').getByText('2025–2030').waitFor();
    await page.getByText('Danh mục', { exact: true }).click();
    await button('Thêm mục').click();
    await dialog().getByLabel('Tên').fill('Trung tâm chính trị');
    await inDialog('Lưu').click();
    await notice().getByText('Đã lưu Trung tâm chính trị').waitFor();
    expect(await clerk.look('settings-lists')).toEqual([]);
  });

  it('changes a rule from a day to come, and takes that out again', async () => {
    await page.getByText('Quy tắc', { exact: true }).first().click();
    await grid('Quy tắc').getByText('Ngày sinh hoạt chung').waitFor();
    expect(await clerk.look('settings-rules')).toEqual([]);
    await page.getByPlaceholder('Tìm quy tắc; không cần dấu').fill('han nop bao cao');
    await grid('Quy tắc').getByText('Hạn nộp báo cáo kết quả dự').click();
    await grid('Quy tắc').press('Enter');
    await pane().getByText('Ảnh hưởng:').waitFor();
    await pane().getByText('Đổi từ một ngày…').click();
    await dialog().getByLabel('Sau buổi họp').fill('3');
    await dialog().getByLabel('Từ ngày').fill('01/01/2090');
    await dialog().getByLabel('Căn cứ').fill('Kế hoạch 5-KH/HU');
    expect(await clerk.look('settings-rule-edit')).toEqual([]);
    await inDialog('Lưu').click();
    await pane().getByText('sắp có hiệu lực').waitFor();
    expect(await clerk.look('settings-rule-pane')).toEqual([]);
    await pane().getByText('Bỏ giá trị này').click();
    await expect.poll(() => pane().getByText('sắp có hiệu lực').count()).toBe(0);
    await page.getByPlaceholder('Tìm quy tắc; không cần dấu').fill('ty le thong qua');
    await grid('Quy tắc').getByText('Tỷ lệ thông qua').click();
    await grid('Quy tắc').press('Enter');
    await pane().getByText('Đổi từ một ngày…').click();
    expect(await clerk.look('settings-rule-rows')).toEqual([]);
    await inDialog('Hủy').click();
  });

  it('merges two cells of a full office and takes it back', async () => {
    await button('Đóng sổ').click();
    await page.getByLabel('Đường dẫn tệp').fill(officePath);
    await button('Mở sổ').click();
    await button('Đóng sổ').waitFor();
    await clerk.goTo('/organisations');
    const tree = grid('Tổ chức đảng');
    await page.getByPlaceholder('Tìm tổ chức đảng').fill('chi bo thon');
    const first = tree.getByText(/^Chi bộ thôn/).first();
    const name = (await first.textContent()) ?? '';
    await first.click();
    await tree.press('Enter');
    await pane().getByRole('heading', { name }).waitFor();
    expect(await clerk.look('organisation-pane')).toEqual([]);

    await pane().getByText('Chia tách', { exact: true }).click();
    await dialog().getByLabel('Tên tổ chức mới').waitFor();
    expect(await clerk.look('organisation-split')).toEqual([]);
    await dialog().getByLabel('Tên tổ chức mới').fill('Chi bộ nửa thôn');
    await page.keyboard.press('Escape');
    await dialog().getByText('Có thay đổi chưa lưu').waitFor();
    await inDialog('Bỏ, không lưu').click();

    await pane().getByText('Sáp nhập', { exact: true }).click();
    await dialog()
      .getByRole('button', { name: /Nhập với/ })
      .click();
    await page.getByRole('option').nth(1).click();
    await dialog().getByLabel('Tên mới').fill('Chi bộ liên thôn');
    await dialog().getByLabel('Từ ngày').fill('01/01/2025');
    expect(await clerk.look('organisation-merge')).toEqual([]);
    await inDialog('Sáp nhập').click();
    await pane().getByRole('heading', { name: 'Chi bộ liên thôn' }).waitFor();
    await pane()
      .getByText(/^Sáp nhập/)
      .first()
      .waitFor();
    expect(await clerk.look('organisation-merged')).toEqual([]);
    await notice().getByText('Hoàn tác').click();
    await notice()
      .getByText(/^Đã hoàn tác/)
      .waitFor();
    await expect.poll(() => pane().count()).toBe(0);
  });

  it('makes the change of 1 July 2025 and takes it back', async () => {
    await clerk.goTo('/organisations/convert');
    await page.getByText('2. Đơn vị cũ').waitFor();
    expect(await clerk.look('organisation-convert')).toEqual([]);
    await expect.poll(() => button('Chuyển đổi').isDisabled()).toBe(true);
    await page.getByLabel('Tên cấp ủy mới').fill('Đảng ủy xã Hướng Sơn');
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Hướng Sơn');
    await page
      .getByLabel(/ · \d+ đảng viên$/)
      .first()
      .selectOption('absorbed');
    await button('Chuyển đổi').click();
    await pane().getByRole('heading', { name: 'Đảng bộ xã Hướng Sơn' }).waitFor();
    expect(await clerk.look('organisation-converted')).toEqual([]);
    await notice().getByText('Hoàn tác').click();
    await expect.poll(() => pane().count()).toBe(0);
  });

  it('makes BC-05 by the organisation of today', async () => {
    await clerk.goTo('/reports/BC-05');
    await page.getByLabel('Theo tổ chức nào').selectOption('now');
    await page.getByText(/· quy về tổ chức hiện nay/).waitFor();
    expect(await clerk.look('report-basis')).toEqual([]);
    // What a merger or the change created stood open when that was taken back: it is asked for once more and closes.
    expect(clerk.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});
