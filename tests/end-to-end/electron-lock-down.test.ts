import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../electron/contract/page.ts';
import { bringToPage } from '../support/bring-to-page.ts';
import { type ElectronWindow, openElectronWindow } from '../support/electron-window.ts';
import { requireTool } from '../support/requirements.ts';

const canOpenWindow = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);

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
    expect(seen).toEqual({ policy: contentSecurityPolicy, refusedEval: 'refused' });
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
});
