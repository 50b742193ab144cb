import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { prepareElectronRuntime } from './electron-runtime.ts';
import { missingTools } from './requirements.ts';

/**
 * `npm test`, the one test command. What the machine lacks is named and its tests are skipped; with
 * SOCHIBO_REQUIRE_ALL=1 (CI) a missing tool or a skipped test is a failure.
 */
const requireAll = process.env.SOCHIBO_REQUIRE_ALL === '1';
const root = join(import.meta.dirname, '..', '..');
const reportDir = mkdtempSync(join(tmpdir(), 'sochibo-report-'));
const count = { passed: 0, failed: 0, skipped: 0 };

function say(text: string): void {
  stdout.write(`${text}\n`);
}

function heading(name: string): void {
  say(`\n== ${name}`);
}

/** Runs a tool of node_modules/.bin with the Node that runs this; true when it ends well. */
function runTool(name: string, ...parameters: string[]): boolean {
  const started = Date.now();
  const { status } = spawnSync(join(root, 'node_modules', '.bin', name), parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  say(`${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

/** A check that is one test: it passes or fails as a whole. */
function check(name: string, tool: string, ...parameters: string[]): void {
  heading(name);
  if (runTool(tool, ...parameters)) count.passed += 1;
  else count.failed += 1;
}

/** Runs the tests of some projects and adds up what the reporter counted. */
function runTests(...projects: string[]): void {
  heading(`${projects.join(' and ')} tests`);
  const report = join(reportDir, `${projects.join('-')}.json`);
  const succeeded = runTool(
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  const { passed, failed, skipped } = readCounts(report);
  count.passed += passed;
  count.skipped += skipped;
  // A file that cannot be loaded, or an error outside any test, fails without a failed test.
  count.failed += succeeded ? failed : Math.max(failed, 1);
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

function readCounts(report: string): typeof count {
  try {
    const counted: VitestReport = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: counted.numPassedTests,
      failed: counted.numFailedTests,
      skipped: counted.numPendingTests + counted.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

async function nameWhatIsMissing(): Promise<void> {
  heading('What this machine has');
  await prepareElectronRuntime().catch((error: unknown) => say(`electron runtime: ${String(error)}`));
  const missing = missingTools();
  for (const tool of missing) say(`missing: ${tool}${requireAll ? '' : ' (its tests are skipped)'}`);
  if (missing.length === 0) say('everything that the tests need');
  if (requireAll) count.failed += missing.length;
}

await nameWhatIsMissing();
check('types', 'tsc', '--noEmit');
check('lint and format', 'biome', 'check', '--error-on-warnings', '.');
check('architecture', 'depcruise', '--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'tests');
check('unused code', 'knip', '--no-progress');
runTests('unit', 'integration');
check('build', 'electron-vite', 'build', '--logLevel', 'warn');
runTests('end-to-end');
rmSync(reportDir, { recursive: true, force: true });

if (requireAll && count.skipped > 0) say('\nskipped tests count as failed here');
const failed = count.failed + (requireAll ? count.skipped : 0);
process.exitCode = failed === 0 ? 0 : 1;
say(
  `\n${count.passed} passed, ${failed} failed${count.skipped > 0 && !requireAll ? `, ${count.skipped} skipped` : ''}`,
);
