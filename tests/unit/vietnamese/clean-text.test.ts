import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../electron/data/vietnamese/clean-text.ts';
import { personName, unicodeForms } from './material.ts';

const anyCodeUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x20, 0x0a, 0x0d, 0xa0, 0x300, 0x61)))
  .map((units) => String.fromCharCode(...units));

describe('pitfall 7: one Unicode form', () => {
  test('7a Nguyễn in NFC, NFD and Windows-1258 style is one value', () => {
    const { nfc, nfd, half } = unicodeForms('Nguyễn');
    expect(new Set([nfc, nfd, half]).size).toBe(3);
    expect(new Set([nfc, nfd, half].map(cleanText))).toEqual(new Set(['Nguyễn']));
  });

  test('7b marks in either order make ệ', () => {
    expect(cleanText('e\u0302\u0323')).toBe('ệ');
    expect(cleanText('e\u0323\u0302')).toBe('ệ');
  });

  test.each([
    ['Ð U+00D0', '\u00d0ặng', 'Đặng'],
    ['Ɖ U+0189', '\u0189ặng', 'Đặng'],
    ['ð U+00F0', '\u00f0ồng chí', 'đồng chí'],
    ['ɖ U+0256', '\u0256ồng chí', 'đồng chí'],
  ])('7d %s is the letter Đ', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  test.each([
    ['no-break space', 'Lê\u00a0An', 'Lê An'],
    ['narrow and ideographic spaces', 'Lê\u202f\u3000An', 'Lê An'],
    ['tab', 'Lê\tAn', 'Lê An'],
    ['zero-width characters and byte order mark', '\ufeffLê\u200b A\u200dn\u2060', 'Lê An'],
    ['joiner between letter and tone', 'a\u034f\u0301', 'á'],
    ['double and outer blanks', '  Lê   An ', 'Lê An'],
  ])('7e %s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});

describe('line breaks', () => {
  test('every kind of line break becomes a line feed, blanks around it go', () => {
    expect(cleanText('a \r\n b\rc\u000bd\u2028e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  });

  test('an empty line between two stays, at the ends it goes', () => {
    expect(cleanText('\n a\n\nb \n')).toBe('a\n\nb');
  });

  test('cleanLine joins lines with one blank', () => {
    expect(cleanLine('Nam\r\n\r\nKinh\nKhông\n')).toBe('Nam Kinh Không');
  });
});

describe('finding 9: nothing that XML forbids', () => {
  test('over every code point, lone surrogates included', () => {
    for (let block = 0; block <= 0x10ffff; block += 0x1000) {
      let raw = '';
      for (let codePoint = block; codePoint < block + 0x1000; codePoint += 1)
        raw += `a${String.fromCodePoint(codePoint)}`;
      const clean = cleanText(raw);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/[\ufffe\uffff]/u);
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      let read = '';
      parser.on('text', (text) => {
        read += text;
      });
      parser.write(`<t>${clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</t>`).close();
      expect(read).toBe(clean);
    }
  });

  test('letters of every script, symbols and emoji pass unchanged', () => {
    for (const text of ['Ê-đê Gia-rai', 'Ⅳ ½ ≥ 90 %', 'Россия', '越南', '🙂', '\ue000'])
      expect(cleanText(text)).toBe(text);
  });
});

describe('properties', () => {
  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(anyCodeUnits, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(cleanLine(clean)).toBe(cleanLine(raw));
        expect(cleanLine(raw)).not.toMatch(/[\n\r\t]| {2}|^ | $/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('composed, decomposed and half decomposed text give the same', () => {
    fc.assert(
      fc.property(personName, (name) => {
        const { nfc, nfd, half } = unicodeForms(name);
        expect(cleanText(nfd)).toBe(cleanText(nfc));
        expect(cleanText(half)).toBe(cleanText(nfc));
      }),
    );
  });
});

test('letters and blanks of every block: clean text is clean already and in NFC', () => {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x24f }),
    fc.integer({ min: 0x1e00, max: 0x1eff }),
    fc.constant(0x20),
  );
  const latin = fc.array(character, { maxLength: 12 }).map((points) => String.fromCodePoint(...points));
  fc.assert(
    fc.property(latin, (text) => {
      const clean = cleanText(text);
      expect(clean).toBe(clean.normalize('NFC'));
      expect(clean).not.toMatch(/^ | $| {2}|[[\p{Cc}\p{Cf}\u00a0ÐðƉɖ]--[\n]]/v);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});
