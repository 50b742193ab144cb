import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { resourcesDir } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';
import { smallPng } from '../support/small-png.ts';

const renew = process.env.SOCHIBO_RENEW_HELP === '1';

describe.skipIf(!requireTool('chromium'))('help, in Chromium', () => {
  let clerk: ClerkWindow;
  beforeAll(async () => {
    clerk = await openSampleWindow();
  });
  afterAll(() => clerk.close());

  it('F1 tells of the screen one is on, with the keys it listens to now', async () => {
    const { page } = clerk;
    await clerk.goTo('/meetings/entry');
    await page.getByRole('button', { name: 'Lưu', exact: true }).waitFor();
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Trợ giúp về màn hình này' });
    await help.getByRole('heading', { name: 'Nhập nhanh số liệu, vắng nhiều kỳ' }).waitFor();
    const keys = help.getByRole('region', { name: 'Phím tắt' });
    await keys.getByText('Ctrl+S', { exact: true }).waitFor();
    expect(await clerk.look('help-f1')).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await clerk.goTo('/today');
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor();
    await page.keyboard.press('F1');
    await help.getByRole('heading', { name: 'Hôm nay: việc cần làm' }).waitFor();
    expect(await keys.getByText('Ctrl+S', { exact: true }).count()).toBe(0);
    await help.getByRole('link', { name: /Mở trang này/ }).click();
    await page.getByRole('navigation', { name: 'Các trang trợ giúp' }).waitFor();
  });

  it('a page is found without diacritics, by its words and by Ctrl+K; a door of it leads on', async () => {
    const { page } = clerk;
    await clerk.goTo('/help');
    await page.getByLabel('Tìm trong trợ giúp…').fill('khoi phuc');
    await page.getByRole('link', { name: 'Sao lưu và khôi phục', exact: true }).click();
    await page.getByRole('heading', { name: 'Sao lưu và khôi phục' }).waitFor();
    expect(await clerk.look('help-page')).toEqual([]);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('phim tat');
    await page.getByRole('option', { name: /Phím tắt và trợ giúp/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Phím tắt và trợ giúp' }).waitFor();
    expect(clerk.complaints).toEqual([]);
  });

  // The sample office has no roster of members.
  it('the first hour ticks itself off by what the office holds', async () => {
    const { page } = clerk;
    await clerk.goTo('/help/tu-tep-excel-den-bao-cao-dau-tien');
    const steps = page.getByRole('article').getByRole('listitem');
    await expect.poll(() => steps.allInnerTexts()).toHaveLength(5);
    const done = async () => (await steps.allInnerTexts()).map((text) => text.startsWith('Đã xong'));
    await expect.poll(done).toEqual([true, true, false, true, false]);
    await clerk.client.frozen.freeze({
      ...{ code: 'BC-05', about: { period: '2024-07' }, number: 1, date: '2024-08-05', signer: null, earlier: null },
    });
    await page.keyboard.press('F5');
    await expect.poll(done).toEqual([true, true, false, true, true]);
    await clerk.look('help-first-hour');
  });

  it('an action of Ctrl+K begins the work', async () => {
    const { page } = clerk;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('ghi kien nghi');
    await page.getByRole('option', { name: /^Ghi kiến nghị/ }).waitFor();
    await page.getByRole('option', { name: /^Ghi kiến nghị/ }).click();
    await page.getByRole('dialog', { name: /kiến nghị/i }).waitFor();
    await page.keyboard.press('Escape');
  });

  const renewPictures = async () => {
    const { page } = clerk;
    await page.setViewportSize({ width: 1180, height: 640 });
    const pictures = {
      'hom-nay': '/today',
      'lich-thang': '/schedule',
      'kien-nghi': '/petitions',
      'sao-luu': '/settings/backups',
    };
    const keep = async (name: string) => {
      await page.waitForFunction(() => !document.querySelector('.state-wait'));
      await page.waitForTimeout(800);
      writeFileSync(join(resourcesDir, 'help', 'images', `${name}.png`), smallPng(await page.screenshot()));
    };
    for (const [name, path] of Object.entries(pictures)) {
      await clerk.goTo(path);
      await page.waitForLoadState('networkidle');
      await keep(name);
    }
    await clerk.goTo('/meetings');
    const meetings = page.getByRole('grid', { name: 'Sinh hoạt chi bộ' });
    await meetings.locator('[aria-selected]').nth(3).waitFor();
    await meetings.press('ArrowDown');
    await meetings.press('Enter');
    await page.getByRole('region', { name: 'Biên bản như khi in' }).waitFor();
    await keep('buoi-sinh-hoat');
    await clerk.goTo('/reports/BC-05');
    const sheet = page.getByRole('grid', { name: /^BC-05/ });
    await sheet.locator('[aria-selected]').nth(3).waitFor();
    await sheet.press('Enter');
    await page.getByRole('grid', { name: 'Các dòng của số này' }).locator('[aria-selected]').first().waitFor();
    await keep('bao-cao-bc-05');
    await clerk.goTo('/imports');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp…' }).click();
    await (await chooser).setFiles(join(import.meta.dirname, '../fixtures/commune-b/danh-sach-dang-vien.xlsx'));
    await page.getByRole('button', { name: 'Đọc 1 tệp' }).click();
    await page.getByRole('button', { name: 'Tiếp: quyết định' }).waitFor();
    await keep('nhap-du-lieu');
  };
  // Defined only when asked for: a skipped test is a failure in CI.
  if (renew) it('renews the pictures of the help', renewPictures);
});

describe.skipIf(!requireTool('chromium'))('help before there is an office, in Chromium', () => {
  it('F1 opens the first hour, and its doors turn the page there', async () => {
    const clerk = await openClerkWindow();
    try {
      const { page } = clerk;
      await page.getByRole('button', { name: 'Mở sổ' }).waitFor();
      await page.keyboard.press('F1');
      const help = page.getByRole('dialog');
      await help.getByRole('heading', { name: 'Từ tệp Excel đến báo cáo đầu tiên' }).waitFor();
      await expect.poll(() => help.getByText('Chưa làm:').count()).toBe(5);
      await help.getByRole('link', { name: 'Ghi buổi sinh hoạt' }).click();
      await help.getByRole('heading', { name: 'Ghi buổi sinh hoạt và in biên bản' }).waitFor();
    } finally {
      await clerk.close();
    }
  });
});
