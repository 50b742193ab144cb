import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalName, displayName, parsePersonName } from '../../../electron/data/vietnamese/names.ts';
import { normaliseTone } from '../../../electron/data/vietnamese/tone.ts';
import { personName, unicodeForms } from './material.ts';

describe('pitfall 9: names', () => {
  test.each([
    ['Nguyễn Văn Bình', 'Nguyễn', 'Văn', 'Bình'],
    ['Tôn Nữ Thị Ninh', 'Tôn', 'Nữ Thị', 'Ninh'],
    ['Lê An', 'Lê', '', 'An'],
  ])('9a %s splits into family, middle and given name', (full, family, middle, given) => {
    expect(parsePersonName(full)).toEqual({ full, family, middle, given, mark: null });
  });

  test.each([
    ['NGUYỄN THỊ HÒA', 'Nguyễn Thị Hòa'],
    ['ĐẶNG VĂN ÚT', 'Đặng Văn Út'],
    ['\u00d0ẶNG  ĐÌNH ƯNG', 'Đặng Đình Ưng'],
    ["H'LAN NIÊ", "H'Lan Niê"],
    ['HʼLAN NIÊ', 'HʼLan Niê'],
    ['H’LAN NIÊ', 'H’Lan Niê'],
    ['Y BLANG MLÔ', 'Y Blang Mlô'],
    ['LÊ THỊ HOA-MAI', 'Lê Thị Hoa-Mai'],
    ['NGUYỄN VĂN AN (B)', 'Nguyễn Văn An (B)'],
  ])('9b %s is stored as %s', (raw, canonical) => {
    expect(canonicalName(raw)).toBe(canonical);
    expect(displayName(raw)).toBe(canonical);
  });

  test('9b names not all in capitals keep their case', () => {
    for (const name of ['Y Blang Mlô', 'Nguyễn Văn A', 'nguyễn văn an', 'Lê Thị HOA'])
      expect(canonicalName(name)).toBe(name);
  });

  test('9d names of the highlands, of Khmer people and of one word', () => {
    expect(parsePersonName("H'Lan Niê")).toMatchObject({ family: "H'Lan", middle: '', given: 'Niê' });
    expect(parsePersonName('Y Blang Mlô')).toMatchObject({ family: 'Y', middle: 'Blang', given: 'Mlô' });
    expect(parsePersonName('Thạch Sô Phi')).toMatchObject({ family: 'Thạch', middle: 'Sô', given: 'Phi' });
    expect(parsePersonName('Kơr')).toMatchObject({ full: 'Kơr', family: '', middle: '', given: 'Kơr' });
  });

  test.each([
    ['Nguyễn Văn A (B)', 'Nguyễn Văn A (B)', 'A', 'B'],
    ['Nguyễn Văn An(1)', 'Nguyễn Văn An (1)', 'An', '1'],
    ['Nguyễn Văn An ( Trưởng ban )', 'Nguyễn Văn An (Trưởng ban)', 'An', 'Trưởng ban'],
    ['Nguyễn Văn An ()', 'Nguyễn Văn An', 'An', null],
  ])('9e %s keeps its mark beside the name', (raw, full, given, mark) => {
    expect(parsePersonName(raw)).toEqual({ full, family: 'Nguyễn', middle: 'Văn', given, mark });
  });

  test('8 the parts keep the spelling of the paper, the stored name has the tone as in Hòa', () => {
    expect(parsePersonName('TRẦN THỊ HOÀ')?.full).toBe('Trần Thị Hoà');
    expect(canonicalName('TRẦN THỊ HOÀ')).toBe('Trần Thị Hòa');
  });

  test.each(['', ' \u00a0 ', '12', '-', '(B)', '……'])('%j is no name', (raw) => {
    expect(parsePersonName(raw)).toBeNull();
  });
});

describe('properties', () => {
  test('canonicalName is idempotent and does not depend on the Unicode form or on capitals', () => {
    fc.assert(
      fc.property(personName, (name) => {
        const canonical = canonicalName(name);
        expect(canonicalName(canonical)).toBe(canonical);
        const { nfc, nfd, half } = unicodeForms(name);
        expect(new Set([nfc, nfd, half].map(canonicalName))).toEqual(new Set([canonical]));
        expect(canonicalName(nfc.toLocaleUpperCase('vi')).toLocaleLowerCase('vi')).toBe(
          canonical.toLocaleLowerCase('vi'),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('idempotent on any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const canonical = canonicalName(text);
        expect(canonicalName(canonical)).toBe(canonical);
      }),
      { numRuns: 2000, examples: [['ẞ'], ['ﬁ'], ['ŉ']] },
    );
  });

  test('the parts put together are the full name', () => {
    fc.assert(
      fc.property(personName, fc.option(fc.constantFrom('B', '1', 'Bí thư')), (name, mark) => {
        const parts = parsePersonName(mark === null ? name : `${name} (${mark})`);
        if (parts === null) throw new Error('no name');
        const joined = [parts.family, parts.middle, parts.given].filter((part) => part !== '').join(' ');
        expect(parts.full).toBe(mark === null ? joined : `${joined} (${mark})`);
        expect(parts.mark).toBe(mark);
        expect(normaliseTone(parts.full)).toBe(canonicalName(parts.full));
      }),
    );
  });
});
