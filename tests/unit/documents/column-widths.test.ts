import { describe, expect, test } from 'vitest';
import { cellPadding, columnWidths } from '../../../electron/data/documents/column-widths.ts';
import { textWidth } from '../../../electron/data/documents/text-width.ts';

const columns = (...widths: number[]) => widths.map((width) => ({ width, align: 'left' as const }));
const row = (...texts: string[]) => texts.map((text) => ({ text }));

describe('widths of a table', () => {
  test('go by the shares where every word has room', () => {
    expect(columnWidths({ columns: columns(1, 3), head: [row('TT', 'Chi bộ')], rows: [] }, 8000, 12)).toEqual([
      2000, 6000,
    ]);
  });

  test('no word of a head is cut: its column takes what it lacks from those that have more', () => {
    const head = [row('TT', 'Tên chi bộ', 'Chuyên đề')];
    const [, , last = 0] = columnWidths({ columns: columns(1, 17, 1), head, rows: [] }, 9355, 12);
    expect(last).toBeGreaterThanOrEqual(textWidth('Chuyên', 12, 'bold') + 2 * cellPadding);
  });

  test('a word typed without an end does not push the others off the page', () => {
    const rows = [row('1', 'x'.repeat(400)), row('2', 'Chi bộ')];
    const widths = columnWidths({ columns: columns(1, 1), head: [], rows }, 9000, 12);
    expect(widths[0]).toBeGreaterThan(3000);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9000);
  });

  test('a cell over several columns asks for no room in one of them', () => {
    const rows = [[{ text: 'Tổngcộngtoànhuyện', columnSpan: 2 }]];
    expect(columnWidths({ columns: columns(1, 1), head: [], rows }, 2000, 12)).toEqual([1000, 1000]);
  });

  test('where every column is too narrow, all give way alike', () => {
    const head = [row('Nghiêng', 'Nghiêng', 'Nghiêng')];
    expect(columnWidths({ columns: columns(1, 1, 1), head, rows: [] }, 900, 12)).toEqual([300, 300, 300]);
  });
});
