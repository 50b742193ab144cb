import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseTone, oldToneStyle } from '../../../electron/data/vietnamese/tone.ts';
import { personName, unicodeForms } from './material.ts';

const anyText = fc.oneof(personName, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('pitfall 8: tone placement', () => {
  test.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['uỷ', 'ủy'],
    ['khoẻ', 'khỏe'],
    ['HOÁ', 'HÓA'],
    ['Hoạ', 'Họa'],
    ['Loè', 'Lòe'],
    ['toẽ', 'tõe'],
    ['thuỵ', 'thụy'],
  ])('8a %s and %s are one spelling', (newStyle, oldStyle) => {
    expect(normaliseTone(newStyle)).toBe(oldStyle);
    expect(normaliseTone(oldStyle)).toBe(oldStyle);
    expect(oldToneStyle(oldStyle)).toBe(newStyle);
    expect(oldToneStyle(newStyle)).toBe(newStyle);
  });

  test.each(['Quý', 'QUỲ', 'quỷ', 'quỵ', 'Qúy'])('8b %s keeps the u of q', (word) => {
    expect(normaliseTone(word)).toBe(word);
    expect(oldToneStyle(word)).toBe(word);
  });

  test.each([
    'Hoàng',
    'Huỳnh',
    'khuỷu',
    'loáng',
    'ngoáy',
    'thuở',
    'tuyển',
    'của',
    'múa',
    'hào',
    'đào',
    'hỏi',
    'túi',
    'hoe',
    'tuy',
  ])('8c %s is left alone', (word) => {
    expect(normaliseTone(word)).toBe(word);
    expect(oldToneStyle(word)).toBe(word);
  });

  test('8d a heading in capitals is printed in the official old style', () => {
    expect(normaliseTone('ĐẢNG UỶ XÃ HOÀ LẪM')).toBe('ĐẢNG ỦY XÃ HÒA LẪM');
    expect(oldToneStyle('Huyện ủy Khánh Hòa, khóa XIII')).toBe('Huyện uỷ Khánh Hoà, khoá XIII');
  });

  test('7c a stray second mark is left for repair, not moved about', () => {
    expect(normaliseTone('hoạ\u0300')).toBe('hoạ\u0300');
    expect(oldToneStyle('họa\u0300'.normalize('NFC'))).toBe('họà');
  });

  test('8e Lý and Lí, Mỹ and Mĩ are different spellings, never changed', () => {
    for (const word of ['Lý', 'Lí', 'Mỹ', 'Mĩ']) expect(normaliseTone(word)).toBe(word);
  });
});

describe('properties', () => {
  test('idempotent, and the two styles lead to one another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normaliseTone(text);
        expect(normaliseTone(normal)).toBe(normal);
        expect(normaliseTone(oldToneStyle(text))).toBe(normal);
        expect(oldToneStyle(normal)).toBe(oldToneStyle(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('only tones move: letters, case and marks stay', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const marks = (value: string) => [...value.normalize('NFD')].sort().join('');
        const letters = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '');
        expect(marks(normaliseTone(text))).toBe(marks(text));
        expect(letters(normaliseTone(text))).toBe(letters(text));
      }),
    );
  });

  test('composed, decomposed and half decomposed text give the same', () => {
    fc.assert(
      fc.property(personName, (name) => {
        const { nfc, nfd, half } = unicodeForms(name);
        expect(new Set([nfc, nfd, half].map(normaliseTone)).size).toBe(1);
      }),
    );
  });
});
