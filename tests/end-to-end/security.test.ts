import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

const passphrase = 'sông Thạch Hãn mùa lũ';
const renewed = 'núi Hòn Lèn mùa khô';

describe.skipIf(!requireTool('chromium'))('the passphrase of the office, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;
  let code = '';

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const cover = () => page.getByRole('dialog', { name: /Sổ đang khóa|Mở sổ có mật khẩu/u });
  const secret = () => cover().getByLabel('Mật khẩu hoặc mã khôi phục');
  const place = () => page.getByLabel('Địa danh');

  it('is typed twice, its strength said in words, and the recovery code shown to be printed', async () => {
    await clerk.goTo('/settings/security');
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('12345678');
    await page.getByText('Còn yếu', { exact: false }).waitFor();
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(passphrase);
    await page.getByText('Mạnh.').waitFor();
    await page.getByLabel('Nhập lại mật khẩu mới').fill(passphrase);
    expect(await clerk.look('security-first')).toEqual([]);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    const paper = page.getByRole('region', { name: 'Mã khôi phục' });
    await paper.waitFor();
    code = (await paper.locator('.recovery-code span').allTextContents()).join('-');
    expect(code).toMatch(/^(\w{4}-){8}\w{4}$/u);
    expect(await clerk.look('security-code')).toEqual([]);
    await paper.getByRole('button', { name: 'Đã cất, ẩn mã' }).click();
    await page.getByRole('button', { name: 'Đổi mật khẩu…' }).waitFor();
    expect(await clerk.look('security')).toEqual([]);
  });

  it('locked by hand, the window is covered, takes no wrong passphrase, and goes on where it was', async () => {
    await clerk.goTo('/settings/office');
    await place().fill('Nửa chừng');
    await page.keyboard.press('Control+Shift+L');
    await cover().waitFor();
    await secret().waitFor();
    expect(await clerk.look('locked')).toEqual([]);
    // Neither the mouse nor the keyboard reaches what is under it.
    expect(await page.evaluate(() => document.elementFromPoint(300, 300)?.closest('dialog.unlock') !== null)).toBe(
      true,
    );
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.frame') ?? null)).toBeNull();
    }
    await page.keyboard.press('Escape');
    await secret().fill('sai hoàn toàn');
    await page.keyboard.press('Enter');
    await cover().getByText('không đúng', { exact: false }).waitFor();
    await secret().fill(passphrase);
    await page.keyboard.press('Enter');
    await cover().waitFor({ state: 'detached' });
    await expect.poll(() => place().inputValue()).toBe('Nửa chừng');
    expect(await place().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('locks itself above an open dialog when nobody has worked for the minutes it says', async () => {
    await page.clock.install();
    await clerk.goTo('/settings/security');
    await page.getByLabel('Khóa sổ khi không dùng').selectOption('5');
    await expect.poll(async () => (await clerk.client.access.state()).auto_lock).toBe(5);
    await page.getByRole('button', { name: 'In lại mã khôi phục…' }).click();
    await page.getByRole('dialog').getByLabel('Mật khẩu hoặc mã khôi phục').fill('đang gõ dở');
    await page.clock.fastForward(4 * 60_000);
    expect(await cover().count()).toBe(0);
    await page.clock.fastForward(70_000);
    await cover().waitFor();
    expect(await page.evaluate(() => document.elementFromPoint(683, 384)?.closest('dialog.unlock') !== null)).toBe(
      true,
    );
    await secret().fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await cover().waitFor({ state: 'detached' });
    await expect
      .poll(() => page.getByRole('dialog').getByLabel('Mật khẩu hoặc mã khôi phục').inputValue())
      .toBe('đang gõ dở');
    await page.keyboard.press('Escape');
  });

  it('a forgotten passphrase is replaced with the recovery code, by the way the window shows', async () => {
    await clerk.goTo('/today');
    // From the menu or by its keys, also where a dialog is open.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Tìm đảng viên/u }).waitFor();
    await page.keyboard.press('Control+Shift+L');
    await cover().waitFor();
    await secret().fill(code);
    await page.keyboard.press('Enter');
    await cover().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('contentinfo').getByRole('link', { name: 'mở bằng mã khôi phục: đặt mật khẩu mới' }).click();
    await page.getByText('Sổ đang mở bằng mã khôi phục.', { exact: false }).waitFor();
    expect(await clerk.look('security-forgotten')).toEqual([]);
    await page.getByRole('button', { name: 'Đổi mật khẩu…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Đổi mật khẩu: Văn phòng' });
    await dialog.getByLabel('Mật khẩu cũ hoặc mã khôi phục').fill(code);
    for (const label of ['Mật khẩu mới', 'Nhập lại mật khẩu mới']) {
      await dialog.getByLabel(label, { exact: true }).fill(renewed);
    }
    expect(await clerk.look('security-forgotten-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+L');
    await cover().waitFor();
    await secret().fill(passphrase);
    await page.keyboard.press('Enter');
    await cover().getByText('không đúng', { exact: false }).waitFor();
    await secret().fill(renewed);
    await page.keyboard.press('Enter');
    await cover().waitFor({ state: 'detached' });
    await page.getByText('(đang mở sổ)').waitFor();
    expect(await page.getByText('mở bằng mã khôi phục', { exact: false }).count()).toBe(0);
  });

  it('a window that is loaded while the office is locked asks for it, and a closed one is opened with it', async () => {
    await clerk.client.access.lock();
    await page.reload();
    await cover().waitFor();
    await secret().fill(renewed);
    await page.keyboard.press('Enter');
    // The screen that asks has a button of that name, too.
    await cover().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    const { path } = (await clerk.client.office.current({})) ?? { path: '' };
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
    await page.getByLabel('Đường dẫn tệp').fill(path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await cover().waitFor();
    await secret().fill(renewed);
    await page.keyboard.press('Enter');
    await cover().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    // A refusal is an answer like any other; the browser notes it all the same.
    expect(clerk.complaints.filter((words) => !words.includes('422'))).toEqual([]);
  });
});
