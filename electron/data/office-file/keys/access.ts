import { z } from 'zod';
import { SochiboError } from '../../errors.ts';
import type { Session } from '../../session.ts';
import { readSetting, writeSetting } from '../../settings/setting.ts';
import type { Office } from '../office.ts';
import { changeSlots, decryptFile, encryptFile, renewKey } from './change-key.ts';
import { isSealed, newSlot, reboxed } from './key-slots.ts';
import { type Keyring, newOfficeKey } from './office-key.ts';
import { recoveryCode } from './recovery-code.ts';
import { changeSlot, slotsOf } from './slots.ts';
import { findSlots, setSlotsAside } from './slots-file.ts';
import { type Course, underNewKey } from './under-new-key.ts';
import { unlockFile } from './unlock.ts';

/** Minutes without a key or the mouse after which an office with a passphrase is locked, until it says otherwise. */
const usualAutoLock = 10;

/** Backups that could not be opened and stay under another key, or without one, as they were. */
interface Unchanged {
  unchanged_backups: string[];
}

/** Gives the open office its first passphrase. Throws `conflict` where it has one, and what `encryptFile` throws. */
export async function encryptOffice(
  session: Session,
  first: { label: string; passphrase: string },
  course?: Course,
): Promise<Unchanged & { code: string }> {
  if (session.office.keyring.current) throw new SochiboError('conflict', 'Sổ đã có mật khẩu.');
  const key = newOfficeKey();
  const slot = await newSlot([key], first, session.options.keyCost);
  const changeOffice = async () => {
    const office = await session.whileClosed((path) => encryptFile(path, key, slot));
    await office.write('Đặt mật khẩu cho sổ', first.label, (db) => writeSetting(db, 'auto_lock', usualAutoLock));
  };
  const unchanged = await underNewKey(session.office.path, { keys: [], key }, changeOffice, course);
  return { code: recoveryCode(key.secret), unchanged_backups: unchanged };
}

/** Takes the passphrase of the open office away. `secret`: a passphrase or the recovery code, asked for once more. */
export async function decryptOffice(session: Session, secret: string, course?: Course): Promise<Unchanged> {
  const before = await confirmed(session.office, secret);
  const changeOffice = async () => {
    const office = await session.whileClosed((path) => decryptFile(path, before));
    await office.write('Bỏ mật khẩu của sổ', '', (db) => writeSetting(db, 'auto_lock', null));
  };
  const { path } = session.office;
  const unchanged = await underNewKey(path, { keys: before.keys, key: null }, changeOffice, course);
  // Whoever still has a file under the old key can still open it with these.
  setSlotsAside(path);
  return { unchanged_backups: unchanged };
}

/** A new recovery code; the old one opens nothing that is written from now on. */
export async function renewRecoveryCode(
  session: Session,
  secret: string,
  course?: Course,
): Promise<Unchanged & { code: string }> {
  await confirmed(session.office, secret);
  slotsOf(session.office);
  const key = newOfficeKey();
  const changeOffice = () => session.whileClosed((path, keyring) => renewKey(path, keyring, key));
  const { path, keyring } = session.office;
  const unchanged = await underNewKey(path, { keys: [key, ...keyring.keys], key }, changeOffice, course);
  const { office } = session;
  if (unchanged.length === 0) {
    office.dropFormerKeys();
    changeSlots(office.path, office.keyring.keys, reboxed(slotsOf(office), office.keyring.keys));
  }
  return { code: recoveryCode(key.secret), unchanged_backups: unchanged };
}

/** The recovery code as it was printed, for whoever knows it or a passphrase. */
export async function showRecoveryCode(session: Session, secret: string): Promise<string> {
  const { current } = await confirmed(session.office, secret);
  if (!current) throw new Error('an office that was unlocked has no key');
  return recoveryCode(current.secret);
}

/** A new passphrase for a slot, for whoever knows its old one or the recovery code. Throws `not_found`. */
export async function changePassphrase(
  session: Session,
  { secret, slot, passphrase }: { secret: string; slot: string; passphrase: string },
): Promise<void> {
  const { slot: own } = await confirmed(session.office, secret);
  if (own && own.id !== slot) {
    throw new SochiboError(
      'office_wrong_passphrase',
      `Đây là mật khẩu của ${own.label}. Nhập mật khẩu cũ của người được đổi, hoặc mã khôi phục của sổ.`,
    );
  }
  await changeSlot(session.office, slot, { passphrase }, session.options.keyCost);
}

/** A first slot anew where they were lost or changed; those that are good stay: throws `conflict`. */
export async function replaceLostSlots(
  session: Session,
  { secret, ...first }: { secret: string; label: string; passphrase: string },
): Promise<void> {
  const { path, keyring } = session.office;
  await confirmed(session.office, secret);
  const present = findSlots(path);
  if (present && isSealed(present, keyring.keys)) {
    throw new SochiboError('conflict', 'Tệp khóa của sổ còn nguyên. Đổi mật khẩu thay cho lập lại tệp khóa.');
  }
  const slot = await newSlot(keyring.keys, first, session.options.keyCost);
  setSlotsAside(path);
  changeSlots(path, keyring.keys, [slot]);
}

/** Minutes; 0: never. */
export async function autoLockOf(office: Office): Promise<number> {
  const saved = await readSetting(office.db, 'auto_lock');
  return z.int().catch(usualAutoLock).parse(saved);
}

export async function setAutoLock(office: Office, minutes: number): Promise<void> {
  await office.write('Đổi thời gian tự khóa', minutes === 0 ? 'không tự khóa' : `${minutes} phút`, (db) =>
    writeSetting(db, 'auto_lock', minutes),
  );
}

/** Names of those whose passphrase opens a file; none where the slots cannot be read. */
export function slotNames(path: string): { id: string; label: string }[] {
  return (findSlots(path)?.slots ?? []).map(({ id, label }) => ({ id, label }));
}

/** What changes who may open an office is asked for with a passphrase or the code, even where it is open. */
async function confirmed(office: Office, secret: string): Promise<Keyring> {
  if (!office.keyring.current) throw new SochiboError('conflict', 'Sổ chưa có mật khẩu.');
  const keyring = await unlockFile(office.path, secret);
  return { ...keyring, keys: office.keyring.keys };
}
