import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The Electron program, downloaded by the package's own installer when it is not there yet; null when it cannot be had.
 * Never hangs: a download that brings not a byte for `patience` seconds is ended.
 */
export async function findElectron(programDir: string, patience = 20): Promise<string | null> {
  const packageDir = join(programDir, 'node_modules', 'electron');
  if (!existsSync(join(packageDir, 'install.js'))) return null;
  return (
    installedElectron(packageDir) ?? ((await install(packageDir, patience)) ? installedElectron(packageDir) : null)
  );
}

/** As the package's own index.js finds it, without its download. */
export function installedElectron(packageDir: string): string | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existing(join(override, process.platform === 'win32' ? 'electron.exe' : 'electron'));
  const pathFile = join(packageDir, 'path.txt');
  return existsSync(pathFile) ? existing(join(packageDir, 'dist', readFileSync(pathFile, 'utf8'))) : null;
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}

async function install(packageDir: string, patience: number): Promise<boolean> {
  const temporary = mkdtempSync(join(tmpdir(), 'sochibo-electron-'));
  const installer = spawn(process.execPath, [join(packageDir, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  let code: number | null | undefined;
  installer.once('exit', (status) => {
    code = status;
  });
  installer.once('error', () => {
    code = null;
  });
  let bytes = -1;
  let quiet = 0;
  for (let second = 0; code === undefined && quiet < patience; second += 0.25) {
    await wait(250);
    const now = bytesIn(temporary) + bytesIn(join(packageDir, 'dist'));
    quiet = now === bytes ? quiet + 0.25 : 0;
    bytes = now;
    if (second === 2) stderr.write('Đang tải Electron cho lần chạy đầu tiên (khoảng 120 MB)…\n');
  }
  installer.kill();
  rmSync(temporary, { recursive: true, force: true });
  return code === 0;
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
