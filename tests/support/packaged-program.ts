import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { type Display, startDisplay } from './display.ts';
import { electronRuntime } from './electron-runtime.ts';

const root = join(import.meta.dirname, '..', '..');

export interface PackagedProgram {
  /** The folder as electron-builder leaves it (`--linux dir`). */
  folder: string;
  program: string;
  remove(): void;
}

/** Packs the built program as `npm run package` does, around the runtime that is there; nothing is downloaded. */
export function packProgram(): PackagedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-package-'));
  const runtime = copyOfRuntime(join(folder, 'runtime'));
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules', '.bin', 'electron-builder'),
    [
      ...['--linux', 'dir', '--publish', 'never', `-c.electronDist=${runtime.dir}`],
      ...[`-c.electronVersion=${runtime.version}`, `-c.directories.output=${join(folder, 'dist')}`],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`electron-builder failed\n${stdout}${stderr}`);
  rmSync(runtime.dir, { recursive: true });
  const packed = join(folder, 'dist', 'linux-unpacked');
  return {
    folder: packed,
    program: join(packed, 'so-chi-bo'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The runtime without what is not Electron's own: the launcher of the tests, and the snapshot of Cypress. */
function copyOfRuntime(target: string): { dir: string; version: string } {
  const program = electronRuntime();
  if (!program) throw new Error('no Electron runtime');
  const source = dirname(program);
  mkdirSync(join(target, 'resources'), { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (entry.name === 'resources' || entry.name === 'browser_v8_context_snapshot.bin') continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) cpSync(from, to, { recursive: true });
    else place(from, to);
  }
  return { dir: target, version: ask(program, 'process.versions.electron') };
}

function nodeApiOfRuntime(): number {
  const program = electronRuntime();
  return program ? Number(ask(program, 'process.versions.napi')) : 0;
}

/** What an expression comes to in the Node of the runtime. */
function ask(program: string, expression: string): string {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(program, ['-p', expression], { env, encoding: 'utf8' }).stdout.trim();
}

/** A link is enough, electron-builder copies; on another disk it is a copy. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

/**
 * Lets a test into a packed program: of the shipped form one fuse is switched (Node's inspector). On a runtime of
 * Node-API 9 the library is made to load as well (`makeLibraryLoad`). Everything else stays as shipped.
 */
export async function admitTest({ folder, program }: PackagedProgram): Promise<void> {
  // A file of its own: a process of an earlier start may still be ending.
  const copy = `${program}.new`;
  copyFileSync(program, copy);
  await flipFuses(copy, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  renameSync(copy, program);
  if (process.platform === 'linux' && nodeApiOfRuntime() < 10) {
    makeLibraryLoad(join(folder, 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3'));
  }
}

/**
 * better-sqlite3 13 keeps references to strings, which Node-API allows from 10 on, and in 9 under the name
 * "experimental": its prebuilt binary is made to say that. The experimental form forbids what its objects do when they
 * are garbage, so every statement is kept to the end.
 */
function makeLibraryLoad(library: string): void {
  const binary = join(library, 'prebuilds', 'linux-x64.node');
  const bytes = readFileSync(binary);
  // endbr64; mov $10,%eax; ret: node_api_module_get_api_version_v1
  const at = bytes.indexOf(Buffer.from('f30f1efab80a000000c3', 'hex'));
  if (at < 0) throw new Error('better-sqlite3 says its Node-API version otherwise');
  bytes.writeInt32LE(0x7fffffff, at + 5);
  writeFileSync(binary, bytes);
  const entry = join(library, 'lib', 'database.js');
  const script = readFileSync(entry, 'utf8');
  const opening = /new addon\.Database\([^)]*\)/u;
  if (!opening.test(script)) throw new Error('better-sqlite3 opens a file otherwise');
  writeFileSync(entry, `${script.replace(opening, (made) => `keepGarbage(${made})`)}\n${keepGarbage}`);
}

/** The objects of the library that JavaScript may drop, kept: opened files, their statements, and what those iterate. */
const keepGarbage = `const kept = [];
function keepGarbage(opened) {
  const { prepare } = opened;
  kept.push(opened);
  Object.defineProperty(opened, 'prepare', {
    value: (...given) => {
      const statement = prepare.apply(opened, given);
      const { iterate } = statement;
      kept.push(statement);
      Object.defineProperty(statement, 'iterate', {
        value: (...values) => {
          const rows = iterate.apply(statement, values);
          kept.push(rows);
          return rows;
        },
      });
      return statement;
    },
  });
  return opened;
}
`;

export interface StartedProgram {
  child: ChildProcess;
  /** All that it has written so far. */
  said(): string;
  /** Waits for its end; the exit code, or null when it had to be ended after `seconds`. */
  end(seconds: number): Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts the packed program on a screen of its own. */
export async function startPackaged(
  { program }: PackagedProgram,
  home: string,
  parameters: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
  screen?: Display,
): Promise<StartedProgram> {
  const display = screen ?? (await startDisplay());
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(
    program,
    ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`, ...parameters],
    { env: { ...env, DISPLAY: display.name, HOME: home, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  exited.then(() => screen ?? display.stop());
  const end = async (seconds: number) => {
    const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    return exited.finally(() => clearTimeout(late));
  };
  return {
    child,
    said: () => text,
    end,
    stop: async () => {
      child.kill('SIGTERM');
      await end(10);
    },
  };
}

/** Node's inspector in the shell of a started program, opened as a debugger opens it: by SIGUSR1. */
export class ShellInspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer: Answer & { id: number } = JSON.parse(String(data));
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async open({ child, said }: StartedProgram): Promise<ShellInspector> {
    const address = await poll(() => {
      child.kill('SIGUSR1');
      return /ws:\/\/[\w.:/-]+/.exec(said())?.[0] ?? null;
    });
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new ShellInspector(socket);
  }

  /** Evaluates an expression that may use `electron`; what it (or its promise) comes to. */
  async evaluate(expression: string): Promise<unknown> {
    const id = this.#waiting.size + 1;
    const electron = `process.getBuiltinModule('module').createRequire('/')('electron')`;
    const wrapped = `(async () => { const electron = ${electron}; return ${expression}; })()`;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      const params = { expression: wrapped, awaitPromise: true, returnByValue: true };
      this.#socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    });
    const { result, exceptionDetails } = answer.result;
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails.exception));
    return result.value;
  }

  /** Evaluates an expression in the page. */
  inPage(expression: string): Promise<unknown> {
    const window = 'electron.BrowserWindow.getAllWindows()[0].webContents';
    return this.evaluate(`${window}.executeJavaScript(${JSON.stringify(expression)})`);
  }

  close(): void {
    this.#socket.close();
  }
}

interface Answer {
  result: { result: { value?: unknown }; exceptionDetails?: { exception: unknown } };
}

/** Asks until there is an answer, at most half a minute. */
export async function poll<T>(ask: () => T | null | Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no answer');
}
