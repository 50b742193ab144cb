import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';

/** The folder with package.json, whether this runs from the sources or from a package. */
export const programDir = join(import.meta.dirname, '..', '..');

const made = [
  'out/main/index.cjs',
  'out/main/data.cjs',
  'out/main/data-process.cjs',
  'out/main/copy-office-worker.cjs',
  'out/main/read-workbook-worker.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const sources = [
  'electron/main',
  'electron/preload',
  'electron/contract',
  'electron/data',
  'electron/hosts/compile-ahead.ts',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
];

/**
 * Builds the program when it is missing or older than its sources, and returns the folder of the built page.
 * Throws a Vietnamese message when the build fails.
 */
export function ensureRendererBuilt(): string {
  if (!isBuilt()) build();
  return join(programDir, 'out', 'renderer');
}

function isBuilt(): boolean {
  const results = made.map((path) => join(programDir, path));
  if (!results.every((path) => existsSync(path))) return false;
  const oldestResult = Math.min(...results.map((path) => statSync(path).mtimeMs));
  return sources.every((path) => newestChange(join(programDir, path)) <= oldestResult);
}

/** Milliseconds of the last change of a file, or of anything in a folder; 0 where there is none (a package). */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const entries = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(statSync(path).mtimeMs, ...entries.map((entry) => statSync(join(path, entry)).mtimeMs));
}

function build(): void {
  stderr.write('Đang dựng chương trình từ mã nguồn…\n');
  const builder = join(programDir, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const {
    status,
    stdout,
    stderr: complaint,
  } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: programDir,
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(`Không dựng được chương trình. Chạy "npm ci" rồi thử lại.\n${stdout}${complaint}`);
}
