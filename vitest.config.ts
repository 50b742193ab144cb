import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const env = {
  // In the C locale Chromium and LibreOffice cannot give a file a Vietnamese name.
  LC_ALL: 'C.UTF-8',
  // Tests start our programs hundreds of times: their files are compiled once.
  NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'so-chi-bo'),
};

export default defineConfig({
  test: {
    // Half of the time a test waits for LibreOffice, Python or another Node: two files at a time, also on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Property tests take their time on a machine that does other work, too.
      { test: { name: 'unit', env, include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          env,
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          env,
          include: ['tests/end-to-end/**/*.test.ts'],
          // What a screen shows is waited for as long as Playwright waits for a button, also on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
