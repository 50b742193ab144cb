import { describe, expect, test } from 'vitest';
import { presentOverDue } from '../../../electron/data/reporting/checks/attendance.ts';
import { monthsApart } from '../../../electron/data/reporting/checks/frozen-months.ts';
import { gradesApart } from '../../../electron/data/reporting/checks/grades.ts';
import { membershipApart } from '../../../electron/data/reporting/checks/members.ts';
import { cellsNotReported } from '../../../electron/data/reporting/checks/not-reported.ts';
import { mattersLost, yearApart } from '../../../electron/data/reporting/checks/opening.ts';
import { sumsThatDisagree } from '../../../electron/data/reporting/checks/parent-and-parts.ts';
import { petitionsApart } from '../../../electron/data/reporting/checks/petitions.ts';
import { visitsApart } from '../../../electron/data/reporting/checks/visits.ts';
import {
  average,
  count,
  type Figure,
  type FigureEntity,
  ratio,
  type SumFigure,
  sum,
  unknown,
} from '../../../electron/data/reporting/figure.ts';
import type { ReportRow } from '../../../electron/data/reporting/report.ts';

const amounts = (entity: FigureEntity, of: Readonly<Record<string, number>>): SumFigure =>
  sum(
    entity,
    Object.entries(of).map(([id, amount]) => ({ id, amount })),
    ({ amount }) => amount,
  );
const row = (key: string, parent: string | null, figures: Record<string, Figure>): ReportRow => ({
  ...{ key, name: `Dòng ${key}`, kind: 'cell', parent, texts: {}, figures },
});
const ids = (findings: readonly { rows: readonly { id: string }[] }[]) =>
  findings.map(({ rows }) => rows.map(({ id }) => id));

describe('R41: the row above is the sum of the rows below', () => {
  const columns = [
    { key: 'due', label: 'Phải dự', type: 'int' as const },
    { key: 'minutes', label: 'Thời lượng', type: 'int' as const },
  ];
  const minutes = average('meeting', [{ id: 'm1', minutes: 90 }], (meeting) => meeting.minutes);
  const parts = [
    row('a', 'xa', { due: amounts('meeting', { m1: 20 }), minutes }),
    row('b', 'xa', { due: amounts('meeting', { m2: 11 }), minutes }),
    row('c', 'xa', { due: unknown, minutes: unknown }),
  ];
  const whole = { due: amounts('meeting', { m1: 20, m2: 11 }), minutes };

  test('nothing is said where it is so; means are no sums, and what is not known adds nothing', () => {
    expect(sumsThatDisagree({ rows: [row('xa', null, whole), ...parts], total: whole }, columns)).toEqual([]);
  });

  test('a meeting that is only in the sum is found', () => {
    const broken = { ...whole, due: amounts('meeting', { m1: 20, m2: 11, m3: 9 }) };
    const found = sumsThatDisagree({ rows: [row('xa', null, broken), ...parts], total: broken }, columns);
    expect(found).toMatchObject([
      { weight: 'disagrees', message: 'Dòng xa, cột “Phải dự”: ghi 40, cộng các dòng dưới được 31.' },
    ]);
    expect(ids(found)).toEqual([['m3']]);
  });

  test('an organisation that the total leaves out is found', () => {
    const found = sumsThatDisagree(
      { rows: [row('xa', null, whole), ...parts], total: { due: amounts('meeting', { m1: 20 }), minutes } },
      columns,
    );
    expect(found.map(({ message }) => message)).toEqual([
      'Tổng cộng, cột “Phải dự”: ghi 20, cộng các dòng dưới được 31.',
    ]);
  });
});

describe('BC-05 against BC-07: grades', () => {
  const bc05 = { grade_good: count('meeting', ['m1', 'm2', 'thematic']), grade_fair: count('meeting', ['m3']) };

  test('a thematic meeting is only in BC-05: said, but no error', () => {
    const found = gradesApart(bc05, {
      months_good: count('meeting', ['m1', 'm2']),
      months_fair: count('meeting', ['m3']),
    });
    expect(found.map(({ weight }) => weight)).toEqual(['notice']);
    expect(ids(found)).toEqual([['thematic']]);
  });

  test('a month that BC-05 grades otherwise disagrees', () => {
    const found = gradesApart(bc05, {
      months_good: count('meeting', ['m1', 'm2', 'm3']),
      months_fair: count('meeting', []),
    });
    expect(found.filter(({ weight }) => weight === 'disagrees')).toMatchObject([
      { message: 'Loại Tốt: BC-07 có 1 kỳ mà BC-05 không tính vào loại này.' },
    ]);
    expect(ids(found)[0]).toEqual(['m3']);
  });
});

describe('BC-05 against BC-02: visits', () => {
  const visits = { visits: count('visit', ['v1', 'v2', 'v3']) };
  test('visits beyond the assignments are told, events are no visits to cells', () => {
    const bc02 = {
      visits: {
        how: 'count' as const,
        rows: [...count('visit', ['v1', 'v2']).rows, ...count('event_visit', ['e1']).rows],
      },
    };
    const found = visitsApart(visits, bc02);
    expect(found).toMatchObject([{ weight: 'notice' }]);
    expect(ids(found)).toEqual([['v3']]);
    expect(visitsApart(visits, { visits: count('visit', ['v1', 'v2', 'v3']) })).toEqual([]);
  });
  test('a visit that only BC-02 counts disagrees', () => {
    const found = visitsApart(visits, { visits: count('visit', ['v1', 'v2', 'v3', 'v9']) });
    expect(found).toMatchObject([{ weight: 'disagrees', message: 'BC-02 tính 1 lượt dự mà BC-05 không có.' }]);
  });
});

describe('BC-04 against BC-02: petitions', () => {
  test('one heard at a visit that is not of the period disagrees', () => {
    const found = petitionsApart(
      { petitions: count('petition', ['p1', 'p2']) },
      { petitions: count('petition', ['p1', 'p8']) },
    );
    expect(found.map(({ weight }) => weight)).toEqual(['disagrees', 'notice']);
    expect(ids(found)).toEqual([['p8'], ['p2']]);
  });
  test('R42 an office that keeps no petitions is told nothing', () => {
    expect(petitionsApart({ petitions: unknown }, { petitions: unknown })).toEqual([]);
  });
});

test('membership of a meeting against the list of its cell; a cell without a list is passed over', () => {
  const reported = amounts('meeting', { m1: 25, m2: 18, m3: 30 }).rows;
  const found = membershipApart(
    reported,
    new Map([
      ['m1', 24],
      ['m2', 18],
    ]),
  );
  expect(found).toMatchObject([
    {
      message: 'Đảng số của 1 chi bộ khác danh sách đảng viên: biểu ghi 25, danh sách có 24.',
      rows: [{ id: 'm1', note: 'danh sách có 24' }],
    },
  ]);
  expect(membershipApart(reported, new Map([['m1', 25]]))).toEqual([]);
});

test('R10 nobody beyond those due is present, meeting by meeting', () => {
  const due = amounts('meeting', { m1: 20, m2: 20 });
  expect(presentOverDue({ due, present: amounts('meeting', { m1: 20, m2: 3 }) })).toEqual([]);
  expect(presentOverDue({ due, present: amounts('meeting', { m1: 22, m2: 3 }) })).toMatchObject([
    { weight: 'disagrees', rows: [{ id: 'm1', amount: 2, note: 'có mặt 22, phải dự 20' }] },
  ]);
});

test('R42 what is not reported is counted in cells and in months', () => {
  const missing = (notes: readonly string[]): SumFigure => ({
    how: 'count',
    rows: notes.map((note) => ({ entity: 'organisation', id: 'chi-bo', amount: 1, note })),
  });
  expect(cellsNotReported({ cells_not_reported: missing([]) })).toEqual([]);
  expect(cellsNotReported({ cells_not_reported: missing(['Tháng 7/2024', 'Tháng 8/2024']) })).toMatchObject([
    { weight: 'notice', message: '1 chi bộ chưa báo cáo (2 lượt tháng): số liệu chưa có phần của các chi bộ này.' },
  ]);
});

describe('against what was frozen before', () => {
  const columns = [{ key: 'present', label: 'Có mặt' }];

  test('a quarter and its frozen months', () => {
    const months = [
      { present: amounts('meeting', { m1: 20 }) },
      { present: amounts('meeting', { m2: 18 }) },
      { present: unknown },
    ];
    expect(monthsApart({ present: amounts('meeting', { m1: 20, m2: 18 }) }, months, columns)).toEqual([]);
    const found = monthsApart({ present: amounts('meeting', { m1: 20, m2: 18, m3: 7 }) }, months, columns);
    expect(found).toMatchObject([{ message: expect.stringContaining('kỳ này 45, cộng các tháng đã chốt được 38') }]);
    expect(ids(found)).toEqual([['m3']]);
  });

  test('matters open at the end of the period before are carried over', () => {
    const before = {
      matters_in_progress: count('petition', ['p1', 'p2']),
      matters_unresolved: count('petition', ['p3']),
    };
    expect(mattersLost(before, { carried_over: count('petition', ['p0', 'p1', 'p2', 'p3']) })).toEqual([]);
    const found = mattersLost(before, { carried_over: count('petition', ['p0', 'p1', 'p3']) });
    expect(found).toMatchObject([{ message: expect.stringContaining('chốt 3 việc chưa giải quyết xong; 1 việc') }]);
    expect(ids(found)).toEqual([['p2']]);
  });

  test('visits of the year so far are those frozen and this period’s', () => {
    const before = { visits_year_to_date: count('visit', ['v1', 'v2']) };
    const now = { visits: count('visit', ['v3']), visits_year_to_date: count('visit', ['v1', 'v2', 'v3']) };
    expect(yearApart(before, now)).toEqual([]);
    const found = yearApart(before, { ...now, visits_year_to_date: count('visit', ['v1', 'v2', 'v3', 'v0']) });
    expect(ids(found)).toEqual([['v0']]);
    expect(yearApart(before, { ...now, visits_year_to_date: unknown })).toEqual([]);
    expect(yearApart({ visits_year_to_date: ratio(count('visit', []), count('visit', [])) }, now)).toEqual([]);
  });
});
