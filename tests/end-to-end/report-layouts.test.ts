import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('the layout of a return form, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const columnNames = async (period: string) =>
    (await clerk.client.reports.run({ code: 'BC-05', period })).columns.map(({ label }) => label);

  it('hides, moves and renames columns, and prints the form so from the day given', async () => {
    await clerk.goTo('/reports/BC-05');
    await button('Bố cục biểu…').click();
    await page.getByText('Bố cục mặc định', { exact: true }).waitFor();
    expect(await clerk.look('layout-standard')).toEqual([]);
    const before = await columnNames('2024-07');
    await page.getByLabel('In cột Trong đó: chi bộ khu dân cư').uncheck();
    const due = page.getByLabel('Tên in: Cột Phải dự');
    await due.focus();
    await due.press('Alt+ArrowDown');
    expect(await due.evaluate((field) => field === document.activeElement)).toBe(true);
    await due.fill('Triệu tập');
    await button('Nhóm mới từ đây').click();
    await page.getByLabel('Tên in: Nhóm Nhóm mới').fill('Số đảng viên được triệu tập dự sinh hoạt chi bộ trong kỳ');
    expect(await clerk.look('layout-changed')).toEqual([]);
    await page.getByText('Tên, nơi nhận, hạn, ký').click();
    await page.getByRole('textbox', { name: 'Nơi nhận' }).fill('Ban Tổ chức Tỉnh ủy (Phòng Tổ chức đảng và đảng viên)');
    await page.getByLabel('Hạn gửi: ngày').fill('5');
    await page.getByLabel('Ghi chú dưới biểu').fill('Theo mẫu của Ban Tổ chức Tỉnh ủy.');
    expect(await clerk.look('layout-words')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('Bố cục riêng từ 01/07/2024').waitFor();
    const after = await columnNames('2024-07');
    expect(after).toHaveLength(before.length - 1);
    expect(after.indexOf('Triệu tập')).toBe(after.indexOf('Có mặt') + 1);
    expect(await columnNames('2024-06')).toEqual(before);
    await page.getByText('Các bản', { exact: true }).click();
    await page.getByRole('button', { name: 'từ 01/07/2024' }).waitFor();
    expect(await clerk.look('layout-history')).toEqual([]);
  });

  it('asks before what is typed is left, takes a saved layout back, and goes back to the program’s', async () => {
    await page.getByText('Cột số liệu', { exact: true }).click();
    await page.getByLabel('In cột Có mặt').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByText('chưa được lưu').waitFor();
    await button('Ở lại').click();
    await button('Lưu').click();
    await page.getByText('Chưa lưu', { exact: true }).waitFor({ state: 'hidden' });
    expect(await columnNames('2024-07')).not.toContain('Có mặt');
    await button('Hoàn tác').click();
    await page.getByText('Đã hoàn tác').waitFor();
    expect(await columnNames('2024-07')).toContain('Có mặt');
    await page.getByLabel('In cột Có mặt').and(page.locator(':checked')).waitFor();
    await button('Dùng lại mặc định').click();
    await page.getByText('Bố cục mặc định', { exact: true }).waitFor();
    expect(await columnNames('2024-07')).not.toContain('Triệu tập');
    await button('Hoàn tác').click();
    await page.getByText('Bố cục riêng từ 01/07/2024').waitFor();
    expect(await columnNames('2024-07')).toContain('Triệu tập');
  });

  it('lists receivers and deadlines of the period, and the records of a report beside its figures', async () => {
    await clerk.goTo('/reports');
    const grid = page.getByRole('grid', { name: 'Báo cáo' });
    await grid.getByText('05/08/2024').waitFor();
    await grid.getByText('Quá hạn, chưa chốt').waitFor();
    expect(await clerk.look('reports-due')).toEqual([]);
    await clerk.goTo('/reports/BC-03');
    await page.getByRole('radiogroup', { name: 'Số liệu hay danh sách' }).locator('label').nth(1).click();
    await page.locator('[role="grid"] .data-table-row').first().waitFor();
    expect(await clerk.look('report-list')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
