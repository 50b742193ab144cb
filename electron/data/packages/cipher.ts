import { createCipheriv, createDecipheriv, createHmac, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { refusals } from './refusals.ts';

/**
 * A closed package: the open one as a whole under AES-256-GCM with a key from the passphrase (scrypt, the numbers of
 * reliability, finding 6). The header is authenticated with it.
 *
 * `magic` 16 bytes | salt 16 | nonce 12 | check 16 | text | tag 16. `check` tells a wrong passphrase from a damaged file: it is
 * a HMAC under the second half of the derived key over magic, salt and nonce, and tells nothing of the text.
 */
const magic = Buffer.from('SOCHIBO-GOI-MAT1', 'latin1');
const sizes = { salt: 16, nonce: 12, check: 16, tag: 16 } as const;
const cost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const headSize = magic.length + sizes.salt + sizes.nonce + sizes.check;

export function isClosed(bytes: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

export async function close(open: Buffer, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(sizes.salt);
  const nonce = randomBytes(sizes.nonce);
  const { key, checkKey } = await keysFrom(passphrase, salt);
  const head = Buffer.concat([magic, salt, nonce]);
  const header = Buffer.concat([head, checkOf(checkKey, head)]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  return Buffer.concat([header, cipher.update(open), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Throws `package_refused`: no or wrong passphrase, or a damaged file. Damage within salt, nonce or check cannot be told from
 * a wrong passphrase and is called that.
 */
export async function open(bytes: Buffer, passphrase: string | undefined, name: string): Promise<Buffer> {
  if (passphrase === undefined || passphrase === '') throw refusals.needsPassphrase(name);
  if (bytes.length < headSize + sizes.tag) throw refusals.damaged(name);
  const header = bytes.subarray(0, headSize);
  const salt = header.subarray(magic.length, magic.length + sizes.salt);
  const nonce = header.subarray(magic.length + sizes.salt, headSize - sizes.check);
  const { key, checkKey } = await keysFrom(passphrase, salt);
  const expected = checkOf(checkKey, header.subarray(0, headSize - sizes.check));
  if (!expected.equals(header.subarray(headSize - sizes.check))) throw refusals.wrongPassphrase(name);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(header);
  decipher.setAuthTag(bytes.subarray(bytes.length - sizes.tag));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headSize, bytes.length - sizes.tag)), decipher.final()]);
  } catch (error) {
    throw refusals.damaged(name, error);
  }
}

function checkOf(key: Buffer, head: Buffer): Buffer {
  return createHmac('sha256', key).update(head).digest().subarray(0, sizes.check);
}

/** The passphrase is read alike however its letters were typed (NFC). */
function keysFrom(passphrase: string, salt: Buffer): Promise<{ key: Buffer; checkKey: Buffer }> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 64, cost, (error, derived) => {
      if (error) reject(error);
      else resolve({ key: derived.subarray(0, 32), checkKey: derived.subarray(32) });
    });
  });
}
