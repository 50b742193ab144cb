import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { requireTool } from '../support/requirements.ts';

/** In the window: the step is chosen and its field taken in one go, as a fast clerk does. */
async function goesToPlaceAndStays(): Promise<boolean> {
  const steps = [...document.querySelectorAll<HTMLElement>('.steps button')];
  steps.find(({ innerText }) => innerText.includes('Mở đầu'))?.click();
  await new Promise<void>((done) => queueMicrotask(done));
  const place = [...document.querySelectorAll('label')].find(({ innerText }) => innerText === 'Địa điểm')?.control;
  place?.focus();
  await new Promise((done) => setTimeout(done, 50));
  return place !== undefined && document.activeElement === place;
}

describe.skipIf(!requireTool('chromium'))('meetings and themes of a commune, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const grid = (name: string | RegExp) => page.getByRole('grid', { name });
  const rows = (table: Locator) => table.locator('[role="row"][aria-selected]');
  const step = (name: string) => page.getByRole('navigation', { name: 'Các bước' }).getByText(name).click();
  const cellInput = (row: number, column: string) =>
    page.locator('.entry-grid tbody tr').nth(row).locator(`input[data-column="${column}"]`);
  /** Another month of the window. */
  const period = async (value: string, path: string) => {
    await clerk.goTo(path);
    await page.evaluate((chosen) => sessionStorage.setItem('period', chosen), value);
    await page.reload();
  };
  const paste = (input: Locator, text: string) =>
    input.evaluate((field, copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', copied);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  it('starts with an office without cells, and says so', async () => {
    await page.getByLabel('Tên cấp ủy').fill('Đảng ủy xã Hướng Sơn');
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Hướng Sơn');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, 'huong-son.sochibo'));
    await button('Tạo sổ').click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
    await clerk.goTo('/themes');
    await page.getByText(/Chưa có chi bộ nào trong năm/).waitFor();
    expect(await clerk.look('themes-empty')).toEqual([]);
    await page.getByText('Danh mục', { exact: true }).click();
    await page.getByText('Danh mục chưa có chuyên đề nào').waitFor();
    await clerk.goTo('/meetings/entry');
    await page.getByText('Chưa có chi bộ nào trong kỳ này').waitFor();
    await clerk.goTo('/imports');
    const chooser = page.waitForEvent('filechooser');
    await button('Chọn tệp…').click();
    const names = ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx'];
    await (await chooser).setFiles(sampleFiles('commune-b', names).map(({ path }) => path));
    await button('Đọc 2 tệp').click();
    await button('Tiếp: quyết định').click({ timeout: 60_000 });
    const partly = page.getByLabel(/Ghi phần đúng/);
    if (await partly.count()) await partly.check();
    await button('Ghi vào sổ').click();
    await page.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor({ timeout: 30_000 });
  });

  it('types totals of a month like a sheet, and pastes a block from Excel', async () => {
    await period('2024-07', '/meetings/entry');
    await cellInput(3, 'date').fill('3');
    await cellInput(3, 'date').press('Tab');
    await page.keyboard.type('19h30');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2110');
    await cellInput(3, 'present').fill('8');
    await cellInput(3, 'present').press('Enter');
    await expect.poll(() => cellInput(3, 'date').inputValue()).toBe('03/07/2024');
    await expect.poll(() => cellInput(3, 'ended_at').inputValue()).toBe('21:10');
    await paste(cellInput(4, 'date'), '3\t19:30\t21:00\r\n4\t20:00\tmuộn\r\n');
    await expect.poll(() => cellInput(5, 'started_at').inputValue()).toBe('20:00');
    await page.getByText(/1 dòng có ô chưa đọc được/).waitFor();
    expect(await clerk.look('counts-wrong')).toEqual([]);
    await cellInput(5, 'ended_at').focus();
    await page.keyboard.press('Control+d');
    await button('Điền số theo danh sách đảng viên').click();
    expect(Number(await cellInput(3, 'due').inputValue())).toBe(8);
    expect(await clerk.look('counts')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã ghi số liệu 3 chi bộ/).waitFor();
  });

  it('calls the roll over the totals, votes with the base the roll gives, and gives a task', async () => {
    await clerk.goTo('/meetings');
    const list = grid('Sinh hoạt chi bộ');
    await rows(list).nth(3).waitFor();
    expect(await clerk.look('meetings-of-a-month')).toEqual([]);
    await list.press('Home');
    await list.press('Enter');
    await step('Chuẩn bị');
    await page.getByLabel('Nghỉ giữa giờ (phút)').fill('15');
    expect(await clerk.look('meeting-preparation')).toEqual([]);
    // A clerk is faster than the window: once in a field, nothing takes the focus away again.
    expect(await page.evaluate(goesToPlaceAndStays)).toBe(true);
    await page.getByLabel('Hình thức').selectOption('hybrid');
    await page.getByText('Họp trực tuyến chỉ theo hướng dẫn riêng').waitFor();
    await page.getByLabel('Hướng dẫn cho phép họp trực tuyến').fill('Hướng dẫn 05-HD/ĐU');
    expect(await clerk.look('meeting-opening')).toEqual([]);
    await step('Kết thúc');
    await page.getByText('Thời lượng 85 phút, ngắn hơn mức tối thiểu 90 phút.').waitFor();
    await step('Điểm danh');
    await button('Điểm danh từng người').click();
    const roll = grid('Điểm danh');
    await roll.press('Home');
    await roll.press('m');
    await roll.press('y');
    expect(await clerk.look('meeting-roll-call-more')).toEqual([]);
    await step('Biểu quyết');
    await button('Thêm biểu quyết').click();
    await expect.poll(() => page.getByLabel('Được biểu quyết').inputValue()).not.toBe('');
    const base = Number(await page.getByLabel('Được biểu quyết').inputValue());
    await page.getByLabel('Tán thành').fill(String(Math.floor(base / 2)));
    await page.getByText(/Không thông qua/).waitFor();
    await page.getByLabel('Tán thành').fill(String(base - 1));
    await page.getByText(/\. Thông qua \(cần ít nhất/).waitFor();
    expect(await clerk.look('meeting-votes')).toEqual([]);
    await step('Kết thúc');
    await button('Thêm nhiệm vụ').click();
    await page.getByLabel('Nhiệm vụ', { exact: true }).fill('Vận động 2 hộ hiến đất làm đường');
    await page.keyboard.press('Control+s');
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await rows(list).nth(0).waitFor();
  });

  it('hears in the next meeting what became of the task; a month without a meeting has its reason', async () => {
    await period('2024-08', '/meetings');
    const list = grid('Sinh hoạt chi bộ');
    await list.press('Home');
    await list.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Tháng này không họp…' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Lý do' }).fill('Mưa lũ, đường bị chia cắt');
    await page.keyboard.press('Escape');
    if ((await page.getByRole('dialog').count()) === 0) throw new Error('Esc closed the dialog and not the list');
    expect(await clerk.look('meeting-not-held')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi vào sổ' }).click();
    await list.getByText('Không họp: Mưa lũ, đường bị chia cắt').waitFor();
    await list.press('Home');
    for (let down = 0; down < 3; down += 1) await list.press('ArrowDown');
    await list.press('Enter');
    await page.getByRole('dialog').getByText('Chi bộ thôn Tân Hòa').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi và mở' }).click();
    await step('Nội dung');
    await page.getByRole('group', { name: /Vận động 2 hộ hiến đất/ }).waitFor();
    await page.getByLabel('Kết quả', { exact: true }).selectOption('done');
    await button('Nạp chương trình mẫu').click();
    const minutes = () =>
      page.locator('.preview-paper').evaluate((paper) => (paper.shadowRoot?.textContent ?? '').normalize('NFC'));
    await expect.poll(minutes).toContain('Kết quả thực hiện nhiệm vụ kỳ trước');
    expect(await clerk.look('meeting-prior-tasks')).toEqual([]);
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.getByText('Chưa lưu, nháp đã giữ').count()).toBe(0);
  });

  it('plans themes by quarter and sees what is missing', async () => {
    await clerk.goTo('/themes');
    await page.getByText('Danh mục', { exact: true }).click();
    await button('Thêm chuyên đề').click();
    await page.getByLabel('Tên chuyên đề').fill('Học tập và làm theo Bác về phong cách gần dân, vì dân');
    await page.getByLabel('Bắt buộc theo văn bản').check();
    await page.getByLabel('Văn bản quy định').fill('Kế hoạch 12-KH/TU');
    await page.getByRole('dialog').getByLabel('Quý').selectOption('3');
    expect(await clerk.look('themes-dialog')).toEqual([]);
    await button('Ghi vào danh mục').click();
    await grid('Danh mục chuyên đề').getByText('Kế hoạch 12-KH/TU').waitFor();
    await page.getByText(/Còn thiếu quý III/).click();
    await grid(/Còn thiếu chuyên đề/)
      .getByText('Chưa đưa chuyên đề bắt buộc vào kế hoạch')
      .first()
      .waitFor();
    expect(await clerk.look('themes-missing')).toEqual([]);
    await page.getByText('Kế hoạch năm 2024').click();
    await cellInput(0, 'q1').fill('Công tác phát triển đảng viên; Quản lý đất đai');
    await cellInput(0, 'q1').press('Enter');
    await page.keyboard.press('Control+d');
    await expect.poll(() => cellInput(1, 'q1').inputValue()).toContain('Quản lý đất đai');
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã ghi 4 chuyên đề/).waitFor();
    await button('Giao cho nhiều chi bộ').click();
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: /Chuyên đề/ })
      .fill('hoc tap va lam theo');
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: /Chuyên đề/ })
      .fill('Học tập và làm theo Bác về phong cách gần dân, vì dân');
    await page.getByRole('dialog').getByLabel('Quý').selectOption('3');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Giao cho/ })
      .click();
    await page.getByText(/Đã giao “Học tập/).waitFor();
    await expect.poll(() => cellInput(2, 'q3').inputValue()).toContain('Học tập');
    await cellInput(0, 'q3').focus();
    await page.getByLabel('Người chuẩn bị, trình bày').fill('Nguyễn Thị Bích Hằng');
    await button('Ghi người trình bày').click();
    await expect.poll(() => button('Ghi người trình bày').isDisabled()).toBe(true);
    expect(await clerk.look('themes')).toEqual([]);
    await page.getByText(/Còn thiếu quý III/).click();
    await grid(/Còn thiếu chuyên đề/)
      .getByText('Có kế hoạch, chưa sinh hoạt')
      .first()
      .waitFor();
  });

  it('lists members absent too often, and says when there are none', async () => {
    await clerk.goTo('/meetings/absences');
    await page.getByText('Không có ai vắng quá số kỳ cho phép').waitFor();
    expect(await clerk.look('absences-empty')).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
