import { spawn } from 'node:child_process';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { serveBrowser } from './browser.ts';
import { type CommandContext, pathOf, withOffice, withSession } from './commands/context.ts';
import { findElectron } from './electron-program.ts';
import { ensureRendererBuilt, programDir } from './renderer-build.ts';

/** `npm start [-- [--browser] [OFFICE]]`: the window, or the same program in the browser where there can be none. */
const { values, positionals } = parseArgs({ options: { browser: { type: 'boolean' } }, allowPositionals: true });
const office = positionals[0] === undefined ? null : pathOf(positionals[0]);

/** Milliseconds within which a program that ends with an error is taken for one that could not open its window. */
const startUp = 15_000;

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Opens the window and waits for its end. False when it could not be opened. */
async function openWindow(electron: string): Promise<boolean> {
  // Chromium has no sandbox for root (containers): there it is started without one, or it would not start at all.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = Date.now();
  const child = spawn(electron, [...asRoot, programDir, ...(office ? [office] : [])], { stdio: 'inherit' });
  const code = await new Promise<number | null>((done) => {
    child.once('exit', done);
    child.once('error', () => done(null));
  });
  return code === 0 || Date.now() - started > startUp;
}

async function openInBrowser(reason: string | null): Promise<void> {
  if (reason) stdout.write(`${reason}, nên chương trình mở trong trình duyệt.\n`);
  await (office ? withOffice(office, serve, 'always') : withSession(serve, 'always'));
}

/** Serves until Ctrl+C. */
async function serve({ session }: CommandContext): Promise<void> {
  const host = await serveBrowser({ session, rendererDir: ensureRendererBuilt() });
  stdout.write(`Mở địa chỉ này trong trình duyệt trên máy này: ${host.url}\nNhấn Ctrl+C để dừng.\n`);
  if (hasDisplay) openAddress(host.url);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await host.close();
}

/** Asks the system to open the address; where it cannot, the printed address is enough. */
function openAddress(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    win32: ['cmd', '/c', 'start', '', url],
    darwin: ['open', url],
    linux: ['xdg-open', url],
  };
  const [program, ...parameters] = openers[process.platform] ?? [];
  if (!program) return;
  spawn(program, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function start(): Promise<void> {
  ensureRendererBuilt();
  if (values.browser) return openInBrowser(null);
  if (!hasDisplay) return openInBrowser('Máy này không có màn hình đồ họa');
  const electron = await findElectron(programDir);
  if (!electron) return openInBrowser('Chưa có Electron và không tải được');
  if (!(await openWindow(electron))) return openInBrowser('Máy này không mở được cửa sổ Electron');
}

try {
  await start();
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
