import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatInt, formatText } from '../../components/format.ts';
import { TreeName } from '../../components/TreeName.tsx';
import type { Branch } from '../../components/tree.ts';
import { organisationKindWords } from '../../components/words.ts';
import { isCell } from './is-cell.ts';

export type OrganisationLine = OrganisationRecord;

type Sums = { cells: number; members: number; exempt: number };

/** Cells, members and exempt members of every organisation with all that is under it (handbook R41: bottom-up). */
function sumUp(list: readonly OrganisationLine[]): ReadonlyMap<string, Sums> {
  const sums = new Map(list.map(({ id }) => [id, { cells: 0, members: 0, exempt: 0 }]));
  const byId = new Map(list.map((item) => [item.id, item]));
  for (const item of list) {
    if (!isCell(item.kind)) continue;
    const seen = new Set<string>();
    for (let at: OrganisationLine | undefined = item; at && !seen.has(at.id); at = byId.get(at.parent_id ?? '')) {
      seen.add(at.id);
      const sum = sums.get(at.id);
      if (!sum) break;
      sum.cells += 1;
      sum.members += item.members;
      sum.exempt += item.exempt;
    }
  }
  return sums;
}

const ended: Column<Branch<OrganisationLine>> = {
  key: 'ended',
  heading: 'Kết thúc',
  width: 92,
  text: ({ item }) => (item.valid_to ? formatDate(item.valid_to) : ''),
  date: ({ item }) => item.valid_to,
};

/** Columns of the tree; figures of a parent are the sums of its cells. */
export function organisationColumns(
  list: readonly OrganisationLine[],
  toggle: (id: string) => void,
  withPast: boolean,
): Column<Branch<OrganisationLine>>[] {
  const sums = sumUp(list);
  return [
    {
      key: 'name',
      heading: 'Tổ chức đảng',
      width: 300,
      grow: true,
      text: ({ item }) => item.name,
      cell: (branch) => <TreeName branch={branch} name={branch.item.name} onToggle={() => toggle(branch.item.id)} />,
    },
    {
      key: 'kind',
      heading: 'Loại hình',
      width: 236,
      spare: 2,
      text: ({ item }) => item.cell_type_label ?? organisationKindWords[item.kind],
    },
    {
      key: 'cells',
      heading: 'Chi bộ',
      width: 72,
      align: 'right',
      text: ({ item }) => (isCell(item.kind) ? '' : formatInt(sums.get(item.id)?.cells)),
      number: ({ item }) => (isCell(item.kind) ? null : (sums.get(item.id)?.cells ?? null)),
    },
    {
      key: 'members',
      heading: 'Đảng viên',
      width: 84,
      align: 'right',
      text: ({ item }) => formatInt(sums.get(item.id)?.members),
      number: ({ item }) => sums.get(item.id)?.members ?? null,
    },
    {
      key: 'exempt',
      heading: 'Miễn SH',
      width: 76,
      align: 'right',
      text: ({ item }) => formatInt(sums.get(item.id)?.exempt),
      number: ({ item }) => sums.get(item.id)?.exempt ?? null,
    },
    {
      key: 'meeting_day',
      heading: 'Ngày SH',
      width: 76,
      align: 'right',
      text: ({ item }) => (isCell(item.kind) ? formatInt(item.meeting_day) : ''),
      number: ({ item }) => (isCell(item.kind) ? item.meeting_day : null),
    },
    { key: 'secretary', heading: 'Bí thư', width: 168, spare: 1, text: ({ item }) => formatText(item.secretary) },
    ...(withPast ? [ended] : []),
  ];
}
