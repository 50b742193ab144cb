import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** Longest time for one answer, milliseconds: a long table is laid out in a few seconds. */
const patience = 120_000;

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'chrome',
];

/** A Chromium, Chrome or Edge of this machine: on the path, or where installers put it; null when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string | null {
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name + ending)));
  return [...onPath, ...usualPlaces(environment, platform)].find((path) => existsSync(path)) ?? null;
}

function usualPlaces(environment: NodeJS.ProcessEnv, platform: string): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform !== 'win32') return ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
  return [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

/** Lays out web pages of this machine on the paper they ask for, one after the other. */
export interface PdfPrinter {
  /** The PDF of the page at `path`, without header or footer of the browser's own. */
  print(path: string): Promise<Uint8Array>;
}

/** Starts `chromium` without a window for the length of `work`. It runs no script of a page and reaches no network. */
export async function withPdfPrinter<T>(chromium: string, work: (printer: PdfPrinter) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'sochibo-pdf-'));
  const browser = spawn(chromium, [...switches(), `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  try {
    const [, , , orders, answers] = browser.stdio;
    if (!isWritable(orders) || !isReadable(answers)) throw new Error('the browser has no pipes');
    return await work(await attach(new Wire(orders, answers, ended)));
  } finally {
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function switches(): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses to run its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

async function attach(wire: Wire): Promise<PdfPrinter> {
  const { targetId } = await wire.ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await wire.ask('Target.attachToTarget', { targetId, flatten: true });
  const page = typeof sessionId === 'string' ? sessionId : undefined;
  await wire.ask('Page.enable', {}, page);
  await wire.ask('Emulation.setScriptExecutionDisabled', { value: true }, page);
  return {
    async print(path) {
      const loaded = wire.hear('Page.loadEventFired');
      await wire.ask('Page.navigate', { url: pathToFileURL(path).href }, page);
      await loaded;
      const { data } = await wire.ask('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, page);
      if (typeof data !== 'string') throw new Error('the browser printed nothing');
      return Buffer.from(data, 'base64');
    },
  };
}

type Answer = Record<string, unknown>;
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

/** Chromium's own protocol over two pipes: one JSON text after the other, each ended by a zero byte. */
class Wire {
  readonly #orders: Writable;
  readonly #waiting = new Map<number | string, Waiting>();
  #count = 0;
  #rest = '';

  constructor(orders: Writable, answers: Readable, ended: Promise<void>) {
    this.#orders = orders;
    // A browser that has gone closes the pipe; `ended` tells that.
    orders.on('error', () => undefined);
    answers.setEncoding('utf8');
    answers.on('data', (text: string) => this.#read(text));
    void ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser ended'));
    });
  }

  ask(method: string, params: Answer, sessionId?: string): Promise<Answer> {
    this.#count += 1;
    const answer = this.#wait(this.#count);
    this.#orders.write(`${JSON.stringify({ id: this.#count, method, params, sessionId })}\0`);
    return answer;
  }

  /** The next event of that name. */
  hear(event: string): Promise<Answer> {
    return this.#wait(event);
  }

  #wait(key: number | string): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the browser does not answer: ${key}`)), patience);
      const settled = () => {
        clearTimeout(late);
        this.#waiting.delete(key);
      };
      this.#waiting.set(key, {
        resolve: (value) => {
          settled();
          resolve(value);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
    });
    return answer;
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, method, result, error }: { id?: number; method?: string; result?: Answer; error?: unknown } =
        JSON.parse(message);
      const waiting = this.#waiting.get(id ?? method ?? '');
      if (error) waiting?.reject(new Error(JSON.stringify(error)));
      else waiting?.resolve(result ?? {});
    }
  }
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && 'write' in stream;
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
