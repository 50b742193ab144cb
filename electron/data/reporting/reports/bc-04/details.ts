import type { CellValue, SheetColumn, SheetRow } from '../../../documents/workbook.ts';
import { asDay } from '../../../petitions/days.ts';
import { type PetitionResult, resultOf } from '../../../petitions/life-cycle.ts';
import type { Petition } from '../../../petitions/petition-book.ts';
import type { Authority } from '../../../schema/column-types.ts';
import { formatDate, parsePartialIso } from '../../../vietnamese/dates.ts';
import { standsFor } from '../../cell-places.ts';
import type { ReportList } from '../../report.ts';
import type { Listed } from './listed.ts';
import type { Bc04Data } from './read.ts';

const authorities: Readonly<Record<Authority, string>> = {
  cell: 'Chi bộ',
  commune: 'Xã',
  district: 'Huyện',
  province: 'Tỉnh',
  central: 'Trung ương',
};

const resultColumns: Readonly<Record<PetitionResult, string>> = {
  on_spot: 'Giải đáp tại chỗ',
  resolved: 'Đã giải quyết',
  in_progress: 'Đang giải quyết',
  unresolved: 'Chưa giải quyết (lý do)',
};

const columns: readonly SheetColumn[] = [
  { key: 'number', label: 'TT', type: 'text', width: 5, align: 'center' },
  { key: 'date', label: 'Ngày', type: 'date', width: 10 },
  { key: 'cell', label: 'Chi bộ', type: 'text', width: 16 },
  { key: 'grassroots', label: 'Đảng bộ xã/phường', type: 'text', width: 14 },
  { key: 'official', label: 'Cán bộ dự', type: 'text', width: 13 },
  { key: 'content', label: 'Nội dung ý kiến, kiến nghị', type: 'text', width: 30 },
  { key: 'field', label: 'Lĩnh vực', type: 'text', width: 10 },
  { key: 'authority', label: 'Thẩm quyền giải quyết', type: 'text', width: 8 },
  { key: 'body', label: 'Đơn vị chủ trì', type: 'text', width: 13 },
  { key: 'forwarded', label: 'Ngày chuyển', type: 'date', width: 10 },
  { key: 'due', label: 'Hạn', type: 'date', width: 10 },
  ...Object.entries(resultColumns).map(
    ([key, label]): SheetColumn => ({ key, label, under: ['Kết quả'], type: 'text', width: 9, align: 'center' }),
  ),
  { key: 'reply', label: 'Văn bản trả lời (số, ngày)', type: 'text', width: 13 },
  { key: 'told', label: 'Ngày thông báo lại chi bộ', type: 'date', width: 10 },
  { key: 'note', label: 'Ghi chú', type: 'text', width: 13 },
];

/**
 * The list behind BC-04: what was carried over, then what was raised in the period; repeated mentions stand under the
 * first of their matter (handbook R37).
 */
export function petitionList(data: Bc04Data, { raised, carriedOver }: Listed): ReportList {
  const several = carriedOver.length > 0;
  const later = new Set(carriedOver.map(({ id }) => id));
  const tops = raised.filter(({ id, matterId }) => id === matterId);
  const shown = new Set([...later, ...tops.map(({ id }) => id)]);
  // Of a matter that was done with before the period, the mention stands by itself.
  const alone = raised.filter(({ matterId }) => !shown.has(matterId));
  const under = Map.groupBy(
    raised.filter(({ id, matterId }) => id !== matterId && shown.has(matterId)),
    ({ matterId }) => matterId,
  );
  let number = 0;
  const withMentions = (petition: Petition): SheetRow[] => {
    number += 1;
    return [
      row(data, petition, String(number)),
      ...(under.get(petition.id) ?? []).map((mention) => row(data, mention, '')),
    ];
  };
  const byDay = [...tops, ...alone].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return {
    name: 'Danh sách',
    title: 'Danh sách ý kiến, kiến nghị qua dự sinh hoạt chi bộ',
    columns,
    rows: [
      ...(several ? [group('Kỳ trước chuyển sang'), ...carriedOver.flatMap(withMentions)] : []),
      ...(several ? [group('Nêu trong kỳ')] : []),
      ...byDay.flatMap(withMentions),
    ],
    notes: ['Dòng không đánh số là lần nêu lại của việc ở dòng trên.'],
  };
}

function group(label: string): SheetRow {
  return { kind: 'group', cells: { ...blank(), content: label } };
}

function row(data: Bc04Data, petition: Petition, number: string): SheetRow {
  const { organisations, fields, rules, scope, book } = data;
  const on = scope.organisedOn ?? (petition.date === null ? scope.asOf : asDay(petition.date));
  const place = organisations.placeOn(standsFor(petition.cell_id, scope.organisedOn, organisations), on);
  const result = resultOf(petition.standing, rules.on('petition_done', scope.period.dateTo).value, scope.asOf);
  const first = petition.id === petition.matterId ? undefined : book.get(petition.matterId);
  const cells: Record<string, CellValue> = {
    ...blank(),
    number,
    date: day(petition.date),
    cell: place?.name ?? '',
    grassroots: place?.grassroots ?? '',
    official: petition.officials.join('; '),
    content: petition.content,
    field: fields.find(({ code }) => code === petition.field)?.label ?? '',
    authority: petition.authority === null ? '' : authorities[petition.authority],
    body: petition.body ?? '',
    forwarded: day(petition.forwarded_on),
    due: day(petition.due_date),
    [result]: resultText(petition, result),
    reply: replyText(petition),
    told: day(petition.cell_told_on),
    note: noteText(petition, first),
  };
  return { kind: 'data', cells };
}

function resultText({ outcome, unresolved_reason }: Petition, result: PetitionResult): string {
  return (result === 'unresolved' ? unresolved_reason : result === 'in_progress' ? null : outcome) ?? 'x';
}

/** What it repeats, and the note; one that only gives the reason for the result stands there already. */
function noteText({ note, unresolved_reason }: Petition, first: Petition | undefined): string {
  const own = note === unresolved_reason ? null : note;
  return [first ? `Nhắc lại ${first.code}` : null, own].filter((text) => text !== null).join('. ');
}

/** `45/UBND-VP, ngày 02/04/2024` */
function replyText({ reply_document, answered_on, state }: Petition): string {
  if (state === 'answered_on_the_spot') return reply_document ?? '';
  const on = answered_on === null ? '' : `ngày ${formatDate(asDay(answered_on))}`;
  return [reply_document ?? '', on].filter((text) => text !== '').join(', ');
}

/** Every cell has its text: a date that there is not yet is no missing figure. */
function blank(): Record<string, CellValue> {
  return Object.fromEntries(columns.map(({ key }) => [key, '']));
}

function day(date: string | null): CellValue {
  return date === null ? '' : (parsePartialIso(date) ?? '');
}
