import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureRendererBuilt } from '../../electron/hosts/renderer-build.ts';
import { pageClient } from '../support/bring-to-page.ts';
import { sampleFiles } from '../support/imported-office.ts';
import {
  admitTest,
  type PackagedProgram,
  packProgram,
  poll,
  ShellInspector,
  type StartedProgram,
  startPackaged,
} from '../support/packaged-program.ts';
import { requireTool } from '../support/requirements.ts';

const canPack = [requireTool('electron runtime'), requireTool('xvfb')].every(Boolean);

describe.skipIf(!canPack)('the packed program', () => {
  const home = mkdtempSync(join(tmpdir(), 'sochibo-packaged-'));
  let packed: PackagedProgram;

  beforeAll(() => {
    ensureRendererBuilt();
    packed = packProgram();
  });
  afterAll(() => {
    packed?.remove();
    rmSync(home, { recursive: true, force: true });
  });

  describe('as shipped', () => {
    it('carries no source, no test and one platform of the library, beside its resources', () => {
      const resources = join(packed.folder, 'resources');
      expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked', 'resources']);
      const libraries = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
      expect(readdirSync(libraries)).toEqual(['linux-x64.node']);
      expect(existsSync(join(resources, 'resources', 'code-lists', 'code-lists.yaml'))).toBe(true);
      const { files } = contentsOf(join(resources, 'app.asar'));
      expect(Object.keys(files).sort()).toEqual(['node_modules', 'out', 'package.json']);
      const modules = Object.keys(Object(Reflect.get(Object(files.node_modules), 'files')));
      expect(modules).toContain('better-sqlite3');
      for (const name of ['electron', 'vitest', 'playwright-core', 'react', '@mantine']) {
        expect(modules).not.toContain(name);
      }
    });

    it('has its fuses set', async () => {
      const wire = await getCurrentFuseWire(packed.program);
      const off = [
        FuseV1Options.RunAsNode,
        FuseV1Options.EnableNodeOptionsEnvironmentVariable,
        FuseV1Options.EnableNodeCliInspectArguments,
        FuseV1Options.GrantFileProtocolExtraPrivileges,
      ];
      const on = [
        FuseV1Options.EnableCookieEncryption,
        FuseV1Options.OnlyLoadAppFromAsar,
        FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      ];
      for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
      for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
    });

    it('is no Node to run a script with, whatever its surroundings say', async () => {
      const proof = join(home, 'intruder.txt');
      const script = join(home, 'intruder.cjs');
      writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'was here')`);
      // A folder beside the archive would be started instead of it.
      const app = join(packed.folder, 'resources', 'app');
      mkdirSync(app);
      writeFileSync(join(app, 'package.json'), '{ "main": "index.js" }');
      writeFileSync(join(app, 'index.js'), readFileSync(script));
      const environment = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` };
      const started = await startPackaged(packed, home, ['-r', script, script], environment);
      await hasStarted(home);
      await started.stop();
      rmSync(app, { recursive: true });
      expect(existsSync(proof)).toBe(false);
    });

    it('is not driven from outside: told to listen for a debugger, it ends and listens to none', async () => {
      for (const parameters of [['--inspect=0'], ['--remote-debugging-port=0'], ['--remote-debugging-pipe']]) {
        const started = await startPackaged(packed, home, parameters);
        expect(await started.end(20), parameters[0]).toBe(0);
        expect(started.said()).not.toMatch(/listening on ws/);
      }
    });
  });

  describe('at work', () => {
    let started: StartedProgram;
    let shell: ShellInspector;

    beforeAll(async () => {
      await admitTest(packed);
      const workHome = join(home, 'work');
      started = await startPackaged(packed, workHome, ['--inspect-port=0']);
      await hasStarted(workHome);
      shell = await ShellInspector.open(started);
    });
    afterAll(async () => {
      shell?.close();
      await started?.stop();
    });

    it('opens its window on the start screen, with developer tools out of reach', async () => {
      const words = await poll(async () => {
        const text = String(await shell.inPage('document.body.innerText'));
        return text.includes('Tạo sổ mới') ? text : null;
      });
      expect(words).toContain('Mở sổ');
      const tools = await shell.evaluate(
        `(electron.BrowserWindow.getAllWindows()[0].webContents.openDevTools(),
          new Promise((done) => setTimeout(done, 500)).then(() =>
            electron.BrowserWindow.getAllWindows()[0].webContents.isDevToolsOpened()))`,
      );
      expect(tools).toBe(false);
      expect(await shell.evaluate('electron.app.isPackaged')).toBe(true);
    });

    it('makes an office, reads workbooks in the worker and makes documents, all out of the archive', async () => {
      await shell.inPage(await pageClient());
      const path = join(home, 'khe-son.sochibo');
      const office = { path, level: 'district', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' };
      const files = sampleFiles('district-a', ['danh-sach-to-chuc.xlsx', 'theo-doi-sinh-hoat-2024.xlsx']);
      const made = await shell.inPage(`(async () => {
        const { client } = sochiboPage;
        await client.office.create(${JSON.stringify({ ...office, name: 'Huyện ủy Khe Sơn' })});
        for await (const event of await client.imports.preview({ files: ${JSON.stringify(files)} })) {
          if (event.type === 'preview') await client.imports.commit({ plan: event.plan, accept: true });
        }
        const period = '2024-07';
        const workbook = await client.reports.file({ code: 'BC-05', period, format: 'xlsx' });
        const letter = await client.documents.file({ code: 'BC-14-CHB', about: { period }, format: 'docx' });
        const { counts } = await client.office.current({});
        return { names: [workbook.file.name, letter.file.name], meetings: counts.meetings };
      })()`);
      expect(made).toMatchObject({
        names: [expect.stringMatching(/\.xlsx$/), expect.stringMatching(/\.docx$/)],
        meetings: expect.any(Number),
      });
      expect(Reflect.get(Object(made), 'meetings')).toBeGreaterThan(1000);
      expect(existsSync(path)).toBe(true);
    });

    it('runs its data process as a utility of Electron, and ends whole', async () => {
      const names = await shell.evaluate('electron.app.getAppMetrics().map(({ name }) => name)');
      expect(names).toContain('so-chi-bo-data');
      shell.close();
      await started.stop();
      expect(started.child.exitCode).toBe(0);
    });
  });
});

/** Waits until the shell has begun its work: a signal that comes earlier ends the program. */
async function hasStarted(home: string): Promise<void> {
  await poll(() => existsSync(join(home, 'profile', 'made-files')) || null);
}

/** The table of contents at the beginning of an archive: JSON behind four numbers, the last of which is its length. */
function contentsOf(archive: string): { files: Record<string, unknown> } {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const json = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, json, 0, json.length, 16);
    return JSON.parse(json.toString('utf8'));
  } finally {
    closeSync(file);
  }
}
