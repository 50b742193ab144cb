import type { AssignedPlace } from '../../../assignments/assigned-places.ts';
import type { AssignmentListRow, CellFollowers } from '../../../assignments/assignment-list.ts';
import type { Annex, Block, Table, TableCell } from '../../../documents/model.ts';
import { partyOrganisationName } from '../../../organisations/party-organisation-name.ts';
import type { QuotaCycle } from '../../../schema/column-types.ts';
import { dayText, roleNames } from '../letters/wording.ts';
import type { DecisionPaper } from './read.ts';

type Column = { label: string; width: number; align: 'left' | 'center' | 'right' };

/** The column counts visits a year; what is asked more often says so. */
const cycles: Readonly<Record<QuotaCycle, string>> = { month: 'tháng', quarter: 'quý', year: 'năm' };

/** The columns of BC-03 in the handbook's order; dates and telephone numbers stay on one line. */
const listColumns: readonly Column[] = [
  { label: 'TT', width: 4.5, align: 'center' },
  { label: 'Họ và tên', width: 10.5, align: 'left' },
  { label: 'Chức vụ', width: 10.5, align: 'left' },
  { label: 'Cơ quan', width: 10, align: 'left' },
  { label: 'Đảng bộ/chi bộ được phân công', width: 14, align: 'left' },
  { label: 'Loại hình chi bộ', width: 9, align: 'left' },
  { label: 'Tổng số đảng viên', width: 5.5, align: 'center' },
  { label: 'Ngày sinh hoạt', width: 6, align: 'center' },
  { label: 'Vai trò', width: 8, align: 'left' },
  { label: 'Số lần dự tối thiểu', width: 6.2, align: 'center' },
  { label: 'Thời gian thực hiện', width: 10, align: 'left' },
  { label: 'Điện thoại', width: 10.8, align: 'left' },
  { label: 'Ghi chú', width: 5, align: 'left' },
];

const cellColumns: readonly Column[] = [
  { label: 'TT', width: 7, align: 'center' },
  { label: 'Chi bộ', width: 37, align: 'left' },
  { label: 'Tổng số đảng viên', width: 11, align: 'center' },
  { label: 'Ngày sinh hoạt', width: 10, align: 'center' },
  { label: 'Cán bộ dự, theo dõi chi bộ', width: 35, align: 'left' },
];

/** BC-03 by official, and the inverse list: each cell with everybody who follows it. */
export function decisionAnnexes({ list, office }: DecisionPaper): Annex[] {
  const reference = { of: `Ban Thường vụ ${office.name}` };
  const own = partyOrganisationName(office.name);
  return [
    {
      reference,
      title: 'Danh sách phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ',
      body: [
        table(listColumns, plain(listRows(list.rows, own))),
        closing(`Danh sách có ${list.rows.length} lượt phân công.`),
      ],
      landscape: true,
    },
    ...(list.cells.length === 0
      ? []
      : [
          {
            reference,
            title: 'Danh sách chi bộ và cán bộ theo dõi',
            body: [table(cellColumns, cellRows(list.cells, own)), closing(`Danh sách có ${list.cells.length} chi bộ.`)],
            landscape: false,
          },
        ]),
  ];
}

/** An official's name stands once, with the number of visits that is one over all his places (R27). */
function listRows(rows: readonly AssignmentListRow[], own: string): string[][] {
  let number = 0;
  return rows.map((row, index) => {
    const isFirst = rows[index - 1]?.entryId !== row.entryId;
    const isNew = rows[index - 1]?.officialId !== row.officialId;
    if (isNew) number += 1;
    return [
      isNew ? String(number) : '',
      isNew ? row.official : '',
      isNew ? (row.post ?? '') : '',
      isNew ? (row.agency ?? '') : '',
      placeText(row.place, own),
      row.place.cellType ?? '',
      membersText(row.place),
      dayOfMonth(row.place),
      capitalised(roleNames[row.role]),
      isFirst ? quotaText(row.quota) : '',
      timeText(row),
      isNew ? (row.phone ?? '') : '',
      row.note ?? '',
    ];
  });
}

/** By organisation, whose line names those in charge of all its cells; under it each cell with its own. */
function cellRows(cells: readonly CellFollowers[], own: string): TableCell[][] {
  let number = 0;
  return [...Map.groupBy(cells, ({ place }) => place.grassroots)].flatMap(([grassroots, group]) => {
    const above = [...new Set(group.flatMap((cell) => namesOf(cell, true)))];
    const inCharge = above.length === 0 ? '' : ` (cán bộ phụ trách: ${above.join(', ')})`;
    const head: TableCell[][] =
      grassroots === null || (grassroots === own && above.length === 0)
        ? []
        : [[{ text: `${grassroots}${inCharge}`, bold: true, columnSpan: cellColumns.length }]];
    return [
      ...head,
      ...group.map((cell) => {
        number += 1;
        const { place } = cell;
        // A grassroots cell stands under no other organisation: all who follow it are on its own line.
        const names = grassroots === null ? [...namesOf(cell, false), ...namesOf(cell, true)] : namesOf(cell, false);
        return [String(number), place.name, membersText(place), dayOfMonth(place), names.join('\n')].map((text) => ({
          text,
        }));
      }),
    ];
  });
}

function namesOf({ followers }: CellFollowers, through: boolean): string[] {
  return followers
    .filter((follower) => (follower.through !== null) === through)
    .map(({ official, role }) =>
      role === 'attend' || (through && role === 'area_in_charge') ? official : `${official} (${roleNames[role]})`,
    );
}

function dayOfMonth({ meetingDay }: AssignedPlace): string {
  return meetingDay === null ? '' : String(meetingDay).padStart(2, '0');
}

/** Without the office's own organisation: the header names it. */
function placeText({ name, grassroots }: AssignedPlace, own: string): string {
  return grassroots === null || grassroots === own ? name : `${name}, ${grassroots}`;
}

function membersText({ members }: AssignedPlace): string {
  return members === null ? '' : String(members);
}

function quotaText(quota: AssignmentListRow['quota']): string {
  if (quota === null) return '';
  const cycle = quota.cycle === 'year' ? '' : ` lần/${cycles[quota.cycle]}`;
  return `${quota.visits}${cycle}${quota.perCell ? ' mỗi nơi' : ''}`;
}

function timeText({ valid_from, valid_to }: AssignmentListRow): string {
  return [valid_from === null ? '' : `từ ${dayText(valid_from)}`, valid_to === null ? '' : `đến ${dayText(valid_to)}`]
    .filter((part) => part !== '')
    .join(' ');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

function table(columns: readonly Column[], rows: readonly (readonly TableCell[])[]): Table {
  return {
    kind: 'table',
    columns: columns.map(({ width, align }) => ({ width, align })),
    head: [columns.map(({ label }): TableCell => ({ text: label, bold: true }))],
    rows,
  };
}

function plain(rows: readonly (readonly string[])[]): TableCell[][] {
  return rows.map((cells) => cells.map((text) => ({ text })));
}

/** How many there are: nobody can add a line to the list unseen. */
function closing(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}
