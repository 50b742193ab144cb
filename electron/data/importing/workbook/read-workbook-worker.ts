import { parentPort, workerData } from 'node:worker_threads';
import { SochiboError } from '../../errors.ts';
import { packRows } from './pack-rows.ts';
import { buffersOf } from './packed-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ReadAnswer, ReadRequest } from './worker-message.ts';

// Entry of the worker thread: reads one workbook, answers once, ends.
async function answer({ path, name }: ReadRequest): Promise<ReadAnswer> {
  try {
    const { sheets } = await readWorkbook(path, name);
    return { ok: true, sheets: sheets.map((sheet) => ({ ...sheet, rows: packRows(sheet.rows) })) };
  } catch (error) {
    const cause = error instanceof Error ? String(error.stack) : String(error);
    if (error instanceof SochiboError) return { ok: false, code: error.code, message: error.message, cause };
    return { ok: false, code: 'internal', message: `Không đọc được tệp ${name}.`, cause };
  }
}

void answer(workerData).then((message) =>
  parentPort?.postMessage(message, message.ok ? message.sheets.flatMap(({ rows }) => buffersOf(rows)) : []),
);
