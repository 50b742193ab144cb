import { SochiboError } from '../../errors.ts';
import type { Office } from '../office.ts';
import { changeSlots } from './change-key.ts';
import { isSealed, type KeySlot, newSlot } from './key-slots.ts';
import { damagedSlots, readSlots } from './slots-file.ts';

/** Whose passphrases open an office: `id` is the slot's, for whoever binds it to a person. */
export interface SlotName {
  id: string;
  label: string;
}

/** The slots of the open office. Throws `office_passphrase_needed` where they are missing or were changed, `conflict` where it has no passphrase. */
export function slotsOf(office: Office): KeySlot[] {
  if (!office.keyring.current) throw new SochiboError('conflict', 'Sổ chưa có mật khẩu. Đặt mật khẩu trước.');
  const slots = readSlots(office.path);
  if (!isSealed(slots, office.keyring.keys)) throw damagedSlots(office.path);
  return slots.slots;
}

/** Gives one more person a passphrase. Returns the new slot. Throws as `slotsOf`; `conflict` where the name is taken. */
export async function addSlot(
  office: Office,
  person: { label: string; passphrase: string },
  N?: number,
): Promise<SlotName> {
  const added = await newSlot(office.keyring.keys, person, N);
  const slots = slotsOf(office);
  if (slots.some(({ label }) => label === person.label)) {
    throw new SochiboError('conflict', `Đã có mật khẩu của ${person.label}. Đổi mật khẩu đó hoặc đặt tên khác.`);
  }
  changeSlots(office.path, office.keyring.keys, [...slots, added]);
  return { id: added.id, label: added.label };
}

/** Changes the passphrase of a slot, its label, or both. Throws as `slotsOf`; `not_found`. */
export async function changeSlot(
  office: Office,
  id: string,
  { passphrase, label }: { passphrase: string; label?: string },
  N?: number,
): Promise<SlotName> {
  const before = slotNamed(slotsOf(office), id);
  const changed = await newSlot(office.keyring.keys, { id, passphrase, label: label ?? before.label }, N);
  const slots = slotsOf(office);
  slotNamed(slots, id);
  changeSlots(
    office.path,
    office.keyring.keys,
    slots.map((one) => (one.id === id ? changed : one)),
  );
  return { id, label: changed.label };
}

/** Takes a person's passphrase away. The last one stays: throws `conflict`; `not_found`. */
export function removeSlot(office: Office, id: string): void {
  const slots = slotsOf(office);
  slotNamed(slots, id);
  if (slots.length === 1) {
    throw new SochiboError('conflict', 'Đây là mật khẩu cuối cùng của sổ. Bỏ mật khẩu của sổ nếu không cần nữa.');
  }
  changeSlots(
    office.path,
    office.keyring.keys,
    slots.filter((one) => one.id !== id),
  );
}

function slotNamed(slots: readonly KeySlot[], id: string): KeySlot {
  const found = slots.find((one) => one.id === id);
  if (!found) throw new SochiboError('not_found', 'Mật khẩu này không còn trong sổ.');
  return found;
}
