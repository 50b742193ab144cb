import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readWorkbookInWorker } from './workbook/read-in-worker.ts';
import type { WorkbookGrid } from './workbook/sheet-grid.ts';

export interface ImportFile {
  path: string;
  /** The name shown and kept; usually the last part of the path. */
  name: string;
}

export interface OpenedWorkbook {
  file: string;
  sha256: string;
  grid: WorkbookGrid;
}

/** Reads one file. Throws as `readWorkbookInWorker`. */
export async function openWorkbook(file: ImportFile, signal: AbortSignal | undefined): Promise<OpenedWorkbook> {
  const grid = await readWorkbookInWorker(file, signal);
  return { file: file.name, sha256: await hashOf(file.path), grid };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
