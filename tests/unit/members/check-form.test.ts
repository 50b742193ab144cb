import { describe, expect, it } from 'vitest';
import type { MemberForm } from '../../../electron/contract/member-form.ts';
import { checkForm } from '../../../electron/data/members/check-form.ts';
import { addWorkingDays } from '../../../electron/data/members/working-days.ts';
import { emptyMemberForm } from '../../support/member-forms.ts';
import { day, rulesWith } from '../../support/report-material.ts';

const check = (
  given: Partial<MemberForm>,
  standing: 'full' | 'probationary' = 'full',
  probation = rulesWith().on('probation', day('2024-07-31')).value,
) => {
  const { errors, warnings } = checkForm(
    { ...emptyMemberForm, full_name: 'Trần Thị Bình', ...given },
    { today: day('2024-07-31'), standing, probation },
  );
  return {
    errors: errors.map(({ field }) => field),
    warnings: warnings.map(({ field, message }) => `${field}: ${message}`),
  };
};

describe('what a member form may not say', () => {
  it.each<[string, Partial<MemberForm>, string]>([
    ['no name', { full_name: ' ' }, 'full_name'],
    ['a day that does not exist', { birth_date: '1990-02-30' }, 'birth_date'],
    ['1.2: an identity number of 11 digits', { personal_id: '09909812345' }, 'personal_id'],
    ['1.2: letters in a card number', { party_card_no: '12345678901a' }, 'party_card_no'],
    ['1.2: an old card of 12 digits', { old_card_no: '123456789012' }, 'old_card_no'],
    ['1.1: a party age by hand without its reason', { party_age_date: '1990' }, 'party_age_reason'],
  ])('%s', (_, given, field) => {
    expect(check(given).errors).toEqual([field]);
  });

  it('takes partial dates and a form that is silent', () => {
    const dates = { birth_date: '1960', admission_date: '1985-06', full_member_date: '1986' };
    expect(check(dates)).toEqual({ errors: [], warnings: [] });
  });
});

describe('pitfall 13: contradictions warn and never block', () => {
  it.each<[string, Partial<MemberForm>, string]>([
    ['13a under 18', { birth_date: '2005-05-02', admission_date: '2023-05-01' }, 'chưa đủ 18 tuổi'],
    ['13a over 60', { birth_date: '1960-01-01', admission_date: '2020-01-02' }, 'trên 60 tuổi'],
    ['13b not twelve months', { admission_date: '2020-02-03', full_member_date: '2021-03-10' }, '03/02/2021'],
    [
      '13c decision after ceremony',
      { admission_decision_date: '2020-02-04', admission_date: '2020-02-03' },
      'sau ngày lễ',
    ],
    [
      '13c over 30 working days',
      { admission_decision_date: '2024-01-01', admission_date: '2024-02-13' },
      '30 ngày làm việc',
    ],
    ['13d in the future', { admission_date: '2025-01-01' }, 'sau hôm nay'],
    [
      '13h full before admission',
      { admission_date: '2020-02-03', full_member_date: '2019-02-03' },
      'trước ngày kết nạp',
    ],
    ['5f sex', { personal_id: '099098123456', gender: 'female' }, 'giới tính nam'],
    ['5f year of birth', { personal_id: '099098123456', birth_date: '1997-01-01' }, 'năm sinh 1998'],
  ])('%s', (_, given, words) => {
    const { errors, warnings } = check(given);
    expect(errors).toEqual([]);
    expect(warnings.join()).toContain(words);
  });

  it('13e a card of a probationary member', () => {
    expect(check({ old_card_no: '12345678' }, 'probationary').warnings.join()).toContain('chưa có thẻ');
    expect(check({ old_card_no: '12345678' }).warnings).toEqual([]);
  });

  it('1.1: before 1986 probation had other lengths', () => {
    expect(check({ admission_date: '1985-12-31', full_member_date: '1986-06-30' }).warnings).toEqual([]);
    expect(check({ admission_date: '1986-01-01', full_member_date: '1986-06-30' }).warnings).toHaveLength(1);
  });

  it('13c thirty working days exactly are in time, or as many as the rule of the office says', () => {
    const form = { admission_decision_date: '2024-01-01', admission_date: '2024-02-12' };
    expect(check(form).warnings).toEqual([]);
    const rule = rulesWith().on('probation', day('2024-07-31')).value;
    expect(check(form, 'full', { ...rule, ceremony_working_days: 29 }).warnings.join()).toContain('quá 29 ngày');
  });
});

describe('R25 working days', () => {
  it('are Monday to Friday; the first day does not count', () => {
    expect(addWorkingDays(day('2024-05-10'), 1)).toBe('2024-05-13');
    expect(addWorkingDays(day('2024-05-11'), 5)).toBe('2024-05-17');
    expect(addWorkingDays(day('2024-05-10'), 60)).toBe('2024-08-02');
  });
});
