import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('the register of documents, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  }, 120_000);
  afterAll(() => clerk.close());

  const grid = () => page.getByRole('grid', { name: 'Sổ văn bản' });
  const dialog = () => page.getByRole('dialog');
  const act = (name: string) => dialog().getByRole('button', { name, exact: true }).click();

  it('takes a document made outside the program, and says what is against the rules', async () => {
    await clerk.goTo('/documents/register');
    await page.getByText('Sổ văn bản chưa có văn bản nào').waitFor();
    await page.keyboard.press('Control+n');
    await dialog()
      .getByLabel('Trích yếu')
      .fill('V/v đôn đốc nộp đảng phí 6 tháng đầu năm 2024 của các chi bộ trực thuộc');
    await dialog().getByLabel('Số', { exact: true }).fill('4');
    await dialog().getByLabel('Ngày văn bản').fill('01/07/2024');
    await dialog().getByText('Trong văn bản có "V/v"').waitFor();
    expect(await clerk.look('register-other')).toEqual([]);
    await dialog().getByLabel('Trích yếu').fill('đôn đốc nộp đảng phí 6 tháng đầu năm 2024 của các chi bộ trực thuộc');
    await act('Ghi vào sổ');
    await grid().getByText('04-CV/ĐU').waitFor();
  });

  it('gives a document of the program its number, and reports a gap', async () => {
    await clerk.goTo('/documents/thong-bao-lich/period=2024-07');
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await dialog().getByText('Số tiếp theo của dãy: 01').waitFor();
    await dialog().getByLabel('Ngày văn bản').fill('28/06/2024');
    await dialog().getByLabel('Họ và tên người ký').fill('Nguyễn Thị Minh Nguyệt');
    await act('Ban hành và xuất tệp');
    await dialog().waitFor({ state: 'detached' });
    await clerk.goTo('/documents/register');
    await grid().getByText('01-TB/ĐU').waitFor();
    await page.keyboard.press('Control+n');
    await dialog().getByLabel('Số', { exact: true }).fill('7');
    await dialog().getByLabel('Ngày văn bản').fill('02/07/2024');
    await dialog().getByLabel('Trích yếu').fill('mời họp giao ban bí thư chi bộ tháng 7 năm 2024');
    await dialog().getByText('bỏ cách số').waitFor();
    await act('Ghi vào sổ');
    await page.getByRole('button', { name: 'khuyết 2 số' }).waitFor();
  });

  it('moves a document on by the keyboard and shows where it stands', async () => {
    await grid().getByText('01-TB/ĐU').click();
    await page.keyboard.press('Alt+ArrowRight');
    await dialog().getByLabel('Gửi đến').fill('Các chi bộ trực thuộc');
    expect(await clerk.look('register-state')).toEqual([]);
    await act('Ghi');
    await grid()
      .getByText(/^Đã gửi/)
      .waitFor();
    expect(await clerk.look('register')).toEqual([]);
    await page.getByRole('button', { name: 'khuyết 2 số' }).click();
    await dialog().getByText('khuyết số 05–06').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await grid().getByText('01-TB/ĐU').dblclick();
    await dialog().getByRole('link', { name: 'Mở văn bản như khi in' }).click();
    await page.locator('.preview-paper').getByText('THÔNG BÁO', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sổ văn bản' }).click();
    await grid().waitFor();
    await clerk.goTo('/settings');
    await page.getByText('Người ký, nơi nhận').click();
    await page.getByText('Cơ quan ban hành khác').scrollIntoViewIfNeeded();
    expect(await clerk.look('settings-bodies')).toEqual([]);
    await page.getByText('Thể loại văn bản', { exact: true }).click();
    await page.getByText('Thể loại 3', { exact: true }).waitFor();
    expect(clerk.complaints).toEqual([]);
  });
});
