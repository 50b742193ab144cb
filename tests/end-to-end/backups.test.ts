import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byKeys } from '../support/by-keys.ts';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('backups of the office, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
    await clerk.goTo('/settings/backups');
    await page.getByRole('button', { name: 'Sao lưu ngay' }).waitFor();
  });
  afterAll(() => clerk.close());

  const pane = () => page.getByRole('complementary', { name: /^Bản sao lưu/u });
  const meetingsNow = async () => (await clerk.client.office.current({}))?.counts.meetings;

  it('makes one, and says in the foot of the window when', async () => {
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByRole('grid', { name: 'Bản sao lưu' }).getByText('Tự sao lưu', { exact: true }).waitFor();
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: /^sao lưu \d\d:\d\d/u })
      .waitFor();
    expect(await clerk.look('backups')).toEqual([]);
  });

  it('says what a backup holds and what restoring it would take back', async () => {
    const [last] = await clerk.client.office.history({ limit: 1 });
    await clerk.client.office.undo({ transaction: last?.transaction ?? 0 });
    expect(await meetingsNow()).toBe(0);
    await byKeys(page).reach(page.getByRole('grid', { name: 'Bản sao lưu' }));
    await page.keyboard.press('Enter');
    await pane()
      .getByText(/Hoàn tác: Nạp mẫu/u)
      .waitFor();
    expect(await clerk.look('backups-preview')).toEqual([]);
  });

  it('is restored by three keys, and the restore is taken back by one', async () => {
    const { press } = byKeys(page);
    await press(pane().getByRole('button', { name: 'Khôi phục bản này…' }));
    expect(await clerk.look('backups-restore')).toEqual([]);
    await press(page.getByRole('dialog').getByRole('button', { name: 'Khôi phục', exact: true }));
    await pane().getByText('Đã khôi phục.').waitFor();
    expect(await meetingsNow()).toBeGreaterThan(100);
    await page.getByRole('grid', { name: 'Bản sao lưu' }).getByText('Trước khi khôi phục').waitFor();
    expect(await clerk.look('backups-restored')).toEqual([]);
    await press(pane().getByRole('button', { name: 'Hoàn tác khôi phục' }));
    await expect.poll(meetingsNow).toBe(0);
  });

  it('refuses nothing and throws nothing on the way', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
