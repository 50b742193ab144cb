import { cleanLine } from './clean-text.ts';

/** Half up (away from zero): 2,5 -> 3. Judged on 15 significant digits, so that 1.005 means what was typed. */
export function roundHalfUp(value: number, digits: number): number {
  const scaled = Math.abs(value) * 10 ** digits;
  // Most numbers need no judging, which takes ten times as long as the rest.
  const shifted = Number.isInteger(scaled) && scaled < 1e15 ? scaled : Number(scaled.toPrecision(15));
  const rounded = Math.floor(shifted + 0.5) / 10 ** digits;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * `numerator / denominator` in percent with one decimal, rounded half up, computed in integers (handbook R12:
 * 29 of 39 is 74.4). `null` when the denominator is 0. Throws RangeError unless both are non-negative integers.
 */
export function ratioPercent(numerator: number, denominator: number): number | null {
  for (const count of [numerator, denominator]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  }
  if (denominator === 0) return null;
  const [doubled, divisor] = [2000 * numerator + denominator, 2 * denominator];
  // Below 2 ** 53 a quotient that is not whole is never rounded up to the next whole number.
  if (Number.isSafeInteger(doubled + divisor)) return Math.floor(doubled / divisor) / 10;
  return Number((2000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 10;
}

/** Thousands by `.`, decimals by `,` (document format, section 8), exactly `digits` decimals: `1.234,5`. */
export function formatDecimal(value: number, digits: number): string {
  const rounded = roundHalfUp(value, digits);
  const [whole = '', decimals] = Math.abs(rounded).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.');
  return (rounded < 0 ? '-' : '') + grouped + (decimals === undefined ? '' : `,${decimals}`);
}

/** `1.234` */
export function formatInteger(value: number): string {
  return formatDecimal(value, 0);
}

/** A percentage with one decimal and without the sign: `98,5`. */
export function formatPercent1(value: number): string {
  return formatDecimal(value, 1);
}

/**
 * A number as people write it in Vietnam: `90,5`, `1.234,5`, `1.234` (thousands), but also `91.7` and `1,234.5`;
 * a percent sign is dropped (`91,7%` is 91.7). `null` for anything else, scientific notation included (pitfall 5b).
 */
export function parseNumberAsWritten(text: string): number | null {
  const compact = cleanLine(text).replace(/^['’]/u, '').replace(/ ?%$/u, '').replace(/^[−–]/u, '-');
  const match = /^([+-]?)(\d[\d., ]*)$/u.exec(compact);
  if (!match) return null;
  const plain = plainDecimal(match[2] ?? '');
  return plain === null ? null : Number(`${match[1]}${plain}`);
}

function plainDecimal(digits: string): string | null {
  if (/^\d+$/u.test(digits)) return digits;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/u.test(digits)) return digits.replaceAll(' ', '').replace(',', '.');
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}$/u.test(digits)) return digits.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u.test(digits)) return digits.replaceAll(',', '');
  if (/^\d+[.,]\d+$/u.test(digits)) return digits.replace(',', '.');
  return null;
}
