import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringToPage } from '../support/bring-to-page.ts';
import { type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { requireTool } from '../support/requirements.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);
const workbooks = [
  'danh-sach-to-chuc.xlsx',
  'danh-sach-dang-vien.xlsx',
  'phan-cong-can-bo.xlsx',
  'theo-doi-sinh-hoat-2024.xlsx',
];

describe.skipIf(!canOpenWindow)('a district in a real Electron window', () => {
  let desktop: ElectronWindow;

  beforeAll(async () => {
    desktop = await openElectronWindow();
    await bringToPage(desktop.page);
    await desktop.page.evaluate(
      async ({ path, files }) => {
        const { client } = sochiboPage;
        const names = { name: 'Huyện ủy Khe Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' };
        await client.office.create({ path, level: 'district', ...names });
        for await (const event of await client.imports.preview({ files })) {
          if (event.type === 'preview') await client.imports.commit({ plan: event.plan, accept: true });
        }
      },
      { path: join(desktop.home, 'khe-son.sochibo'), files: sampleFiles('district-a', workbooks) },
    );
    await desktop.page.reload();
  });
  afterAll(() => desktop.close());

  const open = async (path: string, grid: string | RegExp) => {
    await desktop.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#${path}`);
    const table = desktop.page.getByRole('grid', { name: grid });
    const row = table.locator('[role="row"][aria-selected]').nth(3);
    await row.waitFor();
    // Rows come by id after the list of ids: until then they say "…".
    await expect.poll(() => row.innerText()).not.toContain('…');
    return table;
  };

  /** From Ctrl+P to the saved PDF, which has the pages that were shown; the last one has ink on it. */
  const lookBeforePrinting = async (name: string) => {
    const { page, app, home } = desktop;
    const target = join(home, `${name}.pdf`);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await page.keyboard.press('Control+P');
    const preview = page.getByRole('dialog', { name: 'Xem trước khi in' });
    const at = preview.getByText(/^Trang \d+\/\d+$/);
    const count = Number((await at.innerText()).split('/')[1]);
    await preview.getByRole('img', { name: 'Trang 1', exact: true }).waitFor();
    await desktop.picture(`print-preview-${name}`);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await expect.poll(() => at.innerText()).toBe(`Trang ${count}/${count}`);
    await page.keyboard.press('+');
    const sheet = preview.getByRole('img', { name: `Trang ${count}`, exact: true });
    await expect.poll(async () => (await sheet.boundingBox())?.width).toBeGreaterThan(900);
    const ink = await sheet.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const seen = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return seen.filter((value, place) => place % 4 === 0 && value < 100).length;
    });
    expect(ink).toBeGreaterThan(100);
    await desktop.picture(`print-preview-${name}-wide`);
    await page.keyboard.press('Control+S');
    await preview.waitFor({ state: 'hidden' });
    if (requireTool('pdftotext')) {
      const { stdout } = spawnSync('pdfinfo', [target], { encoding: 'utf8' });
      expect(Number(/^Pages:\s+(\d+)$/mu.exec(stdout)?.[1])).toBe(count);
    }
    await app.evaluate(({ app: program }) => {
      program.on('browser-window-created', (_event, paper) => {
        paper.webContents.print = (_options, done) => {
          Object.assign(globalThis, { printed: paper.webContents.getURL() });
          done?.(true, '');
        };
      });
    });
    await page.keyboard.press('Control+P');
    await preview.getByRole('img', { name: 'Trang 1', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await preview.waitFor({ state: 'hidden' });
    expect(await app.evaluate(() => Reflect.get(globalThis, 'printed'))).toMatch(/^app:/u);
  };

  it('shows the members, a meeting with its minutes, and a report down to the rows of a figure', async () => {
    const { page } = desktop;
    await open('/members', 'Đảng viên');
    await desktop.picture('members');
    const meetings = await open('/meetings', 'Sinh hoạt chi bộ');
    await meetings.press('ArrowDown');
    await meetings.press('Enter');
    await page.getByRole('region', { name: 'Biên bản như khi in' }).waitFor();
    await expect
      .poll(() => page.locator('.preview-paper').evaluate((paper) => paper.shadowRoot?.textContent ?? ''))
      .toContain('BIÊN BẢN');
    await desktop.picture('meeting');
    await lookBeforePrinting('minutes');
    const sheet = await open('/reports/BC-05', /^BC-05/);
    await desktop.picture('report');
    await sheet.press('Enter');
    await page.getByRole('grid', { name: 'Các dòng của số này' }).locator('[aria-selected]').nth(3).waitFor();
    await desktop.picture('report-figure');
    expect(desktop.complaints).toEqual([]);
  });
});
