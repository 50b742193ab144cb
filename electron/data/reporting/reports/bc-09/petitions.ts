import { asDay } from '../../../petitions/days.ts';
import type { Petition } from '../../../petitions/petition-book.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { WrittenParagraph } from '../../document.ts';
import type { FigureRow } from '../../figure.ts';
import { capped, clauses, decapitalised, listed, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun, rowsBehind } from '../prose/quotes.ts';
import { cellNamed, formText, grouped } from './cells.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data } from './data.ts';

/** Fields named: those most petitions are of. */
const fieldsNamed = 4;
/** Overdue matters told one by one: each takes two lines. */
const oldestNamed = 5;

/** II.6 Ý kiến, kiến nghị: overdue at which body, the oldest of them; then how many and what became of them. */
export function petitions(data: Bc09Data): WrittenParagraph[] {
  if (!data.keepsPetitions) return [];
  return [
    ...written('II.6.overdue', [overdue(data)]),
    ...written('II.6.oldest', [oldest(data)]),
    ...written('II.6.unresolved', [unresolved(data)]),
    ...written('II.6.raised', [raised(data), fields(data)]),
    ...written('II.6.results', [results(data)]),
  ];
}

/** Overdue matters by the body that is to answer, most first. */
export function overdueBodies(data: Bc09Data): { word: string; rows: readonly FigureRow[] }[] {
  const { petitions: book, now } = data;
  return grouped(rowsBehind(now.petitions.figure('overdue')), ({ id }) => book.get(id)?.body ?? unknownBody);
}

export const unknownBody = 'cơ quan chưa ghi rõ';

function overdue(data: Bc09Data): Phrase | null {
  const { petitions: quotes } = data.now;
  if (!quotes.some('overdue')) return null;
  const bodies = capped(overdueBodies(data), data.exceptions.names, {
    named: ({ word, rows }) =>
      say`${word} ${figureRun(`II.6.overdue/${word}`, `Quá hạn tại ${word}`, counted(rows))} việc`,
    others: (left) => {
      const rows = left.flatMap((one) => one.rows);
      return say`các cơ quan khác ${figureRun('II.6.overdue/others', 'Quá hạn tại các cơ quan khác', counted(rows))} việc`;
    },
  });
  const change = comparedInTime(data, { report: 'petitions', column: 'overdue', unit: 'việc' });
  return say`còn ${quotes.run('overdue')} việc quá hạn chưa được trả lời${change}: ${bodies}`;
}

/** The overdue matters themselves, the longest first; the list of the return form has them all. */
function oldest(data: Bc09Data): Phrase | null {
  const matters = petitionsOf(data, 'overdue').sort((a, b) => (a.due_date ?? '').localeCompare(b.due_date ?? ''));
  if (matters.length === 0) return null;
  const names = matters.slice(0, oldestNamed).map((petition): Phrase => {
    const due = petition.due_date === null ? [] : [[`hạn ${formatShortDate(asDay(petition.due_date))}`]];
    return say`${matterText(data, petition)}${due.length === 0 ? '' : `, ${due.join('')}`}`;
  });
  const more = matters.length > names.length ? ` (danh sách tại ${formText('BC-04')})` : '';
  const lead = more === '' ? 'việc quá hạn' : 'những việc quá hạn lâu nhất';
  return say`${lead}${more}: ${names.flatMap((name, index): Phrase => (index === 0 ? name : ['; ', ...name]))}`;
}

function unresolved(data: Bc09Data): Phrase | null {
  const { petitions: quotes } = data.now;
  if (!quotes.some('matters_unresolved')) return null;
  const matters = petitionsOf(data, 'matters_unresolved');
  const most = data.exceptions.names;
  const names = matters.slice(0, most).flatMap((petition, index): Phrase => {
    const reason = petition.unresolved_reason === null ? '' : `, lý do: ${decapitalised(petition.unresolved_reason)}`;
    return say`${index === 0 ? '' : '; '}${matterText(data, petition)}${reason}`;
  });
  const more = matters.length > most ? ` (danh sách tại ${formText('BC-04')})` : '';
  return say`${quotes.run('matters_unresolved')} việc chưa giải quyết được${more}: ${names}`;
}

/** `“Hỗ trợ tiêu thụ nông sản” của Chi bộ thôn 4 (xã Hòa Lẫm)` */
export function matterText(data: Bc09Data, { content, cell_id }: Petition): Phrase {
  return say`“${content.replace(/[.;]+$/u, '')}” của ${cellNamed(data, cell_id)}`;
}

/** The petitions behind a figure of BC-04. */
export function petitionsOf({ petitions: book, now }: Bc09Data, column: string): Petition[] {
  return rowsBehind(now.petitions.figure(column)).flatMap(({ id }) => book.get(id) ?? []);
}

function raised(data: Bc09Data): Phrase | null {
  const { petitions: quotes } = data.now;
  if (quotes.value('petitions') === null) return null;
  if (!quotes.some('petitions')) return say`trong kỳ không có ý kiến, kiến nghị mới`;
  const change = comparedInTime(data, { report: 'petitions', column: 'petitions', unit: 'lượt' });
  return say`trong kỳ tiếp nhận ${quotes.run('petitions')} lượt ý kiến, kiến nghị về ${quotes.run('matters')} việc${change}`;
}

function fields(data: Bc09Data): Phrase | null {
  const { petitions: quotes } = data.now;
  const most = quotes.report.rows
    .filter((row) => quotes.some('petitions', row))
    .sort((a, b) => (quotes.value('petitions', b) ?? 0) - (quotes.value('petitions', a) ?? 0));
  if (most.length < 2) return null;
  const named = most.slice(0, fieldsNamed);
  const names = named.map((row): Phrase => say`${decapitalised(row.name)} ${quotes.run('petitions', row)} lượt`);
  return say`nhiều nhất về: ${clauses(names)}`;
}

function results(data: Bc09Data): Phrase | null {
  const { petitions: quotes } = data.now;
  const carried = quotes.some('carried_over') ? say`từ kỳ trước chuyển sang ${quotes.run('carried_over')} việc` : null;
  if (!quotes.some('matters')) return carried;
  const change = comparedInTime(data, { report: 'petitions', column: 'matters_resolution_rate', unit: '' });
  const became = [
    ['matters_answered_on_spot', 'giải đáp tại chỗ'],
    ['matters_resolved', 'đã giải quyết'],
    ['matters_in_progress', 'đang giải quyết'],
    ['matters_unresolved', 'chưa giải quyết được'],
  ].flatMap(([column = '', words = '']) => (quotes.some(column) ? [say`${words} ${quotes.run(column)} việc`] : []));
  const done = listed(became);
  const rate = quotes.some('matters_resolution_rate')
    ? say`tỷ lệ giải quyết ${quotes.run('matters_resolution_rate')}${change}`
    : say`chưa việc nào được giải quyết`;
  return say`trong ${quotes.run('matters')} việc nêu trong kỳ: ${done}; ${rate}${carried === null ? [] : say`; ${carried}`}`;
}

function counted(rows: readonly FigureRow[]) {
  return { how: 'count' as const, rows };
}
