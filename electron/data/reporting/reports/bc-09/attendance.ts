import type { FigureRun, WrittenParagraph } from '../../document.ts';
import { count, type Figure, figureValue } from '../../figure.ts';
import type { ReportRow } from '../../report.ts';
import { capped, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import { type CellRecords, cellNamed, cellsBehind, cellsNamed, formText, othersRun } from './cells.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data } from './data.ts';

/** II.2 Tỷ lệ đảng viên dự sinh hoạt: cells below the mark, lowest first; unexcused absences; then the rate. */
export function attendance(data: Bc09Data): WrittenParagraph[] {
  return [
    ...written('II.2.low', [low(data)]),
    ...written('II.2.unexcused', [unexcused(data)]),
    ...written('II.2.rate', [rate(data)]),
  ];
}

/** The cells below the office's mark, the lowest first. */
export function lowCells({ now, exceptions }: Pick<Bc09Data, 'now' | 'exceptions'>): ReportRow[] {
  const { meetings } = now;
  const rateOf = (row: ReportRow) => meetings.value('attendance_rate', row) ?? 100;
  return meetings.leaves
    .filter((row) => rateOf(row) < exceptions.low_attendance_percent)
    .sort((a, b) => rateOf(a) - rateOf(b));
}

/** How many they are. */
export function lowRun(data: Pick<Bc09Data, 'now' | 'exceptions'>): FigureRun {
  const ids = lowCells(data).map(({ key }) => key);
  return figureRun(
    'II.2.low',
    `Chi bộ có tỷ lệ dự dưới ${data.exceptions.low_attendance_percent}%`,
    count('organisation', ids),
  );
}

function low(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  const { low_attendance_percent: mark, names: most } = data.exceptions;
  const rows = lowCells(data);
  if (rows.length === 0) return null;
  const names = capped(rows, most, {
    named: (row) => {
      const share = say`${meetings.run('present', row)}/${meetings.run('due', row)} lượt`;
      return cellNamed(data, row.key, [say`${meetings.run('attendance_rate', row)}, ${share}`]);
    },
    others: (left) =>
      say`${othersRun(
        'II.2.low',
        left.map(({ key }) => key),
      )} chi bộ khác (${formText('BC-05')})`,
  });
  const lowest = rows.length > most + 1 ? ', thấp nhất là ' : ': ';
  return say`có ${lowRun(data)} chi bộ có tỷ lệ đảng viên dự sinh hoạt dưới ${String(mark)}%${lowest}${names}`;
}

function unexcused(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('absent_unexcused')) return null;
  const rowOf = new Map(meetings.leaves.map((row) => [row.key, row]));
  const cells = cellsBehind(data, withoutZeros(meetings.figure('absent_unexcused')));
  const detail = ({ cellId }: CellRecords): Phrase[] => {
    const row = rowOf.get(cellId);
    return row && (meetings.value('absent_unexcused', row) ?? 0) > 1
      ? [say`${meetings.run('absent_unexcused', row)} lượt`]
      : [];
  };
  const names = cellsNamed(data, cells, { key: 'II.2.unexcused', form: 'BC-05', detail });
  const change = comparedInTime(data, { report: 'meetings', column: 'absent_unexcused', unit: 'lượt' });
  return say`vắng không có lý do ${meetings.run('absent_unexcused')} lượt đảng viên${change}, ở ${names}`;
}

/** A sum lists every record that says something, and most say none. */
function withoutZeros(figure: Figure): Figure {
  return figure.how === 'sum' ? { ...figure, rows: figure.rows.filter(({ amount }) => amount !== 0) } : figure;
}

function rate(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  const figure = meetings.figure('attendance_rate');
  if (figureValue(figure) === null) return null;
  const change = comparedInTime(data, { report: 'meetings', column: 'attendance_rate', unit: '' });
  const share = say`${meetings.run('present')}/${meetings.run('due')} lượt`;
  const excused = meetings.some('absent_excused') ? say`; vắng có lý do ${meetings.run('absent_excused')} lượt` : [];
  return say`tỷ lệ đảng viên dự sinh hoạt đạt ${meetings.run('attendance_rate')} (${share})${change}${excused}`;
}
