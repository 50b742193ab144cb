import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { bringToPage } from '../support/bring-to-page.ts';
import { type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);

/** Word for word, so that a weaker one does not pass with its own constant. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** All that the preload gives the page; a new call is looked at for what it lets a hostile page do, then written here. */
const bridge = [
  ...['chooseOffice', 'choosePackages', 'chooseUpdate', 'chooseWorkbooks', 'deliver', 'deliverFolder'],
  // Starts nothing but an installer whose signature the data process has checked, by its id.
  ...['installUpdate', 'kind', 'onMenu', 'openFile', 'pagesOf'],
  ...['pathOf', 'print', 'requestPort', 'saveOfficeAs', 'savePdf', 'showInFolder'],
];

describe.skipIf(!canOpenWindow)('a page in the Electron window', () => {
  let desktop: ElectronWindow;

  beforeAll(async () => {
    desktop = await openElectronWindow();
  });
  afterAll(() => desktop.close());

  it('needs nothing that its own policy refuses', async () => {
    await desktop.page.reload();
    await desktop.page.getByRole('button').first().waitFor();
    await bringToPage(desktop.page);
    expect(desktop.complaints).toEqual([]);
  });

  it('runs nothing but the scripts of its own files', async () => {
    const seen = await desktop.page.evaluate(async () => {
      const answer = await fetch('/index.html');
      const script = document.createElement('script');
      script.textContent = 'window.intruder = "script"';
      document.head.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="x" onerror="window.intruder = \'image\'">';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const refusedEval = (() => {
        try {
          // biome-ignore lint/security/noGlobalEval: the policy must refuse it
          return eval('"evaluated"');
        } catch (error) {
          return error instanceof EvalError ? 'refused' : String(error);
        }
      })();
      image.remove();
      script.remove();
      return {
        policy: answer.headers.get('content-security-policy'),
        intruder: Reflect.get(window, 'intruder'),
        refusedEval,
      };
    });
    expect(seen).toEqual({ policy, refusedEval: 'refused' });
  });

  it('stays where it is and reaches nothing outside', async () => {
    const { page, app } = desktop;
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    await page.evaluate(() => {
      window.location.href = 'file:///etc/passwd';
    });
    const reach = await page.evaluate(async () => {
      const tried = (url: string) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 'refused',
        );
      return {
        opened: window.open('https://example.org/'),
        web: await tried('https://example.org/'),
        disk: await tried('file:///etc/passwd'),
        upwards: await tried('/../../package.json'),
        encoded: await tried('/%2e%2e/%2e%2e/package.json'),
        source: await tried('/main.tsx'),
        notification: await Notification.requestPermission(),
      };
    });
    expect(reach).toEqual({
      opened: null,
      web: 'refused',
      disk: 'refused',
      upwards: 404,
      encoded: 404,
      source: 404,
      notification: 'denied',
    });
    expect(page.url()).toBe('app://so-chi-bo/');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('cannot be led away by a link, a form, a frame or a redirect, and opens no window by a link', async () => {
    const { page, app } = desktop;
    await page.evaluate(async () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
      const plain = Object.assign(document.createElement('a'), { href: 'app://so-chi-bo/index.html' });
      const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' });
      const frame = Object.assign(document.createElement('iframe'), { src: 'app://so-chi-bo/index.html' });
      document.body.append(link, plain, form, frame);
      link.click();
      plain.click();
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 300));
      Reflect.set(window, 'framed', frame.contentDocument?.querySelector('#root') ? 'shown' : 'empty');
      for (const element of [link, plain, form, frame]) element.remove();
    });
    expect(await page.evaluate(() => Reflect.get(window, 'framed'))).toBe('empty');
    expect(page.url()).toBe('app://so-chi-bo/');
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  it('has no network, whoever asks', async () => {
    const answers = await desktop.app.evaluate(({ session }) =>
      Promise.all(
        ['https://example.org/', 'http://127.0.0.1:9/'].map((url) =>
          session.defaultSession.fetch(url).then(String, String),
        ),
      ),
    );
    expect(answers).toEqual(answers.map(() => expect.stringContaining('ERR_BLOCKED_BY_CLIENT')));
  });

  it('opens, shows and hands over files only by the id that the data process gave', async () => {
    for (const call of ['openFile', 'showInFolder', 'deliver'] as const) {
      const answer = await desktop.page.evaluate(
        (name) =>
          window.sochibo?.[name]('/etc/passwd').then(
            () => 'done',
            () => 'refused',
          ),
        call,
      );
      expect(answer, call).toBe('refused');
    }
  });

  it('answers no other window, though it has the same preload and page', async () => {
    const answer = await desktop.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('app://so-chi-bo/');
      const said: unknown = await other.webContents.executeJavaScript(
        'sochibo.chooseOffice().then(() => "answered", () => "refused")',
      );
      other.destroy();
      return said;
    });
    expect(answer).toBe('refused');
  });

  it('has a bridge of known calls only, and a preload short enough to read', async () => {
    const found = await desktop.page.evaluate(() => ({
      bridge: Object.keys(window.sochibo ?? {}).sort(),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(found).toEqual({ bridge, others: [] });
    const preload = readFileSync(join(import.meta.dirname, '../../electron/preload/index.ts'), 'utf8');
    expect(preload.split('\n').length).toBeLessThan(60);
  });

  it('is given nothing of the machine: no device, no place, no clipboard behind its back, no download', async () => {
    const { page, app } = desktop;
    await app.evaluate(({ session }) => {
      Object.assign(globalThis, { downloads: [] });
      session.defaultSession.on('will-download', (event, item) => {
        Reflect.get(globalThis, 'downloads').push(event.defaultPrevented ? 'refused' : item.getFilename());
      });
    });
    const asked = await page.evaluate(async () => {
      const states: string[] = [];
      for (const name of ['geolocation', 'camera', 'microphone', 'notifications'] as const) {
        states.push((await navigator.permissions.query({ name })).state);
      }
      const answer = await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      );
      const link = document.createElement('a');
      Object.assign(link, { href: 'data:application/octet-stream,harm', download: 'harm.exe' }).click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { states: [...new Set(states)], answer };
    });
    expect(asked).toEqual({ states: ['denied'], answer: 'refused' });
    expect(await app.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual(['refused']);
  });

  it('has no <webview>, even where a window would allow one', async () => {
    const count = await desktop.app.evaluate(async ({ BrowserWindow, webContents }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
      await other.loadURL('app://so-chi-bo/');
      await other.webContents.executeJavaScript(`new Promise((done) => {
        const view = document.createElement('webview');
        view.src = 'app://so-chi-bo/';
        document.body.append(view);
        setTimeout(done, 500);
      })`);
      const views = webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview').length;
      other.destroy();
      return views;
    });
    expect(count).toBe(0);
  });

  it('checks no spelling (dictionaries would be fetched) and reports no crash to anyone', async () => {
    const found = await desktop.app.evaluate(({ crashReporter, session }) => ({
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      languages: session.defaultSession.getSpellCheckerLanguages(),
      uploads: crashReporter.getUploadToServer(),
    }));
    expect(found).toEqual({ spelling: false, languages: [], uploads: false });
    // The helper that sends reports is told where they lie: in the person's profile.
    const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => line.includes(desktop.home) && /crashpad/iu.test(line))).toEqual([]);
  });

  it('runs nothing that is written in a name, on any screen that shows it', async () => {
    const { page, home } = desktop;
    const harm = `<img src=x onerror="window.intruder='name'">`;
    const path = join(home, 'hostile.sochibo');
    const place = { name: `Đảng ủy ${harm}`, superior: `Tỉnh ủy ${harm}`, place: harm };
    const office = await createOffice({ path, level: 'commune', ...place }, environment);
    const root = await office.db.selectFrom('organisation').select('id').executeTakeFirst();
    await office.write('Thử', harm, async (db) => {
      await db
        .insertInto('organisation')
        .values({ id: 'cell', kind: 'cell', code: null, valid_from: null, valid_to: null })
        .execute();
      await db
        .insertInto('organisation_version')
        .values(versionRow('v', 'cell', `Chi bộ ${harm}`, { parent_id: root?.id ?? null }))
        .execute();
      await db
        .insertInto('member')
        .values(memberRow('m', `Nguyễn ${harm}`))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow('s', 'm', 'cell'))
        .execute();
    });
    office.close();
    await bringToPage(page);
    await page.evaluate((file) => sochiboPage.client.office.open({ path: file }), path);
    await page.reload();
    for (const address of [
      '/today',
      '/organisations/cell',
      '/members/m',
      '/members/m/page',
      '/reports/BC-13',
      '/history',
      '/settings',
    ]) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${address}`);
      await page.getByText('<img src=x').first().waitFor();
      expect(await page.evaluate(() => document.images.length), address).toBe(0);
    }
    await page.keyboard.press('Control+K');
    await page.keyboard.type('nguyen');
    await page.getByRole('option').getByText('<img src=x').first().waitFor();
    expect(
      await page.evaluate(() => ({ ran: Reflect.get(window, 'intruder'), images: document.images.length })),
    ).toEqual({ ran: undefined, images: 0 });
  });
});
