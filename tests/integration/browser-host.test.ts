import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callHeader, contentSecurityPolicy } from '../../electron/contract/page.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { type BrowserHost, serveBrowser } from '../../electron/hosts/browser.ts';
import { resourcesDir } from '../support/office.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Question {
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

const folder = mkdtempSync(join(tmpdir(), 'sochibo-test-'));
const rendererDir = join(folder, 'renderer');
let session: Session;
let host: BrowserHost;
let origin: string;
let cookie: string;

function ask({ path, method = 'GET', headers = {}, body }: Question): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    // `path` goes out as it is written: fetch() would tidy it up.
    const question = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    question.on('error', reject);
    question.end(body);
  });
}

/** The host answers or, while it is still being sent to, hangs up. */
const tooLarge = [413, 'hung up'];
const outcome = (answer: Promise<Answer>) =>
  answer.then(
    ({ status }) => status,
    () => 'hung up',
  );

/** As our own page asks. */
const ours = () => ({ cookie, origin, [callHeader.name]: callHeader.value });
const call = (headers: OutgoingHttpHeaders, body = '{"json":{}}') =>
  ask({
    path: '/rpc/office/current',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

beforeAll(() => {
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Sổ Chi bộ</title>');
  writeFileSync(join(rendererDir, 'assets', 'page.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  session = createSession({
    resourcesDir: resourcesDir,
    outputDir: join(folder, 'made'),
    actor: 'thử',
  });
  host = await serveBrowser({ session, rendererDir });
  origin = new URL(host.url).origin;
  const { pathname, search } = new URL(host.url);
  const answer = await ask({ path: pathname + search });
  cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return async () => {
    await host.close();
    session.close();
  };
});

describe('who may come in', () => {
  it('exchanges the token of the printed address once, for a cookie that only our own pages send', async () => {
    const second = await serveBrowser({ session, rendererDir });
    const { pathname, search, origin: secondOrigin } = new URL(second.url);
    origin = secondOrigin;
    const answer = await ask({ path: pathname + search });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^sochibo-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const again = await ask({ path: pathname + search });
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    await second.close();
  });

  it.each(['/open', '/open?token=', '/open?token=wrong', `/open?token=${'A'.repeat(43)}`])(
    'lets nobody in by %s',
    async (path) => {
      const answer = await ask({ path });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it.each(['/', '/assets/page.js', '/files/x', '/rpc/office/current', '/upload?name=a.xlsx', '/none'])(
    'shows nothing of %s without the cookie',
    async (path) => {
      expect((await ask({ path })).status).toBe(403);
      expect((await ask({ path, headers: { cookie: `${cookie}x` } })).status).toBe(403);
      expect((await ask({ path, headers: { cookie: 'sochibo=1' } })).status).toBe(403);
    },
  );

  it('shows the page with its policy to the one who has the cookie', async () => {
    const answer = await ask({ path: '/', headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Sổ Chi bộ');
    expect(answer.headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await ask({ path: '/assets/page.js', headers: { cookie } })).headers['content-type']).toContain(
      'javascript',
    );
  });
});

describe('foreign pages', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'Host %j is refused even with the cookie (DNS rebinding)',
    async (name) => {
      expect((await ask({ path: '/', headers: { cookie, host: name } })).status).toBe(403);
      expect((await call({ ...ours(), host: name, origin: `http://${name}` })).status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'Origin %j is refused even with the cookie and the header (CSRF)',
    async (foreign) => {
      const answer = await call({ ...ours(), origin: foreign });
      expect(answer.status).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('a call needs an origin and our header', async () => {
    expect((await call({ cookie, origin })).status).toBe(403);
    expect((await call({ cookie, [callHeader.name]: callHeader.value })).status).toBe(403);
    expect((await call({ ...ours(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call({ ...ours(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it('answers no CORS question', async () => {
    const answer = await ask({
      path: '/rpc/office/current',
      method: 'OPTIONS',
      headers: { cookie, origin: 'http://evil.example', 'access-control-request-headers': callHeader.name },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('listens on 127.0.0.1 only', async () => {
    const reached = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: Number(new URL(origin).port) });
      socket.on('connect', () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(reached).toBe('refused');
  });
});

describe('calls', () => {
  it('reach the router', async () => {
    const answer = await call(ours());
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ json: null });
  });

  it('change nothing by GET', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      expect((await ask({ path: '/rpc/office/close', method, headers: ours() })).status, method).toBe(405);
      expect((await ask({ path: '/upload?name=a.xlsx', method, headers: ours() })).status, method).toBe(405);
    }
  });

  it('are no larger than 30 MB, said or unsaid', async () => {
    const large = JSON.stringify({ json: { text: 'x'.repeat(31 * 1024 * 1024) } });
    expect(await outcome(call(ours(), large))).toBeOneOf(tooLarge);
    expect(await outcome(call({ ...ours(), 'transfer-encoding': 'chunked' }, large))).toBeOneOf(tooLarge);
    expect((await call(ours())).status).toBe(200);
  });
});

describe('files', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets\\..\\..\\secret.txt',
    '/etc/passwd',
    '/assets',
    '/files/../../secret.txt',
    '/files/%2e%2e%2fsecret.txt',
    '/index.html%00.js',
  ])('there is no %s', async (path) => {
    const answer = await ask({ path, headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('a made file is downloaded by its id under its own name', async () => {
    const path = session.files.reserve('Biên bản (tháng 7).docx');
    writeFileSync(path, 'nội dung');
    const { id } = session.files.register(path);
    const answer = await ask({ path: `/files/${id}`, headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('nội dung');
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%28th%C3%A1ng%207%29.docx",
    );
    expect((await ask({ path: '/files/unknown', headers: { cookie } })).status).toBe(404);
  });

  const upload = (name: string, body: string | Buffer, headers: OutgoingHttpHeaders = {}) =>
    ask({ path: `/upload?name=${encodeURIComponent(name)}`, method: 'POST', headers: { ...ours(), ...headers }, body });

  it('a chosen workbook is kept for the data side until the host closes', async () => {
    const answer = await upload('Danh sách đảng viên.xlsx', 'bytes');
    const { path } = JSON.parse(answer.body);
    expect(path.split(sep).at(-1)).toBe('Danh sách đảng viên.xlsx');
    expect(readFileSync(path, 'utf8')).toBe('bytes');
    await host.close();
    expect(() => readFileSync(path)).toThrow();
    host = await serveBrowser({ session, rendererDir });
  });

  it.each(['../../evil.xlsx', '..\\..\\evil.xlsx', '/etc/evil.xlsx', 'C:\\evil.xlsx', '.evil.xlsx'])(
    'the name %j leads nowhere else',
    async (name) => {
      const { path } = JSON.parse((await upload(name, 'bytes')).body);
      expect(path.startsWith(join(tmpdir(), 'so-chi-bo-'))).toBe(true);
      expect(path.split(sep).at(-1)).toBe('evil.xlsx');
    },
  );

  it.each(['evil.exe', 'evil', '', 'evil.xlsx.html'])('%j is no workbook', async (name) => {
    expect((await upload(name, 'bytes')).status).toBeOneOf([400, 415]);
  });

  it('a workbook is no larger than 50 MB, said or unsaid', async () => {
    const large = Buffer.alloc(51 * 1024 * 1024);
    expect(await outcome(upload('a.xlsx', large))).toBeOneOf(tooLarge);
    expect(await outcome(upload('a.xlsx', large, { 'transfer-encoding': 'chunked' }))).toBeOneOf(tooLarge);
    expect((await upload('a.xlsx', 'bytes')).status).toBe(200);
  });
});
