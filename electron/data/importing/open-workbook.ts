import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse } from 'node:path';
import type { Progress } from '../progress-events.ts';
import { sparingHeap } from './sparing-heap.ts';
import { readWorkbookInWorker } from './workbook/read-in-worker.ts';
import type { WorkbookGrid } from './workbook/sheet-grid.ts';

export interface ImportFile {
  path: string;
  /** The name shown and kept; usually the last part of the path. */
  name: string;
}

interface OpenOptions {
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface OpenedWorkbook {
  file: string;
  sha256: string;
  grid: WorkbookGrid;
}

/**
 * Reads the files one after the other, each under a name of its own: two files may have the same name in two folders.
 * Throws as `readWorkbookInWorker`.
 */
export async function openWorkbooks(
  files: readonly ImportFile[],
  { onProgress, signal }: OpenOptions,
): Promise<OpenedWorkbook[]> {
  const names = distinctNames(files.map(({ name }) => name));
  return sparingHeap(async () => {
    const opened: OpenedWorkbook[] = [];
    for (const [done, { path, name }] of files.entries()) {
      onProgress?.({ step: `Đọc ${name}`, done, of: files.length + 1 });
      opened.push(await openWorkbook({ path, name: names[done] ?? name }, signal));
    }
    return opened;
  });
}

/** `a.xlsx`, `a.xlsx` -> `a.xlsx`, `a (2).xlsx`. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const { name: stem, ext } = parse(name);
    let own = name;
    for (let count = 2; taken.has(own); count += 1) own = `${stem} (${count})${ext}`;
    taken.add(own);
    return own;
  });
}

/** Reads one file. Throws as `readWorkbookInWorker`. */
async function openWorkbook(file: ImportFile, signal: AbortSignal | undefined): Promise<OpenedWorkbook> {
  const grid = await readWorkbookInWorker(file, signal);
  return { file: file.name, sha256: await hashOf(file.path), grid };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
