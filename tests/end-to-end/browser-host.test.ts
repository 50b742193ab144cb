import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../electron/data/session.ts';
import { type BrowserHost, serveBrowser } from '../../electron/hosts/browser.ts';
import { bringToPage } from '../support/bring-to-page.ts';
import { launchChromium } from '../support/chromium.ts';
import { resourcesDir } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';

describe.skipIf(!requireTool('chromium'))('the browser host in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-browser-'));
  const complaints: string[] = [];
  let session: Session;
  let host: BrowserHost;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    session = createSession({ resourcesDir, outputDir: join(folder, 'made'), actor: 'thử' });
    host = await serveBrowser({ session, rendererDir: join(resourcesDir, '..', 'out', 'renderer') });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.url);
    await bringToPage(page);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows our page without its token, and nothing that the policy refuses', async () => {
    expect(await page.title()).toBe('Sổ Chi bộ');
    expect(page.url()).not.toContain('token');
    await page.getByRole('button').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks the data side through the contract', async () => {
    const path = join(folder, 'thu.sochibo');
    const created = await page.evaluate(
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
    expect(created.path).toBe(path);
    expect((await page.evaluate(() => sochiboPage.client.office.current({})))?.name).toBe('Huyện ủy Thử Nghiệm');
  });

  it('downloads a made file, and takes a chosen workbook', async () => {
    const download = page.waitForEvent('download');
    await page.evaluate(async () => {
      const { client, shell } = sochiboPage;
      await shell.deliver((await client.reports.file({ code: 'BC-05', period: '2024-07', format: 'xlsx' })).file);
    });
    const workbook = await (await download).path();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    const chooser = page.waitForEvent('filechooser');
    const chosen = page.evaluate(() => sochiboPage.shell.chooseWorkbooks());
    await (await chooser).setFiles({ name: 'Sổ tháng 7.xlsx', mimeType: '', buffer: readFileSync(workbook) });
    const [file] = await chosen;
    expect(file?.name).toBe('Sổ tháng 7.xlsx');
    expect(readFileSync(file?.path ?? '')).toEqual(readFileSync(workbook));
  });

  it('prints a document in its own look from a frame of its own', async () => {
    const printed = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.body.append = (frame) => {
            Element.prototype.append.call(document.body, frame);
            const inside = frame instanceof HTMLIFrameElement ? frame.contentDocument?.defaultView : null;
            if (!inside) return;
            inside.print = () => {
              const name = inside.document.querySelector('p');
              resolve({ text: name?.textContent, size: name && inside.getComputedStyle(name).fontSize });
            };
          };
          void sochiboPage.shell.print({
            title: 'Biên bản',
            css: 'p { font-size: 40px }',
            html: '<p>Nguyễn Thị Ánh</p>',
          });
        }),
    );
    expect(printed).toEqual({ text: 'Nguyễn Thị Ánh', size: '40px' });
  });

  it('lets no second browser in by the same address', async () => {
    const other = await browser.newContext();
    const stranger = await other.newPage();
    const answer = await stranger.goto(host.url);
    expect(answer?.status()).toBe(403);
    expect(await stranger.locator('body').textContent()).toContain('chỉ dùng được một lần');
    await other.close();
  });

  it('has nothing for a page of another site', async () => {
    const foreign = await browser.newPage();
    const stranger = await serveBrowser({ session, rendererDir: join(resourcesDir, '..', 'out', 'renderer') });
    await foreign.goto(stranger.url);
    const reach = await foreign.evaluate(async (address) => {
      const tried = (init: RequestInit) =>
        fetch(`${address}/rpc/office/close`, { method: 'POST', credentials: 'include', body: '{}', ...init }).then(
          (answer) => answer.status,
          () => 'refused',
        );
      return [await tried({}), await tried({ mode: 'no-cors' }), await tried({ headers: { 'x-sochibo': '1' } })];
    }, new URL(host.url).origin);
    expect(reach).toEqual(['refused', 'refused', 'refused']);
    expect(session.hasOffice).toBe(true);
    await stranger.close();
    await foreign.close();
  });
});
