import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remarkDueDate, remarkStanding } from '../../../electron/data/remarks/remark-due.ts';
import { parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';

const day = (text: string) => parseIsoDate(text) ?? expect.fail(`no day: ${text}`);
const rule = { month_day: '12-15', remind_days: 15 };
const dueDate = remarkDueDate(2024, rule);

describe('when a yearly remark is due (QĐ 1390-QĐ/TU; the day is a setting)', () => {
  test.each([
    ['2024-11-29', null, 'not_yet'],
    ['2024-11-30', null, 'reminded'],
    ['2024-12-15', null, 'reminded'],
    ['2024-12-16', null, 'overdue'],
    ['2024-12-16', '2024-12-16', 'sent'],
    ['2024-12-15', '2024-12-16', 'reminded'],
  ])('on %s, sent %s: %s', (today, sentOn, standing) => {
    expect(remarkStanding({ sentOn, dueDate }, rule, day(today))).toBe(standing);
  });

  test('29 February is the last of February in other years', () => {
    expect(remarkDueDate(2024, { month_day: '02-29', remind_days: 0 })).toBe('2024-02-29');
    expect(remarkDueDate(2025, { month_day: '02-29', remind_days: 0 })).toBe('2025-02-28');
  });

  test('without a reminder nobody is reminded before the day itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), (date) => {
        const today = day(`2024-12-${String(date).padStart(2, '0')}`);
        const standing = remarkStanding({ sentOn: null, dueDate }, { ...rule, remind_days: 0 }, today);
        return standing === (date < 15 ? 'not_yet' : date === 15 ? 'reminded' : 'overdue');
      }),
    );
  });
});
