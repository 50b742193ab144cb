import { describe, expect, test } from 'vitest';
import { loadDefaultRules } from '../../../electron/data/rules/default-rules.ts';
import { Rules, readRules } from '../../../electron/data/rules/read-rules.ts';
import { ruleCodes } from '../../../electron/data/rules/rule-values.ts';
import { type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';
import { newOffice, resourcesDir } from '../../support/office.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`not a day: ${text}`);
  return date;
}

const rules = new Rules(loadDefaultRules(resourcesDir));

describe('2.2 which rule applies on a meeting date', () => {
  test.each([
    ['2018-07-05', null, null, null],
    ['2018-07-06', null, 90, 90],
    ['2024-12-31', null, 90, 90],
    ['2025-07-22', null, 90, 90],
    ['2025-07-23', 3, 90, 90],
    ['2025-10-27', 3, 90, 90],
    ['2025-10-28', 3, 90, 120],
    ['2026-12-31', 3, 90, 120],
  ])('%s: day %s, minutes %s, combined %s', (date, setDay, minutes, combined) => {
    expect(rules.on('meeting_day', day(date)).value.day).toBe(setDay);
    expect(rules.on('minimum_minutes', day(date)).value).toMatchObject({ default: minutes, combined });
  });
});

describe('rules as data', () => {
  test('every default rule can be asked for on any day', () => {
    for (const code of ruleCodes) {
      expect(rules.on(code, day('1990-01-01')).code).toBe(code);
      expect(rules.on(code, day('2030-01-01')).code).toBe(code);
    }
    expect(new Set(loadDefaultRules(resourcesDir).map((row) => row.code))).toEqual(new Set(ruleCodes));
  });

  test('of two versions in force the one that began last decides', () => {
    const [first] = loadDefaultRules(resourcesDir).filter((row) => row.code === 'visit_report_due');
    if (!first) throw new Error('no rule');
    const local = { ...first, id: 'local', version: 'KH 5', value: '{"days":3}', valid_from: '2024-05-01' };
    const both = new Rules([first, local]);
    expect(both.on('visit_report_due', day('2024-04-30')).value.days).toBe(5);
    expect(both.on('visit_report_due', day('2024-05-01'))).toMatchObject({ version: 'KH 5', value: { days: 3 } });
  });

  test('a day without a rule is refused in words', () => {
    expect(() => new Rules([]).on('visit_report_due', day('2024-05-01'))).toThrowError(
      expect.objectContaining({ code: 'not_found', message: expect.stringContaining('01/05/2024') }),
    );
  });

  test('a value that is not what the code calls for is refused', () => {
    const wrong = loadDefaultRules(resourcesDir).map((row) => ({ ...row, value: '{"days":"năm"}' }));
    expect(() => new Rules(wrong).on('visit_report_due', day('2024-05-01'))).toThrow();
  });

  test('a new office holds them', async () => {
    const office = await newOffice();
    const read = await readRules(office.db);
    expect(read.on('excused_streak', day('2024-05-01'))).toMatchObject({ value: { allowed: 3 }, evidence: 'A' });
  });
});
