import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';
import { readTruth } from '../support/truth.ts';

describe.skipIf(!requireTool('chromium'))('documents before they are issued, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const grid = () => page.getByRole('grid', { name: 'Văn bản của kỳ' });

  it('lists the documents of the period under their kinds, from the place of the reports', async () => {
    await clerk.goTo('/reports');
    await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText('Văn bản', { exact: true }).click();
    await grid().getByText('Báo cáo kết quả sinh hoạt chi bộ tháng 7 năm 2024').first().waitFor();
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Các mục' }).locator('[aria-current]').textContent())
      .toBe('Báo cáo');
  });

  it('opens one as it will print', async () => {
    await page.getByPlaceholder('Tìm văn bản; không cần dấu').fill('thong bao lich');
    await grid().getByText('Thông báo lịch dự sinh hoạt tháng 07-2024').dblclick();
    await page.getByRole('heading', { name: 'Thông báo lịch dự sinh hoạt tháng 07-2024' }).waitFor();
    await page.locator('.preview-paper').getByText('THÔNG BÁO', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await grid().waitFor();
  });

  const paper = () => page.locator('.preview-paper');
  const pane = () => page.getByRole('complementary', { name: 'Lời văn và con số' });

  it('a click on a paragraph edits it; saved, it is on the paper', async () => {
    await page.getByPlaceholder('Tìm văn bản; không cần dấu').fill('');
    await clerk.goTo('/documents/BC-09/period=2024-07');
    await paper().getByText('Tỷ lệ đảng viên dự sinh hoạt đạt').click();
    const field = pane().getByLabel('Lời của đoạn');
    await expect.poll(() => field.inputValue()).toContain('(175/188 lượt)');
    expect(await clerk.look('document-editing')).toEqual([]);
    await field.fill('Tỷ lệ đảng viên dự sinh hoạt đạt 93,1% (175/188 lượt), cần giữ vững.');
    await page.keyboard.press('Control+s');
    await paper().getByText('cần giữ vững').waitFor();
    await field.waitFor({ state: 'detached' });
  });

  it('shows both texts when the figures have changed, and prints the clerk’s until he says otherwise', async () => {
    const [meeting] = readTruth('commune-b').meetings.filter(({ date }) => date?.startsWith('2024-07'));
    const id = meeting?.id ?? '';
    const { form } = await clerk.client.meetings.get({ id });
    const absent_excused = (form.absent_excused ?? 0) + 1;
    await clerk.client.meetings.save({ id, form: { ...form, present: (form.present ?? 0) - 1, absent_excused } });
    await page.keyboard.press('F5');
    await pane().getByRole('region', { name: 'Lời mới của chương trình' }).getByText('174/188').waitFor();
    await paper().getByText('cần giữ vững').waitFor();
    expect(await clerk.look('document-both')).toEqual([]);
    await pane().getByRole('button', { name: 'Dùng lời mới' }).click();
    await paper().getByText('174/188').waitFor();
  });

  it('a click on a figure opens the records behind it', async () => {
    await paper().locator('span[data-link$="/total/meetings_below_minimum"]').first().click();
    await page.getByRole('dialog').getByText('5 buổi sinh hoạt').waitFor();
    expect(await clerk.look('document-figure')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is issued from its page: number and day are on the paper then', async () => {
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    const write = page.getByRole('dialog').getByRole('button', { name: 'Ban hành và xuất tệp' });
    await write.waitFor();
    await write.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await paper()
      .getByText(/^Số 0?1-BC\/ĐU$/)
      .waitFor();
  });

  it('stands in the list with its number, day and state, and is found by Ctrl+K', async () => {
    await clerk.goTo('/documents');
    const line = grid().getByRole('row').filter({ hasText: 'Báo cáo kết quả sinh hoạt chi bộ tháng 7 năm 2024' });
    await line.getByText('01-BC/ĐU').waitFor();
    await line.getByText('Đã ký').waitFor();
    await page.keyboard.press('Control+k');
    const found = page.getByRole('dialog', { name: 'Tìm' });
    await found.getByRole('combobox').fill('bc-09');
    await found.getByRole('option').filter({ hasText: 'BC-09' }).first().waitFor();
    await found.getByRole('combobox').fill('mau word');
    await found.getByRole('option', { name: 'Mẫu Word Thiết lập' }).click();
    await page.getByRole('grid', { name: 'Mẫu Word' }).waitFor();
    await page.getByRole('radiogroup', { name: 'Phần thiết lập' }).getByText('Nhiệm kỳ', { exact: true }).click();
    await page.getByRole('button', { name: 'Thêm nhiệm kỳ' }).waitFor();
  });

  it('asks before what was chosen for its issue is thrown away', async () => {
    await clerk.goTo('/documents/thong-bao-lich/period=2024-07');
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    const asked = page.getByRole('dialog');
    await asked.getByLabel('Họ và tên người ký').fill('Nguyễn Thị Minh Nguyệt');
    await page.keyboard.press('Escape');
    await asked.getByRole('button', { name: 'Bỏ, không lưu' }).click();
    await asked.waitFor({ state: 'detached' });
  });

  it('refuses nothing and throws nothing on the way', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
