import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * Puts `work.ts` and what it uses into few files under out/: a try is a process of its own, and starting it is most of
 * its time. Returns the path of the script.
 */
export async function buildWork(): Promise<string> {
  // Where node_modules is found, and in nobody's way who tries the same.
  const outDir = join(root, 'out/faults', String(process.pid));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'exceljs', 'docx'] },
    build: {
      ssr: true,
      outDir,
      target: 'node22',
      rollupOptions: {
        input: {
          work: join(root, 'tests/faults/work.ts'),
          // Looked for beside whoever starts it.
          'parts/copy-office-worker': join(root, 'electron/data/office-file/copying/copy-office-worker.ts'),
          'parts/read-workbook-worker': join(root, 'electron/data/importing/workbook/read-workbook-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  });
  return join(outDir, 'work.js');
}
