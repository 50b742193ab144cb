import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.ts';
import { postgresPrograms } from './postgres-programs.ts';

export const chromiumPath = '/usr/bin/chromium';

/** Tools outside npm that some tests look through, and how to see that each is there. */
const TOOLS = {
  strace: () => runs('strace', ['-V']),
  soffice: () => runs('soffice', ['--version']),
  pdftotext: () => runs('pdftotext', ['-v']),
  pdftoppm: () => runs('pdftoppm', ['-v']),
  chromium: () => existsSync(chromiumPath),
  xvfb: () => runs('Xvfb', ['-help']),
  postgresql: () => postgresPrograms() !== null,
  'electron runtime': () => electronRuntime() !== null,
  'python3-docx': () => works('/usr/bin/python3', ['-c', 'import docx']),
  'python3-openpyxl': () => works('/usr/bin/python3', ['-c', 'import openpyxl']),
} as const;

export type Tool = keyof typeof TOOLS;

/**
 * Whether this machine has a tool. A developer's machine may lack it: the tests that need it are skipped by name. With
 * SOCHIBO_REQUIRE_ALL=1 (CI) a missing tool is an error.
 */
export function requireTool(tool: Tool): boolean {
  const present = TOOLS[tool]();
  if (!present && process.env.SOCHIBO_REQUIRE_ALL === '1') {
    throw new Error(`this machine lacks ${tool}, which CI requires`);
  }
  return present;
}

/** The tools that this machine lacks, by name. */
export function missingTools(): string[] {
  return Object.entries(TOOLS)
    .filter(([, isPresent]) => !isPresent())
    .map(([name]) => name);
}

function runs(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).error === undefined;
}

function works(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}
