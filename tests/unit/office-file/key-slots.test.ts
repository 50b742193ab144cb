import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSealed,
  type KeySlots,
  keySlots,
  newSlot,
  openSlot,
  reboxed,
  sealed,
} from '../../../electron/data/office-file/keys/key-slots.ts';
import { newOfficeKey, officeKeyOf } from '../../../electron/data/office-file/keys/office-key.ts';
import { readRecoveryCode, recoveryCode } from '../../../electron/data/office-file/keys/recovery-code.ts';

const cheap = 2 ** 4;

describe('the recovery code', () => {
  const secret = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes));

  it('gives the secret back, typed small, without dashes, with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const code = recoveryCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/u);
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryCode(typed)).toEqual(bytes);
      }),
    );
  });

  it('one changed letter, or two that changed places, is no code', () => {
    fc.assert(
      fc.property(secret, fc.nat(35), fc.nat(35), (bytes, at, other) => {
        const letters = [...recoveryCode(bytes).replaceAll('-', '')];
        const changed = letters.with(at, letters[at] === '7' ? '8' : '7').join('');
        expect(readRecoveryCode(changed)).toBeNull();
        const [a = '', b = ''] = [letters[at], letters[other]];
        if (a !== b) expect(readRecoveryCode(letters.with(at, b).with(other, a).join(''))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'mật khẩu của tôi', 'ABCD-EFGH', '0'.repeat(37)])('%j is no code', (typed) => {
    expect(readRecoveryCode(typed)).toBeNull();
  });
});

describe('key slots', () => {
  it('open for their passphrase, in whichever normal form it is typed, and for no other', async () => {
    const passphrase = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const key = newOfficeKey();
    await fc.assert(
      fc.asyncProperty(passphrase, passphrase, async (right, wrong) => {
        fc.pre(right.normalize('NFC') !== wrong.normalize('NFC'));
        const slot = await newSlot([key], { label: 'Văn phòng', passphrase: right.normalize('NFD') }, cheap);
        expect(await openSlot(slot, right)).toEqual([key]);
        expect(await openSlot(slot, wrong)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('any flipped bit of their file is refused', async () => {
    const key = newOfficeKey();
    const slots = await twoSlots(key);
    const bytes = Buffer.from(JSON.stringify(slots));
    expect(await stillOpens(bytes)).toBe(true);
    const opened: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      if (await stillOpens(flipped)) opened.push(at);
    }
    expect(opened).toEqual([]);
  });

  it('a new key reaches every slot without their passphrases, and the old key does not open the new', async () => {
    const [old, renewed] = [newOfficeKey(), newOfficeKey()];
    const slots = (await twoSlots(old)).slots;
    const after = reboxed(slots, [renewed]);
    for (const [index, passphrase] of ['một hai ba bốn', 'năm sáu bảy tám'].entries()) {
      const slot = after[index];
      if (!slot) throw new Error('no slot');
      expect(await openSlot(slot, passphrase)).toEqual([renewed]);
    }
    expect(isSealed(sealed(after, [renewed]), [old])).toBe(false);
  });

  it('a slot somebody puts in beside the others breaks the seal', async () => {
    const key = newOfficeKey();
    const slots = await twoSlots(key);
    const strange = await newSlot([officeKeyOf(randomBytes(20))], { label: 'kẻ lạ', passphrase: 'x' }, cheap);
    expect(isSealed(slots, [key])).toBe(true);
    expect(isSealed({ ...slots, slots: [...slots.slots, strange] }, [key])).toBe(false);
  });
});

async function twoSlots(key: ReturnType<typeof newOfficeKey>): Promise<KeySlots> {
  const slots = [
    await newSlot([key], { label: 'Văn phòng', passphrase: 'một hai ba bốn' }, cheap),
    await newSlot([key], { label: 'Ban Tổ chức', passphrase: 'năm sáu bảy tám' }, cheap),
  ];
  return sealed(slots, [key]);
}

/** As unlocking does it: read, open the first slot, check the seal. */
async function stillOpens(bytes: Buffer): Promise<boolean> {
  let slots: KeySlots;
  try {
    slots = keySlots.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return false;
  }
  const first = slots.slots[0];
  // What a flipped bit makes of the cost may be slow to try; that it is another is enough.
  if (first?.scrypt.N !== cheap) return false;
  const keys = first ? await openSlot(first, 'một hai ba bốn') : null;
  return keys !== null && isSealed(slots, keys);
}
