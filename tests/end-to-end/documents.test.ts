import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.skipIf(!requireTool('chromium'))('documents before they are issued, in Chromium', () => {
  let made: TruthOffice;
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    made = await truthOffice('commune-b');
    made.office.close();
    clerk = await openClerkWindow();
    page = clerk.page;
    page.setDefaultTimeout(8000);
    await page.getByLabel('Đường dẫn tệp').fill(made.office.path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    await page.evaluate(() => sessionStorage.setItem('period', '2024-07'));
    await page.reload();
  });
  afterAll(async () => {
    await clerk.close();
    made.remove();
  });

  const grid = () => page.getByRole('grid', { name: 'Văn bản của kỳ' });

  it('lists the documents of the period under their kinds, from the place of the reports', async () => {
    await clerk.goTo('/reports');
    await page.getByRole('radiogroup', { name: 'Cách xem' }).getByText('Văn bản', { exact: true }).click();
    await grid().getByText('Thông báo lịch dự sinh hoạt tháng 07-2024').waitFor();
    expect(await page.getByRole('navigation', { name: 'Các mục' }).locator('[aria-current]').textContent()).toBe(
      'Báo cáo',
    );
    expect(await clerk.look('documents')).toEqual([]);
  });

  it('opens one as it will print', async () => {
    await page.getByPlaceholder('Tìm văn bản; không cần dấu').fill('thong bao lich');
    await grid().getByText('Thông báo lịch dự sinh hoạt tháng 07-2024').dblclick();
    await page.getByRole('heading', { name: 'Thông báo lịch dự sinh hoạt tháng 07-2024' }).waitFor();
    await page.locator('.preview-paper').getByText('THÔNG BÁO', { exact: true }).waitFor();
    expect(await clerk.look('document-notice')).toEqual([]);
    await page.keyboard.press('Escape');
    await grid().waitFor();
  });

  it('refuses nothing and throws nothing on the way', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
