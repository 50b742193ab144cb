import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesPerId = 16;
const pool = new Uint8Array(bytesPerId * 512);
let used = pool.length;
let milliseconds = 0;
let sequence = 0;

/**
 * A new id (UUID version 7): each later than the one before, also within a millisecond. Random bytes are drawn by the
 * pool, for an import makes half a million ids.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + bytesPerId);
  used += bytesPerId;
  const now = Date.now();
  if (now > milliseconds) {
    milliseconds = now;
    // Room to count on within the millisecond.
    sequence = ((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0);
  } else sequence += 1;
  return v7({ random, msecs: milliseconds, seq: sequence });
}
