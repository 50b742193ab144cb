import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { requireTool } from '../support/requirements.ts';
import { readTruth } from '../support/truth.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);
const workbooks = ['danh-sach-to-chuc.xlsx', 'danh-sach-dang-vien.xlsx', 'theo-doi-sinh-hoat-2024.xlsx'];
const { total } = readTruth('commune-b').figures.periods['2024-12'] ?? {};

/** From nothing to a report on paper, by keys alone; the system's own dialogs are answered by the test. */
describe.skipIf(!canOpenWindow)('the first hour of a new clerk, by keyboard, in the real window', () => {
  let desktop: ElectronWindow;
  const made = { office: '', workbook: '', paper: '' };

  beforeAll(async () => {
    desktop = await openElectronWindow();
    desktop.page.setDefaultTimeout(20_000);
    for (const [kind, file] of [
      ['office', 'thuy-khoan.sochibo'],
      ['workbook', 'BC-05.xlsx'],
      ['paper', 'bao-cao.pdf'],
    ] as const) {
      made[kind] = join(desktop.home, file);
    }
    await desktop.app.evaluate(
      ({ dialog }, { chosen, answers }) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answers.shift() ?? '' });
      },
      {
        chosen: sampleFiles('commune-b', workbooks).map(({ path }) => path),
        answers: [made.office, made.workbook, made.paper],
      },
    );
  });
  afterAll(() => desktop.close());

  const press = (...keys: string[]) =>
    keys.reduce((last, key) => last.then(() => desktop.page.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => desktop.page.keyboard.type(text);
  const inFocus = () =>
    desktop.page.evaluate(() => {
      const { activeElement: element } = document;
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.innerText) : [];
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent].filter(Boolean).join(' ');
    });
  /** Goes on by Tab until what is in focus is called so. */
  const tabTo = async (name: RegExp, key = 'Tab') => {
    const passed: string[] = [];
    for (let count = 0; count < 80; count += 1) {
      const now = await inFocus();
      if (name.test(now)) return;
      passed.push(now.slice(0, 30));
      await press(key);
    }
    throw new Error(`${name} is not reached by ${key}: ${passed.join(' | ')}`);
  };
  const grid = (name: string | RegExp) => desktop.page.getByRole('grid', { name });

  it('makes an office', async () => {
    await desktop.page.getByRole('button', { name: 'Tạo sổ' }).waitFor();
    await desktop.picture('first-hour-1-start');
    await tabTo(/Tên cấp ủy/);
    await type('Đảng ủy xã Thủy Khoan');
    await press('Tab');
    await type('Đảng bộ huyện Nậm Phong');
    await press('Tab');
    await type('Thủy Khoan');
    await press('Enter');
    await desktop.page.getByRole('heading', { name: 'Chọn bảng tính cần nhập' }).waitFor();
    expect(readFileSync(made.office).length).toBeGreaterThan(0);
  });

  it('brings in the workbooks of the office and looks at what is wrong in them', async () => {
    await tabTo(/Chọn tệp/);
    await press('Enter');
    await tabTo(/Đọc 3 tệp/);
    await desktop.picture('first-hour-2-files');
    await press('Enter');
    await desktop.page.getByRole('button', { name: 'Tiếp: quyết định' }).waitFor();
    await tabTo(/Vấn đề của bảng tính/);
    await press('ArrowDown', 'ArrowUp', 'Enter');
    await desktop.page.getByText('Ô này để trống.').first().waitFor();
    await desktop.picture('first-hour-3-problems');
    await tabTo(/Tiếp: quyết định/);
    await press('Enter');
    await tabTo(/Ghi phần đúng/);
    await press('Space');
    await desktop.picture('first-hour-4-decision');
    await tabTo(/Ghi vào sổ/);
    await press('Enter');
    await desktop.page.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor();
    await desktop.picture('first-hour-5-written');
  });

  it('opens the report of the cells and a figure of it down to its rows', async () => {
    await press('Control+K');
    await type('BC-05');
    await desktop.page.getByRole('option', { name: /BC-05/ }).first().waitFor();
    await press('Enter');
    const sheet = grid(/^BC-05/);
    await sheet.locator('[role="row"][aria-selected]').nth(2).waitFor();
    await expect.poll(() => desktop.page.getByRole('button', { name: /^Kỳ:/ }).textContent()).toContain('12/2024');
    await desktop.picture('first-hour-6-report');
    // Two to the right: the cells that met.
    await press('ArrowRight', 'ArrowRight', 'Enter');
    const behind = grid('Các dòng của số này');
    await behind.locator('[aria-selected]').first().waitFor();
    await expect.poll(() => behind.getAttribute('aria-rowcount')).toBe(String(Number(total?.cells_met) + 1));
    await desktop.picture('first-hour-7-figure');
    await press('Escape');
  });

  it('saves the workbook of it, and a report in words as the paper it prints on', async () => {
    await press('Control+E');
    await desktop.page.getByText(/Đã xuất/).waitFor();
    expect(readFileSync(made.workbook).subarray(0, 2).toString()).toBe('PK');
    await press('Control+K');
    await type('Văn bản của kỳ');
    await desktop.page
      .getByRole('option', { name: /Văn bản của kỳ/ })
      .first()
      .waitFor();
    await press('Enter');
    await tabTo(/Tìm văn bản/);
    await type('bao cao ket qua sinh hoat');
    await grid('Văn bản của kỳ').getByText('Báo cáo kết quả sinh hoạt chi bộ tháng 12 năm 2024').first().waitFor();
    await press('ArrowDown', 'Control+End', 'Enter');
    await desktop.page.locator('.preview-paper').getByText('BÁO CÁO', { exact: true }).first().waitFor();
    await tabTo(/^PDF$/);
    await desktop.picture('first-hour-8-document');
    await press('Enter');
    await expect.poll(() => readFileSync(made.paper).subarray(0, 5).toString()).toBe('%PDF-');
    const { stdout } = spawnSync('pdftotext', ['-layout', made.paper, '-'], { encoding: 'utf8' });
    expect(stdout).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(stdout).toContain('ĐẢNG ỦY XÃ THỦY KHOAN');
    expect(desktop.complaints).toEqual([]);
  });
});
