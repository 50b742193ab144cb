import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { WrittenParagraph } from '../../document.ts';
import { type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import { type CellRecords, cellsBehind, cellsNamed } from './cells.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data, NotedMeeting } from './data.ts';
import { monthNoted, monthsText } from './period-words.ts';
import { reasonText } from './reasons.ts';

const form = 'BC-05';

/** II.1 Nền nếp, thời gian: who did not meet and why, who met on another day, who met too short; then the figures. */
export function regularity(data: Bc09Data): WrittenParagraph[] {
  return [
    ...written('II.1.not-held', [notHeld(data)]),
    ...written('II.1.not-reported', [notReported(data)]),
    ...written('II.1.other-day', [otherDay(data, 'unapproved'), otherDay(data, 'approved')]),
    ...written('II.1.held', [held(data)]),
    ...written('II.1.short', [short(data)]),
    ...written('II.1.minutes', [averageMinutes(data)]),
  ];
}

function notHeld(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('cells_not_met')) return null;
  const cells = cellsBehind(data, meetings.figure('cells_not_met'));
  const detail = ({ meetings: own }: CellRecords): Phrase[] => {
    const [only, ...others] = own;
    const months = monthsOf(data, own);
    if (!only || others.length > 0 || only.notHeldReason === null) return [months];
    return [months.length === 0 ? [reasonText(only.notHeldReason)] : say`${months}: ${reasonText(only.notHeldReason)}`];
  };
  const names = cellsNamed(data, cells, { key: 'II.1.not-held', form, detail });
  return say`có ${meetings.run('cells_not_met')} ${unitText(data)} không sinh hoạt: ${names}`;
}

function notReported(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('cells_not_reported')) return null;
  const cells = cellsBehind(data, meetings.figure('cells_not_reported'));
  const detail = ({ rows }: CellRecords): Phrase[] =>
    isMonth(data) ? [] : [[monthsText(rows.flatMap(({ note }) => monthNoted(note) ?? []))]];
  const names = cellsNamed(data, cells, { key: 'II.1.not-reported', form, detail });
  return say`còn ${meetings.run('cells_not_reported')} ${unitText(data)} chưa báo cáo: ${names}`;
}

function otherDay(data: Bc09Data, kind: 'approved' | 'unapproved'): Phrase | null {
  const { meetings } = data.now;
  const column = `met_other_day_${kind}`;
  if (!meetings.some(column)) return null;
  const cells = cellsBehind(data, meetings.figure(column));
  const detail = ({ meetings: own }: CellRecords): Phrase[] => {
    const [only, ...others] = own;
    if (!only || others.length > 0 || !isMonth(data)) return [monthsOf(data, own)];
    return [dayText(only)];
  };
  const names = cellsNamed(data, cells, { key: `II.1.${column}`, form, detail });
  const words = kind === 'approved' ? 'được đồng ý' : 'khi chưa được đồng ý';
  return say`${meetings.run(column)} buổi sinh hoạt khác ngày quy định ${words}: ${names}`;
}

/** `họp ngày 12/7/2024, quy định ngày 05/7/2024` */
function dayText({ date, dueOn }: NotedMeeting): Phrase {
  if (date === null) return [];
  const due = dueOn === null ? '' : `, quy định ngày ${formatShortDate(dueOn)}`;
  return [`họp ngày ${formatShortDate(date)}${due}`];
}

function held(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  const change = comparedInTime(data, { report: 'meetings', column: 'met_on_set_day', unit: 'buổi' });
  const onDay = meetings.some('met_on_set_day')
    ? say`; ${meetings.run('met_on_set_day')} buổi sinh hoạt thường kỳ đúng ngày quy định${change}`
    : [];
  const [met, cells] = [meetings.run('cells_met'), meetings.run('cells')];
  // A cell that ended within the period has met and is not among those of its last day.
  const isAll = (meetings.value('cells_met') ?? 0) > (meetings.value('cells') ?? 0);
  const who = isAll
    ? say`${met} chi bộ tổ chức sinh hoạt (cuối kỳ có ${cells} chi bộ)`
    : say`${met}/${cells} chi bộ tổ chức sinh hoạt`;
  return say`có ${who}${onDay}`;
}

function short(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (!meetings.some('meetings_below_minimum')) return null;
  const cells = cellsBehind(data, meetings.figure('meetings_below_minimum'));
  const detail = (cell: CellRecords): Phrase[] => {
    const key = `II.1.short/${cell.cellId}`;
    const [only, ...others] = cell.meetings;
    if (!only || others.length > 0) {
      return [say`${figureRun(key, 'Số buổi dưới thời lượng quy định', { how: 'count', rows: cell.rows })} buổi`];
    }
    const minutes = { entity: 'meeting' as const, id: only.id, amount: only.minutes ?? 0, note: null };
    const run = figureRun(key, 'Thời lượng buổi sinh hoạt (phút)', { how: 'sum', rows: [minutes] });
    return [say`${run} phút`];
  };
  const shortest = (cell: CellRecords) => Math.min(...cell.meetings.map(({ minutes }) => minutes ?? 0));
  const inOrder = cells.sort((a, b) => b.rows.length - a.rows.length || shortest(a) - shortest(b));
  const names = cellsNamed(data, inOrder, { key: 'II.1.short', form, detail });
  const change = comparedInTime(data, { report: 'meetings', column: 'meetings_below_minimum', unit: 'buổi' });
  return say`có ${meetings.run('meetings_below_minimum')} buổi sinh hoạt dưới thời lượng quy định${change}: ${names}`;
}

function averageMinutes(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (meetings.value('average_minutes') === null) return null;
  const change = comparedInTime(data, { report: 'meetings', column: 'average_minutes', unit: 'phút' });
  return say`thời lượng sinh hoạt bình quân ${meetings.run('average_minutes')} phút/buổi${change}`;
}

/** A month is met or not by a cell; a longer period has several months for each. */
export function unitText(data: Pick<Bc09Data, 'period'>): string {
  return isMonth(data) ? 'chi bộ' : 'lượt chi bộ';
}

function isMonth({ period }: Pick<Bc09Data, 'period'>): boolean {
  return period.kind === 'month';
}

function monthsOf(data: Bc09Data, meetings: readonly NotedMeeting[]): Phrase {
  return isMonth(data) || meetings.length === 0 ? [] : [monthsText(meetings.map(({ period }) => period))];
}
