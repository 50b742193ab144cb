import type { WrittenParagraph } from '../../document.ts';
import { type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import { type CellRecords, cellsBehind, cellsNamed } from './cells.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data } from './data.ts';

const worst = [
  ['grade_poor', 'kém'],
  ['grade_average', 'trung bình'],
] as const;

/** II.4 Chất lượng, xếp loại: cells whose meetings were graded poor or average; then the grades and the mean of points. */
export function grades(data: Bc09Data): WrittenParagraph[] {
  return [
    ...worst.flatMap(([column, word]) => written(`II.4.${column}`, [graded(data, column, word)])),
    ...written('II.4.grades', [all(data), averageScore(data)]),
    ...written('II.4.not-graded', [notGraded(data)]),
  ];
}

function graded(data: Bc09Data, column: string, word: string): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some(column)) return null;
  const names = cellsNamed(data, cellsBehind(data, meetings.figure(column)), {
    key: `II.4.${column}`,
    form: 'BC-07',
    detail: several(`II.4.${column}`, `Số buổi xếp loại ${word}`),
  });
  return say`${meetings.run(column)} buổi sinh hoạt xếp loại ${word}: ${names}`;
}

function notGraded(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('not_graded')) return null;
  const names = cellsNamed(data, cellsBehind(data, meetings.figure('not_graded')), {
    key: 'II.4.not-graded',
    form: 'BC-07',
    detail: several('II.4.not-graded', 'Số buổi chưa xếp loại'),
  });
  return say`còn ${meetings.run('not_graded')} buổi sinh hoạt chưa được xếp loại: ${names}`;
}

/** How often, where it was more than once. */
function several(key: string, label: string) {
  return ({ cellId, rows }: CellRecords): Phrase[] =>
    rows.length < 2 ? [] : [say`${figureRun(`${key}/${cellId}`, label, { how: 'count', rows })} buổi`];
}

function all(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!['grade_good', 'grade_fair', 'grade_average', 'grade_poor'].some((column) => meetings.some(column))) return null;
  const change = comparedInTime(data, { report: 'meetings', column: 'grade_good', unit: 'buổi' });
  const good = meetings.some('grade_good')
    ? say`${meetings.run('grade_good')} buổi sinh hoạt xếp loại tốt${change}`
    : say`không có buổi sinh hoạt nào xếp loại tốt`;
  const fair = meetings.some('grade_fair') ? say`; ${meetings.run('grade_fair')} buổi xếp loại khá` : [];
  const none = worst.filter(([column]) => !meetings.some(column)).map(([, word]) => word);
  return say`${good}${fair}${none.length === 0 ? '' : `; không có buổi xếp loại ${none.reverse().join(', ')}`}`;
}

function averageScore(data: Bc09Data): Phrase | null {
  const { grades: quotes } = data.now;
  if (quotes.value('average_score') === null) return null;
  const change = comparedInTime(data, { report: 'grades', column: 'average_score', unit: 'điểm' });
  return say`điểm bình quân các buổi đã chấm ${quotes.run('average_score')} điểm${change}`;
}
