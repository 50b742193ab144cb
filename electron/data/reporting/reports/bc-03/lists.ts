import type { AssignmentList, AssignmentListRow } from '../../../assignments/assignment-list.ts';
import type { CellValue, SheetColumn, SheetRow } from '../../../documents/workbook.ts';
import type { OrganisationHistory } from '../../../organisations/organisation-history.ts';
import type { AssignmentRole } from '../../../schema/column-types.ts';
import { formatDate, parseIsoDate } from '../../../vietnamese/dates.ts';
import { cellPlaces } from '../../cell-places.ts';
import { groupedRows, numberColumn } from '../../list-groups.ts';
import type { ReportList, ReportScope } from '../../report.ts';

const roles: Readonly<Record<AssignmentRole, string>> = {
  attend: 'Dự sinh hoạt',
  area_in_charge: 'Phụ trách địa bàn',
  follow: 'Theo dõi',
  team_leader: 'Tổ trưởng tổ chỉ đạo',
  team_member: 'Thành viên tổ chỉ đạo',
};
const cycles = { month: 'tháng', quarter: 'quý', year: 'năm' } as const;

const byOfficialColumns: readonly SheetColumn[] = [
  numberColumn,
  { key: 'name', label: 'Họ và tên', type: 'text', width: 17 },
  { key: 'post', label: 'Chức vụ', type: 'text', width: 15 },
  { key: 'agency', label: 'Cơ quan', type: 'text', width: 15 },
  { key: 'place', label: 'Đảng bộ, chi bộ được phân công', type: 'text', width: 22 },
  { key: 'type', label: 'Loại hình chi bộ', type: 'text', width: 13 },
  { key: 'members', label: 'Tổng số đảng viên', type: 'int', width: 7 },
  { key: 'day', label: 'Ngày sinh hoạt', type: 'int', width: 7, align: 'center' },
  { key: 'role', label: 'Vai trò', type: 'text', width: 11 },
  { key: 'quota', label: 'Số lần dự tối thiểu', type: 'text', width: 10, align: 'center' },
  { key: 'term', label: 'Thời gian thực hiện', type: 'text', width: 14, align: 'center' },
  { key: 'phone', label: 'Điện thoại', type: 'text', width: 11 },
  { key: 'note', label: 'Ghi chú', type: 'text', width: 12 },
];

/** One row a place; what is the official's own stands in the first of his or her rows. */
export function byOfficialList({ rows }: AssignmentList): ReportList {
  let number = 0;
  let before: AssignmentListRow | null = null;
  return {
    name: 'Theo cán bộ',
    title: 'Danh sách phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ',
    columns: byOfficialColumns,
    rows: rows.map((row): SheetRow => {
      const isFirst = before?.officialId !== row.officialId;
      const isFirstOfEntry = before?.entryId !== row.entryId;
      before = row;
      if (isFirst) number += 1;
      const { place } = row;
      const own: Record<string, CellValue> = isFirst
        ? {
            number: String(number),
            name: row.official,
            post: row.post ?? '',
            agency: row.agency ?? '',
            phone: row.phone ?? '',
          }
        : { number: '', name: '', post: '', agency: '', phone: '' };
      return {
        kind: 'data',
        cells: {
          ...own,
          place: place.grassroots === null ? place.name : `${place.name}, ${place.grassroots}`,
          type: place.cellType ?? '',
          members: place.members,
          day: place.meetingDay,
          role: roles[row.role],
          quota: isFirstOfEntry ? quotaText(row.quota) : '',
          term: termText(row),
          note: row.note ?? '',
        },
      };
    }),
    notes: ['Số lần dự tối thiểu ghi ở dòng đầu là của tất cả các nơi cùng một dòng phân công.'],
    whenEmpty: 'Chưa có phân công còn hiệu lực.',
  };
}

const byCellColumns: readonly SheetColumn[] = [
  numberColumn,
  { key: 'cell', label: 'Chi bộ', type: 'text', width: 26 },
  { key: 'type', label: 'Loại hình chi bộ', type: 'text', width: 18 },
  { key: 'members', label: 'Tổng số đảng viên', type: 'int', width: 8 },
  { key: 'day', label: 'Ngày sinh hoạt', type: 'int', width: 8, align: 'center' },
  { key: 'officials', label: 'Cán bộ được phân công', type: 'text', width: 40 },
  { key: 'through', label: 'Theo địa bàn', type: 'text', width: 34 },
];

/** The inverse list: each cell with those assigned to it, and those in charge of what it belongs to (three layers). */
export function byCellList({ cells }: AssignmentList): ReportList {
  const rows: SheetRow[] = [];
  let number = 0;
  let grassroots: string | null = null;
  for (const { place, followers } of cells) {
    if (place.grassroots !== null && place.grassroots !== grassroots) {
      rows.push({ kind: 'group', cells: { ...blankOf(byCellColumns), cell: place.grassroots } });
    }
    grassroots = place.grassroots;
    number += 1;
    const named = (throughArea: boolean) =>
      followers
        .filter(({ through }) => (through !== null) === throughArea)
        .map(({ official, through }) => (through === null ? official : `${official} (${through})`))
        .join('; ');
    rows.push({
      kind: 'data',
      cells: {
        number: String(number),
        cell: place.name,
        type: place.cellType ?? '',
        members: place.members,
        day: place.meetingDay,
        officials: named(false),
        through: named(true),
      },
    });
  }
  return {
    name: 'Theo chi bộ',
    title: 'Danh sách chi bộ và cán bộ được phân công dự sinh hoạt',
    columns: byCellColumns,
    rows,
    notes: [],
    whenEmpty: 'Chưa chi bộ nào có cán bộ được phân công.',
  };
}

const withoutColumns: readonly SheetColumn[] = [
  numberColumn,
  { key: 'cell', label: 'Chi bộ', type: 'text', width: 60 },
];

/** Cells in force to whom nobody is assigned, nor to what they belong to. */
export function withoutOfficialList({
  scope,
  organisations,
  assignments,
}: {
  scope: ReportScope;
  organisations: OrganisationHistory;
  assignments: AssignmentList;
}): ReportList {
  const followed = new Set(assignments.cells.map(({ place }) => place.id));
  const places = cellPlaces(scope, organisations);
  const entries = [...places.keys()]
    .filter((id) => organisations.isInForce(id, scope.asOf) && !followed.has(id))
    .map((cellId) => ({ cellId, cells: {} }));
  return {
    name: 'Chưa phân công',
    title: 'Danh sách chi bộ chưa có cán bộ được phân công dự sinh hoạt',
    columns: withoutColumns,
    rows: groupedRows(entries, { organisations, places, day: scope.asOf }, withoutColumns, 'cell'),
    notes: [],
    whenEmpty: 'Mọi chi bộ đã có cán bộ được phân công dự sinh hoạt.',
  };
}

function blankOf(columns: readonly SheetColumn[]): Record<string, CellValue> {
  return Object.fromEntries(columns.map(({ key }) => [key, '']));
}

/** `3 lần/năm`, `1 lần/tháng mỗi nơi` */
function quotaText(quota: AssignmentListRow['quota']): string {
  if (quota === null) return '';
  return `${quota.visits} lần/${cycles[quota.cycle]}${quota.perCell ? ' mỗi nơi' : ''}`;
}

/** `từ 01/07/2024 đến 31/12/2024` */
function termText({ valid_from, valid_to }: Pick<AssignmentListRow, 'valid_from' | 'valid_to'>): string {
  const [from, to] = [parseIsoDate(valid_from ?? ''), parseIsoDate(valid_to ?? '')];
  return [from === null ? '' : `từ ${formatDate(from)}`, to === null ? '' : `đến ${formatDate(to)}`]
    .filter((part) => part !== '')
    .join(' ');
}
