import { describe, expect, test } from 'vitest';
import { type Figure, sum } from '../../../electron/data/reporting/figure.ts';
import type { ReportRow } from '../../../electron/data/reporting/report.ts';
import { meetingsWithoutMinutes } from '../../../electron/data/reporting/reports/bc-14/minutes-owed.ts';
import { officialsLetterSubject } from '../../../electron/data/reporting/reports/bc-14/officials.ts';
import { day, scope } from '../../support/report-material.ts';

describe('the subject of the letter to officials says what is asked and nothing else', () => {
  const of = (amount: number): Figure => sum('visit', [{ id: 'v' }], () => amount);
  const official = (quota: number, made: number, due: number, submitted: number): ReportRow => ({
    ...{ key: 'A', name: 'Nguyễn Văn An', kind: 'official', parent: null, texts: {} },
    figures: {
      quota_to_date: of(quota),
      visits_year_to_date: of(made),
      reports_due: of(due),
      reports_submitted: of(submitted),
    },
  });
  test.each([
    [official(4, 1, 1, 1), 'đôn đốc dự sinh hoạt chi bộ tháng 7/2024'],
    [official(1, 1, 2, 1), 'đôn đốc nộp báo cáo kết quả dự sinh hoạt tháng 7/2024'],
    [official(4, 1, 2, 1), 'đôn đốc dự sinh hoạt chi bộ, nộp báo cáo kết quả dự sinh hoạt tháng 7/2024'],
  ])('%#', (row, subject) => {
    expect(officialsLetterSubject({ rows: [row], scope: scope('2024-07') })).toBe(subject);
  });
});

describe('minutes owed', () => {
  const held = (id: string, date: string, hasMinutes = false) => ({ id, state: 'held', date, hasMinutes });
  const owed = (...meetings: Parameters<typeof meetingsWithoutMinutes>[0]) =>
    meetingsWithoutMinutes(meetings, day('2024-07-10')).map(({ id }) => id);

  test('are those of meetings held more than two days ago (cells handbook 4.1)', () => {
    const sent = held('sent', '2024-07-01', true);
    const notHeld = { ...held('not held', '2024-07-01'), state: 'not_held' };
    expect(owed(sent, held('late', '2024-07-07'), held('in time', '2024-07-08'), notHeld)).toEqual(['late']);
  });

  test('are not asked for where minutes of no meeting are known (R42)', () => {
    expect(owed(held('a', '2024-07-01'), held('b', '2024-07-02'))).toEqual([]);
  });
});
