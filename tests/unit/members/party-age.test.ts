import { describe, expect, it } from 'vitest';
import { awardRound, type PartyAgeFacts, partyAgeOn, roundDay } from '../../../electron/data/members/party-age.ts';
import { type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(text);
  return date;
}
const marks = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];
const rounds = ['02-03', '05-19', '09-02', '11-07'];
const ageOn = (today: string, given: Partial<PartyAgeFacts>) =>
  partyAgeOn(
    day(today),
    { override: null, decisionDate: null, ceremonyDate: null, gaps: [], awarded: [], ...given },
    { marks, rounds },
  );

describe('members 1.1 party age', () => {
  it('starts on the day of the admission decision, not of the ceremony or of full membership', () => {
    const facts = { decisionDate: '1990-05-10', ceremonyDate: '1990-05-19' };
    expect(ageOn('2020-05-09', facts).years).toBe(29);
    expect(ageOn('2020-05-10', facts)).toMatchObject({ years: 30, start: '1990-05-10', start_from: 'decision' });
  });

  it('starts on the ceremony where the decision is lost, and on what the clerk says where there is a paper', () => {
    expect(ageOn('2020-01-01', { ceremonyDate: '1990-05-19' })).toMatchObject({ start_from: 'ceremony', years: 29 });
    const overridden = ageOn('2020-01-01', { ceremonyDate: '1990-05-19', override: '1988-01-01' });
    expect(overridden).toMatchObject({ start_from: 'override', start: '1988-01-01', years: 32 });
  });

  it('says that a partial date is not exact, and nothing where no date is known', () => {
    expect(ageOn('2020-01-01', { ceremonyDate: '1990-05' })).toMatchObject({ exact: false, start: '1990-05-01' });
    expect(ageOn('2020-01-01', {})).toMatchObject({ years: null, next_badge: null });
  });

  it('does not count the time without party life; gaps that overlap count once', () => {
    const gaps = [
      { from: '2000-01-01', to: '2000-12-31' },
      { from: '2000-12-01', to: '2001-01-10' },
    ];
    const age = ageOn('2021-01-01', { decisionDate: '1990-01-01', gaps });
    expect(age.gap_days).toBe(376);
    expect(age.years).toBe(29);
    expect(ageOn('2021-01-12', { decisionDate: '1990-01-01', gaps }).years).toBe(30);
  });
});

describe('members 1.7 party badge', () => {
  it('knows no mark of 35 years', () => {
    expect(ageOn('2021-01-01', { decisionDate: '1990-05-10' }).next_badge?.mark).toBe(40);
  });

  it('gives the day a mark is reached and the first award round on or after it', () => {
    expect(ageOn('2019-01-01', { decisionDate: '1990-05-10' }).next_badge).toEqual({
      mark: 30,
      day: '2020-05-10',
      round: '2020-05-19',
    });
    expect(awardRound(day('2020-11-08'), rounds)).toBe('2021-02-03');
    expect(awardRound(day('2020-09-02'), rounds)).toBe('2020-09-02');
  });

  it('makes 29/02 the 28th in a year without one', () => {
    expect(roundDay(day('1988-02-29'), 30, 0)).toBe('2018-02-28');
  });

  it('lists marks that were reached and of which no award is recorded', () => {
    const facts = { decisionDate: '1970-01-01', awarded: [40, 45] };
    expect(ageOn('2020-06-01', facts)).toMatchObject({ unrecorded_badges: [30, 50] });
    expect(ageOn('2065-06-01', facts).next_badge).toBeNull();
  });
});
