import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Locator, Page } from 'playwright-core';
import { runJob } from '../../electron/data/jobs/procedures.ts';
import type { Progress } from '../../electron/data/progress-events.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type SessionOptions } from '../../electron/data/session.ts';
import { serveBrowser } from '../../electron/hosts/browser.ts';
import { ensureRendererBuilt } from '../../electron/hosts/renderer-build.ts';
import { seriousViolations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { resourcesDir } from './office.ts';

/** Where pictures taken by tests are put to be looked at. */
const picturesDir = join(resourcesDir, '..', 'out', 'screenshots');

export interface ClerkWindow {
  folder: string;
  page: Page;
  /** The same data side that the window talks to, to check what the clerk's work came to. */
  client: RouterClient<typeof router>;
  /** Long work that goes before whatever is asked for next, and stands at `progress` until it is let go. */
  holdWork(title: string, progress: Progress): () => Promise<void>;
  /** What the page's policy refused and what its scripts threw, as they came. */
  complaints: string[];
  /** Goes to an address of the window: `/members`. */
  goTo(path: string): Promise<void>;
  /** A picture at 1366×768 in out/screenshots. */
  picture(name: string): Promise<void>;
  /** The same, and what axe-core finds serious on it, light and dark. */
  look(name: string): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * The built program in Chromium at 1366×768, as the browser host serves it, with no office open. `how`: backups as in the window,
 * unless what is looked at is something else and the office large.
 */
export async function openClerkWindow(
  how: Pick<SessionOptions, 'backups' | 'checkAfter'> = { backups: 'always' },
): Promise<ClerkWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-clerk-'));
  const session = createSession({
    resourcesDir,
    outputDir: join(folder, 'made'),
    actor: 'thử',
    ...how,
    // Trying a passphrase takes a moment of a quiet machine, not of this one.
    keyCost: 2 ** 8,
    identityNumbers: 'masked',
  });
  const host = await serveBrowser({ session, rendererDir: ensureRendererBuilt() });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(host.url);
  const picture = async (name: string) => {
    mkdirSync(picturesDir, { recursive: true });
    await page.screenshot({ path: join(picturesDir, `browser-${name}.png`) });
  };
  return {
    folder,
    page,
    client: createRouterClient(router, { context: { session } }),
    complaints,
    holdWork: (title, progress) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const work = runJob(session, {
        ...{ kind: 'backup', title, stoppable: false },
        run: (course) => {
          course.onProgress(progress);
          return promise;
        },
        result: () => ({ message: 'Xong.' }),
      });
      return () => {
        resolve();
        return work;
      };
    },
    goTo: async (path) => {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${path}`);
    },
    picture,
    look: async (name) => {
      await picture(name);
      return seriousViolations(page);
    },
    close: async () => {
      await browser.close();
      await host.close();
      session.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether the current row stands between the headings and the foot of its grid. */
export function currentRowInView(table: Locator): Promise<boolean> {
  return table.evaluate((grid) => {
    const box = (selector: string) => grid.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const [row, head] = [box('[data-current]'), box('.data-table-head')];
    return row.top >= head.bottom - 1 && row.bottom <= grid.getBoundingClientRect().top + grid.clientHeight + 1;
  });
}
