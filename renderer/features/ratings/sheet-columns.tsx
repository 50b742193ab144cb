import type { SheetRecord } from '../../../electron/contract/ratings.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate } from '../../components/format.ts';
import { meetingKindWords } from '../../components/words.ts';

/** Whether, and since when, a sheet scores meetings. */
export function stateOf({ valid_from, valid_to }: SheetRecord): string {
  if (valid_from === null) return 'Chưa áp dụng';
  return valid_to === null ? `Từ ${formatDate(valid_from)}` : `${formatDate(valid_from)} – ${formatDate(valid_to)}`;
}

/** `2 lỗi, 1 cảnh báo`, or that nothing is wrong. */
export function problemsOf({ errors, warnings }: SheetRecord): string {
  const parts = [errors > 0 ? `${errors} lỗi` : '', warnings > 0 ? `${warnings} cảnh báo` : ''].filter(Boolean);
  return parts.length === 0 ? 'Không' : parts.join(', ');
}

export function kindsOf({ meeting_kinds }: Pick<SheetRecord, 'meeting_kinds'>): string {
  return meeting_kinds.map((kind) => meetingKindWords[kind]).join(', ');
}

export const sheetColumns: readonly Column<SheetRecord>[] = [
  { key: 'name', heading: 'Mẫu chấm điểm', width: 412, grow: true, text: ({ name }) => name },
  { key: 'version', heading: 'Phiên bản', width: 92, align: 'right', text: ({ version }) => String(version) },
  { key: 'state', heading: 'Áp dụng', width: 190, text: stateOf },
  {
    key: 'problems',
    heading: 'Cần xem',
    width: 104,
    text: problemsOf,
    cell: (sheet) => <span className={sheet.errors > 0 ? 'problem' : ''}>{problemsOf(sheet)}</span>,
  },
];
