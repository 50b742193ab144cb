import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byKeys } from '../support/by-keys.ts';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('the daily work by keys alone, in Chromium', () => {
  let clerk: ClerkWindow;
  let member: { id: string };
  beforeAll(async () => {
    clerk = await openSampleWindow();
    const cells = await clerk.client.organisations.list({ all: false });
    const to_cell_id = cells.find(({ name }) => name === 'Chi bộ thôn Pa Hy')?.id ?? null;
    member = await clerk.client.members.create({
      form: { ...emptyMemberForm, full_name: 'Lục Xuân Thắng', gender: 'male', birth_date: '1980' },
      event: eventOf('CHUYEN_DEN', { date: '2024-03-01', to_cell_id, place: 'Xã bên', standing: 'full' }),
    });
  });
  afterAll(() => clerk.close());

  it('corrects a birth date', async () => {
    const { page } = clerk;
    const { find, press, type, keys } = byKeys(page);
    await find('luc xuan thang', /^Lục Xuân Thắng/);
    await press(page.getByRole('link', { name: 'Mở hồ sơ đầy đủ' }));
    await type(page.getByLabel('Ngày sinh'), '5/8/1996');
    await keys('Control+S');
    const birthDate = async () => (await clerk.client.members.get(member)).member.birth_date;
    await expect.poll(birthDate).toBe('1996-08-05');
  });

  it('records who came to a meeting and prints the minutes', async () => {
    const { page } = clerk;
    const { find, press, keys } = byKeys(page);
    await find('sinh hoat', /^Sinh hoạt/);
    const list = page.getByRole('grid', { name: 'Sinh hoạt chi bộ' });
    await list.locator('[data-current]').waitFor();
    await page.keyboard.type('pa hy');
    await keys('ArrowDown', 'Enter');
    await press(page.getByRole('navigation', { name: 'Các bước' }).getByRole('button', { name: /Điểm danh/ }));
    await press(page.getByRole('button', { name: 'Điểm danh từng người' }));
    const roll = page.getByRole('grid', { name: 'Điểm danh' });
    await byKeys(page).reach(roll);
    await keys('Home', 'k', 'Control+S');
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    const printed = page.waitForRequest(/people\/note/);
    await keys('Control+P');
    expect((await printed).postData()).toContain('print');
    // The browser's own printing has the keys for as long as it is there.
    const left = async () => {
      await keys('Escape');
      return list.isVisible();
    };
    await expect.poll(left, { interval: 300 }).toBe(true);
    const palette = page.getByRole('dialog');
    const hears = async () => {
      await keys('Control+K');
      return palette.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(hears).toBe(true);
    await keys('Escape');
    await palette.waitFor({ state: 'detached' });
  });

  it('plans a visit and moves it to another day', async () => {
    const { page } = clerk;
    const { find, type, pick, keys, reach } = byKeys(page);
    await find('lich thang', /^Lịch tháng/);
    await page.getByRole('grid', { name: 'Lịch tháng' }).waitFor();
    await keys('Control+N');
    const dialog = page.getByRole('dialog');
    await pick(dialog.getByLabel(/^Cán bộ/), '');
    await pick(dialog.getByLabel(/^Chi bộ/), 'thon chua');
    await type(dialog.getByLabel('Ngày dự'), '10/7/2024');
    await keys('Control+S');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[data-day="2024-07-10"] .plan-chip').waitFor();
    await reach(page.locator('[data-day="2024-07-03"]'));
    await keys('ArrowDown', 'Enter', 'Control+ArrowRight');
    await type(dialog.getByLabel('Nói rõ thêm'), 'Chi bộ đổi ngày');
    await keys('Control+S');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[data-day="2024-07-11"] .plan-chip').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor();
    await keys('Control+Z');
    await page.locator('[data-day="2024-07-10"] .plan-chip').waitFor();
  });

  it('writes a petition down, answers it and reports back to the cell', async () => {
    const { page } = clerk;
    const { find, type, pick, keys, press } = byKeys(page);
    await find('kien nghi', /^Kiến nghị/);
    await keys('Control+N');
    const dialog = page.getByRole('dialog');
    await pick(dialog.getByLabel(/^Chi bộ/), 'pa hy');
    await type(dialog.getByLabel('Ngày nêu'), '1/7/2024');
    await type(dialog.getByLabel('Nội dung'), 'Làm đường vào thôn');
    await keys('Control+S');
    await dialog.waitFor({ state: 'detached' });
    const pane = page.getByRole('complementary');
    for (const [button, date] of [
      ['Tiếp nhận', '2/7/2024'],
      ['Ghi trả lời', '20/7/2024'],
      ['Báo lại chi bộ', '25/7/2024'],
    ] as const) {
      await press(pane.getByRole('button', { name: button, exact: true }));
      await type(dialog.locator('input').first(), date);
      await keys('Control+S');
      await dialog.waitFor({ state: 'detached' });
    }
    await pane.getByText('Đã báo lại chi bộ').waitFor();
  });
});
