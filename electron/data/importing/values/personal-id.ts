/** An identity number: the 12 digits of today, or the 9 of the old identity card. */
export type PersonalId = { personalId: string; padded: boolean } | { oldId: string };

/**
 * Reads an identity number (pitfall 5): `.0` and a leading apostrophe go, 10 or 11 digits have lost their leading zeros
 * in Excel and get them back, 9 digits are an old card. `lost`: E notation, whose digits are gone. Null: anything else.
 */
export function parsePersonalId(written: string): PersonalId | 'lost' | null {
  const plain = written.replace(/^['’]/u, '').replace(/\.0+$/u, '').replace(/\s/gu, '');
  if (/^\d(?:[.,]\d+)?e\+?\d+$/iu.test(plain)) return 'lost';
  if (/^\d{9}$/u.test(plain)) return { oldId: plain };
  if (/^\d{12}$/u.test(plain)) return { personalId: plain, padded: false };
  return /^\d{10,11}$/u.test(plain) ? { personalId: plain.padStart(12, '0'), padded: true } : null;
}
