import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, type Figure, ratio, unknown } from '../../../electron/data/reporting/figure.ts';
import { parsePeriod } from '../../../electron/data/reporting/period.ts';
import {
  earlierPeriods,
  monthsText,
  periodTitle,
} from '../../../electron/data/reporting/reports/bc-09/period-words.ts';
import { reasonText } from '../../../electron/data/reporting/reports/bc-09/reasons.ts';
import { compared } from '../../../electron/data/reporting/reports/prose/comparison.ts';
import {
  capped,
  listed,
  plain,
  say,
  sentence,
  written,
} from '../../../electron/data/reporting/reports/prose/phrases.ts';
import { figureRun, figureText } from '../../../electron/data/reporting/reports/prose/quotes.ts';

const of = (amount: number): Figure =>
  count(
    'meeting',
    Array.from({ length: amount }, (_, index) => `m${index}`),
  );
const rate = (part: number, whole: number): Figure => {
  const [numerator, denominator] = [part, whole].map((rows) => ({
    how: 'sum' as const,
    rows: [{ entity: 'meeting' as const, id: 'm', amount: rows, note: null }],
  }));
  if (!numerator || !denominator) throw new Error('two of two');
  return ratio(numerator, denominator);
};
const then = (name: string, figure: Figure) => ({ name, run: figureRun(name, name, figure) });
const words = (names: string[]) => plain(listed(names.map((name) => [name])));

describe('lists of names', () => {
  test.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A và B'],
    [['A', 'B', 'C'], 'A, B và C'],
  ])('%s', (names, text) => expect(words(names)).toBe(text));

  test('are cut at the limit, saying how many are left; nobody is left out alone', () => {
    const cut = (names: string[]) =>
      plain(capped(names, 2, { named: (name) => [name], others: (left) => [`${left.length} chi bộ khác`] }));
    expect(cut(['A', 'B'])).toBe('A và B');
    expect(cut(['A', 'B', 'C'])).toBe('A, B và C');
    expect(cut(['A', 'B', 'C', 'D'])).toBe('A, B và 2 chi bộ khác');
  });

  test('name and count everybody once, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (length, limit) => {
        const names = Array.from({ length }, (_, index) => `n${index}`);
        const text = plain(capped(names, limit, { named: (name) => [name], others: (left) => [`+${left.length}`] }));
        const shown = text.split(/, | và /u);
        const left = Number(shown.find((part) => part.startsWith('+')) ?? 0);
        return shown.filter((part) => part.startsWith('n')).length + left === length && left !== 1;
      }),
    );
  });
});

describe('sentences', () => {
  test('begin with a capital and end with one full stop', () => {
    expect(plain(sentence(['điểm bình quân tăng']))).toBe('Điểm bình quân tăng.');
    expect(plain(sentence(['như sau:']))).toBe('Như sau:');
    expect(plain(sentence(say`còn ${figureRun('k', 'l', of(2))} buổi`))).toBe('Còn 2 buổi.');
  });

  test('with nothing to say there is no paragraph', () => {
    expect(written('II.1.held', [null, []])).toEqual([]);
    const [paragraph] = written('II.1.held', [['một'], null, say`hai ${figureRun('k', 'l', of(2))}`]);
    expect(paragraph?.key).toBe('II.1.held');
    expect(plain(paragraph?.runs ?? [])).toBe('Một. Hai 2.');
  });
});

describe('figures in words', () => {
  test.each<[Figure, string]>([
    [of(1234), '1.234'],
    [rate(29, 39), '74,4%'],
    [rate(5, 5), '100%'],
    [rate(0, 5), '0,0%'],
    [unknown, 'chưa có số liệu'],
    [rate(0, 0), 'chưa có số liệu'],
  ])('%#: %o', (figure, text) => expect(figureText(figure)).toBe(text));

  test('R42 compares with periods that are known, both sides with their records', () => {
    const now = rate(937, 1000);
    const earlier = [then('tháng 6/2024', rate(925, 1000)), then('cùng kỳ năm 2023', rate(942, 1000))];
    const phrase = compared(now, earlier, 'buổi');
    expect(plain(phrase)).toBe(
      ', tăng 1,2 điểm phần trăm so với tháng 6/2024 (92,5%); giảm 0,5 điểm phần trăm so với cùng kỳ năm 2023 (94,2%)',
    );
    expect(phrase.filter((run) => typeof run !== 'string')).toHaveLength(2);
    expect(plain(compared(now, [then('tháng 6/2024', unknown)], ''))).toBe('');
    expect(plain(compared(unknown, earlier, ''))).toBe('');
    expect(plain(compared(of(3), [then('tháng 6/2024', of(3))], 'buổi'))).toBe(', bằng tháng 6/2024');
    expect(plain(compared(of(1500), [then('năm 2023', of(3))], 'buổi'))).toBe(', tăng 1.497 buổi so với năm 2023 (3)');
  });
});

describe('periods in words', () => {
  test.each([
    ['2024-02', 'tháng 02 năm 2024', 'tháng 1/2024|cùng kỳ năm 2023'],
    ['2024-07', 'tháng 7 năm 2024', 'tháng 6/2024|cùng kỳ năm 2023'],
    ['2024-Q1', 'quý I năm 2024', 'quý IV/2023|cùng kỳ năm 2023'],
    ['2024-H1', '6 tháng đầu năm 2024', '6 tháng cuối năm 2023|cùng kỳ năm 2023'],
    ['2024-9M', '9 tháng năm 2024', 'cùng kỳ năm 2023'],
    ['2024', 'năm 2024', 'năm 2023'],
  ])('%s', (key, title, earlier) => {
    const period = parsePeriod(key);
    expect(periodTitle(period)).toBe(title);
    const found = earlierPeriods(period).map(({ name }) => name);
    expect(found.join('|')).toBe(earlier);
  });

  test('months are in order, each once', () => {
    expect(monthsText(['2024-12', '2024-05', '2024-05'])).toBe('tháng 5, 12');
  });
});

test.each([
  ['Không sinh hoạt do sạt lở đường, chưa bố trí được', 'sạt lở đường, chưa bố trí được'],
  ['Không họp, đảng viên đi hội nghị cấp trên', 'đảng viên đi hội nghị cấp trên'],
  ['Không sinh hoạt: bí thư đi học', 'bí thư đi học'],
  ['Mưa lũ chia cắt, không tổ chức sinh hoạt', 'mưa lũ chia cắt'],
  ['Không sinh hoạt', 'không sinh hoạt'],
  ['Dịch bệnh.', 'dịch bệnh'],
])('the reason %s is told as %s', (typed, told) => expect(reasonText(typed)).toBe(told));

test('a sentence never begins with a figure', () => {
  const five = figureRun('key', 'label', of(5));
  expect(plain(sentence(say`${five} buổi sinh hoạt xếp loại kém`))).toBe('Có 5 buổi sinh hoạt xếp loại kém.');
  expect(plain(sentence(say`còn ${five} chi bộ chưa báo cáo`))).toBe('Còn 5 chi bộ chưa báo cáo.');
  expect(plain(sentence([figureRun('key', 'label', unknown)]))).not.toContain('Có ');
});
