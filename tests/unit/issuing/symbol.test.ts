import { describe, expect, it } from 'vitest';
import { formatSymbol, parseSymbol } from '../../../electron/data/issuing/symbol.ts';

// Real symbols of the handbook (document format, 4.3).
const real = [
  ['Số 127-QĐ/TW', 127, 'QĐ', 'TW', null],
  ['Số 24-BS/UBKTTU', 24, 'BS', 'UBKTTU', null],
  ['28492-BC/HU', 28492, 'BC', 'HU', null],
  ['3569-CV/BTCTU', 3569, 'CV', 'BTCTU', null],
  ['3827-QĐ/TU', 3827, 'QĐ', 'TU', null],
  ['456-HD/TU', 456, 'HD', 'TU', null],
  ['12-QĐ/UBKTHU', 12, 'QĐ', 'UBKTHU', null],
  ['17-TTr/ĐU', 17, 'TTr', 'ĐU', null],
  ['84-KH/TU, ngày 15/6/2026', 84, 'KH', 'TU', '2026-06-15'],
  ['86-KH/TU ngày 07/5/2018', 86, 'KH', 'TU', '2018-05-07'],
  ['8011-CV/BTCTW, ngày 27/02/2025', 8011, 'CV', 'BTCTW', '2025-02-27'],
  ['2537-NQ/ĐU', 2537, 'NQ', 'ĐU', null],
  ['01-QC/ĐU', 1, 'QC', 'ĐU', null],
  ['Số 05-NQ/CB', 5, 'NQ', 'CB', null],
  ['5053-CV/VPTW/nb', 5053, 'CV', 'VPTW/nb', null],
] as const;

describe('number and symbol (document format, 4.1, 4.3)', () => {
  it.each(real)('reads %s', (text, number, kindCode, bodyCode, date) => {
    expect(parseSymbol(text)).toEqual({ number, kindCode, bodyCode, date });
  });

  it('reads letters that are not composed', () => {
    expect(parseSymbol('17-TTr/ĐU'.normalize('NFD'))?.bodyCode).toBe('ĐU');
  });

  it.each(['', '05/2024/QĐ-UBND', 'BC/HU', '0-BC/HU', '84-KH/TU ngày 31/02/2026', '05-BC'])('refuses "%s"', (text) => {
    expect(parseSymbol(text)).toBeNull();
  });

  it('writes a zero before a number under 10 and reads back what it writes', () => {
    expect(formatSymbol({ number: 5, kindCode: 'NQ', bodyCode: 'ĐU' })).toBe('05-NQ/ĐU');
    for (const [, number, kindCode, bodyCode] of real) {
      const symbol = { number, kindCode, bodyCode };
      expect(parseSymbol(formatSymbol(symbol))).toMatchObject(symbol);
    }
  });
});
