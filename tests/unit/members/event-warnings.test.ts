import { describe, expect, it } from 'vitest';
import type { EventCode, EventInput } from '../../../electron/contract/member-events.ts';
import { factsOf } from '../../../electron/data/members/event-facts.ts';
import { eventWarnings } from '../../../electron/data/members/event-warnings.ts';
import type { Situation, StatusPeriod } from '../../../electron/data/members/status-period.ts';
import { loadDefaultRules } from '../../../electron/data/rules/default-rules.ts';
import { Rules } from '../../../electron/data/rules/read-rules.ts';
import { type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';
import { eventOf } from '../../support/member-forms.ts';
import { resourcesDir } from '../../support/office.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(text);
  return date;
}
const rules = new Rules(loadDefaultRules(resourcesDir));
const left: StatusPeriod = {
  ...{ id: 'r', cell_id: 'A', standing: 'full', kind: 'name_removed', valid_from: '2021-06-01', valid_to: null },
  ...{ expected_end: null, review_on: null, place: null, document: null },
};

function warnings(code: EventCode, date: string, given: Partial<EventInput> = {}, situation: Situation = 'active') {
  const input = eventOf(code, { date, place: 'X', to_cell_id: 'B', ...given });
  const read = factsOf(input, situation);
  if (!read.ok) throw new Error(read.problem.message);
  const lines = { home: left, guest: null };
  const around = { lines, admissionDate: '2023-01-10', rules, today: day('2024-12-31') };
  return eventWarnings(input, read.facts, around).join(' ');
}

describe('what is odd about an event', () => {
  it.each<[string, string, boolean]>([
    ['under three months', '2024-04-30', true],
    ['three months', '2024-05-01', false],
    ['under twelve months', '2025-01-31', false],
    ['twelve months: only for studies', '2025-02-01', true],
    ['twenty-four months', '2026-02-01', true],
  ])('R24 a temporary transfer of %s', (_, ends_on, isOdd) => {
    expect(warnings('TAM_THOI_DI', '2024-02-01', { ends_on }) !== '').toBe(isOdd);
  });

  it('R23 a temporary exemption lasts under twelve months', () => {
    expect(warnings('TAM_MIEN', '2024-02-01', { ends_on: '2025-01-31' })).toBe('');
    expect(warnings('TAM_MIEN', '2024-02-01', { ends_on: '2025-02-01' })).toContain('dưới 12 tháng');
  });

  it('R25 the letter is presented within 30 working days', () => {
    const paper_date = '2024-05-10';
    expect(warnings('CHUYEN_DEN', '2024-06-21', { paper_date }, 'new')).toBe('');
    expect(warnings('CHUYEN_DEN', '2024-06-24', { paper_date }, 'new')).toContain('30 ngày làm việc');
  });

  it('members 1.1: re-admission 36 months after leaving, full membership twelve months after the ceremony', () => {
    expect(warnings('KET_NAP_LAI', '2024-05-31', {}, 'name_removed')).toContain('chưa đủ 36 tháng');
    expect(warnings('KET_NAP_LAI', '2024-06-01', {}, 'name_removed')).toBe('');
    expect(warnings('CHINH_THUC', '2024-01-10')).toBe('');
    expect(warnings('CHINH_THUC', '2024-03-10')).toContain('10/01/2024');
  });

  it('members 1.1: the ceremony within the working days of the dated rule', () => {
    const decision_date = '2024-05-10';
    expect(warnings('KET_NAP', '2024-06-21', { decision_date }, 'new')).toBe('');
    expect(warnings('KET_NAP', '2024-06-24', { decision_date }, 'new')).toContain('30 ngày làm việc');
  });

  it('a day that is yet to come', () => {
    expect(warnings('MIEN_SH', '2025-01-01')).toContain('sau hôm nay');
  });
});
