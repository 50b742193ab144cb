import { parentPort, workerData } from 'node:worker_threads';
import { systemCode } from '../../errors.ts';
import type { CopyMessage, CopyRequest } from './copy-message.ts';
import { copyPages, fingerprintOf } from './copy-pages.ts';
import { finishCopy } from './finish-copy.ts';

const say = (message: CopyMessage) => parentPort?.postMessage(message);

// Entry of the thread: does what it was started for, answers, ends. Words are for who started it: to load them takes longer.
function work(request: CopyRequest): CopyMessage {
  const { source } = request;
  if (request.work === 'fingerprint') return { kind: 'done', fingerprint: fingerprintOf(source) };
  const { target, head, since } = request;
  // From thread to thread a Buffer comes as the bytes it is.
  const keys = request.keys.map((key) => ({ ...key, secret: Buffer.from(key.secret) }));
  const fingerprint = copyPages(source, target, (done) => say({ kind: 'progress', done, of: source.size }));
  say({ kind: 'read' });
  const found = finishCopy(target, { keys, head, since });
  return found === null ? { kind: 'done', fingerprint } : { kind: 'spoilt', found };
}

/** A page that its cipher does not acknowledge. */
const damage = /^SQLITE_(CORRUPT|NOTADB|IOERR_DATA|IOERR_SHORT_READ)/u;

function attempt(request: CopyRequest): CopyMessage {
  try {
    return work(request);
  } catch (error) {
    const code = systemCode(error);
    const isOfSource = error instanceof Error && 'syscall' in error && error.syscall === 'read';
    const path = request.work === 'fingerprint' || isOfSource ? request.source.path : request.place;
    if (damage.test(code) && !isOfSource) return { kind: 'spoilt', found: String(error) };
    return { kind: 'failed', code, message: String(error), path };
  }
}

say(attempt(workerData));
