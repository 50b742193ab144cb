import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Imported first by a process whose work is compared with the same work done elsewhere: time stands still and chance is
 * always the same, so that equal work leaves equal tables, the audit log and its hashes too.
 */
const moment = Date.parse('2026-01-05T01:00:00Z');

class StillDate extends Date {
  constructor(...given: [] | [value: number | string | Date]) {
    super(given[0] ?? moment);
  }
  static override now(): number {
    return moment;
  }
}

// A second process on the same office must not draw the ids of the first.
let drawn = Number(process.env.SOCHIBO_SEED ?? 0);
function fill<T extends NodeJS.ArrayBufferView>(view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = 0; at < bytes.length; at += 1) {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = drawn >>> 24;
  }
  return view;
}

// Names of temporary files are made of these: not those that a process killed before has left.
let names = Number(process.env.SOCHIBO_NAMES ?? process.env.SOCHIBO_SEED ?? 0) * 10_000;
const randomUUID = () => `00000000-0000-4000-8000-${String(names++).padStart(12, '0')}`;
Object.defineProperty(process, 'pid', { value: 4242 });

Object.assign(globalThis, { Date: StillDate });
Object.assign(globalThis.crypto, { getRandomValues: fill });
Object.assign(crypto, { randomFillSync: fill, randomUUID });
syncBuiltinESMExports();
