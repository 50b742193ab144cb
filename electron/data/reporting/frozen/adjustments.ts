import type { Difference, FrozenSummary, Relation } from '../../../contract/frozen.ts';
import type { Annex, Block, Table } from '../../documents/model.ts';
import type { SheetColumn } from '../../documents/workbook.ts';
import { relationFields } from '../../templates/relation-tags.ts';
import { formatDate, parseIsoDate } from '../../vietnamese/dates.ts';
import { formatInteger, formatPercent1 } from '../../vietnamese/numbers.ts';
import type { DocumentFields } from '../document.ts';
import type { ReportList } from '../report.ts';
import { decapitalised } from '../reports/prose/phrases.ts';

/** What a later report says of the one it replaces or supplements. */
export interface Adjustment {
  earlier: FrozenSummary;
  relation: Relation;
  reason: string;
  difference: Pick<Difference, 'figures'>;
}

type Change = Difference['figures'][number];

/** `Thay thế biểu số 12-BC/HU ngày 05/08/2024. Lý do: …` */
export function adjustmentNote({ earlier, relation, reason }: Adjustment): string {
  return `${relation === 'replaces' ? 'Thay thế' : 'Bổ sung'} ${nameOf(earlier)}. Lý do: ${sentence(reason)}`;
}

/** Sheets that go with the later form: whole numbers on one, rates and means on another, each beside what was sent. */
export function adjustmentLists(adjustment: Adjustment): ReportList[] {
  const changes = valuesChanged(adjustment.difference);
  const note = adjustmentNote(adjustment);
  return (['int', 'percent1'] as const).flatMap((type) => {
    const ofType = changes.filter((change) => change.type === type);
    if (ofType.length === 0) return [];
    const what = type === 'int' ? 'Điều chỉnh số liệu' : 'Điều chỉnh tỷ lệ';
    const figure = { type, width: 12 } as const;
    const columns: SheetColumn[] = [
      { key: 'number', label: 'TT', type: 'text', width: 5, align: 'center' },
      { key: 'row', label: 'Dòng', type: 'text', width: 30 },
      { key: 'figure', label: 'Chỉ tiêu', type: 'text', width: 30 },
      { key: 'was', label: 'Số liệu đã báo cáo', ...figure },
      { key: 'now', label: 'Số liệu điều chỉnh', ...figure },
      { key: 'apart', label: 'Chênh lệch', ...figure },
      { key: 'reason', label: 'Lý do', type: 'text', width: 46 },
    ];
    const rows = ofType.map((change, index) => ({
      kind: 'data' as const,
      cells: {
        ...{ number: String(index + 1), row: change.row_name, figure: change.label },
        ...{ was: change.was ?? '…', now: change.now ?? '…', apart: apart(change) ?? '-', reason: reasonOf(change) },
      },
    }));
    return [{ name: what, title: what, columns, rows, notes: [note] }];
  });
}

/** The same as an annex of a document; null when no figure has another value. */
export function adjustmentAnnex(adjustment: Adjustment): Annex | null {
  const changes = valuesChanged(adjustment.difference);
  if (changes.length === 0) return null;
  const heads = ['TT', 'Chỉ tiêu', 'Số liệu đã báo cáo', 'Số liệu điều chỉnh', 'Chênh lệch', 'Lý do'];
  const table: Table = {
    kind: 'table',
    columns: [
      { width: 6, align: 'center' },
      { width: 28, align: 'left' },
      ...[14, 14, 13].map((width) => ({ width, align: 'right' as const })),
      { width: 30, align: 'left' },
    ],
    head: [heads.map((text) => ({ text, bold: true }))],
    rows: changes.map((change, index) => [
      { text: String(index + 1) },
      { text: change.row_name },
      { text: shown(change.was, change.type) },
      { text: shown(change.now, change.type) },
      { text: shown(apart(change), change.type) },
      { text: reasonOf(change) },
    ]),
  };
  const named = nameOf(adjustment.earlier);
  return { reference: null, title: `điều chỉnh số liệu so với ${named}`, body: [table], landscape: false };
}

/** The same for a template of the office, by the tags of `relationTags`. */
export function adjustmentFields(adjustment: Adjustment): DocumentFields {
  return relationFields({
    note: adjustmentNote(adjustment),
    rows: valuesChanged(adjustment.difference).map((change) => ({
      ...{ name: change.row_name, reason: reasonOf(change) },
      ...{ was: shown(change.was, change.type), now: shown(change.now, change.type) },
      apart: shown(apart(change), change.type),
    })),
  });
}

/** The first paragraph of a document that stands for, or beside, an earlier one. */
export function adjustmentParagraph(adjustment: Adjustment): Block {
  return { kind: 'paragraph', runs: [{ text: adjustmentNote(adjustment) }] };
}

function valuesChanged({ figures }: Pick<Difference, 'figures'>): Change[] {
  return figures.filter(({ was, now }) => was !== now);
}

function apart({ was, now }: Change): number | null {
  // Differences of figures with one decimal have one decimal.
  return was === null || now === null ? null : Math.round((now - was) * 10) / 10;
}

/** At most this many records are named: the rest can be opened in the program. */
const named = 3;

function reasonOf({ records }: Change): string {
  const distinct = [...new Map(records.map((record) => [`${record.entity} ${record.id}`, record])).values()];
  const words = distinct.slice(0, named).map(({ label, change, was, now }) => {
    if (change === 'added') return `thêm ${label}`;
    return change === 'removed' ? `bỏ ${label}` : `${label}: ${was ?? '…'} → ${now ?? '…'}`;
  });
  const rest = distinct.length - words.length;
  return [...words, ...(rest > 0 ? [`và ${rest} bản ghi khác`] : [])].join('; ');
}

function nameOf({ title, period_label, number_symbol, date, frozen_at }: FrozenSummary): string {
  const day = parseIsoDate(date ?? frozen_at.slice(0, 10));
  const on = day === null ? '' : ` ngày ${formatDate(day)}`;
  const period = period_label === '' ? '' : `, ${decapitalised(period_label)}`;
  const what = number_symbol?.includes('-BC/') ? 'báo cáo' : 'văn bản';
  if (number_symbol !== null) return `${what} số ${number_symbol}${on} (${title}${period})`;
  return `${title}${period}, chốt${on}`;
}

function shown(value: number | null, type: Change['type']): string {
  if (value === null) return '…';
  return type === 'percent1' ? formatPercent1(value) : formatInteger(value);
}

function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
