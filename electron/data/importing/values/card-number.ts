/** A card number: the old one has 8 digits, the new one 12. `padded`: a leading zero that Excel had dropped was put back. */
export type CardNumber = { old: string; padded: boolean } | { new: string };

/**
 * Reads a party card number; blanks and dots between digits do not count. 12 or 8 digits decide which card it is
 * (pitfall 3c); a number that lost leading zeros in Excel gets them back (pitfall 5e). Null for anything else.
 */
export function parseCardNumber(written: string, wasNumber: boolean): CardNumber | null {
  const digits = written.replace(/^['’]/u, '').replace(/[\s.]/gu, '');
  if (!/^\d+$/u.test(digits)) return null;
  if (digits.length === 12) return { new: digits };
  if (digits.length === 8) return { old: digits, padded: false };
  return wasNumber && digits.length >= 5 && digits.length < 8 ? { old: digits.padStart(8, '0'), padded: true } : null;
}
