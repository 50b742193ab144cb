import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../electron/contract/reports.ts';
import { formatFigure } from '../../../renderer/components/format.ts';
import { howItAddsUp } from '../../../renderer/features/reports/how-it-adds-up.ts';
import { isUnreported, type ReportRow, textHeadings } from '../../../renderer/features/reports/report-sheet.ts';

const rows = (entity: string, amounts: number[]): Explanation['rows'] =>
  amounts.map((amount, index) => ({ entity, id: String(index), label: 'Chi bộ', context: '', amount }));

describe('figures of a report', () => {
  it('are written as the returns write them: thousands, one decimal with a comma, "–" for unknown, 0 for zero', () => {
    expect(formatFigure(4371, 'int')).toBe('4.371');
    expect(formatFigure(92.3, 'percent1')).toBe('92,3');
    expect(formatFigure(100, 'percent1')).toBe('100,0');
    expect(formatFigure(0, 'int')).toBe('0');
    expect(formatFigure(null, 'int')).toBe('–');
  });

  it('say how they come from their rows', () => {
    const base = { label: '', parts: null };
    expect(howItAddsUp({ ...base, how: 'count', value: 2, rows: rows('meeting', [1, 1]) })).toBe('2 buổi sinh hoạt');
    expect(howItAddsUp({ ...base, how: 'sum', value: 4371, rows: rows('meeting', [4000, 371]) })).toBe(
      'Σ 2 buổi sinh hoạt = 4.371',
    );
    expect(
      howItAddsUp({
        ...base,
        how: 'ratio',
        value: 93.7,
        rows: rows('meeting', [1]),
        parts: { numerator: 4371, denominator: 4666 },
      }),
    ).toBe('Σ 4.371 / Σ 4.666 × 100 = 93,7 %');
    expect(howItAddsUp({ ...base, how: 'unknown', value: null, rows: [] })).toContain('không phải số 0');
  });
});

describe('a report as a sheet', () => {
  const row = (kind: string, figures: ReportRow['figures']): ReportRow => ({
    key: 'k',
    name: 'Chi bộ',
    kind,
    parent: null,
    texts: { 'Loại hình': 'Thôn', 'Ghi chú': null },
    figures,
  });

  it('R42: a cell of which nothing is recorded says so; one that met does not', () => {
    expect(isUnreported(row('cell', { cells_not_reported: 1, cells_met: null }))).toBe(true);
    expect(isUnreported(row('cell', { cells_not_reported: 0, cells_met: 1 }))).toBe(false);
    expect(isUnreported(row('cell', { cells_not_reported: 2, cells_met: 1 }))).toBe(false);
    expect(isUnreported(row('organisation', { cells_not_reported: 1, cells_met: null }))).toBe(false);
  });

  it('texts beside the figures get a column each, once', () => {
    const columns = [{ key: 'type', label: 'Loại hình', type: 'text' as const, group: null }];
    expect(textHeadings({ rows: [row('cell', {}), row('cell', {})], columns: [] })).toEqual(['Loại hình', 'Ghi chú']);
    expect(textHeadings({ rows: [row('cell', {})], columns })).toEqual(['Ghi chú']);
  });
});
