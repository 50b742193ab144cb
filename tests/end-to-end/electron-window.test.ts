import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from '../../renderer/app/places.ts';
import { bringToPage } from '../support/bring-to-page.ts';
import { dataProcessId, type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { requireTool } from '../support/requirements.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);

describe.skipIf(!canOpenWindow)('a real Electron window', () => {
  let desktop: ElectronWindow;

  beforeAll(async () => {
    desktop = await openElectronWindow();
    await bringToPage(desktop.page);
  });
  afterAll(() => desktop.close());

  it('shows our page in a sandbox', async () => {
    expect(await desktop.page.title()).toBe('Sổ Chi bộ');
    expect(desktop.page.url()).toBe('app://so-chi-bo/');
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents && 'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
        ? contents.getLastWebPreferences()
        : null;
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    const reach = await desktop.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((n) => n in globalThis),
    );
    expect(reach).toEqual([]);
    await desktop.page.getByRole('button').first().waitFor();
    await desktop.picture('first-window');
  });

  it('asks the data process through the contract, and is refused in words', async () => {
    const path = join(desktop.home, 'thu.sochibo');
    const created = await desktop.page.evaluate(
      (file) =>
        sochiboPage.client.office.create({
          path: file,
          level: 'district',
          name: 'Huyện ủy Thử Nghiệm',
          superior: 'Tỉnh ủy Thử Nghiệm',
          place: 'Thử Nghiệm',
        }),
      path,
    );
    expect(created.name).toBe('Huyện ủy Thử Nghiệm');
    expect(existsSync(path)).toBe(true);
    const current = await desktop.page.evaluate(() => sochiboPage.client.office.current({}));
    expect(current?.path).toBe(path);
    const refused = await desktop.page.evaluate(() =>
      sochiboPage.client.office.open({ path: '/khong/co/so.sochibo' }).then(
        () => null,
        (error: { code: string; message: string; data: { code: string } }) => ({
          ...error.data,
          message: error.message,
        }),
      ),
    );
    expect(refused?.code).toBe('office_not_found');
    expect(refused?.message).toContain('/khong/co/so.sochibo');
  });

  it('hears of an import step by step', async () => {
    const events = await desktop.page.evaluate(
      async (path) => {
        const heard: string[] = [];
        for await (const event of await sochiboPage.client.imports.preview({
          files: [{ path, name: 'danh sách.xlsx' }],
        })) {
          heard.push(event.type);
          if (event.type === 'preview')
            heard.push(...event.result.workbooks.flatMap(({ sheets }) => sheets.map((s) => s.kind)));
        }
        return heard;
      },
      join(import.meta.dirname, '..', 'fixtures', 'district-a', 'danh-sach-to-chuc.xlsx'),
    );
    expect(events[0]).toBe('progress');
    expect(events.slice(events.indexOf('preview'))).toContain('organisations');
  });

  it('is refused in words also in the middle of an import', async () => {
    const path = join(desktop.home, 'ảnh.xlsx');
    writeFileSync(path, 'không phải sổ tính');
    const refused = await desktop.page.evaluate(async (file) => {
      try {
        for await (const _ of await sochiboPage.client.imports.preview({ files: [{ path: file, name: 'ảnh.xlsx' }] }));
        return null;
      } catch (error) {
        return error instanceof Error && 'data' in error ? { data: error.data, message: error.message } : String(error);
      }
    }, path);
    expect(refused).toEqual({ data: { code: 'workbook_unreadable' }, message: expect.stringContaining('ảnh.xlsx') });
  });

  it('hands over a made file, and from then on shows the copy', async () => {
    const copy = join(desktop.home, 'BC-05 tháng 7.xlsx');
    await desktop.app.evaluate(({ dialog, shell }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path });
    }, copy);
    const delivered = await desktop.page.evaluate(async () => {
      const { client, shell } = sochiboPage;
      const { file } = await client.reports.file({ code: 'BC-05', period: '2024-07', format: 'xlsx' });
      const answer = await shell.deliver(file);
      await shell.showInFolder?.(file);
      return answer;
    });
    expect(delivered).toBe(true);
    expect(readFileSync(copy).subarray(0, 2).toString()).toBe('PK');
    expect(await desktop.app.evaluate(() => Reflect.get(globalThis, 'shown'))).toBe(copy);
  });

  it('hears the menu, in Vietnamese, every chord once', async () => {
    await desktop.page.evaluate(() => {
      Reflect.set(window, 'heard', []);
      window.sochibo?.onMenu((command) => Reflect.get(window, 'heard').push(command));
    });
    const menu = await desktop.app.evaluate(({ Menu }) => {
      const bar = Menu.getApplicationMenu()?.items ?? [];
      const items = bar.flatMap((top) => top.submenu?.items ?? []);
      for (const label of ['Khóa sổ', 'Tìm…', 'Đảng viên']) items.find((item) => item.label === label)?.click();
      return {
        places: items.filter((item) => item.accelerator?.startsWith('Alt+')).map((item) => item.label),
        bar: bar.map((top) => top.label.replace('&', '')),
        chords: items.map((item) => item.accelerator).filter((chord) => typeof chord === 'string'),
      };
    });
    expect(menu.bar).toEqual(['Tệp', 'Sửa', 'Xem', 'Báo cáo', 'Trợ giúp']);
    expect(menu.places).toEqual(places.slice(0, 9).map(({ label }) => label));
    expect(new Set(menu.chords).size).toBe(menu.chords.length);
    expect(menu.chords).toEqual(
      expect.arrayContaining(['Ctrl+K', 'Ctrl+Shift+L', 'Ctrl+N', 'Ctrl+S', 'Ctrl+P', 'Ctrl+F', 'Alt+1', 'F1', 'F5']),
    );
    await expect
      .poll(() => desktop.page.evaluate(() => Reflect.get(window, 'heard')))
      .toEqual([
        { name: 'lock' },
        { name: 'find' },
        { name: 'place', number: places.findIndex(({ label }) => label === 'Đảng viên') + 1 },
      ]);
  });

  it('prints a page to PDF without running what is written in it', async () => {
    const target = join(desktop.home, 'biên bản.pdf');
    await desktop.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    const saved = await desktop.page.evaluate(() =>
      window.sochibo?.savePdf({
        title: 'Biên bản </title>',
        html: '<p class="name">Nguyễn Thị Ánh</p><script>document.body.textContent = "intruder"</script>',
        css: '.name { font-size: 14pt }',
      }),
    );
    expect(saved).toBe(true);
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    if (requireTool('pdftotext')) {
      const { stdout } = spawnSync('pdftotext', [target, '-'], { encoding: 'utf8' });
      expect(stdout.trim()).toBe('Nguyễn Thị Ánh');
    }
  });

  it('says so when the data process dies, and goes on with the same office', async () => {
    await desktop.app.evaluate(({ dialog }) => {
      Object.assign(globalThis, { told: [] });
      dialog.showMessageBox = (...given: unknown[]) => {
        Reflect.get(globalThis, 'told').push(given.at(-1));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    });
    const before = await desktop.page.evaluate(() => sochiboPage.client.office.current({}));
    process.kill(await dataProcessId(desktop), 'SIGKILL');
    await expect.poll(() => desktop.app.evaluate(() => Reflect.get(globalThis, 'told').length)).toBe(1);
    const after = await desktop.page.evaluate(() => sochiboPage.client.office.current({}));
    expect(after?.path).toBe(before?.path);
  });
});

describe.skipIf(!canOpenWindow)('the next Electron window', () => {
  const home = mkdtempSync(join(tmpdir(), 'sochibo-home-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is where the last one was, and the data process ends with it', async () => {
    const first = await openElectronWindow({ home });
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1200, 700));
    const dataProcess = await dataProcessId(first);
    await first.close();
    expect(existsSync(`/proc/${dataProcess}`)).toBe(false);
    const kept = JSON.parse(readFileSync(join(home, 'profile', 'window.json'), 'utf8'));
    expect(kept.bounds).toMatchObject({ width: 1200, height: 700 });
  });

  it('goes for the office that was double-clicked, and says why it cannot open it', async () => {
    const path = join(home, 'sổ của huyện.sochibo');
    const desktop = await openElectronWindow({ home, parameters: [path] });
    const said = await desktop.page.getByRole('alert').textContent();
    await desktop.close();
    expect(said).toContain(path);
  });
});
