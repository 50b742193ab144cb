import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { client } from '../../renderer/app/link.ts';

declare global {
  /** The page's own client, brought in by `bringClient`. */
  var sochiboLink: { client: typeof client };
}

const entry = join(import.meta.dirname, '..', '..', 'renderer', 'app', 'link.ts');

/**
 * Brings the window's typed client into a page as `sochiboLink`, so that a test can make the calls that a screen makes.
 * (Given through the debugger: the page's own policy lets no such script in.)
 */
export async function bringClient(page: Page): Promise<void> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'sochiboLink' } },
  });
  const bundle = Array.isArray(result) ? result[0] : result;
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the client was not built');
  await page.evaluate(`(() => { ${chunk.code}; globalThis.sochiboLink = sochiboLink; })()`);
}
