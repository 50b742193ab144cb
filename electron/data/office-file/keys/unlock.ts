import { SochiboError } from '../../errors.ts';
import { keyOf } from '../connection.ts';
import { isSealed, openSlot } from './key-slots.ts';
import { type Keyring, keyIdOf, officeKeyOf } from './office-key.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { damagedSlots, readSlots } from './slots-file.ts';

/**
 * What a passphrase or the recovery code opens of an encrypted file. `slot`: only that person's; else everybody's is tried.
 * Throws `office_wrong_passphrase`; `office_passphrase_needed` where the slots are missing, were changed or are of another office.
 */
export async function unlockFile(path: string, secret: string, slot?: string): Promise<Keyring> {
  const id = keyIdOf(path);
  const code = readRecoveryCode(secret);
  if (code) {
    const key = officeKeyOf(code);
    // The code alone opens the file: slots that are gone or were changed do not matter.
    if (id === null || keyOf(path, [key])) return { current: key, keys: [key], slot: null, openedBy: 'recovery_code' };
  }
  const slots = readSlots(path);
  for (const one of slots.slots) {
    if (slot !== undefined && one.id !== slot) continue;
    const keys = await openSlot(one, secret);
    if (!keys) continue;
    if (!isSealed(slots, keys)) throw damagedSlots(path);
    const current = keyOf(path, keys) ?? (id === null ? keys[0] : null);
    if (!current) throw otherOffice(path);
    return { current, keys, slot: { id: one.id, label: one.label }, openedBy: 'passphrase' };
  }
  throw new SochiboError(
    'office_wrong_passphrase',
    'Mật khẩu hoặc mã khôi phục không đúng. Kiểm tra phím Caps Lock và bộ gõ rồi nhập lại.',
  );
}

function otherOffice(path: string): SochiboError {
  return new SochiboError(
    'office_passphrase_needed',
    `Tệp khóa cạnh ${path} là của sổ khác hoặc của lần đổi mã khôi phục khác, hoặc trang đầu của sổ đã hỏng. Chép đúng tệp khóa về, hoặc nhập mã khôi phục đã in.`,
  );
}
