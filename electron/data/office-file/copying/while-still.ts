import type Database from 'better-sqlite3';
import type { Office } from '../office.ts';
import type { StillFile } from './copy-message.ts';

/** Reading of the file that has begun. `read`: when the file may change again. */
export interface Reading<T> {
  read: Promise<unknown>;
  result: Promise<T>;
}

/**
 * Has an open office's file read beside its connection while it stands still, from between two changes on. Changes made meanwhile are
 * kept in the log and written back afterwards; where there is none (unsafe places) they wait. Returns what comes of it, which may
 * take longer than the reading. Throws `conflict` while another does the same.
 */
export async function whileStill<T>(
  office: Office,
  begin: (file: StillFile, connection: Database.Database) => Reading<T>,
): Promise<T> {
  const { engine, reading } = await office.onFile(async (engine) => {
    const reading = engine.lifted((connection) => begin(engine.keepStill(), connection));
    if (!engine.keepsLog) await settled(reading.read);
    return { engine, reading };
  });
  await settled(reading.read);
  engine.letGo();
  return reading.result;
}

function settled(promise: Promise<unknown>): Promise<unknown> {
  return Promise.allSettled([promise]);
}
