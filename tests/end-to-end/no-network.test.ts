import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../../electron/data/session.ts';
import { serveBrowser } from '../../electron/hosts/browser.ts';
import { ensureRendererBuilt } from '../../electron/hosts/renderer-build.ts';
import { places } from '../../renderer/app/places.ts';
import { bringToPage } from '../support/bring-to-page.ts';
import { openElectronWindow } from '../support/electron-window.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { resourcesDir } from '../support/office.ts';
import { chromiumPath, requireTool } from '../support/requirements.ts';

/** A proxy that refuses everything, and remembers the first line of whoever asked. */
async function refusingProxy(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      asked.push(bytes.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return { server, asked, address: `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}` };
}

/** A new office with the workbooks of a commune, a report and a document made, and every place looked at. */
async function walk(page: Page, path: string): Promise<void> {
  await bringToPage(page);
  await page.evaluate(
    async ({ office, files }) => {
      const { client } = sochiboPage;
      await client.office.create(office);
      for await (const event of await client.imports.preview({ files })) {
        if (event.type === 'preview') await client.imports.commit({ plan: event.plan, accept: true });
      }
      await client.reports.file({ code: 'BC-05', period: '2024-07', format: 'xlsx' });
      await client.documents.preview({ code: 'BC-09', about: { period: '2024-07' } });
    },
    {
      office: {
        path,
        level: 'commune' as const,
        name: 'Đảng ủy xã Thủy Khoan',
        superior: 'Tỉnh ủy',
        place: 'Thủy Khoan',
      },
      files: sampleFiles('commune-b', ['danh-sach-to-chuc.xlsx', 'theo-doi-sinh-hoat-2024.xlsx']),
    },
  );
  await page.reload();
  for (const place of places) {
    await page.getByRole('link', { name: place.label, exact: true }).click();
    await page.waitForTimeout(150);
  }
}

/** What Debian's Chromium asks for itself, whatever page it shows. */
const ofTheBrowser = /\b(?:[\w.-]+\.)?(?:googleapis|google|gvt1)\.com\b/u;

/** What a trace of the network calls has for Internet addresses of any kind, this machine's own included. */
function internetCalls(trace: string): string[] {
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?/u.test(line));
}

describe.skipIf(!requireTool('strace'))('no call leaves the machine', () => {
  const home = mkdtempSync(join(tmpdir(), 'sochibo-quiet-'));
  let proxy: Awaited<ReturnType<typeof refusingProxy>>;

  beforeAll(async () => {
    proxy = await refusingProxy();
  });
  afterAll(() => {
    proxy.server.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('the proxy does notice who asks', async () => {
    await fetch(`http://${proxy.address}/noticed`).catch(() => undefined);
    expect(proxy.asked.splice(0)).toEqual(['GET /noticed HTTP/1.1']);
  });

  it.skipIf(!requireTool('electron runtime') || !requireTool('xvfb'))('of the desktop program', async () => {
    const trace = join(home, 'desktop.trace');
    const desktop = await openElectronWindow({ trace, parameters: [`--proxy-server=http://${proxy.address}`] });
    await walk(desktop.page, join(desktop.home, 'so.sochibo'));
    // Something that the program refuses must not have got as far as the proxy either.
    const refused = await desktop.page.evaluate(() => fetch('http://example.org/').then(String, () => 'refused'));
    await desktop.close();
    expect(refused).toBe('refused');
    expect(proxy.asked).toEqual([]);
    expect(readFileSync(trace, 'utf8')).toContain('connect(');
    expect(internetCalls(trace)).toEqual([]);
  });

  it.skipIf(!requireTool('chromium'))("of the browser's page", async () => {
    const session = createSession({ resourcesDir, outputDir: join(home, 'made'), actor: 'thử', backups: 'always' });
    const host = await serveBrowser({ session, rendererDir: ensureRendererBuilt() });
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync', `--proxy-server=http://${proxy.address}`],
        // Our own host is reached beside the proxy, everything else through it; no name is looked up.
        ...['--proxy-bypass-list=127.0.0.1', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      ],
    });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).origin));
    const { origin } = new URL(host.url);
    await page.goto(host.url);
    await walk(page, join(home, 'so.sochibo'));
    const reached = await page.evaluate(() => fetch('http://example.org/').then(String, () => 'refused'));
    await browser.close();
    await host.close();
    session.close();
    expect(reached).toBe('refused');
    expect(proxy.asked.filter((line) => !ofTheBrowser.test(line) && !line.includes('http://example.org/'))).toEqual([]);
    expect([...new Set(requests)].filter((one) => one !== 'null' && one !== 'http://example.org')).toEqual([origin]);
  });
});
