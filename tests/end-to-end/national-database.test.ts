import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { importSample, sampleFiles } from '../support/imported-office.ts';
import { requireTool } from '../support/requirements.ts';

describe.skipIf(!requireTool('chromium'))('the national database in the window', () => {
  let clerk: ClerkWindow;
  beforeAll(async () => {
    clerk = await openClerkWindow();
    const rosters = ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx'];
    const { office } = await importSample('commune-b', clerk.folder, [rosters]);
    office.close();
    await clerk.client.office.open({ path: join(clerk.folder, 'commune-b.sochibo') });
    await clerk.page.reload();
  }, 60_000);
  afterAll(() => clerk.close());

  it('shows what the office and the file do not have alike, and leads to the member', { timeout: 60_000 }, async () => {
    const { page } = clerk;
    await clerk.goTo('/imports');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp…' }).click();
    await (await chooser).setFiles(sampleFiles('commune-b', ['dang-vien-csdl.xlsx']).map(({ path }) => path));
    await page.getByRole('button', { name: 'Đọc 1 tệp' }).click();
    await page.getByRole('button', { name: 'Đối chiếu CSDL' }).click();
    const list = page.getByRole('grid', { name: 'Đối chiếu với cơ sở dữ liệu' });
    await list.waitFor();
    expect(await clerk.look('reconciliation')).toEqual([]);
    await page.getByText(/^Chỉ có trong sổ \d+$/u).click();
    const first = list.locator('[role="row"][aria-selected]').first();
    const name = (await first.getByRole('gridcell').first().textContent()) ?? '';
    expect(await clerk.look('reconciliation-only-here')).toEqual([]);
    await first.dblclick();
    await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
  });

  it('BC-15 asks for the leavers and hands over the file', { timeout: 30_000 }, async () => {
    const { page } = clerk;
    await clerk.goTo('/reports');
    await page.getByRole('button', { name: 'Xuất theo cột CSDL' }).click();
    await page.getByLabel(/Cả người đã chuyển đi/u).check();
    expect(await clerk.look('national-list')).toEqual([]);
    // Refused in words while identity numbers are covered (leaving.test.ts).
    await clerk.client.people.showNumbers({ shown: true });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất Excel', exact: true }).last().click();
    expect((await download).suggestedFilename()).toMatch(/^BC-15 .*\.xlsx$/u);
  });
});
