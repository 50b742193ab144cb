import { parentPort, workerData } from 'node:worker_threads';
import { SochiboError } from '../../errors.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ReadAnswer, ReadRequest } from './worker-message.ts';

// Entry of the worker thread: reads one workbook, answers once, ends.
async function answer({ path, name }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { ok: true, workbook: await readWorkbook(path, name) };
  } catch (error) {
    const cause = error instanceof Error ? String(error.stack) : String(error);
    if (error instanceof SochiboError) return { ok: false, code: error.code, message: error.message, cause };
    return { ok: false, code: 'internal', message: `Không đọc được tệp ${name}.`, cause };
  }
}

parentPort?.postMessage(await answer(workerData));
