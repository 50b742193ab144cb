import { beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { listRules, removeRule, saveRule } from '../../electron/data/rules/change-rules.ts';
import { readRules } from '../../electron/data/rules/read-rules.ts';
import { ruleCodes } from '../../electron/data/rules/rule-values.ts';
import { newOffice, refusal } from '../support/office.ts';
import { day } from '../support/small-office.ts';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
});

const today = day('2026-01-15');
const save = (code: string, value: Parameters<typeof saveRule>[1]['value'], from: string) =>
  office.write('Thử', '', (db) =>
    saveRule(db, { code, value, from: day(from), source: 'KH 5-KH/ĐU', evidence: 'B' }, today),
  );
const reportDays = async (...days: string[]) => {
  const rules = await readRules(office.db);
  return days.map((on) => rules.on('visit_report_due', day(on)).value.days);
};

describe('the rules of an office', () => {
  it('are all listed with a name, what they affect, a value in words and one version that is current', async () => {
    const rules = await listRules(office.db, today);
    expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(ruleCodes));
    for (const { code, label, affects, versions } of rules) {
      expect(
        [label, affects].every((text) => text.length > 5),
        code,
      ).toBe(true);
      expect(
        versions.filter(({ state }) => state === 'current'),
        code,
      ).toHaveLength(1);
      for (const { words } of versions) expect(words, code).not.toMatch(/undefined|null|object|true|false|_/u);
    }
    const minutes = rules.find(({ code }) => code === 'minimum_minutes');
    expect(minutes?.versions.map(({ words }) => words)).toEqual([
      'Buổi thường: 90 phút; Buổi kết hợp chuyên đề: 120 phút',
      'Buổi thường: 90 phút; Buổi kết hợp chuyên đề: 90 phút',
      'Buổi thường: không quy định; Buổi kết hợp chuyên đề: không quy định',
    ]);
  });

  it('get a new version from a day, and the past stays as it was', async () => {
    await save('visit_report_due', { days: 3 }, '2026-03-01');
    await save('visit_report_due', { days: 7 }, '2026-02-01');
    expect(await reportDays('2020-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01')).toEqual([
      5, 5, 7, 7, 3,
    ]);
  });

  it('are read once in a run, and anew after a change', async () => {
    const run = office.forOneRun();
    const before = await readRules(run);
    expect(await readRules(run)).toBe(before);
    await save('visit_report_due', { days: 3 }, '2026-03-01');
    expect((await readRules(run)).versions('visit_report_due')).toHaveLength(
      before.versions('visit_report_due').length + 1,
    );
  });

  it('of a day that has passed cannot be rewritten, of a day to come they can, or be taken out', async () => {
    await save('visit_report_due', { days: 3 }, '2026-01-10');
    expect((await refusal(save('visit_report_due', { days: 4 }, '2026-01-10'))).code).toBe('conflict');
    const future = await save('visit_report_due', { days: 6 }, '2026-02-01');
    expect(await save('visit_report_due', { days: 8 }, '2026-02-01')).toBe(future);
    expect(await reportDays('2026-01-31', '2026-02-01')).toEqual([3, 8]);
    await office.write('Thử', '', (db) => removeRule(db, future, today));
    expect(await reportDays('2026-02-01', '2030-01-01')).toEqual([3, 3]);
    const { id } = (await listRules(office.db, today)).flatMap(({ versions }) => versions)[0] ?? { id: '' };
    expect((await refusal(office.write('Thử', '', (db) => removeRule(db, id, today)))).code).toBe('conflict');
  });

  it.each([
    ['visit_report_due', { days: -1 }, 'Sau buổi họp: phải từ 0 trở lên.'],
    ['visit_report_due', { days: 'năm' }, 'Sau buổi họp: phải là số nguyên.'],
    ['visit_report_due', { days: 2.5 }, 'Sau buổi họp: phải là số nguyên.'],
    ['meeting_day', { day: 32 }, 'Ngày trong tháng: không được quá 31.'],
    ['cell_size', { minimum: 0, committee_from: 9 }, 'Ít nhất: phải lớn hơn 0.'],
    ['short_month_day', 'khác', 'Ngày thay thế: chưa chọn giá trị phù hợp.'],
    ['yearly_remark_due', { month_day: '15/12', remind_days: 1 }, 'Ngày trong năm (tháng-ngày): chưa đúng'],
    [
      'minimum_minutes',
      { default: 90, combined: null, by_member_count: [{ from: 30, minutes: 0 }] },
      'Theo số đảng viên, dòng 1, ít nhất: phải lớn hơn 0.',
    ],
  ])('refuse a wrong value in words: %s %j', async (code, value, words) => {
    const { code: refused, message } = await refusal(save(code, value, '2026-02-01'));
    expect(refused).toBe('wrong_arguments');
    expect(message).toContain(words);
  });
});
