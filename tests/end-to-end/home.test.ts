import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { truthOffice } from '../support/truth-office.ts';

describe.skipIf(!requireTool('chromium'))('the page of today, in Chromium', () => {
  let clerk: ClerkWindow;
  let officePath: string;
  let remove: () => void;

  beforeAll(async () => {
    const made = await truthOffice('commune-b');
    officePath = made.office.path;
    made.office.close();
    remove = made.remove;
    clerk = await openClerkWindow();
  });
  afterAll(async () => {
    await clerk.close();
    remove();
  });

  it('says what would fill an empty office', async () => {
    const { page } = clerk;
    await page.getByLabel('Tên cấp ủy').fill('Đảng ủy xã Thủy Khoan');
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Tuyên Quang');
    await page.getByLabel('Địa danh').fill('Thủy Khoan');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, 'trong.sochibo'));
    await page.getByRole('button', { name: 'Tạo sổ' }).click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
    await clerk.goTo('/today');
    await page.getByText('Sổ chưa có chi bộ nào').waitFor();
    expect(await clerk.look('home-empty')).toEqual([]);
  });

  it('lists the work, each number with its records, and the year in charts that open their report', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
    await page.getByLabel('Đường dẫn tệp').fill(officePath);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    const behind = page.getByRole('button', { name: /chưa đủ định mức/u });
    await behind.waitFor();
    expect(await clerk.look('home')).toEqual([]);
    const count = /(\d+) cán bộ/u.exec((await behind.textContent()) ?? '')?.[1];
    await behind.click();
    const records = page.getByRole('grid', { name: /chưa đủ định mức/u });
    await records.waitFor();
    await expect.poll(() => records.getAttribute('aria-rowcount')).toBe(String(Number(count) + 1));
    expect(await clerk.look('home-records')).toEqual([]);
    await records.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.goBack();
    await page.getByTitle('Xem các dòng của Tháng 7/2024').click();
    await page.getByText('BC-05').first().waitFor();
    expect(clerk.complaints).toEqual([]);
  });
});
