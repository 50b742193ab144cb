import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { addOrganisations } from '../support/add-organisations.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';

const longCell = 'Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn';

describe.skipIf(!requireTool('chromium'))('a clerk sets up who attends which cells, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    page = clerk.page;
  });
  afterAll(() => clerk.close());

  const grid = (name: string) => page.getByRole('grid', { name });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = () => page.getByRole('dialog');
  const view = (name: string) =>
    page.getByRole('radiogroup', { name: 'Cách xem' }).getByText(name, { exact: true }).click();
  /** Opens a picker and takes the one entry that the words find. */
  const pick = async (field: string | RegExp, words: string, entry: string) => {
    await dialog().getByRole('button', { name: field }).click();
    await page.getByRole('textbox', { name: 'Tìm trong danh sách' }).fill(words);
    await page.getByRole('option', { name: entry }).first().click();
  };
  const addOfficial = async (name: string, title: string, group: string) => {
    await button('Thêm cán bộ').click();
    await dialog().getByLabel('Họ và tên').fill(name);
    await dialog()
      .getByRole('textbox', { name: /^Chức danh/ })
      .fill(title);
    await dialog()
      .getByLabel(/^Nhóm chức danh/)
      .selectOption(group);
    await page.keyboard.press('Control+s');
    await dialog().waitFor({ state: 'detached' });
  };

  it('starts with an office of cells and says what to do first', async () => {
    const path = join(clerk.folder, 'huong-son.sochibo');
    const office = await createOffice(
      { path, level: 'district', name: 'Huyện ủy Hướng Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Hướng Sơn' },
      environment,
    );
    await addOrganisations(office, [
      { id: 'X', kind: 'grassroots_committee', name: 'Đảng bộ xã Hướng Sơn', parent: null },
      { id: 'X1', kind: 'cell', name: longCell, parent: 'X', setDay: 3 },
      { id: 'X2', kind: 'cell', name: 'Chi bộ thôn Ra Ly', parent: 'X', setDay: 3 },
    ]);
    office.close();
    await page.getByLabel('Đường dẫn tệp').fill(path);
    await button('Mở sổ').click();
    await page.getByRole('contentinfo').waitFor();
    await clerk.goTo('/officials');
    await page.getByText('Chưa có cán bộ dự sinh hoạt').waitFor();
    await view('Quy định');
    await page.getByText('Chưa có quy định nào').waitFor();
    expect(await clerk.look('regulations-empty')).toEqual([]);
  });

  it('loads the regulation of Đakrông and edits it', async () => {
    await button('Nạp mẫu…').click();
    await dialog()
      .getByLabel(/^Đakrông/)
      .check();
    expect(await clerk.look('regulation-presets')).toEqual([]);
    await button('Nạp mẫu').click();
    await page.getByRole('complementary').getByText('Huyện ủy viên: 1 lần/tháng').waitFor();
    expect(await clerk.look('regulations')).toEqual([]);
    await button('Sửa quy định…').click();
    await dialog().getByLabel('Số, ký hiệu').fill('12-KH/HU');
    expect(await clerk.look('regulation-editor')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByRole('complementary').getByRole('heading', { name: '12-KH/HU' }).waitFor();
  });

  it('writes officials by keys, and Esc guards what is not saved', async () => {
    await view('Theo cán bộ');
    await addOfficial('Hồ Văn Pả', 'Huyện ủy viên, Trưởng phòng Văn hóa và Thông tin', 'HUV');
    await addOfficial('Nguyễn Thị Hoài Thương', 'Chuyên viên Văn phòng Huyện ủy', 'CONG_CHUC');
    await button('Thêm cán bộ').click();
    await page.keyboard.type('Trần');
    await page.keyboard.press('Escape');
    await dialog().getByText('Có thay đổi chưa lưu').waitFor();
    expect(await clerk.look('official-editor')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => grid('Cán bộ dự sinh hoạt').getAttribute('aria-rowcount')).toBe('3');
  });

  it('assigns both to all cells of the commune by a decision, and sees the clash', async () => {
    await view('Phân công theo chi bộ');
    await button('Chi bộ chưa có ai theo dõi: 2').waitFor();
    await button('Phân công…').click();
    await pick(/^Cán bộ:/, 'ho van pa', 'Hồ Văn Pả');
    await pick(/^Cán bộ:/, 'hoai thuong', 'Nguyễn Thị Hoài Thương');
    await pick(/^Chi bộ, đảng bộ/, 'xa huong son', 'Đảng bộ xã Hướng Sơn');
    await dialog()
      .getByLabel(/phân công từng chi bộ/)
      .check();
    await dialog().getByLabel('Số, ký hiệu').fill('345-QĐ/HU');
    const chooser = page.waitForEvent('filechooser');
    await dialog()
      .getByRole('button', { name: /Tệp văn bản/ })
      .click();
    await (await chooser).setFiles({
      name: 'qd-345.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    });
    expect(await clerk.look('assign')).toEqual([]);
    await button('Phân công').click();
    await dialog().waitFor({ state: 'detached' });
    const list = grid('Phân công theo chi bộ');
    await list.getByText('Hồ Văn Pả').first().waitFor();
    await list.press('Enter');
    await page.getByRole('complementary').getByText('Dự riêng chi bộ').waitFor();
    expect(await clerk.look('assignments-cell')).toEqual([]);
    await view('Theo cán bộ');
    await button('Trùng ngày sinh hoạt: 2').click();
    expect(await clerk.look('officials-checks')).toEqual([]);
  });

  it('ends one assignment with a reason, takes it back by Ctrl+Z, and hands all over', async () => {
    const list = grid('Cán bộ dự sinh hoạt');
    await list.press('Home');
    await list.press('Enter');
    const pane = page.getByRole('complementary');
    await pane.getByRole('link', { name: longCell }).waitFor();
    await pane.getByText('qd-345.pdf').waitFor();
    await pane.getByRole('button', { name: 'Kết thúc…' }).first().click();
    await dialog().getByLabel('Lý do').fill('điều động');
    expect(await clerk.look('end-assignment')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByRole('status').getByText('Đã kết thúc phân công').waitFor();
    await list.focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Đã hoàn tác').waitFor();
    expect(await clerk.look('official')).toEqual([]);
    await pane.getByRole('button', { name: 'Đổi chức danh…' }).click();
    expect(await clerk.look('change-title')).toEqual([]);
    await page.keyboard.press('Escape');
    await addOfficial('Lê Văn Kế', 'Huyện ủy viên', 'HUV');
    await list.press('Home');
    await list.press('Enter');
    await pane.getByRole('button', { name: 'Bàn giao tất cả 2 nơi…' }).click();
    await pick(/^Bàn giao cho/, 'le van ke', 'Lê Văn Kế');
    await dialog().getByLabel('Lý do').fill('nghỉ hưu');
    expect(await clerk.look('hand-over')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('Đã bàn giao cho Lê Văn Kế').waitFor();
  });

  it('sets up a guidance team assigned to its commune', async () => {
    await view('Tổ chỉ đạo');
    await page.getByText('Chưa có tổ chỉ đạo nào').waitFor();
    await button('Lập tổ chỉ đạo').click();
    await dialog().getByLabel('Tên tổ').fill('Tổ chỉ đạo xã Hướng Sơn');
    await pick(/^Địa bàn/, 'xa huong', 'Đảng bộ xã Hướng Sơn');
    await pick(/^Cán bộ/, 'ho van pa', 'Hồ Văn Pả');
    expect(await clerk.look('team-editor')).toEqual([]);
    await page.keyboard.press('Control+s');
    await grid('Tổ chỉ đạo').getByText('Hồ Văn Pả').waitFor();
    expect(clerk.complaints).toEqual([]);
  });
});
