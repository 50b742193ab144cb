import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byKeys } from '../support/by-keys.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { communeOffice, communes, type OfficeAtWork, superiorOffice } from '../support/sending-communes.ts';

describe.skipIf(!requireTool('chromium'))('data packages in Chromium', () => {
  let clerk: ClerkWindow;
  let sender: OfficeAtWork;
  let superior: OfficeAtWork;

  beforeAll(async () => {
    sender = await communeOffice(communes[1]);
    superior = await superiorOffice('province');
    const { path } = superior.session.office;
    await superior.session.closeOffice();
    clerk = await openClerkWindow();
    await clerk.client.office.open({ path });
    await clerk.page.reload();
  }, 120_000);
  afterAll(async () => {
    await clerk.close();
    sender.remove();
    superior.remove();
  });

  it('are received after a look at what they would do, and made with a code to read out', async () => {
    const { page } = clerk;
    const { press, reach, keys } = byKeys(page);
    const file = await sender.send('2024-12', ['visits', 'petitions']);
    await clerk.goTo('/imports');
    await press(page.getByRole('button', { name: 'Gói dữ liệu…' }));
    const chooser = page.waitForEvent('filechooser');
    await press(page.getByRole('button', { name: 'Nhận từ cấp dưới…' }));
    await (await chooser).setFiles(file.path);
    await reach(page.getByLabel('Là tổ chức nào trong sổ'));
    await keys('End');
    await page.getByText(/Thêm mới Đảng bộ xã Bình An, trực thuộc/u).waitFor();
    expect(await clerk.look('packages-preview')).toEqual([]);
    await press(page.getByRole('button', { name: 'Ghi vào sổ' }));
    await page.getByText(/Đã nhận 1 gói/u).waitFor();
    await press(page.getByRole('button', { name: 'Xong' }));
    await page.getByRole('gridcell', { name: 'Đảng bộ xã Bình An' }).first().waitFor();
    expect(await clerk.look('packages')).toEqual([]);
    await page.getByRole('button', { name: 'Gửi lên cấp trên…' }).click();
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Lập gói' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.gsochibo$/u);
    await page.getByText(/Đọc mã đối chiếu/u).waitFor();
    expect(await clerk.look('packages-sent')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  }, 180_000);
});
