import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from '../../renderer/app/places.ts';
import { type ClerkWindow, currentRowInView, openClerkWindow } from '../support/clerk-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { requireTool } from '../support/requirements.ts';
import { readTruth } from '../support/truth.ts';

const workbooks = [
  'danh-sach-to-chuc.xlsx',
  'danh-sach-dang-vien.xlsx',
  'phan-cong-can-bo.xlsx',
  'theo-doi-sinh-hoat-2024.xlsx',
];
const { figures } = readTruth('district-a');
const july = figures.periods['2024-07']?.total ?? {};
const vietnamese = new Intl.NumberFormat('vi-VN');
/** The digit that goes to a place with Alt. */
const placeNumber = (name: string) => places.findIndex(({ label }) => label === name) + 1;
const written = (value: unknown) => vietnamese.format(Number(value));

describe.skipIf(!requireTool('chromium'))("a clerk's first day, in Chromium", () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const grid = (name: string | RegExp) => page.getByRole('grid', { name });
  /** Data rows in view: the heading row has no selection. */
  const rows = (table: Locator) => table.locator('[role="row"][aria-selected]');
  const cell = (table: Locator, row: number, column: number) => rows(table).nth(row).getByRole('gridcell').nth(column);
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  const create = async (name: string, file: string) => {
    await page.getByLabel('Tên cấp ủy').fill(name);
    await page.getByLabel('Cấp ủy cấp trên').fill('Tỉnh ủy Quảng Trị');
    await page.getByLabel('Địa danh').fill('Khe Sơn');
    await page.getByLabel('Nơi lưu tệp sổ').fill(join(clerk.folder, file));
    await button('Tạo sổ').click();
    await page.getByText('Chọn bảng tính cần nhập').waitFor();
  };
  const read = async (names: readonly string[]) => {
    const chooser = page.waitForEvent('filechooser');
    await button('Chọn tệp…').click();
    await (await chooser).setFiles(sampleFiles('district-a', names).map(({ path }) => path));
    await button(`Đọc ${names.length} tệp`).click();
    await button('Tiếp: quyết định').waitFor({ timeout: 90_000 });
  };

  it('creates an office', async () => {
    await button('Tạo sổ').waitFor();
    expect(await clerk.look('start')).toEqual([]);
    await page.getByLabel('Huyện ủy (lịch sử, trước 1/7/2025)').check();
    await create('Huyện ủy Khe Sơn', 'khe-son.sochibo');
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('Huyện ủy Khe Sơn');
  });

  it('says in every empty place what to do first', async () => {
    for (const [path, text] of [
      ['/members', 'Chưa có đảng viên nào'],
      ['/officials', 'Chưa có cán bộ dự sinh hoạt'],
      ['/meetings', 'Chưa có buổi sinh hoạt nào'],
    ] as const) {
      await clerk.goTo(path);
      await page.getByText(text).waitFor();
    }
  });

  it('sees what was understood of the workbooks, and nothing is written before it is decided', async () => {
    await clerk.goTo('/imports');
    await read(workbooks);
    expect(await clerk.look('import-preview')).toEqual([]);
    const sheets = page.getByRole('listbox', { name: 'Các trang đã nhận dạng' });
    await expect.poll(() => sheets.getByRole('option').first().textContent()).toContain('Danh sách tổ chức đảng');
    const issues = grid('Vấn đề của bảng tính');
    await expect.poll(() => cell(issues, 0, 0).textContent()).toContain('Lỗi');
    await page.getByText(/^Cảnh báo \d+$/).click();
    await expect.poll(() => cell(issues, 0, 0).textContent()).toContain('Cảnh báo');
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('0 đảng viên');
  });

  it('writes only after choosing to leave out the rows with errors', async () => {
    await button('Tiếp: quyết định').click();
    await expect.poll(() => button('Ghi vào sổ').isDisabled()).toBe(true);
    await page.getByLabel(/Ghi phần đúng, bỏ \d+ ô hoặc dòng có lỗi/).check();
    expect(await clerk.look('import-decision')).toEqual([]);
    await button('Ghi vào sổ').click();
    await page.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor({ timeout: 60_000 });
    expect(await clerk.look('import-result')).toEqual([]);
  });

  it('walks the tree of organisations by keys', async () => {
    await clerk.goTo('/organisations');
    const tree = grid('Tổ chức đảng');
    await rows(tree).nth(3).waitFor();
    const before = await tree.getAttribute('aria-rowcount');
    await tree.press('ArrowDown');
    await tree.press('ArrowLeft');
    expect(await tree.getAttribute('aria-rowcount')).not.toBe(before);
    await tree.press('ArrowRight');
    await expect.poll(() => tree.getAttribute('aria-rowcount')).toBe(before);
    await tree.press('ArrowDown');
    await tree.press('Enter');
    await page.getByRole('complementary').getByText('Cán bộ được phân công').waitFor();
    expect(await clerk.look('organisations')).toEqual([]);
  });

  it('finds a member without diacritics, opens it beside the list and comes back to the same row', async () => {
    await clerk.goTo('/members');
    const list = grid('Đảng viên');
    await rows(list).nth(3).waitFor();
    expect(await clerk.look('members')).toEqual([]);
    await page.getByPlaceholder(/Tìm theo họ tên/).fill('DAO thi bich anh');
    await expect.poll(() => list.getAttribute('aria-rowcount')).toBe('2');
    await expect.poll(() => cell(list, 0, 0).textContent()).toBe('Đào Thị Bích Anh');
    await page.keyboard.press('Escape');
    await expect.poll(async () => Number(await list.getAttribute('aria-rowcount'))).toBeGreaterThan(4000);
    await page.keyboard.press('ArrowDown');
    await list.press('PageDown');
    await list.press('Enter');
    const pane = page.getByRole('complementary');
    await pane.getByText('danh-sach-dang-vien.xlsx').waitFor();
    expect(await currentRowInView(list)).toBe(true);
    await expect.poll(() => pane.textContent()).toMatch(/Học vấn(Tiểu học|Trung học)/u);
    const chosen = await pane.getByRole('heading').first().textContent();
    expect(await clerk.look('member')).toEqual([]);
    await page.keyboard.press(`Alt+${placeNumber('Sinh hoạt')}`);
    await grid('Sinh hoạt chi bộ').waitFor();
    await page.keyboard.press(`Alt+${placeNumber('Đảng viên')}`);
    await rows(list).first().waitFor();
    await expect.poll(() => list.locator('[data-current] [role="gridcell"]').first().textContent()).toBe(chosen);
  });

  it('sees who attends which cells, with the quota of the year', async () => {
    await clerk.goTo('/officials');
    const list = grid('Cán bộ dự sinh hoạt');
    await list.getByText('còn thiếu').first().waitFor();
    expect(await clerk.look('officials')).toEqual([]);
    await list.press('Enter');
    await page.getByRole('complementary').getByText('Cán bộ, công chức').waitFor();
    await page.getByText('Phân công theo chi bộ').click();
    await grid('Phân công theo chi bộ').waitFor();
    expect(await clerk.look('assignments')).toEqual([]);
  });

  it('chooses July 2024 for the whole window and sees the meetings of the month', async () => {
    await button(/^Kỳ: /).click();
    await button('Tháng 7/2024').click();
    await clerk.goTo('/meetings');
    const list = grid('Sinh hoạt chi bộ');
    await rows(list).nth(3).waitFor();
    await expect.poll(() => page.getByTitle('Chỉ xem: không họp').textContent()).toBe(written(july.not_held));
    await expect.poll(() => page.getByTitle('Chỉ xem: chưa báo cáo').textContent()).toBe(written(july.not_reported));
    expect(await clerk.look('meetings')).toEqual([]);
    await page.getByTitle('Chỉ xem: không họp').click();
    await expect.poll(() => rows(list).count()).toBe(Number(july.not_held));
    await page.getByTitle('Chỉ xem: không họp').click();
  });

  describe('completes a meeting', () => {
    const minutes = () =>
      page.locator('.preview-paper').evaluate((paper) => (paper.shadowRoot?.textContent ?? '').normalize('NFC'));
    const step = (name: string) => page.getByRole('navigation', { name: 'Các bước' }).getByText(name).click();

    it('calls the roll by keys, and the minutes follow', async () => {
      const list = grid('Sinh hoạt chi bộ');
      await list.press('Home');
      await list.press('Enter');
      await step('Điểm danh');
      await button('Điểm danh từng người').click();
      const roll = grid('Điểm danh');
      await roll.press('Home');
      await roll.press('ArrowDown');
      const excused = await cell(roll, 1, 0).textContent();
      await roll.press('p');
      await page.getByLabel(`Lý do vắng của ${excused}`).pressSequentially('đi công tác');
      await page.keyboard.press('Enter');
      const unexcused = await cell(roll, 2, 0).textContent();
      await roll.press('k');
      await expect.poll(minutes).toContain(`Vắng có lý do: 1 đồng chí: ${excused} (đi công tác).`);
      await expect.poll(minutes).toContain(`Vắng không lý do: 1 đồng chí: ${unexcused}.`);
      expect(await clerk.look('meeting-roll-call')).toEqual([]);
    });

    it('writes what was said and decided', async () => {
      await step('Mở đầu');
      await page.getByLabel('Địa điểm').fill('Nhà văn hóa thôn');
      await page.getByLabel('Địa điểm').press('Enter');
      await page.keyboard.type('Nguyễn Văn Chủ Trì');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Trần Thị Thư Ký');
      await page.keyboard.press('Tab');
      await step('Nội dung');
      await button('Nạp chương trình mẫu').click();
      await step('Thảo luận');
      await button('Thêm ý kiến').click();
      await page.getByRole('combobox', { name: 'Người phát biểu' }).fill('Lê Văn Phát Biểu');
      await page.keyboard.press('Escape');
      await page.getByLabel('Ý kiến', { exact: true }).fill('Đề nghị làm đường vào thôn');
      await step('Biểu quyết');
      await button('Thêm biểu quyết').click();
      await page.getByLabel('Được biểu quyết').fill('12');
      await page.getByLabel('Tán thành').fill('11');
      await step('Kết thúc');
      await page.getByLabel('Kết luận của chủ trì').fill('Thống nhất các nội dung');
      await expect.poll(minutes).toContain('Thống nhất các nội dung');
      const text = await minutes();
      for (const part of ['Nhà văn hóa thôn', 'Nguyễn Văn Chủ Trì', 'Đề nghị làm đường vào thôn', '11/12']) {
        expect(text).toContain(part);
      }
      expect(await clerk.look('meeting')).toEqual([]);
    });

    it('is asked before leaving what is not saved, and keeps the draft', async () => {
      await page.getByLabel('Kết luận của chủ trì').press('Escape');
      const question = page.getByRole('dialog');
      await question.getByText('Buổi sinh hoạt chưa lưu').waitFor();
      expect(await clerk.look('meeting-guard')).toEqual([]);
      await question.getByRole('button', { name: 'Ở lại' }).click();
      let asked = '';
      page.once('dialog', (dialog) => {
        asked = dialog.type();
        void dialog.accept();
      });
      await page.reload();
      expect(asked).toBe('beforeunload');
      await page.getByText('Chưa lưu, nháp đã giữ').waitFor();
      await expect.poll(minutes).toContain('Thống nhất các nội dung');
    });

    it('saves it and gets the minutes as a Word document', async () => {
      await page.keyboard.press('Control+s');
      await page.getByText('Đã lưu', { exact: true }).waitFor();
      const download = page.waitForEvent('download');
      await button('Xuất Word').click();
      expect((await download).suggestedFilename()).toMatch(/\.docx$/);
      await page.keyboard.press('Escape');
      await grid('Sinh hoạt chi bộ').waitFor();
    });
  });

  it('runs BC-05 and opens a figure down to the record', async () => {
    await clerk.goTo('/reports');
    await grid('Báo cáo').waitFor();
    expect(await clerk.look('reports')).toEqual([]);
    await clerk.goTo('/reports/BC-05');
    const sheet = grid(/^BC-05/);
    await rows(sheet).nth(3).waitFor();
    expect(await clerk.look('report')).toEqual([]);
    const all = Number(await sheet.getAttribute('aria-rowcount'));
    await button('Thu gọn tất cả').click();
    await expect.poll(() => rows(sheet).filter({ hasText: 'Chi bộ thôn' }).count()).toBe(0);
    await button('Mở rộng tất cả').click();
    await expect.poll(async () => Number(await sheet.getAttribute('aria-rowcount'))).toBe(all);
    const total = page.locator('.data-table-total');
    const heading = (name: string) => sheet.getByRole('columnheader', { name, exact: true });
    const place = async (name: string) => Number(await heading(name).getAttribute('aria-colindex'));
    expect(await place('Chi bộ')).toBe(await place('Tổng số chi bộ'));
    const figure = total.getByRole('gridcell').nth((await place('Số chi bộ có sinh hoạt')) - 1);
    await expect.poll(() => figure.textContent()).toBe(written(july.cells_met));
    await figure.click();
    const behind = grid('Các dòng của số này');
    await rows(behind).nth(3).waitFor();
    await expect.poll(() => behind.getAttribute('aria-rowcount')).toBe(String(Number(july.cells_met) + 1));
    expect(await clerk.look('report-figure')).toEqual([]);
    const name = await cell(behind, 0, 0).textContent();
    await behind.press('Enter');
    await expect.poll(() => page.getByRole('complementary').getByRole('heading').first().textContent()).toBe(name);
  });

  it('exports the report as a workbook', async () => {
    await clerk.goTo('/reports/BC-05');
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    const download = page.waitForEvent('download');
    await button('Xuất Excel').click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('reaches anything from one box', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Tìm đảng viên/ }).fill('xa hoa lam');
    const found = page.getByRole('option', { name: /Đảng bộ xã Hòa Lẫm/ });
    await found.waitFor();
    expect(await clerk.look('palette')).toEqual([]);
    await found.click();
    await expect
      .poll(() => page.getByRole('complementary').getByRole('heading').first().textContent())
      .toBe('Đảng bộ xã Hòa Lẫm');
  });

  it('takes back the last change', async () => {
    await clerk.goTo('/history');
    const changes = grid('Lịch sử thay đổi');
    await changes.waitFor();
    expect(await clerk.look('history')).toEqual([]);
    await button('Hoàn tác thay đổi này').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await changes.getByText('Đã hoàn tác').waitFor();
  });

  it('takes back an import as a whole', async () => {
    await button('Đóng sổ').click();
    await create('Đảng ủy xã Hòa Lẫm', 'hoa-lam.sochibo');
    await read(['danh-sach-to-chuc.xlsx']);
    await button('Tiếp: quyết định').click();
    await button('Ghi vào sổ').click();
    await page.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor();
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('236 chi bộ');
    await button('Nhập tiếp').click();
    expect(await clerk.look('imports')).toEqual([]);
    await button(/^Hoàn tác lần nhập này/u).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('đã hoàn tác').waitFor();
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain(' 0 chi bộ');
  });

  it('needs nothing that the policy of the page refuses, and no style that was not in a file', async () => {
    expect(clerk.complaints).toEqual([]);
    expect(await page.locator('style').count()).toBe(0);
  });
});
