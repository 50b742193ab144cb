import { parseMonth } from '../../../vietnamese/dates.ts';
import type { WrittenParagraph } from '../../document.ts';
import type { FigureRow, SumFigure } from '../../figure.ts';
import { type Period, quarterName, samePeriodLastYear } from '../../period.ts';
import { decapitalised, listed, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun, rowsBehind } from '../prose/quotes.ts';
import { cellsBehind, cellsNamed, grouped } from './cells.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data } from './data.ts';

/** Themes named: those of most meetings; a year has dozens, held once or twice each. */
const themesNamed = 5;

/** II.3 Nội dung, chuyên đề: cells that owe a quarter its theme; then coverage, what was discussed, resolutions. */
export function themes(data: Bc09Data): WrittenParagraph[] {
  return [
    ...missingByQuarter(data).flatMap(({ name, figure }) =>
      written(`II.3.missing.${name.replace('/', '-')}`, [missing(data, name, figure)]),
    ),
    ...written('II.3.coverage', [coverage(data)]),
    ...written('II.3.themes', [discussed(data)]),
    ...written('II.3.resolutions', [resolutions(data), tasks(data)]),
  ];
}

/** The cells that owe a quarter a thematic meeting (R5), of the quarters that are over. */
export function missingByQuarter({ now, period, asOf }: Bc09Data): { name: string; figure: SumFigure }[] {
  const asked = rowsBehind(now.meetings.figure('thematic_required_cells'));
  const done = new Set(rowsBehind(now.meetings.figure('thematic_done_cells')).map(keyOf));
  return period.quarters
    .filter(({ to }) => to <= asOf && isLastMonthOfQuarter(to))
    .map((quarter) => {
      const name = quarterName(quarter);
      const rows = asked.filter((row) => row.note === name && !done.has(keyOf(row)));
      return { name: decapitalised(name), figure: { how: 'count' as const, rows } };
    })
    .filter(({ figure }) => figure.rows.length > 0);
}

/** In a month within a quarter the cells still have time. */
function isLastMonthOfQuarter(day: string): boolean {
  return Number(parseMonth(day.slice(0, 7))?.slice(5) ?? 0) % 3 === 0;
}

function keyOf({ id, note }: FigureRow): string {
  return `${id} ${note ?? ''}`;
}

function missing(data: Bc09Data, name: string, figure: SumFigure): Phrase {
  const run = figureRun(`II.3.missing/${name}`, `Chi bộ chưa sinh hoạt chuyên đề ${name}`, figure);
  const names = cellsNamed(data, cellsBehind(data, figure), { key: `II.3.missing/${name}`, form: 'BC-05' });
  return say`${run} chi bộ chưa sinh hoạt chuyên đề ${name}: ${names}`;
}

function coverage(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('thematic_required_cells')) return null;
  const [asked, done] = [meetings.run('thematic_required_cells'), meetings.run('thematic_done_cells')];
  const change = comparedInTime(data, {
    ...{ report: 'meetings', column: 'thematic_rate', unit: '' },
    // A month shows its quarter to date (R5): beside it stands the same month of a year ago, not the month before.
    only: ({ reports }) => data.period.kind !== 'month' || isYearAgo(data, reports.meetings.report.scope.period),
  });
  const held = meetings.some('thematic_meetings')
    ? say`trong kỳ có ${meetings.run('thematic_meetings')} buổi sinh hoạt chuyên đề`
    : say`trong kỳ không có buổi sinh hoạt chuyên đề nào`;
  const rate = say`${done}/${asked} ${countedText(data)} đã sinh hoạt chuyên đề, đạt ${meetings.run('thematic_rate')}`;
  return say`${rate}${change}; ${held}`;
}

function isYearAgo({ period }: Bc09Data, other: Period): boolean {
  return other.key === samePeriodLastYear(period).key;
}

/** R5: coverage is owed by the quarter; a month counts from the quarter's beginning, a year each quarter. */
function countedText({ period }: Bc09Data): string {
  const [quarter, ...others] = period.quarters;
  if (!quarter || others.length > 0) return 'lượt chi bộ (mỗi quý một lượt)';
  const name = decapitalised(quarterName(quarter));
  const isOver = isLastMonthOfQuarter(period.dateTo);
  return period.kind === 'month' && !isOver ? `chi bộ (tính từ đầu ${name})` : `chi bộ trong ${name}`;
}

function discussed(data: Bc09Data): Phrase | null {
  const held = rowsBehind(data.now.meetings.figure('thematic_meetings'));
  const subjects = grouped(held, ({ id }) => data.meetings.get(id)?.theme ?? null).slice(0, themesNamed);
  if (subjects.length === 0) return null;
  const named = subjects.map(({ word, rows }): Phrase => {
    const run = figureRun(`II.3.themes/${word}`, `Buổi chuyên đề: ${word}`, { how: 'count', rows });
    return say`“${word}” (${run} buổi)`;
  });
  return say`chuyên đề được nhiều chi bộ lựa chọn: ${listed(named)}`;
}

function resolutions(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('resolutions')) return null;
  const change = comparedInTime(data, { report: 'meetings', column: 'resolutions', unit: 'văn bản' });
  return say`các chi bộ ban hành ${meetings.run('resolutions')} nghị quyết, kết luận${change}`;
}

function tasks(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('tasks_given')) return null;
  const change = comparedInTime(data, { report: 'meetings', column: 'tasks_done_rate', unit: '' });
  return say`đã giao ${meetings.run('tasks_given')} nhiệm vụ, hoàn thành ${meetings.run('tasks_done_rate')}${change}`;
}
