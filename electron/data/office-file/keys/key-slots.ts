import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { derive, type OfficeKey, officeKeyOf } from './office-key.ts';

const base64 = z.base64();
/** Bounds the memory a file from elsewhere may ask for (128 · N · r bytes). */
const cost = z.strictObject({
  N: z
    .int()
    .min(2)
    .max(2 ** 18),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64,
});
const box = z.strictObject({ key: z.string().regex(/^[0-9a-f]{16}$/u), from: base64, nonce: base64, bytes: base64 });
const slot = z.strictObject({
  id: z.string().min(1),
  /** Whose it is, as the unlock screen lists it. */
  label: z.string().min(1),
  scrypt: cost,
  nonce: base64,
  /** The private half of `public`, under the passphrase. */
  private: base64,
  public: base64,
  /** The secrets of the office, each closed for whoever holds the private half. */
  boxes: z.array(box).min(1),
});
/** What stands in `<sổ>.khoa`. */
export const keySlots = z.strictObject({
  format: z.literal('sochibo-khoa'),
  version: z.literal(1),
  slots: z.array(slot).min(1),
  /** Under each key of the office, that nobody else has changed the slots. */
  seals: z.array(z.strictObject({ key: z.string(), mac: base64 })).min(1),
});
export type KeySlots = z.infer<typeof keySlots>;
export type KeySlot = z.infer<typeof slot>;

/** The cost of trying one passphrase (reliability finding 6: about 390 ms and 128 MB); tests take less. */
export const usualCost = 2 ** 17;

/** A slot of a new person, or a new passphrase for one there is. */
export async function newSlot(
  keys: readonly OfficeKey[],
  { label, passphrase, id = newId() }: { label: string; passphrase: string; id?: string },
  N = usualCost,
): Promise<KeySlot> {
  const pair = generateKeyPairSync('x25519');
  const head = {
    id,
    label,
    scrypt: { N, r: 8 as const, p: 1 as const, salt: randomBytes(16).toString('base64') },
    public: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
  const nonce = randomBytes(12);
  const wrapping = await fromPassphrase(passphrase, head.scrypt);
  const closed = encrypt(wrapping, nonce, pair.privateKey.export({ format: 'der', type: 'pkcs8' }), headText(head));
  return {
    ...head,
    nonce: nonce.toString('base64'),
    private: closed.toString('base64'),
    boxes: keys.map((key) => boxFor(head.public, head.id, key)),
  };
}

/** Closes the keys of the office anew for every slot; nobody's passphrase is needed for that. */
export function reboxed(slots: readonly KeySlot[], keys: readonly OfficeKey[]): KeySlot[] {
  return slots.map((one) => ({ ...one, boxes: keys.map((key) => boxFor(one.public, one.id, key)) }));
}

/** The slots as they stand in the file, sealed under the keys of the office. */
export function sealed(slots: readonly KeySlot[], keys: readonly OfficeKey[]): KeySlots {
  const text = sealedText(slots);
  return {
    format: 'sochibo-khoa',
    version: 1,
    slots: [...slots],
    seals: keys.map((key) => ({ key: key.id, mac: macOf(key, text) })),
  };
}

/** Whether every seal under a key that is known holds, and there is one. */
export function isSealed({ slots, seals }: KeySlots, keys: readonly OfficeKey[]): boolean {
  const text = sealedText(slots);
  const known = seals.flatMap(({ key, mac }) => {
    const found = keys.find(({ id }) => id === key);
    return found ? [isEqual(mac, macOf(found, text))] : [];
  });
  return known.length > 0 && known.every(Boolean);
}

/** The keys in a slot; null: the passphrase is wrong, or the slot was changed. */
export async function openSlot(one: KeySlot, passphrase: string): Promise<OfficeKey[] | null> {
  const wrapping = await fromPassphrase(passphrase, one.scrypt);
  const der = decrypt(wrapping, Buffer.from(one.nonce, 'base64'), Buffer.from(one.private, 'base64'), headText(one));
  if (!der) return null;
  try {
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return one.boxes.map((closed) => {
      const shared = sharedKey(privateKey, publicKeyOf(closed.from), closed.from, one.public);
      const bytes = Buffer.from(closed.bytes, 'base64');
      const secret = decrypt(shared, Buffer.from(closed.nonce, 'base64'), bytes, `${one.id} ${closed.key}`);
      if (!secret) throw new Error('a box does not open');
      return officeKeyOf(secret);
    });
  } catch {
    return null;
  }
}

function boxFor(receiver: string, slotId: string, key: OfficeKey): KeySlot['boxes'][number] {
  const pair = generateKeyPairSync('x25519');
  const from = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const nonce = randomBytes(12);
  const shared = sharedKey(pair.privateKey, publicKeyOf(receiver), from, receiver);
  const bytes = encrypt(shared, nonce, key.secret, `${slotId} ${key.id}`);
  return { key: key.id, from, nonce: nonce.toString('base64'), bytes: bytes.toString('base64') };
}

function publicKeyOf(der: string): KeyObject {
  return createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, from: string, to: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), '', `sochibo box 1 ${from} ${to}`, 32),
  );
}

/** The passphrase is read alike however its letters were typed (NFC). Runs beside the event loop. */
function fromPassphrase(passphrase: string, { salt, ...params }: KeySlot['scrypt']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...params, maxmem: 160 * params.N * params.r + 2 ** 20 };
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** All of a slot that its passphrase vouches for. */
function headText({
  id,
  label,
  scrypt: params,
  public: key,
}: Pick<KeySlot, 'id' | 'label' | 'scrypt' | 'public'>): string {
  return JSON.stringify(['sochibo slot 1', id, label, params.N, params.r, params.p, params.salt, key]);
}

function encrypt(key: Buffer, nonce: Buffer, bytes: Buffer, beside: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(beside));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, nonce: Buffer, bytes: Buffer, beside: string): Buffer | null {
  const tag = 16;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tag }).setAAD(Buffer.from(beside));
    decipher.setAuthTag(bytes.subarray(Math.max(0, bytes.length - tag)));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tag)), decipher.final()]);
  } catch {
    return null;
  }
}

/** In the order of the schema, however a slot was put together. */
function sealedText(slots: readonly KeySlot[]): string {
  return JSON.stringify(slot.array().parse(slots));
}

function macOf(key: OfficeKey, text: string): string {
  return createHmac('sha256', derive(key.secret, 'slots')).update(text).digest('base64');
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
