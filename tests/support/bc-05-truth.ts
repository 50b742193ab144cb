import { expect } from 'vitest';
import type { ReportResult } from '../../electron/contract/reports.ts';
import type { TruthFigures } from './truth.ts';

type Count = (truth: TruthFigures) => number | null;

/** Which figure of the truth each column of BC-05 must equal: the column `truth` of report_columns.csv. */
export const bc05Truth: Readonly<Record<string, Count>> = {
  cells: number('cells'),
  cells_met: number('cells_met'),
  met_on_set_day: number('on_set_day'),
  met_other_day_approved: number('off_day_approved'),
  met_other_day_unapproved: number('off_day_unapproved'),
  cells_not_met: number('not_held'),
  cells_not_reported: number('not_reported'),
  members: number('members_total'),
  exempt: number('members_exempt'),
  working_away: number('members_away'),
  due: number('due'),
  present: number('present'),
  attendance_rate: number('rate'),
  absent_excused: number('absent_excused'),
  absent_unexcused: number('absent_unexcused'),
  thematic_meetings: number('thematic_meetings'),
  meetings_below_minimum: number('short_under_90'),
  grade_good: grade('TOT'),
  grade_fair: grade('KHA'),
  grade_average: grade('TB'),
  grade_poor: grade('KEM'),
  not_graded: grade('UNRATED'),
  cells_visited: number('cells_visited'),
  visits: number('visits'),
};

function number(key: string): Count {
  return (truth) => {
    const value = truth[key];
    if (value === null || typeof value === 'number') return value;
    throw new TypeError(`the truth has no number ${key}`);
  };
}

function grade(key: string): Count {
  return ({ grades }) => {
    if (typeof grades !== 'object' || grades === null || Array.isArray(grades)) throw new TypeError('no grades');
    const value = grades[key];
    if (typeof value !== 'number') throw new TypeError(`the truth has no grade ${key}`);
    return value;
  };
}

/** Compares every column the truth knows; a failure names the period, the unit and the columns. */
export function expectFigures(where: string, figures: ReportResult['total'], truth: TruthFigures): void {
  const expected = Object.fromEntries(Object.entries(bc05Truth).map(([key, of]) => [key, of(truth)]));
  const shown = Object.fromEntries(Object.keys(expected).map((key) => [key, figures[key]]));
  expect(shown, where).toEqual(expected);
  expect(figures.average_minutes, `${where}: average minutes`).toBe(averageMinutes(truth));
}

/** Total minutes by held meetings with a known duration, half up. */
function averageMinutes(truth: TruthFigures): number | null {
  const counts = ['TOT', 'KHA', 'TB', 'KEM', 'UNRATED'].map((key) => grade(key)(truth) ?? 0);
  const known = counts.reduce((sum, count) => sum + count, 0) - (number('duration_unknown')(truth) ?? 0);
  return known === 0 ? null : Math.floor((number('duration_minutes')(truth) ?? 0) / known + 0.5);
}
