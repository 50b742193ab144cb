import type { CellValue, SheetColumn } from '../../../documents/workbook.ts';
import {
  addMonths,
  daysBetween,
  formatDate,
  type IsoDate,
  type Month,
  parseIsoDate,
  parsePartialIso,
} from '../../../vietnamese/dates.ts';
import type { CellPlace } from '../../cell-places.ts';
import { groupedRows, type ListEntry, numberColumn } from '../../list-groups.ts';
import type { ReportList } from '../../report.ts';
import type { Absentee, CellWatch } from './cell-watch.ts';
import type { Bc13Data, WatchedStatus } from './read.ts';

type Cells = ListEntry['cells'];
type Part = Pick<ReportList, 'name' | 'title' | 'whenEmpty'> & {
  columns: readonly SheetColumn[];
  rowsOf(cell: CellWatch): readonly Cells[];
};

const nameColumn: SheetColumn = { key: 'name', label: 'Họ và tên', type: 'text', width: 24 };
const bornColumn: SheetColumn = { key: 'born', label: 'Ngày sinh', type: 'date', width: 11 };
const cellColumn: SheetColumn = { key: 'cell', label: 'Chi bộ', type: 'text', width: 26 };
const sinceColumn: SheetColumn = { key: 'since', label: 'Từ ngày', type: 'date', width: 11 };
const documentColumn: SheetColumn = { key: 'document', label: 'Văn bản', type: 'text', width: 17 };
const placeColumn: SheetColumn = { key: 'place', label: 'Nơi đi, nơi đến', type: 'text', width: 20 };
const noteColumn: SheetColumn = { key: 'note', label: 'Ghi chú', type: 'text', width: 16 };
const timesColumn: SheetColumn = { key: 'times', label: 'Số lần', type: 'int', width: 7 };
const daysLeftColumn: SheetColumn = { key: 'left', label: 'Còn lại (ngày)', type: 'int', width: 8 };

/** The seven sheets of the handbook. */
export function watchLists(data: Bc13Data, watch: readonly CellWatch[], places: ReadonlyMap<string, CellPlace>) {
  const { organisations, scope } = data;
  return parts(data).map(({ rowsOf, columns, ...part }): ReportList => {
    const entries = watch.flatMap((cell) => rowsOf(cell).map((cells) => ({ cellId: cell.cellId, cells })));
    const rows = groupedRows(entries, { organisations, places, day: scope.asOf }, columns, 'name');
    return { ...part, columns, rows, notes: [] };
  });
}

function parts(data: Bc13Data): Part[] {
  const { rules, scope, statuses } = data;
  const { asOf } = scope;
  const { allowed } = rules.on('excused_streak', scope.period.dateTo).value;
  const { months } = rules.on('unexcused_months', scope.period.dateTo).value;
  const term = rules.on('temporary_exemption', asOf).value.months;
  const probation = rules.on('probation', asOf).value.months;
  const datesOf = new Map(data.meetings.map(({ id, date }) => [id, date]));
  const of = new Map(statuses.map((status) => [`${status.memberId} ${status.cellId}`, status]));
  const statusOf = (memberId: string, cellId: string) => of.get(`${memberId} ${cellId}`);
  const absent = ({ name, meetings }: Absentee): Cells => ({
    name,
    times: meetings.length,
    when: meetings.map(({ id, month }) => dayText(datesOf.get(id) ?? null, month)).join('; '),
  });
  return [
    {
      name: 'Vắng không lý do',
      title: 'Danh sách đảng viên vắng sinh hoạt không có lý do',
      whenEmpty: 'Không có đảng viên vắng không lý do trong kỳ.',
      columns: [numberColumn, nameColumn, cellColumn, timesColumn, whenColumn('Các buổi vắng')],
      rowsOf: ({ absentees, nameless }) => [
        ...absentees.map(absent),
        ...[...nameless].map(([id, missing]) => ({
          name: `Chưa ghi tên: ${missing} đảng viên`,
          times: missing,
          when: dayText(datesOf.get(id) ?? null, null),
        })),
      ],
    },
    {
      name: `Vắng có lý do trên ${allowed} lần`,
      title: `Danh sách đảng viên vắng có lý do trên ${allowed} lần liên tiếp trong năm`,
      whenEmpty: `Các danh sách vắng có ghi tên không có ai vắng có lý do trên ${allowed} lần liên tiếp.`,
      columns: [numberColumn, nameColumn, cellColumn, timesColumn, whenColumn('Các tháng vắng liên tiếp')],
      rowsOf: ({ streaks }) =>
        streaks.map(({ name, meetings }) => ({
          name,
          times: meetings.length,
          when: meetings.map(({ month }) => formatDate(month)).join('; '),
        })),
    },
    {
      name: 'Miễn',
      title: 'Danh sách đảng viên được miễn công tác và sinh hoạt đảng',
      whenEmpty: 'Không có đảng viên được miễn công tác và sinh hoạt đảng.',
      columns: [
        numberColumn,
        nameColumn,
        bornColumn,
        cellColumn,
        sinceColumn,
        documentColumn,
        { key: 'review', label: 'Xem lại ngày', type: 'date', width: 11 },
        noteColumn,
      ],
      rowsOf: ({ exempt }) =>
        exempt.map((status) => ({
          ...person(status),
          review: partial(status.reviewOn),
          note: status.expectedEnd === null ? '' : `Đến ${dayText(status.expectedEnd, null)}`,
        })),
    },
    {
      name: 'Tạm miễn, làm ăn xa',
      title: `Danh sách đảng viên tạm miễn sinh hoạt, đi làm ăn xa có thời hạn dưới ${term} tháng`,
      whenEmpty: 'Không có đảng viên tạm miễn sinh hoạt, đi làm ăn xa.',
      columns: [
        numberColumn,
        nameColumn,
        bornColumn,
        cellColumn,
        sinceColumn,
        { key: 'until', label: 'Đến ngày', type: 'date', width: 11 },
        placeColumn,
        documentColumn,
        noteColumn,
      ],
      rowsOf: ({ temporarilyExempt }) =>
        temporarilyExempt.map((status) => ({
          ...person(status),
          until: partial(status.expectedEnd),
          place: status.place ?? '',
          note: overTerm(status, term, asOf),
        })),
    },
    {
      name: 'Sinh hoạt tạm thời',
      title: 'Danh sách đảng viên sinh hoạt tạm thời sắp hết hạn',
      whenEmpty: 'Không có đảng viên sinh hoạt tạm thời sắp hết hạn.',
      columns: [
        numberColumn,
        nameColumn,
        cellColumn,
        { key: 'direction', label: 'Đi, đến', type: 'text', width: 8, align: 'center' },
        placeColumn,
        sinceColumn,
        { key: 'until', label: 'Hết hạn ngày', type: 'date', width: 11 },
        daysLeftColumn,
        documentColumn,
      ],
      rowsOf: ({ cellId, transfersEnding }) =>
        transfersEnding.map(({ member_id, full_name, what, day, days_left }) => {
          const status = statusOf(member_id, cellId);
          return {
            ...(status ? person(status) : { name: full_name }),
            direction: what === 'temporarily_away' ? 'Đi' : 'Đến',
            place: status?.place ?? '',
            until: day,
            left: days_left,
          };
        }),
    },
    {
      name: 'Dự bị sắp hết hạn',
      title: `Danh sách đảng viên dự bị sắp đủ ${probation} tháng`,
      whenEmpty: `Không có đảng viên dự bị sắp đủ ${probation} tháng.`,
      columns: [
        numberColumn,
        nameColumn,
        bornColumn,
        cellColumn,
        { key: 'admitted', label: 'Ngày kết nạp', type: 'date', width: 11 },
        { key: 'until', label: `Đủ ${probation} tháng`, type: 'date', width: 11 },
        daysLeftColumn,
        noteColumn,
      ],
      rowsOf: ({ cellId, probationEnding }) =>
        probationEnding.map(({ member_id, full_name, day, days_left }) => {
          const status = statusOf(member_id, cellId);
          return {
            name: full_name,
            born: partial(status?.birthDate ?? null),
            admitted: partial(status?.admissionDate ?? null),
            until: day,
            left: days_left,
            note: days_left < 0 ? `Quá hạn ${-days_left} ngày` : '',
          };
        }),
    },
    {
      name: 'Bỏ sinh hoạt',
      title: `Danh sách đảng viên bỏ sinh hoạt từ ${months} tháng trở lên trong năm`,
      whenEmpty: `Các danh sách vắng có ghi tên không có ai bỏ sinh hoạt từ ${months} tháng trở lên.`,
      columns: [numberColumn, nameColumn, cellColumn, timesColumn, whenColumn('Các tháng vắng')],
      rowsOf: ({ stoppedComing }) =>
        stoppedComing.map(({ name, meetings }) => ({
          name,
          times: meetings.length,
          when: meetings.map(({ month }) => formatDate(month)).join('; '),
        })),
    },
  ];
}

function whenColumn(label: string): SheetColumn {
  return { key: 'when', label, type: 'text', width: 36 };
}

function person({ name, birthDate, since, document }: WatchedStatus): Cells {
  return { name, born: partial(birthDate), since: partial(since), document: document ?? '' };
}

/** R23: whoever is away longer than the term is no longer temporarily exempt. */
function overTerm({ since, expectedEnd }: WatchedStatus, term: number, asOf: IsoDate): string {
  const from = parseIsoDate(since ?? '');
  const last = from === null ? null : addMonths(from, term);
  const end = parseIsoDate(expectedEnd ?? '');
  if (last !== null && last <= asOf) return `Đã quá ${term} tháng`;
  if (end !== null && end < asOf) return `Quá hạn ${daysBetween(end, asOf)} ngày`;
  return last !== null && end !== null && end > last ? `Thời hạn trên ${term} tháng` : '';
}

function dayText(date: string | null, month: Month | null): string {
  const day = date === null ? null : parsePartialIso(date);
  return day === null ? (month === null ? '' : formatDate(month)) : formatDate(day);
}

function partial(date: string | null): CellValue {
  return date === null ? '' : (parsePartialIso(date) ?? '');
}
