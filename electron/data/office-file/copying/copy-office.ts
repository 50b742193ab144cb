import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { type Course, unwatched } from '../../jobs/course.ts';
import { removeUnfinished } from '../backup-office.ts';
import { flushFolder } from '../flush.ts';
import { headOf } from '../log-heads.ts';
import type { Office } from '../office.ts';
import { describeStorageError } from '../open-errors.ts';
import { askThread, stopped } from './ask-thread.ts';
import { whileStill } from './while-still.ts';

/**
 * Writes a checked copy of an open office to `target` (never over an existing file), as it is between two changes, in a thread of
 * its own: questions are answered and changes made meanwhile. It is under the key of the office. Returns the fingerprint of the pages
 * that were copied. Stopped, or closed meanwhile, it throws `cancelled` and leaves nothing. Throws `office_exists`, `disk_full`, …
 */
export async function copyOffice(office: Office, target: string, course: Course = unwatched): Promise<string> {
  if (existsSync(target)) {
    throw new SochiboError('office_exists', `Đã có tệp ${target}. Chọn tên khác cho bản sao lưu.`);
  }
  const temporary = `${target}.${randomUUID()}.tmp`;
  const signal = course.signal ? AbortSignal.any([course.signal, office.closed]) : office.closed;
  try {
    const fingerprint = await whileStill(office, (source, connection) => {
      const { promise: read, resolve } = Promise.withResolvers<void>();
      const request = { source, target: temporary, place: target, keys: office.keyring.keys, head: headOf(connection) };
      const result = askThread({ work: 'copy', ...request, since: Date.now() }, { ...course, signal }, resolve);
      return { result, read: Promise.race([read, result]) };
    });
    // The thread may have been done when it was stopped: what was not waited for is not kept.
    if (signal.aborted) throw stopped();
    renameSync(temporary, target);
    flushFolder(dirname(target));
    return fingerprint;
  } catch (error) {
    removeUnfinished(temporary);
    throw describeStorageError(error, target);
  }
}
