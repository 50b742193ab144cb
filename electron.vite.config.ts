import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { parseAhead, parsedName } from './electron/data/resource-yaml.ts';
import { installedElectron } from './electron/hosts/electron-program.ts';

const here = import.meta.dirname;

/** What the start would do again every time: resources parsed, the program compiled. */
function finish(): void {
  const resources = resolve(here, 'resources');
  const files = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const texts = files.sort().map((file) => readFileSync(resolve(resources, file), 'utf8'));
  writeFileSync(resolve(here, 'out/main', parsedName), parseAhead(texts));
  compileAhead();
}

/** By the runtime that will run the data process: the project's Electron, else the Node it carries (`launchDataProcess`). */
function compileAhead(): void {
  const electron = installedElectron(resolve(here, 'node_modules/electron'));
  const carried = resolve(here, 'node_modules/.bin/node');
  const script = resolve(here, 'out/main/compile-ahead.cjs');
  // As the shell is started, for V8's flags must be the same; it needs no screen, and ends before there is a window.
  const alone = ['--no-sandbox', '--disable-gpu', '--ozone-platform=headless'];
  const options = { stdio: 'inherit', timeout: 60_000 } as const;
  const { status } = electron
    ? spawnSync(electron, [...alone, script], options)
    : spawnSync(existsSync(carried) ? carried : process.execPath, [script], options);
  // The program is whole without it, and starts as it did: V8 compiles what it finds nothing for.
  if (status !== 0) process.stderr.write('Nothing was compiled ahead: the program will start more slowly.\n');
}

export default defineConfig({
  main: {
    plugins: [{ name: 'done-ahead', writeBundle: finish }],
    build: {
      outDir: 'out/main',
      // Hundreds of small files that the data process needs before it can answer: in one, it starts with a third less work.
      externalizeDeps: {
        exclude: [
          ...['@orpc/client', '@orpc/contract', '@orpc/server', 'zod'],
          ...['kysely', 'uuid', 'yaml', 'fastest-levenshtein'],
          ...['pizzip', 'yauzl', 'yazl'],
        ],
      },
      rolldownOptions: {
        // Two programs: the shell, and the data process that it starts (plain Node), which reads workbooks and copies offices in threads.
        input: {
          index: resolve(here, 'electron/main/index.ts'),
          data: resolve(here, 'electron/data/start.ts'),
          'data-process': resolve(here, 'electron/data/process.ts'),
          'copy-office-worker': resolve(here, 'electron/data/office-file/copying/copy-office-worker.ts'),
          'read-workbook-worker': resolve(here, 'electron/data/importing/workbook/read-workbook-worker.ts'),
          'compile-ahead': resolve(here, 'electron/hosts/compile-ahead.ts'),
        },
        // One folder for all: files find each other beside themselves (import.meta.url). CommonJS: only of a script can what was
        // compiled be kept beside it.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file.
      rolldownOptions: {
        input: { index: resolve(here, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome120',
      minify: true,
      // The page's policy allows scripts and fonts from files only: nothing inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from this machine's disk, in one piece.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
});
