import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findElectron } from '../../electron/hosts/electron-program.ts';
import { temporaryFolder } from '../support/office.ts';

/** A program folder whose electron package has this for its installer. */
function programWith(installer: string): string {
  const program = temporaryFolder();
  const packageDir = join(program, 'node_modules', 'electron');
  mkdirSync(packageDir, { recursive: true });
  writeFileSync(join(packageDir, 'install.js'), installer);
  return program;
}

const install = `
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
mkdirSync(join(__dirname, 'dist'));
writeFileSync(join(__dirname, 'dist', 'electron'), '');
writeFileSync(join(__dirname, 'path.txt'), 'electron');
`;

describe('the Electron runtime', () => {
  it('is fetched by the package itself when it is not there', async () => {
    const program = programWith(install);
    expect(await findElectron(program)).toBe(join(program, 'node_modules', 'electron', 'dist', 'electron'));
  });

  it('cannot be had when its download host refuses', async () => {
    expect(await findElectron(programWith('process.exit(1)'))).toBeNull();
  });

  it('cannot be had when the download brings nothing: it is ended, never waited for', async () => {
    const program = programWith(`setTimeout(() => { ${install} }, 30_000)`);
    expect(await findElectron(program, 1)).toBeNull();
  });

  it('is waited for as long as something comes', async () => {
    const program = programWith(`
      const { appendFileSync } = require('node:fs');
      const file = require('node:path').join(require('node:os').tmpdir(), 'part');
      const timer = setInterval(() => appendFileSync(file, 'bytes'), 300);
      setTimeout(() => { clearInterval(timer); ${install} }, 2500);
    `);
    expect(await findElectron(program, 1)).not.toBeNull();
  });

  it('cannot be had where the package is not installed', async () => {
    expect(await findElectron(temporaryFolder())).toBeNull();
  });
});

describe('npm start', () => {
  const script = join(import.meta.dirname, '..', '..', 'electron', 'hosts', 'start.ts');

  function start(environment: NodeJS.ProcessEnv, ...parameters: string[]): { child: ChildProcess; said: () => string } {
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...environment };
    const child = spawn(process.execPath, [script, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
    return { child, said: () => text };
  }

  async function usable(said: () => string): Promise<void> {
    await expect.poll(said, { timeout: 60_000 }).toContain('Ctrl+C');
    const address = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/.exec(said())?.[0] ?? '';
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.status).toBe(303);
  }

  it.runIf(process.platform === 'linux')('without a display says so and ends in a usable program', async () => {
    const { child, said } = start({});
    await usable(said);
    expect(said()).toContain('Máy này không có màn hình đồ họa, nên chương trình mở trong trình duyệt.');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.runIf(process.platform === 'linux')(
    'with an Electron that does not come up ends in a usable program',
    async () => {
      const broken = temporaryFolder();
      writeFileSync(join(broken, 'electron'), '#!/bin/sh\nexit 127\n');
      chmodSync(join(broken, 'electron'), 0o755);
      const { said } = start({ DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: broken, PATH: '/nowhere' });
      await usable(said);
      expect(said()).toContain('Máy này không mở được cửa sổ Electron, nên chương trình mở trong trình duyệt.');
    },
  );

  it('says why an office cannot be opened', async () => {
    const missing = join(temporaryFolder(), 'không có.sochibo');
    const { child, said } = start({}, '--browser', missing);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said()).toContain(missing);
    expect(existsSync(missing)).toBe(false);
  });
});
