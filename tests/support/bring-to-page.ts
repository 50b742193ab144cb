import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type * as entry from './page-entry.ts';

declare global {
  /** The page's own client and shell, brought in by `bringToPage`. */
  var sochiboPage: typeof entry;
}

/**
 * Brings the window's typed client and shell into a page as `sochiboPage`, so that a test can do what a screen does.
 * (Given through the debugger: the page's own policy lets no such script in.)
 */
export async function bringToPage(page: Page): Promise<void> {
  await page.evaluate(await pageClient());
}

/** The script that does so, for a page that a test reaches in another way. */
export async function pageClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // React asks for it; a library build leaves it to whoever uses the library.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'page-entry.ts'), formats: ['iife'], name: 'sochiboPage' },
    },
  });
  const bundle = Array.isArray(result) ? result[0] : result;
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the client was not built');
  return `(() => { ${chunk.code}; globalThis.sochiboPage = sochiboPage; })()`;
}
