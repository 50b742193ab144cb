import { positionLabels } from '../../../members/member-page.ts';
import type { NetField, NetRow } from '../../../people/record-history/net-changes.ts';
import { toIsoDate } from '../../../vietnamese/dates.ts';
import { dateText, type PastRow, type PostRow, type SupplementData } from './read.ts';
import { type SectionKey, sectionOfColumn, sectionOfPast } from './sections.ts';

/** One change as the form says it. `key` stays the same whatever it says. */
export interface SupplementLine {
  section: SectionKey;
  key: string;
  text: string;
}

/**
 * All that a year changed: what its dates say, whenever it was written down; what was written down in it of earlier
 * years or without a date (it would stand on no form otherwise); and what the log says of columns and relatives.
 */
export function linesOf(data: SupplementData): SupplementLine[] {
  return [...pastLines(data), ...postLines(data), ...eventLines(data), ...ownLines(data), ...relativeLines(data)];
}

function pastLines({ year, past, net }: SupplementData): SupplementLine[] {
  const told = past.flatMap((row): SupplementLine[] => {
    const section = sectionOfPast[row.kind];
    if (isOf(year, row.from_date, row.to_date)) return [{ section, key: `past/${row.id}`, text: pastText(row) }];
    if (isLate(year, row.from_date, row.id, net.added)) {
      return [{ section, key: `past/${row.id}`, text: pastText(row) + addedOn(row.id, net.added) }];
    }
    const fields = net.fields.filter((field) => field.table === 'member_history' && field.row === row.id);
    return fields.map((field) => ({ section, key: keyOf(field), text: `${row.content}: ${changeText(field)}` }));
  });
  const removed = net.removed.filter(({ table }) => table === 'member_history');
  return [...told, ...removed.map((row) => removedLine(row, 'other'))];
}

function pastText({ from_date, to_date, content, place, document, note }: PastRow): string {
  const [from, to] = [dateText(from_date), dateText(to_date)];
  const when = from !== '' && to !== '' && from !== to ? `Từ ${from} đến ${to}` : from || to;
  const rest = [place, document, note].filter((one) => one !== null && one !== '').join('; ');
  return `${when === '' ? '' : `${when}: `}${content}${rest === '' ? '' : ` (${rest})`}`;
}

function postLines({ year, posts, net }: SupplementData): SupplementLine[] {
  return posts.flatMap((post) => {
    const key = (what: string) => `post/${post.id}/${what}`;
    const began = isOf(year, post.valid_from) || isLate(year, post.valid_from, post.id, net.added);
    const ended = isOf(year, post.valid_to);
    return [
      ...(began ? [{ section: 'posts' as const, key: key('from'), text: beganText(post) }] : []),
      ...(ended ? [{ section: 'posts' as const, key: key('to'), text: endedText(post) }] : []),
    ];
  });
}

function beganText({ position, cell, valid_from, decision }: PostRow): string {
  const since = dateText(valid_from);
  return [
    `${positionLabels[position]} ${cell}${since === '' ? '' : ` từ ${since}`}`,
    ...(decision ? [`quyết định ${decision}`] : []),
  ].join('; ');
}

function endedText({ position, cell, valid_to, end_reason }: PostRow): string {
  const reason = end_reason ? `; lý do: ${end_reason}` : '';
  return `Thôi giữ chức vụ ${positionLabels[position]} ${cell} sau ngày ${dateText(valid_to)}${reason}`;
}

function eventLines({ year, events, net }: SupplementData): SupplementLine[] {
  return events
    .filter(({ id, date }) => isOf(year, date) || isLate(year, date, id, net.added))
    .toReversed()
    .map(({ id, date, label, words }) => ({
      section: 'party_life' as const,
      key: `event/${id}`,
      text: [date === null ? label : `${dateText(date)}: ${label}`, words].filter((part) => part !== '').join('; '),
    }));
}

function ownLines({ net }: SupplementData): SupplementLine[] {
  return net.fields.flatMap((field) => {
    const own = field.table === 'member' || field.table === 'member_detail';
    const section = own ? sectionOfColumn(field.column) : null;
    return section === null ? [] : [{ section, key: keyOf(field), text: changeText(field) }];
  });
}

function relativeLines({ relatives, net }: SupplementData): SupplementLine[] {
  const section = 'family';
  const of = ({ table }: { table: string }) => table === 'member_relative';
  const nameOf = new Map(relatives.map(({ id, relation, name }) => [id, `${relation} ${name}`]));
  return [
    ...net.added
      .filter(of)
      .map((row) => ({ section, key: `relative/${row.row}`, text: `Ghi thêm: ${said(row)}` }) as const),
    ...net.fields.filter(of).map((field) => {
      const name = nameOf.get(field.row);
      return { section, key: keyOf(field), text: `${name ? `${name}: ` : ''}${changeText(field)}` } as const;
    }),
    ...net.removed.filter(of).map((row) => removedLine(row, section)),
  ];
}

function removedLine(row: NetRow, section: SectionKey): SupplementLine {
  return { section, key: `removed/${row.row}`, text: `Bỏ khỏi hồ sơ: ${said(row)}${onDay(row.at)}` };
}

const said = ({ says }: NetRow): string => says.map(({ label, value }) => `${label}: ${value}`).join('; ');

const keyOf = ({ table, row, column }: NetField): string => `${table}/${row}/${column}`;

/** `Nghề nghiệp: từ “Nông dân” thành “Công nhân” (ghi ngày 05/3/2024)` */
function changeText({ label, from, to, at }: NetField): string {
  if (from === null) return `${label}: ${to}${onDay(at, 'ghi bổ sung')}`;
  return to === null ? `${label}: thôi ghi “${from}”${onDay(at)}` : `${label}: từ “${from}” thành “${to}”${onDay(at)}`;
}

/** The local day of an instant of the log. */
function onDay(at: string, word = 'ghi'): string {
  const then = new Date(at);
  const day = toIsoDate(then.getFullYear(), then.getMonth() + 1, then.getDate());
  return day === null ? '' : ` (${word} ngày ${dateText(day)})`;
}

function isOf(year: number, ...dates: (string | null)[]): boolean {
  return dates.some((date) => date?.startsWith(`${year}`));
}

/** Written down in the year, of a day before it or of none. */
function isLate(year: number, date: string | null, id: string, added: readonly NetRow[]): boolean {
  return (date === null || date < `${year}`) && added.some(({ row }) => row === id);
}

function addedOn(id: string, added: readonly NetRow[]): string {
  return onDay(added.find(({ row }) => row === id)?.at ?? '', 'ghi bổ sung');
}
