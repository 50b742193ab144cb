import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { startDisplay } from './display.ts';
import { electronRuntime } from './electron-runtime.ts';

const root = join(import.meta.dirname, '..', '..');
/** Where pictures taken by tests are put to be looked at. */
const picturesDir = join(root, 'out', 'screenshots');

export interface ElectronWindowOptions {
  /** The person's home folder, to come back to the same profile; a fresh one when left out. */
  home?: string;
  /** What stands on the command line after the program. */
  parameters?: string[];
  /** A file for every attempt of any of its processes to connect to something. */
  trace?: string;
  /** Of the page; null leaves the window as the program made it. */
  size?: { width: number; height: number } | null;
}

export interface ElectronWindow {
  home: string;
  app: ElectronApplication;
  page: Page;
  /** What the page's policy refused and what its scripts threw, as they came. */
  complaints: string[];
  /** The surroundings it was started in, for a second start. */
  environment: { DISPLAY: string; HOME: string };
  /** A picture of the page at 1366×768 in out/screenshots. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The built program in a real Electron window, with a profile and a screen of its own. */
export async function openElectronWindow(options: ElectronWindowOptions = {}): Promise<ElectronWindow> {
  const executablePath = electronRuntime();
  if (!executablePath) throw new Error('no Electron runtime');
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'sochibo-window-'));
  const display = await startDisplay();
  const environment = { DISPLAY: display.name, HOME: home };
  const traced = options.trace ? traceConnections(executablePath, options.trace, home) : null;
  const app = await electron.launch({
    executablePath: traced ?? executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(home, 'profile')}`,
      root,
      ...(options.parameters ?? []),
    ],
    env: { ...process.env, ...environment },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const { size = { width: 1366, height: 768 } } = options;
  if (size) {
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
  }
  return {
    home,
    app,
    page,
    complaints,
    environment,
    picture: async (name) => {
      mkdirSync(picturesDir, { recursive: true });
      // By the program itself: the browser's own picture of a page is cut off when the words are made larger.
      const png = await app.evaluate(async ({ BrowserWindow }) => {
        const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
        return image?.toPNG().toString('base64') ?? '';
      });
      writeFileSync(join(picturesDir, `${name}.png`), Buffer.from(png, 'base64'));
    },
    close: async () => {
      await app.close();
      display.stop();
      if (!options.home) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A program that starts another under strace; its parameters are passed on. */
function traceConnections(program: string, trace: string, folder: string): string {
  const script = join(folder, 'traced.sh');
  const command = `exec strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg -e signal=none -o '${trace}' '${program}' "$@"`;
  writeFileSync(script, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return script;
}

/** The process of the data side: a utility of Electron's own, or a child of the shell where that cannot be. */
export async function dataProcessId(desktop: ElectronWindow): Promise<number> {
  const utility = await desktop.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'so-chi-bo-data')?.pid,
  );
  if (utility !== undefined) return utility;
  const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' });
  const line = stdout
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .find(
      ([, parent, ...command]) => Number(parent) === desktop.app.process().pid && /main.data\.cjs/.test(`${command}`),
    );
  if (!line) throw new Error('no data process');
  return Number(line[0]);
}
