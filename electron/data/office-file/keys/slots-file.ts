import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { flush, flushFolder } from '../flush.ts';
import { describeStorageError } from '../open-errors.ts';
import { type KeySlots, keySlots } from './key-slots.ts';
import { keyIdOf } from './office-key.ts';

/** The slots of an office file, or of one of its backups, stand beside it. */
export function slotsPathOf(path: string): string {
  return `${path}.khoa`;
}

/** Throws `office_passphrase_needed`, with what to do, where the slots are missing or were changed. */
export function readSlots(path: string): KeySlots {
  const beside = slotsPathOf(path);
  if (!existsSync(beside)) {
    throw new SochiboError(
      'office_passphrase_needed',
      `Không thấy tệp khóa ${beside} nên mật khẩu chưa mở được sổ. Chép tệp ${basename(beside)} về cạnh sổ (mỗi bản sao lưu có một bản), hoặc nhập mã khôi phục đã in.`,
    );
  }
  try {
    return keySlots.parse(JSON.parse(readFileSync(beside, 'utf8')));
  } catch (error) {
    throw damagedSlots(path, error);
  }
}

/** Whether a file asks for a passphrase: by its head or, where that does not read, by the slots beside it. */
export function isLocked(path: string): boolean {
  return keyIdOf(path) !== null || findSlots(path) !== null;
}

export function damagedSlots(path: string, cause?: unknown): SochiboError {
  return new SochiboError(
    'office_passphrase_needed',
    `Tệp khóa ${slotsPathOf(path)} đã hỏng hoặc bị sửa. Chép lại tệp khóa từ một bản sao lưu, hoặc nhập mã khôi phục đã in.`,
    { cause },
  );
}

/** The slots where they can be read, without a word where not: for what can do without them. */
export function findSlots(path: string): KeySlots | null {
  try {
    return readSlots(path);
  } catch {
    return null;
  }
}

/** Written beside, flushed, then renamed: there is always one whole file. Throws what `describeStorageError` says. */
export function writeSlots(path: string, slots: KeySlots): void {
  const [target, temporary] = [slotsPathOf(path), `${slotsPathOf(path)}.tmp`];
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeSync(handle, JSON.stringify(slots));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
    flushFolder(dirname(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw describeStorageError(error, target);
  }
}

/** Puts a copy of the slots of one file beside another, in place of the one there; nothing where there are none. */
export function copySlots(from: string, to: string): void {
  if (!existsSync(slotsPathOf(from))) return;
  const temporary = `${slotsPathOf(to)}.tmp`;
  copyFileSync(slotsPathOf(from), temporary);
  flush(temporary);
  renameSync(temporary, slotsPathOf(to));
}

/** Moves slots out of the way before others take their place: they may be of a file that somebody still has. Returns where they lie now. */
export function setSlotsAside(path: string): string | null {
  const present = slotsPathOf(path);
  if (!existsSync(present)) return null;
  let aside = `${present}.cu`;
  for (let number = 2; existsSync(aside); number += 1) aside = `${present}.cu-${number}`;
  renameSync(present, aside);
  return aside;
}
