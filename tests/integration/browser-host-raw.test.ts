import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callHeader } from '../../electron/contract/page.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { type BrowserHost, serveBrowser } from '../../electron/hosts/browser.ts';
import { resourcesDir } from '../support/office.ts';

/** What no client library sends: requests letter by letter. */
const folder = mkdtempSync(join(tmpdir(), 'sochibo-test-'));
const rendererDir = join(folder, 'renderer');
let session: Session;
let host: BrowserHost;
let port: number;
let cookie: string;
/** The lines that our own page sends with a call. */
let ours: readonly string[];

beforeAll(async () => {
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Sổ Chi bộ</title>');
  writeFileSync(join(rendererDir, 'gone.js'), 'export {};');
  session = createSession({ resourcesDir, outputDir: join(folder, 'made'), actor: 'thử' });
  host = await serveBrowser({ session, rendererDir });
  const { pathname, search, port: given } = new URL(host.url);
  port = Number(given);
  const answer = await say([`GET ${pathname}${search} HTTP/1.1`, `Host: 127.0.0.1:${port}`]);
  cookie = /^set-cookie: ([^;]+)/imu.exec(answer)?.[1] ?? '';
  ours = [
    ...[`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`, `Cookie: ${cookie}`],
    `${callHeader.name}: ${callHeader.value}`,
  ];
});
afterAll(async () => {
  await host.close();
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.on('error', reject);
  });
}

/** Everything that comes back until the host hangs up. */
function rest(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString('utf8')));
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
}

async function say(lines: readonly string[], body = ''): Promise<string> {
  const socket = await open();
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  return rest(socket);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);
const namesOf = (answer: string) =>
  (answer.split('\r\n\r\n')[0] ?? '').split('\r\n').map((line) => line.split(':')[0]?.toLowerCase() ?? '');

describe('the address', () => {
  it('is a port of 127.0.0.1 that the system chose, and of nothing else (as the kernel says)', async () => {
    const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
    const listening = ['tcp', 'tcp6'].flatMap((name) =>
      readFileSync(`/proc/net/${name}`, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/u))
        .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hexPort}`))
        .map(([, local]) => `${name} ${local}`),
    );
    expect(listening).toEqual([`tcp 0100007F:${hexPort}`]);
    const other = await serveBrowser({ session, rendererDir });
    expect(new URL(other.url).port).not.toBe(String(port));
    await other.close();
  });

  it.each([
    'Host: [::1]:PORT',
    'Host: 127.0.0.1.:PORT',
    'Host: localhost:PORT',
    'Host: localhost.:PORT',
    'Host: 127.0.0.1:PORT.evil.example',
    'Host: evil.example@127.0.0.1:PORT',
    'Host: 127.1:PORT',
    'Host: 2130706433:PORT',
    'Host: 0.0.0.0:PORT',
    'Host: 127.0.0.1',
    'Host: ',
    'X-Forwarded-Host: 127.0.0.1:PORT',
  ])('is not another: %s', async (line) => {
    const answer = await say(['GET / HTTP/1.1', line.replace('PORT', String(port)), `Cookie: ${cookie}`]);
    expect(statusOf(answer)).toBeOneOf([400, 403]);
    expect(answer).not.toContain('<!doctype html>');
  });

  it.each(['http://evil.example/', 'http://127.0.0.1:PORT/', '//evil.example/', '//', 'app://so-chi-bo/', '*'])(
    'is not in the request itself: %s',
    async (target) => {
      const answer = await say([`GET ${target.replace('PORT', String(port))} HTTP/1.1`, ...ours]);
      expect(statusOf(answer)).toBeOneOf([400, 403]);
      expect(answer).not.toContain('<!doctype html>');
    },
  );

  it('is needed: a request of HTTP/1.0 without any Host is refused', async () => {
    expect(statusOf(await say(['GET / HTTP/1.0', `Cookie: ${cookie}`]))).toBe(403);
  });

  it('gives no WebSocket and is no proxy', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    const answer = await say(['GET /rpc/office/current HTTP/1.1', ...ours, ...upgrade, 'Sec-WebSocket-Key: AAAA']);
    expect(statusOf(answer)).toBe(405);
    expect(await say(['CONNECT 127.0.0.1:22 HTTP/1.1', ...ours])).not.toMatch(/^HTTP\/1\.1 200/u);
  });
});

describe('a form of another page', () => {
  const plain = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  const post = (path: string, lines: readonly string[], type: string) => {
    const body = '{"json":{}}';
    return say([`POST ${path} HTTP/1.1`, ...lines, `Content-Type: ${type}`, `Content-Length: ${body.length}`], body);
  };

  it.each(plain)(
    'is refused with %s, which asks for no leave: from elsewhere, and with the cookie alone',
    async (type) => {
      const [line = '', origin = '', cookieLine = '', header = ''] = ours;
      for (const path of ['/rpc/office/close', '/upload?name=a.xlsx']) {
        const foreign = await post(path, [line, 'Origin: http://evil.example', cookieLine], type);
        const alone = await post(path, [line, cookieLine], type);
        const withoutHeader = await post(path, [line, origin, cookieLine], type);
        const withoutCookie = await post(path, [line, origin, header], type);
        expect([foreign, alone, withoutHeader, withoutCookie].map(statusOf), path).toEqual([403, 403, 403, 403]);
      }
    },
  );
});

describe('a body', () => {
  const upload = ['POST /upload?name=a.xlsx HTTP/1.1'];
  /** Workbooks that are kept and not whole: a whole one has the five bytes of this question. */
  const unfinished = async () => {
    const answer = await say([...upload, ...ours, 'Content-Length: 5'], 'bytes');
    const folder = dirname(dirname(/"path":"([^"]+)"/u.exec(answer)?.[1] ?? ''));
    const sizes = readdirSync(folder).map(
      (own) => statSync(join(folder, own, 'a.xlsx'), { throwIfNoEntry: false })?.size,
    );
    return sizes.filter((size) => size !== 5).length;
  };

  it('of two lengths at once is refused (smuggling), and more than was said is no second request', async () => {
    const both = await say([...upload, ...ours, 'Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n');
    expect(statusOf(both)).toBe(400);
    const twice = await say([...upload, ...ours, 'Content-Length: 5', 'Content-Length: 6'], 'bytes!');
    expect(statusOf(twice)).toBe(400);
    const more = await say([...upload, ...ours, 'Content-Length: 5'], 'bytesGET / HTTP/1.1\r\n\r\n');
    expect(more.match(/^HTTP\/1\.1/gmu)).toHaveLength(1);
  });

  it('that is broken off leaves nothing behind', async () => {
    const socket = await open();
    const head = [...upload, ...ours, 'Content-Length: 1000000', 'Expect: 100-continue', '', ''].join('\r\n');
    const begun = new Promise((resolve) => socket.once('data', resolve));
    socket.write(head);
    expect(String(await begun)).toContain('100 Continue');
    socket.write('x'.repeat(1000));
    await expect.poll(unfinished).toBe(1);
    socket.destroy();
    await expect.poll(unfinished).toBe(0);
  });

  it('and a heading that never end are not waited for', async () => {
    const other = await serveBrowser({ session, rendererDir, patience: 0.2 });
    const { port: given } = new URL(other.url);
    const slow = (text: string) => {
      const socket = connect({ host: '127.0.0.1', port: Number(given) }, () => socket.write(text));
      return rest(socket);
    };
    const answers = await Promise.all([
      slow('GET / HTTP/1.1\r\nHost: 127'),
      slow(`POST /upload HTTP/1.1\r\nHost: 127.0.0.1:${given}\r\nContent-Length: 100\r\n\r\nx`),
    ]);
    expect(answers.map(statusOf)).toEqual([408, 403]);
    await other.close();
    // Without its patience the host waits a minute, as Node does by itself.
  }, 40_000);

  it('more connections than a browser has are hung up on, and the others go on', async () => {
    const sockets = await Promise.all(Array.from({ length: 80 }, open));
    await expect
      .poll(() => sockets.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length)
      .toBeGreaterThan(10);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => statusOf(await say(['GET / HTTP/1.1', ...ours]))).toBe(200);
  });
});

describe('an answer', () => {
  it.each([
    ['a refusal', 403, () => say(['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`])],
    ['a foreign name', 403, () => say(['GET / HTTP/1.1', 'Host: evil.example', 'Origin: http://evil.example'])],
    ['a page that is not there', 404, () => say(['GET /none HTTP/1.1', ...ours])],
    ['another method', 405, () => say(['DELETE / HTTP/1.1', ...ours])],
    ['a broken call', 400, () => say(['POST /rpc/office/find HTTP/1.1', ...ours, 'Content-Length: 1'], '{')],
  ])('to %s has the same guards and says nothing of the machine', async (_what, status, ask) => {
    const answer = await ask();
    expect(statusOf(answer)).toBe(status);
    const names = namesOf(answer);
    for (const name of ['content-security-policy', 'x-content-type-options', 'cache-control', 'referrer-policy']) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => /^access-control|^server$|^x-powered-by$|^set-cookie$/u.test(name))).toEqual([]);
    expect(answer).not.toMatch(/node|Error:|\bat \/|\/tmp|\/home|electron\//iu);
  });

  it('to a failure of our own names no path and no cause', async () => {
    rmSync(join(rendererDir, 'gone.js'));
    const path = session.files.reserve('mất.docx');
    writeFileSync(path, 'x');
    const { id } = session.files.register(path);
    rmSync(path);
    for (const target of ['/gone.js', `/files/${id}`]) {
      const answer = await say([`GET ${target} HTTP/1.1`, ...ours]);
      expect(statusOf(answer)).toBe(500);
      expect(answer).not.toMatch(/ENOENT|gone\.js|mất|\/tmp|sochibo-test/u);
    }
  });
});

describe('files of the page', () => {
  it.each([
    '/%252e%252e/secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/index.html%00',
    '/index.html\u00a0',
    '/index.html/',
    '/INDEX.HTML',
    '/__proto__',
    '/constructor',
    '/files/__proto__',
    '/files/constructor',
    '/files/',
    '/%',
    '/%ff',
  ])('there is no %s', async (target) => {
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    expect(statusOf(await say([`GET ${target} HTTP/1.1`, ...ours]))).toBeOneOf([400, 404]);
  });
});
