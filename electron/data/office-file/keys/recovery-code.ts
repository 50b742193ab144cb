import { createHash } from 'node:crypto';

/** Digits and letters without I, L, O and U: none can be read as another on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const group = 4;

/** The secret of an office as it is printed: eight groups of four and a ninth that checks them. */
export function recoveryCode(secret: Buffer): string {
  return inGroups(letters(secret) + checkLetters(secret));
}

/**
 * The secret a code stands for, however it was typed: small letters, spaces and dashes do not matter, O is read as 0, I and L
 * as 1. Null where it is no code or its last group does not check.
 */
export function readRecoveryCode(typed: string): Buffer | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s–—-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const length = (secretBytes * 8) / 5;
  if (text.length !== length + group || [...text].some((letter) => !alphabet.includes(letter))) return null;
  const bits = [...text.slice(0, length)]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return checkLetters(secret) === text.slice(length) ? secret : null;
}

function letters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/gu) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
}

/** 20 bits of a hash: one mistyped code in a million passes. */
function checkLetters(secret: Buffer): string {
  return letters(createHash('sha256').update('sochibo ma khoi phuc').update(secret).digest()).slice(0, group);
}

function inGroups(text: string): string {
  return (text.match(/.{4}/gu) ?? []).join('-');
}
