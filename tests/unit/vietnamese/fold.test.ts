import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingKey, nameKey, searchKey } from '../../../electron/data/vietnamese/fold.ts';
import { personName, unicodeForms } from './material.ts';

describe('R43 search key (6.2): without diacritics, uỷ and ủy equal', () => {
  test.each([
    ['Đặng Thị Ưng', 'dang thi ung'],
    ['ĐẢNG UỶ', 'dang uy'],
    ['Đảng ủy', 'dang uy'],
    ['\u00d0ặng', 'dang'],
    ['xã Hoà-Lẫm, huyện Khe Sơn (cũ)', 'xa hoa lam huyen khe son cu'],
    ['H’Lan Niê', "h'lan nie"],
    ['05/3/2024', '05 3 2024'],
    [' Chi bộ\n thôn 4 ', 'chi bo thon 4'],
    ['…', ''],
  ])('%s -> %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  test('6.2 what Intl.Collator finds equal when searching has one key', () => {
    const { compare } = new Intl.Collator('vi', { usage: 'search', sensitivity: 'base' });
    fc.assert(
      fc.property(personName, personName, (a, b) => {
        expect(searchKey(a) === searchKey(b)).toBe(compare(a.replaceAll('-', ' '), b.replaceAll('-', ' ')) === 0);
      }),
      {
        examples: [
          ['Hoà An', 'HÒA ẤN'],
          ['Đặng', 'Dáng'],
        ],
      },
    );
  });

  test('is made of small letters, digits, apostrophes and single blanks, and folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = searchKey(text);
        expect(key).toMatch(/^(?:[\p{L}\p{N}']+(?: [\p{L}\p{N}']+)*)?$/u);
        expect(searchKey(key)).toBe(key);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('name key', () => {
  test('8a tone placement, case and Unicode form do not count', () => {
    fc.assert(
      fc.property(personName, (name) => {
        const { nfc, nfd, half } = unicodeForms(name);
        const keys = [nfc, nfd, half, ` ${nfc.replaceAll(' ', '\u00a0 ')}`, nfc.toLocaleUpperCase('vi')].map(nameKey);
        expect(new Set(keys).size).toBe(1);
      }),
    );
    expect(nameKey('TRẦN  THỊ HOÀ')).toBe('trần thị hòa');
  });

  test('diacritics and distinguishing marks count', () => {
    expect(nameKey('Lê Văn An')).not.toBe(nameKey('Lê Văn Ân'));
    expect(nameKey('Lê Văn An (1)')).not.toBe(nameKey('Lê Văn An (2)'));
    expect(nameKey('Lê Văn Lý')).not.toBe(nameKey('Lê Văn Lí'));
  });

  test('9d the three apostrophes match one another', () => {
    expect(new Set(["H'Lan Niê", 'H’Lan Niê', 'Hʼlan Niê'].map(nameKey)).size).toBe(1);
  });
});

describe('heading key', () => {
  test('3 headings are compared without punctuation, over line breaks', () => {
    expect(headingKey('Ngày vào\nĐảng* (dd/mm/yyyy)')).toBe('ngay vao dang dd mm yyyy');
    expect(headingKey('Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)')).toBe('so the dang 12 so theo hd38 hd btctw');
    expect(headingKey("'STT'")).toBe('stt');
  });
});
