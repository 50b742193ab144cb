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

/** Reads the files one after the other. Throws as `readWorkbookInWorker`, naming the file. */
export async function openWorkbooks(
  files: readonly ImportFile[],
  { signal, onFile }: { signal: AbortSignal | undefined; onFile: (file: ImportFile, done: number) => void },
): Promise<OpenedWorkbook[]> {
  const opened: OpenedWorkbook[] = [];
  for (const [done, file] of files.entries()) {
    onFile(file, done);
    const grid = await readWorkbookInWorker(file, signal);
    opened.push({ file: file.name, sha256: await hashOf(file.path), grid });
  }
  return opened;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
