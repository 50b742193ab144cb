import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalName } from '../../../electron/data/vietnamese/names.ts';
import { assertVietnameseCollation, collationKey, sortKey } from '../../../electron/data/vietnamese/sort-key.ts';
import { normaliseTone } from '../../../electron/data/vietnamese/tone.ts';
import { personName, unicodeForms, vietnameseLetter } from './material.ts';

const { compare } = new Intl.Collator('vi');
const { compare: compareNumeric } = new Intl.Collator('vi', { numeric: true });

/** What SQLite's BINARY and memcmp do with ASCII. */
function binary(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(names: readonly string[]): string[] {
  return names.toSorted((a, b) => binary(sortKey(a), sortKey(b)));
}

/** The collator on last word, first word, the words between: pitfall 9 said in the plainest way. */
function oracle(a: string, b: string): number {
  const parts = (name: string) => {
    const words = canonicalName(name).split(' ');
    return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')];
  };
  const [left, right] = [parts(a), parts(b)];
  return left.map((part, index) => compare(part, right[index] ?? '')).find((order) => order !== 0) ?? 0;
}

describe('R43, pitfall 9: order of names, by given name', () => {
  test('9a given name, then family name, then middle names', () => {
    expect(sorted(['Nguyễn Văn Bình', 'Trần Văn An', 'Lê Thị An'])).toEqual([
      'Lê Thị An',
      'Trần Văn An',
      'Nguyễn Văn Bình',
    ]);
  });

  test('6.2 word by word, not the base letters of the whole string', () => {
    expect(sorted(['Ha Bình', 'Hà Anh', 'Hà Bình', 'Ha Anh'])).toEqual(['Ha Anh', 'Hà Anh', 'Ha Bình', 'Hà Bình']);
    expect(sorted(['Lê Hà', 'Vũ Ha', 'An Hả'])).toEqual(['Vũ Ha', 'Lê Hà', 'An Hả']);
  });

  test('8a Hoà and Hòa are one name in the order', () => {
    expect(sortKey('Trần Thị Hoà')).toBe(sortKey('Trần Thị Hòa'));
    expect(sorted(['Vũ Hoà', 'Lê Hòa', 'An Hoạ', 'Đỗ Hoà'])).toEqual(['Đỗ Hoà', 'Lê Hòa', 'Vũ Hoà', 'An Hoạ']);
  });

  test('9b capitals throughout do not move a name', () => {
    expect(sortKey('TRẦN THỊ HÒA')).toBe(sortKey('Trần Thị Hòa'));
  });

  test('9d the three apostrophes match one another; one-word names sort among given names', () => {
    expect(new Set(["H'Lan Niê", 'H’Lan Niê', 'HʼLan Niê'].map(sortKey)).size).toBe(1);
    expect(sorted(['Lê An', 'Anh', 'An'])).toEqual(['An', 'Lê An', 'Anh']);
  });

  test('9e the mark is not the sort word and orders only namesakes', () => {
    expect(sorted(['Lê Văn An (10)', 'Lê Văn Anh', 'Lê Văn An (2)', 'Vũ Bé (A)', 'Mai An', 'Lê Văn An'])).toEqual([
      'Lê Văn An',
      'Lê Văn An (2)',
      'Lê Văn An (10)',
      'Mai An',
      'Lê Văn Anh',
      'Vũ Bé (A)',
    ]);
  });

  test('agrees with Intl.Collator on given, family and middle name', () => {
    fc.assert(
      fc.property(personName, personName, (a, b) => {
        expect(binary(sortKey(a), sortKey(b))).toBe(oracle(a, b));
      }),
      {
        numRuns: 5_000,
        examples: [
          ['Lê Thị Mả', 'Lê Thị Mã'],
          ['Lê Thị Dz', 'Lê Thị Đa'],
          ['Trần Thu Hà', 'Trần Thư Hà'],
          ['Lê Hoa Mai An', 'Lê Hoa-Mai An'],
        ],
      },
    );
  });

  test('agrees with Intl.Collator on names that differ by one letter', () => {
    fc.assert(
      fc.property(personName, fc.nat(), vietnameseLetter, (name, position, letter) => {
        const letters = [...name.normalize('NFC')];
        letters[position % letters.length] = letter;
        const other = letters.join('');
        expect(binary(sortKey(name), sortKey(other))).toBe(oracle(name, other));
      }),
      { numRuns: 5_000 },
    );
  });

  test('one key for composed, decomposed and half decomposed names', () => {
    fc.assert(
      fc.property(personName, (name) => {
        const { nfc, nfd, half } = unicodeForms(name);
        expect(new Set([nfc, nfd, half].map(sortKey)).size).toBe(1);
      }),
    );
  });
});

describe('order of other texts', () => {
  test('numbers by value', () => {
    const names = [
      'Chi bộ thôn 10',
      'Chi bộ thôn 2',
      'Chi bộ thôn 2A',
      'Chi bộ thôn Đông',
      'Chi bộ thôn 02',
      'Chi bộ 3',
    ];
    expect(names.toSorted((a, b) => binary(collationKey(a), collationKey(b)))).toEqual([
      'Chi bộ 3',
      'Chi bộ thôn 2',
      'Chi bộ thôn 02',
      'Chi bộ thôn 2A',
      'Chi bộ thôn 10',
      'Chi bộ thôn Đông',
    ]);
  });

  test('every pair of characters of the keyboard is in the order of the collator', () => {
    const characters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).concat(
      ' ',
      '–',
      '—',
    );
    // Between letters, because blanks at the ends are trimmed.
    for (const a of characters) {
      for (const b of characters) {
        const [left, right] = [`x${a}x`, `x${b}x`];
        expect([left, right, binary(collationKey(left), collationKey(right))]).toEqual([
          left,
          right,
          compareNumeric(left, right),
        ]);
      }
    }
  });

  test('agrees with the numeric collator on letters, digits and the punctuation of the keyboard', () => {
    const keyboard = [...' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$–—'];
    const character = fc.oneof(
      { weight: 4, arbitrary: vietnameseLetter },
      { weight: 2, arbitrary: fc.constantFrom(...'0123456789') },
      { weight: 1, arbitrary: fc.constantFrom(...keyboard) },
    );
    const text = fc
      .array(character, { minLength: 1, maxLength: 6 })
      .map((characters) => normaliseTone(characters.join('').trim().replace(/ +/gu, ' ')));
    fc.assert(
      fc.property(text, text, fc.nat(6), (a, b, common) => {
        const other = a.slice(0, common) + b;
        const clean = normaliseTone(other.trim().replace(/ +/gu, ' '));
        expect(binary(collationKey(a), collationKey(clean))).toBe(compareNumeric(a, clean));
      }),
      { numRuns: 5_000 },
    );
  });

  test('any text has a key of printable ASCII, so that every binary order is the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        expect(collationKey(text)).toMatch(/^[!-~]*$/u);
        expect(sortKey(text)).toMatch(/^[!-~]*$/u);
      }),
      { numRuns: 2000 },
    );
  });
});

test('6.2 the start-up self-test accepts this ICU', () => {
  expect(assertVietnameseCollation).not.toThrow();
});
