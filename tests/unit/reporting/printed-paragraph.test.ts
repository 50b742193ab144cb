import { describe, expect, test } from 'vitest';
import type { WrittenParagraph } from '../../../electron/data/reporting/document.ts';
import { count } from '../../../electron/data/reporting/figure.ts';
import { printedParagraph } from '../../../electron/data/reporting/printed-paragraph.ts';

const figure = (key: string, text: string) => ({ key, text, label: key, figure: count('meeting', ['a']) });
const paragraph: WrittenParagraph = {
  kind: 'written',
  key: 'II.1',
  runs: [
    'Có ',
    figure('met', '7'),
    '/',
    figure('cells', '12'),
    ' chi bộ sinh hoạt, đạt ',
    figure('rate', '58,3%'),
    '.',
  ],
};

/** The text with what can be clicked in brackets. */
function shown(edited: string | null): string[] {
  return printedParagraph(paragraph, edited).map((block) =>
    'runs' in block ? block.runs.map(({ text, link }) => (link ? `[${link}:${text}]` : text)).join('') : '',
  );
}

describe('a paragraph as it prints', () => {
  test('not touched it is the program’s, each figure a door', () => {
    expect(shown(null)).toEqual(['Có [met:7]/[cells:12] chi bộ sinh hoạt, đạt [rate:58,3%].']);
  });
  test('figures that the clerk has kept stay doors, in the order they stand', () => {
    expect(shown('Tháng 7/2024 có 7/12 chi bộ sinh hoạt, đạt 58,3%, còn thấp.')).toEqual([
      'Tháng 7/2024 có [met:7]/[cells:12] chi bộ sinh hoạt, đạt [rate:58,3%], còn thấp.',
    ]);
    expect(shown('Đã có 12 chi bộ.')).toEqual(['Đã có [cells:12] chi bộ.']);
  });
  test('a number that is another number, or a part of one, is no door', () => {
    expect(shown('Có 112 chi bộ sinh hoạt, đạt 158,3%.')).toEqual(['Có 112 chi bộ sinh hoạt, đạt 158,3%.']);
    expect(shown('Có 12,5 chi bộ.')).toEqual(['Có 12,5 chi bộ.']);
  });
  test('emptied, it is left out', () => expect(shown('')).toEqual([]));
  test('an item stays an item, an article an article', () => {
    expect(printedParagraph({ ...paragraph, mark: '-' }, 'Gọn')).toEqual([
      { kind: 'item', mark: '-', runs: [{ text: 'Gọn' }], link: 'II.1' },
    ]);
    expect(printedParagraph({ ...paragraph, mark: 'article' }, 'Gọn')).toEqual([
      { kind: 'article', runs: [{ text: 'Gọn' }], link: 'II.1' },
    ]);
  });
});
