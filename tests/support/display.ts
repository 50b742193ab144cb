import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** As in the DISPLAY variable: `:99`. */
  name: string;
  stop(): void;
}

/** A screen of its own for a test, large enough for a page of 1366×768 with the menu above it. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstWords(server.stdio[3]);
  return { name: `:${number}`, stop: () => server.kill() };
}

async function firstWords(stream: unknown): Promise<string> {
  const isReadable = (value: unknown): value is Readable =>
    value !== null && typeof value === 'object' && 'read' in value;
  if (!isReadable(stream)) throw new Error('Xvfb says nothing');
  const [words] = await once(stream, 'data');
  return String(words).trim();
}
