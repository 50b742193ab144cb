import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { importSample } from '../support/imported-office.ts';
import { nasty, writeNastyWorkbook } from '../support/nasty-workbook.ts';
import { requireTool } from '../support/requirements.ts';

describe.skipIf(!requireTool('chromium'))('an import talked over with the clerk', () => {
  let clerk: ClerkWindow;
  let page: ClerkWindow['page'];
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const sheet = () => page.getByRole('grid', { name: `Trang ${nasty.sheet}` });
  const side = () => page.getByRole('complementary', { name: 'Chi tiết của trang' });
  const box = (row: number, letter: string): Locator =>
    sheet()
      .locator(`[data-row="${row}"] .clerk-box`)
      .nth(letter.charCodeAt(0) - 65);
  const outcome = (row: number) => sheet().locator(`[data-row="${row}"] .clerk-outcome`);
  const heading = (letter: string) =>
    sheet()
      .getByRole('columnheader')
      .nth(letter.charCodeAt(0) - 63);
  const choose = async (name: string) => {
    await page.getByLabel('Tìm trong danh sách').fill(name);
    await page.getByRole('option', { name }).first().click();
  };
  const decided = () => button('Tiếp: quyết định').and(page.locator(':enabled')).waitFor();

  beforeAll(async () => {
    clerk = await openClerkWindow();
    ({ page } = clerk);
    page.setDefaultTimeout(20_000);
    const { office } = await importSample('commune-b', clerk.folder, [
      ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx'],
    ]);
    office.close();
    await clerk.client.office.open({ path: join(clerk.folder, 'commune-b.sochibo') });
    await page.reload();
    await clerk.goTo('/imports');
    const chooser = page.waitForEvent('filechooser');
    await button('Chọn tệp…').click();
    await (await chooser).setFiles(await writeNastyWorkbook(clerk.folder));
    await button('Đọc 1 tệp').click();
    await sheet().waitFor();
  }, 60_000);
  afterAll(() => clerk.close());

  it('shows the sheet with its headings, outcomes and marked boxes', async () => {
    await heading('B').getByText('Họ và tên').first().waitFor();
    expect(await clerk.look('wizard-sheet')).toEqual([]);
  });
});
