import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byKeys } from '../support/by-keys.ts';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('frozen reports, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');

  it('freezes a report with its number after showing what disagrees', async () => {
    await clerk.goTo('/reports/frozen');
    await page.getByText('Chưa chốt báo cáo nào').waitFor();
    await clerk.goTo('/reports/BC-05');
    const { press, type, keys } = byKeys(page);
    await press(button('Ban hành'));
    await dialog().getByText('Số tiếp theo của dãy: 01').waitFor();
    await dialog().getByText('không có số nào vênh nhau').waitFor();
    await press(dialog().locator('summary').filter({ hasText: 'Lưu ý:' }).first());
    await type(dialog().getByLabel('Số (…-BC/ĐU)'), '12');
    await keys('Enter');
    expect(
      await dialog()
        .getByLabel('Ngày văn bản')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await type(dialog().getByLabel('Ngày văn bản'), '5/8/2024');
    expect(await clerk.look('freeze-dialog')).toEqual([]);
    await keys('Control+S');
    await dialog().waitFor({ state: 'detached' });
    await clerk.goTo('/documents/register');
    await page.getByRole('grid', { name: 'Sổ văn bản' }).getByText('12-BC/ĐU').dblclick();
    await dialog().getByText('Xem như khi ban hành').click();
    await page.getByText('báo cáo số 12-BC/ĐU ngày 05/08/2024').waitFor();
    expect(await clerk.look('frozen-report')).toEqual([]);
  });

  it('shows what has changed since, the figures and the records, and keeps its own', async () => {
    const [frozen] = await clerk.client.frozen.list({});
    const before = await clerk.client.frozen.get({ id: frozen?.id ?? '' });
    // Another clerk's counts: one person fewer in the first cell that met.
    const sheet = await clerk.client.meetings.countSheet({ period: '2024-07' });
    const row = sheet.find(({ present }) => (present ?? 0) > 3);
    if (!row) throw new Error('no cell met');
    const { cell, grassroots, meeting_id, called, due_on, expected, ...counts } = row;
    const rows = [{ ...counts, present: (row.present ?? 0) - 1, absent_excused: (row.absent_excused ?? 0) + 1 }];
    await clerk.client.meetings.saveCounts({ period: '2024-07', rows, replace_rolls: [] });
    await page.reload();
    await button('Thay đổi từ khi chốt').click();
    const pane = page.getByRole('complementary', { name: 'Thay đổi từ khi chốt' });
    await pane.getByText('Tổng cộng · Dự sinh hoạt: Có mặt').waitFor();
    await pane.locator('summary').first().click();
    expect(await clerk.look('frozen-changes')).toEqual([]);
    expect(await clerk.client.frozen.get({ id: frozen?.id ?? '' })).toEqual(before);
    await button('Đối chiếu, quy tắc').click();
    await page.getByText('Quy tắc đã áp dụng').waitFor();
    expect(await clerk.look('frozen-more')).toEqual([]);
  });

  it('is replaced with a reason, and both are listed', async () => {
    await button('Thay thế').click();
    await dialog().getByLabel('Lý do').fill('Chi bộ báo cáo lại số có mặt');
    await button('Ban hành và xuất tệp').click();
    // The dialog names the report it replaces in the same words.
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Thay thế báo cáo số 12-BC/ĐU').waitFor();
    await clerk.goTo('/reports/frozen');
    const grid = page.getByRole('grid', { name: 'Báo cáo đã chốt' });
    await grid.getByText('Đã được thay thế').waitFor();
    await grid.getByText('Bản thay thế').waitFor();
    expect(await clerk.look('frozen-list')).toEqual([]);
    await clerk.goTo('/reports');
    const line = page.getByRole('grid', { name: 'Báo cáo' }).getByRole('row').filter({ hasText: 'BC-05' });
    // The one that stands is named, the one it replaces is not.
    await line.getByText('13-BC/ĐU').waitFor();
  });

  it('opens a document without figures as it was issued', async () => {
    const [minutes] = await clerk.client.documents.list({ period: '2024-07', code: 'BC-11' });
    if (!minutes) throw new Error('no cell met');
    const { code, about } = minutes;
    const { options } = await clerk.client.register.prepare({ code, about });
    const issued = await clerk.client.register.issue({ code, about, options: { ...options, date: '2024-07-05' } });
    await clerk.goTo(`/reports/frozen/${issued.frozen_id}`);
    await page.getByText('BIÊN BẢN').first().waitFor();
    expect(await clerk.look('frozen-document')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
