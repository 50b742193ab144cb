import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, pageContentTypes } from '../contract/page.ts';

const scheme = 'app';
/** Where the window's page lives: never on disk paths, so that the page has no reach into the file system. */
export const pageOrigin = `${scheme}://so-chi-bo`;

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // What was compiled of the page's scripts is kept, as it would be of any page.
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page from a map made once; what is not in the map does not exist. */
export function servePage(session: Session, rendererDir: string): void {
  const files = pageFiles(rendererDir);
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    const file = `${url.protocol}//${url.host}` === pageOrigin ? files.get(path) : undefined;
    if (request.method !== 'GET' || !file) return new Response(null, { status: 404 });
    return new Response(await readFile(file), {
      headers: {
        'content-type': pageContentTypes[extname(file)] ?? '',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  });
}

function pageFiles(rendererDir: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(rendererDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in pageContentTypes)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(rendererDir, file).split(sep).join('/')}`, file]),
  );
}
