import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Hundreds of small files that the data process needs before it can answer: in one, it starts with a third less work.
      externalizeDeps: {
        exclude: [
          ...['@orpc/client', '@orpc/contract', '@orpc/server', 'zod'],
          ...['kysely', 'uuid', 'yaml', 'fastest-levenshtein'],
        ],
      },
      rolldownOptions: {
        // Two programs: the shell, and the data process that it starts (plain Node), which reads workbooks in a worker.
        input: {
          index: resolve(here, 'electron/main/index.ts'),
          data: resolve(here, 'electron/data/process.ts'),
          'read-workbook-worker': resolve(here, 'electron/data/importing/workbook/read-workbook-worker.ts'),
        },
        // One folder for all: files find each other beside themselves (import.meta.url).
        output: { chunkFileNames: '[name]-[hash].js' },
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
