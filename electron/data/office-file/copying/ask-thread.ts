import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SochiboError } from '../../errors.ts';
import type { Course } from '../../jobs/course.ts';
import type { Progress } from '../../progress-events.ts';
import { describeStorageError } from '../open-errors.ts';
import type { CopyMessage, CopyRequest } from './copy-message.ts';

/** Milliseconds after which whoever waits is told once more that the thread is at work: a check says nothing while it lasts. */
const beat = 1000;

const steps = { copy: 'Chép sổ', check: 'Kiểm tra bản sao lưu' } as const;

/** The one place that starts the thread: from source and in a bundle its file lies beside this one and ends alike. */
function startWorker(request: CopyRequest): Worker {
  const file = `./copy-office-worker${extname(import.meta.url)}`;
  return new Worker(new URL(file, import.meta.url), { workerData: request });
}

/**
 * Has a thread of its own read an office file that stands still; `onRead` hears when it need not any more. Returns the fingerprint
 * of the pages. Throws what the thread says, and `cancelled`; the thread has ended then.
 */
export async function askThread(
  request: CopyRequest,
  { signal, onProgress }: Course,
  onRead: () => void = () => undefined,
): Promise<string> {
  if (signal?.aborted) throw stopped();
  const worker = startWorker(request);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let progress: Progress = { step: steps.copy, done: 0, of: request.source.size };
  const timer = setInterval(() => onProgress(progress), beat);
  const abort = () => reject(stopped());
  signal?.addEventListener('abort', abort);
  worker.on('message', (message: CopyMessage) => {
    if (message.kind === 'done') resolve(message.fingerprint);
    else if (message.kind === 'failed') reject(refusal(message));
    else if (message.kind === 'spoilt') reject(spoilt(message.found));
    else if (message.kind === 'read') {
      progress = { ...progress, step: steps.check };
      onProgress(progress);
      onRead();
    } else {
      progress = { ...progress, done: message.done };
      onProgress(progress);
    }
  });
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  try {
    return await promise;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function refusal({ code, message, path }: Extract<CopyMessage, { kind: 'failed' }>): unknown {
  return describeStorageError(Object.assign(new Error(message), { code }), path);
}

function spoilt(found: string): SochiboError {
  return new SochiboError(
    'office_damaged',
    `Bản sao lưu không đạt kiểm tra nên không giữ lại: ${found}. Đóng sổ rồi mở lại để kiểm tra sổ; nếu sổ không hỏng, kiểm tra ổ đĩa.`,
  );
}

export function stopped(): SochiboError {
  return new SochiboError('cancelled', 'Đã dừng sao lưu. Sổ không thay đổi.');
}
