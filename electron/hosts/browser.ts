import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { contentSecurityPolicy, pageContentTypes } from '../contract/page.ts';
import { router } from '../data/router.ts';
import type { Session } from '../data/session.ts';
import { keepUpload, sendDownload, UploadRefused } from './browser-files.ts';
import { Guard } from './browser-guard.ts';

export interface BrowserHostOptions {
  session: Session;
  /** Folder of the built page. */
  rendererDir: string;
  /** Free one when left out. */
  port?: number;
  /** Seconds in which a request must have come in whole; a minute when left out. */
  patience?: number;
}

export interface BrowserHost {
  /** The address to open, with its token for one use. */
  url: string;
  close(): Promise<void>;
}

/** Bytes of one call: an attached file of 20 MB as base64. */
const largestCall = 30 * 1024 * 1024;

/** A browser keeps six at a time to one address. */
const mostConnections = 60;

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Serves the program to one browser of this machine: 127.0.0.1 only, one invitation, no CORS, nothing changed by GET
 * (who may ask: `Guard`). Rejects when the port is taken.
 */
export async function serveBrowser(options: BrowserHostOptions): Promise<BrowserHost> {
  const { session, rendererDir, port = 0, patience = 60 } = options;
  const files = await pageFiles(rendererDir);
  const uploads = await mkdtemp(join(tmpdir(), 'so-chi-bo-'));
  const calls = new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: largestCall })] });
  const requestTimeout = patience * 1000;
  const server = createServer({
    ...{ requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout / 2 },
  });
  server.maxConnections = mostConnections;
  const guard = new Guard(await listen(server, port));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const foreign = guard.refuseForeign(request);
    if (foreign) return say(response, foreign.status, foreign.message);
    const url = URL.parse(request.url ?? '/', guard.origin);
    if (!url) return say(response, 404, 'Không có trang này.');
    if (request.method === 'GET' && url.pathname === '/open') return open(request, response, url);
    const changing = url.pathname === '/upload' || url.pathname.startsWith('/rpc/');
    const refusal = guard.refuseUninvited(request) ?? (changing ? guard.refuseUnasked(request) : null);
    if (refusal) return say(response, refusal.status, refusal.message);
    if (url.pathname.startsWith('/rpc/')) {
      const { matched } = await calls.handle(request, response, { prefix: '/rpc', context: { session } });
      return matched ? undefined : say(response, 404, 'Không có lệnh này.');
    }
    if (url.pathname === '/upload') {
      const path = await keepUpload(request, uploads, url.searchParams.get('name'));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ path }));
      return;
    }
    if (request.method !== 'GET') return say(response, 405, 'Chỉ nhận GET.');
    const made = url.pathname.startsWith('/files/') ? session.files.pathOf(url.pathname.slice('/files/'.length)) : null;
    if (made) return sendDownload(response, made);
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (!file) return say(response, 404, 'Không có trang này.');
    const content = await readFile(file);
    response.writeHead(200, { 'content-type': pageContentTypes[extname(file)] ?? '' }).end(content);
  }

  function open(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const cookie = guard.exchange(url.searchParams.get('token'));
    const refusal = cookie ? null : guard.refuseUninvited(request);
    if (refusal) say(response, refusal.status, refusal.message);
    else response.writeHead(303, { location: '/', ...(cookie ? { 'set-cookie': cookie } : {}) }).end();
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  });

  return {
    url: guard.address,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await rm(uploads, { recursive: true, force: true });
    },
  };
}

/** A broken-off request is over; a refused file says why; anything else is a bug and says nothing about itself. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else if (error instanceof UploadRefused) say(response, error.status, error.message);
  else say(response, 500, 'Lỗi không mong đợi. Thử lại; nếu vẫn lỗi, chạy lại chương trình.');
}

function say(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(message);
}

/** Waits until the server listens on 127.0.0.1; returns the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('no address'));
    });
  });
}

async function pageFiles(rendererDir: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(rendererDir, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && extname(entry.name) in pageContentTypes)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(rendererDir, file).split(sep).join('/')}`, file]),
  );
}
