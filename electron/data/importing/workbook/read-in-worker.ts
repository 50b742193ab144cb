import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SochiboError, systemCode } from '../../errors.ts';
import { PackedRows } from './packed-rows.ts';
import type { WorkbookGrid } from './sheet-grid.ts';
import { refused } from './workbook-guard.ts';
import type { ReadAnswer, ReadRequest } from './worker-message.ts';

const memoryMegabytes = 384;
/** Little room for what is soon forgotten: pieces of the inflated file are let go of early (50 MB of 100,000 rows). */
const youngMegabytes = 16;
const timeLimitMilliseconds = 60_000;

/** The one place that starts the worker: from source and in a bundle its file lies beside this one and ends alike. */
function startWorker(request: ReadRequest): Worker {
  return new Worker(new URL(`./read-workbook-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
}

/**
 * Reads a workbook in a thread of its own with limits on memory and time, so that no file can stop the program.
 * Throws as `readWorkbook`, `workbook_refused` when a limit is reached, `cancelled` when `signal` aborts.
 */
export async function readWorkbookInWorker(request: ReadRequest, signal?: AbortSignal): Promise<WorkbookGrid> {
  const cancelled = () => new SochiboError('cancelled', 'Đã dừng nhập dữ liệu. Chưa có gì thay đổi.');
  if (signal?.aborted) throw cancelled();
  const worker = startWorker(request);
  const { promise, resolve, reject } = Promise.withResolvers<WorkbookGrid>();
  const timer = setTimeout(() => reject(tooCostly(request.name)), timeLimitMilliseconds);
  const abort = () => reject(cancelled());
  signal?.addEventListener('abort', abort);
  worker.once('message', (answer: ReadAnswer) => {
    if (answer.ok) resolve({ sheets: answer.sheets.map((sheet) => ({ ...sheet, rows: new PackedRows(sheet.rows) })) });
    else reject(new SochiboError(answer.code, answer.message, { cause: answer.cause }));
  });
  worker.once('error', (error) => {
    reject(systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly(request.name) : error);
  });
  worker.once('exit', () => reject(tooCostly(request.name)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function tooCostly(name: string): SochiboError {
  return refused(
    `Đọc tệp ${name} tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng. Xóa các trang không cần, lưu lại rồi chọn lại.`,
  );
}
