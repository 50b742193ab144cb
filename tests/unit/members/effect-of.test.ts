import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventCode, eventCode } from '../../../electron/contract/member-events.ts';
import { isDue } from '../../../electron/data/meetings/attendance-rules.ts';
import { isCounted } from '../../../electron/data/members/counted.ts';
import { type EventFacts, effectOf } from '../../../electron/data/members/effect-of.ts';
import type { StatusPeriod } from '../../../electron/data/members/status-period.ts';
import { addDays, type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(text);
  return date;
}

const period = (given: Partial<StatusPeriod>): StatusPeriod => ({
  id: 'r',
  cell_id: 'A',
  standing: 'full',
  kind: 'active',
  valid_from: '2020-01-01',
  valid_to: null,
  expected_end: null,
  review_on: null,
  place: null,
  document: null,
  ...given,
});
const event = (code: EventCode, given: Partial<EventFacts> = {}): EventFacts => ({
  code,
  date: day('2024-05-10'),
  toCellId: null,
  place: null,
  standing: null,
  endsOn: null,
  reviewOn: null,
  document: null,
  ...given,
});
/** `kind standing cell from..to` of every period. */
const shown = (statuses: readonly StatusPeriod[]) =>
  statuses.map(
    ({ kind, standing, cell_id, valid_from, valid_to }) =>
      `${kind} ${standing} ${cell_id} ${valid_from ?? ''}..${valid_to ?? ''}`,
  );
const after = (facts: EventFacts, statuses: readonly StatusPeriod[]) => {
  const effect = effectOf(facts, statuses);
  return effect.ok ? shown(effect.statuses) : `${effect.field}: refused`;
};

describe('members 1.6: what a membership event does to the dated statuses', () => {
  const active = [period({})];
  const was = 'active full A 2020-01-01..2024-05-09';
  const away = [period({ kind: 'temporarily_away' }), period({ id: 'g', kind: 'temporarily_received', cell_id: 'B' })];

  it.each<[string, EventFacts, readonly StatusPeriod[], unknown]>([
    ['KET_NAP', event('KET_NAP', { toCellId: 'A' }), [], ['active probationary A 2024-05-10..']],
    ['KET_NAP without a cell', event('KET_NAP'), [], 'to_cell_id: refused'],
    ['KET_NAP of a member', event('KET_NAP', { toCellId: 'A' }), active, 'code: refused'],
    [
      'KET_NAP_LAI',
      event('KET_NAP_LAI', { toCellId: 'B' }),
      [period({ kind: 'name_removed' })],
      ['name_removed full A 2020-01-01..2024-05-09', 'active probationary B 2024-05-10..'],
    ],
    [
      'CHINH_THUC',
      event('CHINH_THUC'),
      [period({ standing: 'probationary', kind: 'exempt', review_on: '2025-01-01' })],
      ['exempt probationary A 2020-01-01..2024-05-09', 'exempt full A 2024-05-10..'],
    ],
    ['CHINH_THUC of a full member', event('CHINH_THUC'), active, 'code: refused'],
    [
      'CHINH_THUC of a guest in another cell of the office',
      event('CHINH_THUC'),
      away.map((row) => ({ ...row, standing: 'probationary' as const })),
      [
        'temporarily_away probationary A 2020-01-01..2024-05-09',
        'temporarily_received probationary B 2020-01-01..2024-05-09',
        'temporarily_received full B 2024-05-10..',
        'temporarily_away full A 2024-05-10..',
      ],
    ],
    ['CHUYEN_DEN of somebody new', event('CHUYEN_DEN', { toCellId: 'B' }), [], ['active full B 2024-05-10..']],
    [
      'CHUYEN_DEN of a probationary member',
      event('CHUYEN_DEN', { toCellId: 'B', standing: 'probationary' }),
      [],
      ['active probationary B 2024-05-10..'],
    ],
    [
      'CHUYEN_DEN after CHUYEN_DI (R25)',
      event('CHUYEN_DEN', { toCellId: 'B' }),
      [period({ kind: 'transferred_out' })],
      ['transferred_out full A 2020-01-01..2024-05-09', 'active full B 2024-05-10..'],
    ],
    ['CHUYEN_DI (R25)', event('CHUYEN_DI'), active, [was, 'transferred_out full A 2024-05-10..']],
    ['NOI_BO', event('NOI_BO', { toCellId: 'B' }), active, [was, 'active full B 2024-05-10..']],
    [
      'NOI_BO of an exempt member',
      event('NOI_BO', { toCellId: 'B' }),
      [period({ kind: 'exempt' })],
      ['exempt full A 2020-01-01..2024-05-09', 'exempt full B 2024-05-10..'],
    ],
    ['NOI_BO to the own cell', event('NOI_BO', { toCellId: 'A' }), active, 'to_cell_id: refused'],
    ['NOI_BO of somebody away', event('NOI_BO', { toCellId: 'B' }), away, 'code: refused'],
    [
      'TAM_THOI_DI to a cell of the office (R15)',
      event('TAM_THOI_DI', { toCellId: 'B', endsOn: day('2024-11-01') }),
      active,
      [was, 'temporarily_away full A 2024-05-10..', 'temporarily_received full B 2024-05-10..'],
    ],
    ['TAM_THOI_DI elsewhere', event('TAM_THOI_DI'), active, [was, 'temporarily_away full A 2024-05-10..']],
    [
      'TAM_THOI_DEN from outside',
      event('TAM_THOI_DEN', { toCellId: 'B' }),
      [],
      ['temporarily_received full B 2024-05-10..'],
    ],
    [
      'TRO_LAI of a guest in another cell of the office',
      event('TRO_LAI'),
      away,
      [
        'temporarily_away full A 2020-01-01..2024-05-09',
        'temporarily_received full B 2020-01-01..2024-05-09',
        'active full A 2024-05-10..',
      ],
    ],
    [
      'TRO_LAI of a guest from outside, who goes home',
      event('TRO_LAI'),
      [period({ kind: 'temporarily_received' })],
      ['temporarily_received full A 2020-01-01..2024-05-09', 'transferred_out full A 2024-05-10..'],
    ],
    ['TRO_LAI of somebody who is here', event('TRO_LAI'), active, 'code: refused'],
    ['RA_NUOC_NGOAI for good', event('RA_NUOC_NGOAI'), active, [was, 'transferred_out full A 2024-05-10..']],
    [
      'RA_NUOC_NGOAI for a time',
      event('RA_NUOC_NGOAI', { endsOn: day('2025-05-10') }),
      active,
      [was, 'temporarily_away full A 2024-05-10..'],
    ],
    ['MIEN_SH', event('MIEN_SH'), active, [was, 'exempt full A 2024-05-10..']],
    ['GIAM_MIEN_CT', event('GIAM_MIEN_CT'), active, [was, 'reduced full A 2024-05-10..']],
    ['TAM_MIEN (R23)', event('TAM_MIEN'), active, [was, 'temporarily_exempt full A 2024-05-10..']],
    [
      'DINH_CHI ends the stay as a guest',
      event('DINH_CHI', { endsOn: day('2024-08-10') }),
      away,
      [
        'temporarily_away full A 2020-01-01..2024-05-09',
        'temporarily_received full B 2020-01-01..2024-05-09',
        'suspended full A 2024-05-10..',
      ],
    ],
    ['an end before the beginning', event('DINH_CHI', { endsOn: day('2024-05-10') }), active, 'ends_on: refused'],
    ['GIA_HAN without a new end', event('GIA_HAN'), [period({ kind: 'suspended' })], 'ends_on: refused'],
    ['KHAI_TRU', event('KHAI_TRU'), active, [was, 'expelled full A 2024-05-10..']],
    ['XOA_TEN', event('XOA_TEN'), active, [was, 'name_removed full A 2024-05-10..']],
    ['XIN_RA', event('XIN_RA'), active, [was, 'withdrawn full A 2024-05-10..']],
    ['TU_TRAN', event('TU_TRAN'), active, [was, 'deceased full A 2024-05-10..']],
    ['HUY_KN', event('HUY_KN'), active, [was, 'name_removed full A 2024-05-10..']],
    [
      'PHUC_HOI to the old cell',
      event('PHUC_HOI'),
      [period({ kind: 'expelled' })],
      ['expelled full A 2020-01-01..2024-05-09', 'active full A 2024-05-10..'],
    ],
    ['nothing after death', event('PHUC_HOI'), [period({ kind: 'deceased' })], 'code: refused'],
    [
      'on the day the status began, which is replaced',
      event('MIEN_SH', { date: day('2020-01-01') }),
      active,
      ['exempt full A 2020-01-01..'],
    ],
    ['before the status began', event('MIEN_SH', { date: day('2019-12-31') }), active, 'date: refused'],
  ])('%s', (_, facts, statuses, expected) => {
    expect(after(facts, statuses)).toEqual(expected);
  });

  it.each([
    ['MIEN_SH', 'exempt', false],
    ['GIAM_MIEN_CT', 'reduced', true],
  ] as const)('R22 %s by the cell’s own decision: %s from its day, due %s, until the return', (code, kind, due) => {
    const document = '05-NQ/CB';
    const effect = effectOf(event(code, { document, reviewOn: day('2025-05-10') }), active);
    if (!effect.ok) throw new Error(effect.field);
    expect(shown(effect.statuses)).toEqual([was, `${kind} full A 2024-05-10..`]);
    expect(effect.statuses.at(-1)).toMatchObject({ document, review_on: '2025-05-10' });
    // Not due, but still of the membership, and among the full members of R21.
    expect([isDue(kind), isCounted(kind)]).toEqual([due, true]);
    const back = effectOf(event('TRO_LAI', { date: day('2025-06-01') }), effect.statuses);
    expect(back.ok && shown(back.statuses).at(-1)).toBe('active full A 2025-06-01..');
  });

  it('R24 an extension says anew until when, and keeps where', () => {
    const stay = period({ kind: 'temporarily_away', place: 'Đảng bộ X', expected_end: '2024-06-01' });
    const effect = effectOf(event('GIA_HAN', { endsOn: day('2024-12-01') }), [stay]);
    expect(effect.ok && effect.statuses.at(-1)).toMatchObject({ place: 'Đảng bộ X', expected_end: '2024-12-01' });
  });
});

describe('any sequence of events', () => {
  const cell = fc.constantFrom('A', 'B', 'C');
  const steps = fc.array(
    fc.record({
      code: fc.constantFrom(...eventCode.options),
      gap: fc.integer({ min: 0, max: 40 }),
      cell,
      ends: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('leaves periods that never overlap, and a member due in one cell at most on every day (R15)', () => {
    let reached = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        let statuses: StatusPeriod[] = [];
        let date = day('2020-01-01');
        let next = 0;
        for (const step of sequence) {
          date = addDays(date, step.gap);
          const endsOn = step.ends ? addDays(date, 100) : null;
          const effect = effectOf(event(step.code, { date, toCellId: step.cell, endsOn }), statuses);
          if (!effect.ok) continue;
          reached += 1;
          statuses = effect.statuses.map((row) => ({ ...row, id: row.id ?? `r${next++}` }));
          assertSound(statuses, date);
        }
      }),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThan(400);
  });

  function assertSound(statuses: readonly StatusPeriod[], last: IsoDate) {
    const home = statuses.filter(({ kind }) => kind !== 'temporarily_received');
    const guest = statuses.filter(({ kind }) => kind === 'temporarily_received');
    for (const line of [home, guest]) {
      const ordered = line.toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''));
      for (const [index, { valid_from, valid_to }] of ordered.entries()) {
        const following = ordered[index + 1];
        if (valid_to !== null) expect((valid_from ?? '') <= valid_to).toBe(true);
        if (following) expect(valid_to !== null && valid_to < (following.valid_from ?? '')).toBe(true);
      }
    }
    for (const probe of statuses.flatMap(({ valid_from }) => valid_from ?? []).concat(last)) {
      const inForce = statuses.filter(
        ({ valid_from, valid_to }) => (valid_from ?? '') <= probe && (valid_to === null || valid_to >= probe),
      );
      expect(inForce.filter(({ kind }) => isDue(kind)).length).toBeLessThanOrEqual(1);
      expect(inForce.filter(({ kind }) => kind !== 'temporarily_received').length).toBeLessThanOrEqual(1);
    }
    expect(home.filter(({ valid_to }) => valid_to === null).length).toBeLessThanOrEqual(1);
  }
});
