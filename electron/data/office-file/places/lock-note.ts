import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { SochiboError } from '../../errors.ts';
import type { OfficeHold } from '../standing.ts';

/** Who has an office file open. */
const lockNote = z.object({
  user: z.string(),
  machine: z.string(),
  pid: z.int(),
  /** When it was opened, by the clock of the world. */
  since: z.string(),
  /** The sealed change that was acknowledged last. */
  acknowledged: z.int().optional(),
});
export type LockNote = z.infer<typeof lockNote>;

/** Beside the office file: only the name of who holds it. The truth is SQLite's lock; a note without one is left over. */
export function lockNotePath(path: string): string {
  return `${path}.dang-mo`;
}

/** Who is said to hold the file; null where nobody is, or the note does not read. */
export function readLockNote(path: string): LockNote | null {
  try {
    return lockNote.parse(JSON.parse(readFileSync(lockNotePath(path), 'utf8')));
  } catch {
    return null;
  }
}

/** The note in a sentence: `Sổ đang được lan mở trên máy VP-02 từ 08:10 22/11/2026.` */
export function holderWords(path: string): string {
  const note = readLockNote(path);
  if (!note) return 'Sổ đang được mở ở cửa sổ khác hoặc máy khác.';
  const since = new Date(note.since);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${two(since.getDate())}/${two(since.getMonth() + 1)}/${since.getFullYear()}`;
  return `Sổ đang được ${note.user} mở trên máy ${note.machine} từ ${two(since.getHours())}:${two(since.getMinutes())} ${day}.`;
}

/**
 * Leaves the note of an office file that has just been opened and locked, and watches that nobody else changes the file
 * (after KeePassXC): a program that puts another file in its place, as one that synchronises folders does, would make
 * every later change vanish. Only the size, the time and the identity of the file are looked at: opening it would let go
 * of SQLite's lock.
 */
export function holdOffice(path: string, user: string, acknowledged?: number): OfficeHold {
  const note: LockNote = { user, machine: hostname(), pid: process.pid, since: new Date().toISOString(), acknowledged };
  const written = leave(path, note);
  let seen = lookOf(path);
  return {
    check() {
      if (lookOf(path) === seen) return;
      throw new SochiboError(
        'office_changed_outside',
        `Tệp ${path} đã bị chương trình khác thay đổi, chuyển đi hoặc xóa từ khi mở, nên thay đổi vừa rồi chưa được ghi. ` +
          'Sao lưu sổ ở Thiết lập, đóng sổ rồi mở lại để kiểm tra.',
      );
    },
    renew() {
      seen = lookOf(path);
    },
    acknowledge(transaction) {
      written.write({ ...note, acknowledged: transaction });
    },
    release() {
      written.close();
      const present = readLockNote(path);
      if (present?.pid === note.pid && present.since === note.since) remove(path);
    },
  };
}

interface WrittenNote {
  write(note: LockNote): void;
  close(): void;
}

const nothingWritten: WrittenNote = { write: () => undefined, close: () => undefined };

/**
 * Keeps the note open: it is written anew after every change, in one call over what was there and without a flush (20
 * microseconds), so that after a power failure it may lag behind the office, but never runs ahead of it. Where it cannot be written, the
 * lock does without it.
 */
function leave(path: string, first: LockNote): WrittenNote {
  let handle: number;
  try {
    handle = openSync(lockNotePath(path), 'w');
  } catch {
    return nothingWritten;
  }
  // A later note must not leave the end of a longer one behind it.
  let length = 0;
  const write = (note: LockNote) => {
    try {
      const text = Buffer.from(JSON.stringify(note).padEnd(length));
      length = writeSync(handle, text, 0, text.length, 0);
    } catch {
      // A name is a courtesy, and a full disk is told where it matters.
    }
  };
  write(first);
  return { write, close: () => closeSync(handle) };
}

/** One that stays is told from a live one by SQLite's lock. */
function remove(path: string): void {
  try {
    rmSync(lockNotePath(path), { force: true });
  } catch {
    // The office is closed all the same.
  }
}

function lookOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : 'gone';
}
