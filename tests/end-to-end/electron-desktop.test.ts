import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { cutOff } from '../support/cut-off.ts';
import { type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { spoilUnseen } from '../support/unopenable.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);

/** An office file beside the person's others. */
async function makeOffice(folder: string, file: string, name: string): Promise<string> {
  const path = join(folder, file);
  const place = { name, superior: 'Tỉnh ủy Quảng Trị', place: 'Hướng Sơn' };
  (await createOffice({ path, level: 'commune', ...place }, environment)).close();
  return path;
}

describe.skipIf(!canOpenWindow)('the desktop around the window', () => {
  const home = mkdtempSync(join(tmpdir(), 'sochibo-desktop-'));
  let desktop: ElectronWindow;

  beforeAll(async () => {
    desktop = await openElectronWindow({ home });
  });
  afterAll(async () => {
    await desktop.close();
    rmSync(home, { recursive: true, force: true });
  });

  const officeShown = (name: string) => desktop.page.getByRole('contentinfo').getByText(name).waitFor();

  /** Drops files of the disk on the window, as the system hands them over. */
  const drop = async (paths: string[]) => {
    const { page } = desktop;
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement('input'), { type: 'file', id: 'disk', multiple: true }),
      );
    });
    await page.locator('#disk').setInputFiles(paths);
    return page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#disk');
      const dataTransfer = new DataTransfer();
      for (const file of input?.files ?? []) dataTransfer.items.add(file);
      input?.remove();
      const given = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragover', given));
      return !document.body.dispatchEvent(new DragEvent('drop', given));
    });
  };

  it('is one program: a second start hands its file, relative or not, to the first and ends', async () => {
    await makeOffice(home, 'sổ thứ nhất.sochibo', 'Đảng ủy xã Thứ Nhất');
    const [program = '', ...first] = desktop.app.process().spawnargs;
    const parameters = first.filter(
      (one) => !/^(?:-r|--(?:inspect|remote-debugging))/u.test(one) && !/loader/u.test(one),
    );
    const second = spawn(program, [...parameters, 'sổ thứ nhất.sochibo'], {
      cwd: home,
      env: { ...process.env, ...desktop.environment },
      stdio: 'ignore',
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
    await officeShown('Đảng ủy xã Thứ Nhất');
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('opens an office that is dropped on it, and takes dropped workbooks to the import', async () => {
    const path = await makeOffice(home, 'sổ thứ hai.sochibo', 'Đảng ủy xã Thứ Hai');
    expect(await drop([path])).toBe(true);
    await officeShown('Đảng ủy xã Thứ Hai');
    const [workbook] = sampleFiles('commune-b', ['danh-sach-to-chuc.xlsx']);
    expect(await drop([workbook?.path ?? ''])).toBe(true);
    await desktop.page.getByRole('button', { name: 'Đọc 1 tệp' }).click();
    await desktop.page
      .getByRole('option', { name: /Danh sách tổ chức đảng/ })
      .first()
      .waitFor();
    expect(desktop.page.url()).toBe('app://so-chi-bo/#/imports');
  });

  it('lists the offices opened last, and every report there is', async () => {
    const menu = await desktop.app.evaluate(({ Menu }) => {
      const items = (Menu.getApplicationMenu()?.items ?? []).flatMap((top) => top.submenu?.items ?? []);
      const recent = items.find(({ label }) => label === 'Mở gần đây')?.submenu?.items ?? [];
      return { recent: recent.map(({ label }) => label), labels: items.map(({ label }) => label) };
    });
    expect(menu.recent).toEqual(['sổ thứ hai.sochibo', 'sổ thứ nhất.sochibo']);
    const codes = menu.labels.map((label) => /^BC-\d\d/u.exec(label)?.[0]).filter((code) => code !== undefined);
    expect(codes).toEqual(reports.map(({ code }) => code));
  });

  it('tells its version, and shows the licences of what it carries', async () => {
    const told = await desktop.app.evaluate(async ({ app, dialog, Menu, shell }) => {
      const messages: string[] = [];
      const opened = new Promise<string>((resolve) => {
        shell.openPath = (path) => Promise.resolve('').finally(() => resolve(path));
      });
      dialog.showMessageBox = (...given: unknown[]) => {
        messages.push(String(Reflect.get(Object(given.at(-1)), 'message')));
        return Promise.resolve({ response: 1, checkboxChecked: false });
      };
      const items = (Menu.getApplicationMenu()?.items ?? []).flatMap((top) => top.submenu?.items ?? []);
      items.find(({ label }) => label.startsWith('Giới thiệu'))?.click();
      const path = await opened;
      return { path, messages, version: app.getVersion() };
    });
    expect(told.messages).toEqual([`Sổ Chi bộ ${told.version}`]);
    expect(readFileSync(told.path, 'utf8')).toContain('better-sqlite3');
  });

  it('meets a file that Word holds with a message and a new name: both documents are whole', async () => {
    const held = join(home, 'Biên bản.pdf');
    const other = join(home, 'Biên bản (2).pdf');
    writeFileSync(held, 'bản cũ');
    writeFileSync(join(home, '.~lock.Biên bản.pdf#'), '');
    await desktop.app.evaluate(
      ({ dialog }, [first, second]) => {
        const files = process.getBuiltinModule('node:fs/promises');
        const { rename } = files;
        files.rename = (from, to) =>
          to === first ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : rename(from, to);
        process.getBuiltinModule('node:module').syncBuiltinESMExports();
        const seen: { asked: unknown[]; told: string[] } = { asked: [], told: [] };
        Object.assign(globalThis, { seen });
        dialog.showSaveDialog = (...given: unknown[]) => {
          seen.asked.push(Reflect.get(Object(given.at(-1)), 'defaultPath'));
          const filePath = (seen.asked.length === 1 ? first : second) ?? '';
          return Promise.resolve({ canceled: false, filePath });
        };
        dialog.showMessageBox = (...given: unknown[]) => {
          seen.told.push(String(Reflect.get(Object(given.at(-1)), 'message')));
          return Promise.resolve({ response: 0, checkboxChecked: false });
        };
      },
      [held, other],
    );
    const saved = await desktop.page.evaluate(() =>
      window.sochibo?.savePdf({ title: 'Biên bản 7/2024: "CON"', html: '<p>nội dung</p>', css: '' }),
    );
    const seen: unknown = await desktop.app.evaluate(() => Reflect.get(globalThis, 'seen'));
    expect(saved).toBe(true);
    expect(seen).toEqual({
      asked: [expect.stringMatching(/[/]Biên bản 7-2024- -CON-\.pdf$/u), other],
      told: ['Không ghi được tệp Biên bản.pdf vì đang mở trong LibreOffice.'],
    });
    expect(readFileSync(held, 'utf8')).toBe('bản cũ');
    expect(readFileSync(other).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('has nothing cut off when the words are made larger, keeps them so, and fits a screen of few points', async () => {
    const { page, app } = desktop;
    const enlarge = (level: number) =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to), level);
    // 1.2 to the power of the level: 125 % and 150 %.
    for (const [percent, level] of [
      [125, 1.2239],
      [150, 2.2239],
    ] as const) {
      await enlarge(level);
      for (const place of ['today', 'members', 'reports/BC-05', 'schedule', 'settings', 'imports']) {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, `#/${place}`);
        await page.waitForTimeout(400);
        expect(await cutOff(page), `${place} at ${percent} %`).toEqual([]);
        if (place !== 'today' && place !== 'settings') await desktop.picture(`${place.replace('/', '-')}-${percent}`);
      }
    }
    await desktop.close();
    const kept: object = JSON.parse(readFileSync(join(home, 'profile', 'window.json'), 'utf8'));
    // A screen of 1440×900 is one of 960×600 for a system that shows everything at 150 %.
    writeFileSync(join(home, 'profile', 'window.json'), JSON.stringify({ ...kept, bounds: undefined }));
    desktop = await openElectronWindow({ home, parameters: ['--force-device-scale-factor=1.5'], size: null });
    await desktop.page.getByRole('button').first().waitFor();
    const place = await desktop.app.evaluate(({ BrowserWindow, screen }) => ({
      screen: screen.getPrimaryDisplay().workAreaSize,
      window: BrowserWindow.getAllWindows()[0]?.getBounds(),
    }));
    expect(place.screen).toEqual({ width: 960, height: 600 });
    expect(place.window).toMatchObject(place.screen);
    const zoom = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    );
    expect(zoom).toBeCloseTo(1.5, 2);
  });

  it('leaves an office that turns out to be damaged behind its opening, and shows the ways out', async () => {
    const path = await makeOffice(home, 'sổ hỏng.sochibo', 'Đảng ủy xã Hỏng');
    spoilUnseen(path);
    await drop([path]);
    await officeShown('Đảng ủy xã Hỏng');
    await desktop.page.getByText('đã hỏng một phần').waitFor();
    await desktop.page.getByRole('button', { name: 'Cứu những gì còn đọc được' }).waitFor();
  });

  it('starts anew with its file when it is started once more while it closes', async () => {
    const asked = await desktop.app.evaluate(({ app, BrowserWindow }, folder) => {
      const given: (string[] | undefined)[] = [];
      app.relaunch = (options) => void given.push(options?.args);
      // Without a window, and not ended yet: as it is while the backup of closing goes on.
      app.removeAllListeners('window-all-closed').on('window-all-closed', () => {});
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
      for (const file of ['sổ thứ nhất.sochibo', 'sổ thứ hai.sochibo'])
        app.emit('second-instance', {}, ['program', file], folder);
      return given;
    }, home);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.at(-1)).toBe(join(home, 'sổ thứ nhất.sochibo'));
  });
});
