import { describe, expect, test } from 'vitest';
import { absenceStreaks, type CalledMeeting } from '../../../electron/data/meetings/absence-rules.ts';
import { month } from '../../support/report-material.ts';

const rule = { allowed: 3 };
type Line = CalledMeeting['lines'][number];

const excused = (name: string, memberId: string | null = null): Line => ({ memberId, name, result: 'absent_excused' });
const meeting = (at: string, lines: readonly Line[], absentExcused: number | null = lines.length): CalledMeeting => ({
  id: at,
  month: month(at),
  absentExcused,
  lines,
});
const months = (meetings: readonly CalledMeeting[]) =>
  absenceStreaks(meetings, rule).map(({ memberId, name, meetings: of }) => [memberId ?? name, of.map(({ id }) => id)]);

describe('R14 list of members absent too often', () => {
  test('three in a row are no flag, four are', () => {
    const run = ['2024-01', '2024-02', '2024-03', '2024-04'].map((at) => meeting(at, [excused('An', 'an')]));
    expect(months(run.slice(0, 3))).toEqual([]);
    expect(months(run)).toEqual([['an', ['2024-01', '2024-02', '2024-03', '2024-04']]]);
  });

  test('a register names without saying who: the name is the one member of that name', () => {
    const run = [
      meeting('2024-01', [excused('Trần Văn An')]),
      meeting('2024-02', [excused('trần văn an', 'an')]),
      meeting('2024-03', [excused('Trần Văn An')]),
      meeting('2024-04', [excused('Trần Văn An', 'an')]),
    ];
    expect(months(run).map(([who]) => who)).toEqual(['an']);
    const strangers = ['2024-01', '2024-02', '2024-03', '2024-04'].map((at) => meeting(at, [excused('Lê Ba')]));
    expect(months(strangers).map(([who]) => who)).toEqual(['Lê Ba']);
  });

  test('who is not named was there', () => {
    const lists = [['An'], ['An'], [], ['An'], ['An']];
    expect(
      months(
        lists.map((names, at) =>
          meeting(
            `2024-0${at + 1}`,
            names.map((name) => excused(name)),
          ),
        ),
      ),
    ).toEqual([]);
  });

  test('R42 where fewer are named than were absent, nothing is concluded over that meeting', () => {
    const an = [excused('An', 'an')];
    const unknown = meeting('2024-03', [], 2);
    const around = ['2024-01', '2024-02', '2024-04', '2024-05'].map((at) => meeting(at, an));
    expect(months([...around.slice(0, 2), unknown, ...around.slice(2)])).toEqual([]);
  });

  test('a month without a meeting does not end the run', () => {
    const run = ['2024-01', '2024-02', '2024-05', '2024-06'].map((at) => meeting(at, [excused('An', 'an')]));
    expect(months(run)).toHaveLength(1);
  });
});
