import { describe, expect, it } from 'vitest';
import { successorsFrom } from '../../../electron/data/organisations/successors.ts';
import type { GivenRating, GradeBook } from '../../../electron/data/ratings/grade-book.ts';
import { buildBc07 } from '../../../electron/data/reporting/reports/bc-07-cell-grades.ts';
import type { Grade } from '../../../electron/data/schema/column-types.ts';
import { meeting, organisations, rulesWith, scope, valuesOf } from '../../support/report-material.ts';
import { preset } from '../../support/scoring-sheets.ts';

const tree = organisations([
  { id: 'xa', kind: 'grassroots_committee', parents: [{ parent: null }] },
  { id: 'A', parents: [{ parent: 'xa' }] },
  { id: 'B', parents: [{ parent: 'xa' }], from: '2024-06-01' },
]);

const phuTho = {
  ...{ id: 'sheet', code: 'phu-tho-khoi-hd12', version: 1, name: 'Mẫu', definition: preset('phu-tho-khoi-hd12') },
  ...{ scope_organisation_id: null, valid_from: '2018-07-06', valid_to: null },
};

const self = (total: number | null, grade: Grade | null): GivenRating => ({ role: 'self', total, grade });
const decided = (total: number | null, grade: Grade | null): GivenRating => ({
  role: 'superior_decision',
  total,
  grade,
});

/** A's meetings of 2024: 8 Tốt, one Khá by decision though the cell said Tốt, one without a grade, one not held. */
const held = (month: number) => meeting(`A${month}`, 'A', `2024-${String(month).padStart(2, '0')}-03`);
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11].map(held);
const given: [string, GivenRating[]][] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((month): [string, GivenRating[]] => [`A${month}`, [self(92.5, 'good')]]),
  ['A8', [self(95, 'good'), decided(85, 'fair')]],
  ['A9', [self(90, 'good')]],
];

function data(key = '2024', differing: Partial<GradeBook> = {}, unit?: string) {
  const book: GradeBook = {
    organisations: tree,
    rules: rulesWith(),
    meetings: [
      ...months,
      meeting('A10', 'A', '2024-10-03', { kind: null, state: 'not_held', date: null }),
      meeting('A-theme', 'A', '2024-08-20', { kind: 'thematic' }),
    ],
    ratings: new Map([...given, ['A-theme', [self(81, 'fair')]]]),
    sheets: [phuTho],
    periodGrades: [],
    ...differing,
  };
  return { scope: scope(key, unit === undefined ? {} : { unit }), book, cellTypes: new Map([['THON', 'Thôn']]) };
}

const textsOf = (built: ReturnType<typeof buildBc07>, key: string) => built.rows.find((row) => row.key === key)?.texts;

describe('BC-07', () => {
  const built = buildBc07(data());

  it('prints the decided rating, else the cell’s own, month by month', () => {
    expect(valuesOf(built, 'A')).toMatchObject({
      score_01: 92.5,
      score_08: 85,
      score_09: 90,
      score_11: null,
      score_10: null,
    });
    expect(textsOf(built, 'A')).toMatchObject({
      grade_01: 'Tốt',
      grade_08: 'Khá',
      grade_11: null,
      'Loại hình': 'Thôn',
    });
  });

  it('counts the months by grade and leaves those without points out of the mean (R42)', () => {
    // (7 × 92,5 + 85 + 90) / 9 = 91,388…
    expect(valuesOf(built, 'A')).toMatchObject({
      ...{ months_good: 8, months_fair: 1, months_average: 0, months_poor: 0, months_not_graded: 1 },
      average_score: 91.4,
    });
  });

  it('shows thematic meetings by the quarter of their date', () => {
    expect(valuesOf(built, 'A')).toMatchObject({ thematic_q3: 81, thematic_q1: null });
    expect(textsOf(built, 'A')).toMatchObject({ thematic_grade_q3: 'Khá', thematic_grade_q1: null });
  });

  it('warns of months without meeting, without report, without grade, and of decisions apart', () => {
    expect(textsOf(built, 'A')?.warnings).toBe(
      'Không sinh hoạt: T10. Chưa báo cáo: T12. Chưa xếp loại: T11. Tự chấm khác quyết định: T8. ' +
        'Chưa đề nghị xếp loại: Còn 1 buổi chưa xếp loại',
    );
  });

  it('R42: a cell of which nothing is recorded has no figures; months before it was there are not asked for', () => {
    expect(valuesOf(built, 'B')).toMatchObject({ months_good: null, average_score: null, score_03: null });
    expect(textsOf(built, 'B')?.warnings).toContain('Chưa báo cáo: T6, T7, T8, T9, T10, T11, T12');
  });

  it('R41: an organisation is the mean and the sum of what its cells have', () => {
    const two = buildBc07(
      data('2024', {
        meetings: [...months, meeting('B7', 'B', '2024-07-03')],
        ratings: new Map([...given, ['B7', [self(60, 'average')]]]),
      }),
    );
    // July: (92,5 + 60) / 2 = 76,25; the year: (822,5 + 60) / 10.
    expect(valuesOf(two, 'xa')).toMatchObject({
      score_07: 76.3,
      months_good: 8,
      months_average: 1,
      average_score: 88.3,
    });
    expect(valuesOf(two, 'total')).toEqual(valuesOf(two, 'xa'));
  });

  it('proposes and prints the decided grade of the year', () => {
    const all = Array.from({ length: 12 }, (_, index) => held(index + 1));
    const ratings = new Map(all.map(({ id }, index) => [id, [index < 7 ? self(91, 'good') : self(75, 'fair')]]));
    const periodGrades = [
      {
        id: 'g',
        cell_id: 'A',
        period: '2024',
        proposed: 'good',
        decided: 'fair',
        decided_on: null,
        document: null,
        note: null,
      } as const,
    ];
    const full = buildBc07(data('2024', { meetings: all, ratings, periodGrades }));
    expect(textsOf(full, 'A')).toMatchObject({ proposed_grade: 'Tốt', decided_grade: 'Khá', warnings: null });
  });

  it('a quarter has its own months only', () => {
    const quarter = buildBc07(data('2024-Q3'));
    expect(valuesOf(quarter, 'A')).toMatchObject({
      score_06: null,
      score_07: 92.5,
      months_good: 2,
      average_score: 89.2,
    });
  });

  describe('R26 folded into today’s organisation', () => {
    // A and B became C on 1 October; the commune became Y.
    const places = organisations(
      [
        { id: 'xa', kind: 'grassroots_committee', parents: [{ parent: null }], to: '2024-09-30' },
        { id: 'Y', kind: 'grassroots_committee', parents: [{ parent: null }], from: '2024-10-01' },
        { id: 'A', parents: [{ parent: 'xa' }], to: '2024-09-30' },
        { id: 'B', parents: [{ parent: 'xa' }], to: '2024-09-30' },
        { id: 'C', parents: [{ parent: 'Y' }], from: '2024-10-01' },
      ],
      successorsFrom(['A', 'B'].map((id) => ({ kind: 'merge', organisation_id: id, other_id: 'C' }))),
    );
    const merged = {
      organisations: places,
      meetings: [held(9), meeting('B9', 'B', '2024-09-03'), meeting('C10', 'C', '2024-10-03')],
      ratings: new Map([
        ['A9', [self(90, 'good')]],
        ['B9', [self(60, 'average')]],
        ['C10', [self(80, 'fair')]],
      ] satisfies [string, GivenRating[]][]),
    };
    const then = data('2024', merged);
    const now = buildBc07({ ...then, scope: scope('2024', { organisedOn: '2024-12-31' }) });

    it('adds the cells that merged to their successor, under the commune of today', () => {
      expect(now.rows.map(({ key, parent }) => [key, parent])).toEqual([
        ['Y', null],
        ['C', 'Y'],
      ]);
      expect(valuesOf(now, 'C')).toMatchObject({ score_09: 75, score_10: 80, months_good: 1, average_score: 76.7 });
      expect(textsOf(now, 'C')).toMatchObject({ grade_09: 'Tốt, TB', grade_10: 'Khá' });
      expect(textsOf(now, 'C')?.warnings).toContain('Chi bộ C: Chưa báo cáo: T11, T12');
      expect(now.notes[0]).toContain('kế tục');
    });

    it('changes no figure of the whole', () => {
      expect(valuesOf(now, 'total')).toEqual(valuesOf(buildBc07(then), 'total'));
    });
  });

  it('an office without cells has figures of nothing', () => {
    expect(valuesOf(buildBc07(data('2024', { organisations: organisations([]) })), 'total').average_score).toBeNull();
  });
});
