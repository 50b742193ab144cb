import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Tools outside npm that some tests look through, and how to see that each is there. */
const TOOLS = {
  strace: () => runs('strace', ['-V']),
  soffice: () => runs('soffice', ['--version']),
  pdftotext: () => runs('pdftotext', ['-v']),
  chromium: () => existsSync('/usr/bin/chromium'),
  xvfb: () => runs('Xvfb', ['-help']),
  'python3-docx': () => runs('/usr/bin/python3', ['-c', 'import docx']),
  'python3-openpyxl': () => runs('/usr/bin/python3', ['-c', 'import openpyxl']),
} as const;

export type Tool = keyof typeof TOOLS;

/**
 * Whether this machine has a tool. A developer's machine may lack it: the tests that need it are skipped by name. With
 * SOCHIBO_REQUIRE_ALL=1 (CI) a missing tool is an error.
 */
export function requireTool(tool: Tool): boolean {
  const present = TOOLS[tool]();
  if (!present && process.env.SOCHIBO_REQUIRE_ALL === '1')
    throw new Error(`this machine lacks ${tool}, which CI requires`);
  return present;
}

function runs(command: string, args: readonly string[]): boolean {
  const { error } = spawnSync(command, args, { stdio: 'ignore' });
  return error === undefined;
}
