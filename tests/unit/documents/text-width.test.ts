import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countLines, textWidth } from '../../../electron/data/documents/text-width.ts';

const weight = fc.constantFrom('regular' as const, 'bold' as const);
const words = [
  'Nguyễn',
  'Thị',
  'ĐẢNG',
  'ương',
  'Ươ',
  'e\u0302\u0301',
  '\u0301',
  '😀',
  '\ud800',
  '가',
  'ﬁ',
  '–',
  '12.345',
  '',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...words, '\n', '  '), { maxLength: 12 }).map((parts) => parts.join(' ')),
);

/** Of the base letters of the whole text, each by itself: what the table of widths has to come to. */
function slowWidth(whole: string, pt: number, bold: 'regular' | 'bold'): number {
  const letters = [...whole.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')];
  const thousandths = letters.map((letter) => Math.round((textWidth(letter, 1, bold) * 1000) / 20));
  return (thousandths.reduce((sum, width) => sum + width, 0) / 1000) * pt * 20;
}

/** Word by word, without a short way for what fits. */
function slowLines(whole: string, width: number, pt: number, bold: 'regular' | 'bold'): number {
  const blank = textWidth(' ', pt, bold);
  let lines = 0;
  for (const paragraph of whole.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, pt, bold);
      if (used > 0 && used + blank + wide > width) {
        lines += 1;
        used = 0;
      }
      if (used === 0 && wide > width) lines += Math.ceil(wide / width) - 1;
      used = used === 0 ? wide % width : used + blank + wide;
    }
  }
  return lines;
}

it('a text is as wide as its base letters: A of Times New Roman is 722 thousandths, bold too', () => {
  expect(textWidth('Ậ', 12, 'regular')).toBeCloseTo((722 / 1000) * 240);
  expect(textWidth('Đ', 12, 'bold')).toBeCloseTo((722 / 1000) * 240);
  fc.assert(
    fc.property(text, weight, (whole, bold) => {
      expect(textWidth(whole, 12, bold)).toBeCloseTo(slowWidth(whole, 12, bold), 6);
    }),
  );
});

it('lines are counted as word by word', () => {
  fc.assert(
    fc.property(text, weight, fc.integer({ min: 1, max: 4000 }), (whole, bold, width) => {
      expect(countLines(whole, width, 12, bold)).toBe(slowLines(whole, width, 12, bold));
    }),
  );
});
