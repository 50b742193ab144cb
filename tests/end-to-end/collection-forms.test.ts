import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.skipIf(!requireTool('chromium'))('collection forms in Chromium', () => {
  let clerk: ClerkWindow;
  let sample: TruthOffice;

  beforeAll(async () => {
    sample = await truthOffice('district-a');
    sample.office.close();
    clerk = await openClerkWindow();
    await clerk.client.office.open({ path: sample.office.path });
    await clerk.page.reload();
  }, 120_000);
  afterAll(async () => {
    await clerk.close();
    sample.remove();
  });

  it('are made for every unit, reached from the imports, and say who has not answered', async () => {
    const { page } = clerk;
    await clerk.goTo('/imports');
    await page.getByRole('button', { name: 'Biểu thu thập…' }).click();
    await page.getByText(/đơn vị, .* chưa trả lời/u).waitFor();
    expect(await clerk.look('collecting')).toEqual([]);
    const download = page.waitForEvent('download', { timeout: 90_000 });
    await page.getByRole('button', { name: 'Tạo biểu cho mọi đơn vị (.zip)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Biểu tình hình sinh hoạt chi bộ tháng .*\.zip$/u);
    await page.getByText('Chưa trả lời').first().waitFor();
    expect(await clerk.look('collecting-sent')).toEqual([]);
    await page.getByLabel('Biểu', { exact: true }).selectOption({ label: 'Báo cáo dự SH' });
    await page.getByText(/cán bộ, .* chưa trả lời/u).waitFor();
    expect(await clerk.look('collecting-visits')).toEqual([]);
    await clerk.goTo('/');
    await page.getByRole('button', { name: /đơn vị chưa gửi lại biểu tình hình sinh hoạt chi bộ/u }).waitFor();
    expect(await clerk.look('collecting-home')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  }, 180_000);
});
