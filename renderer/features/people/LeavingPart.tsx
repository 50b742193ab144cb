import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { HandedOver } from '../../../electron/contract/people.ts';
import { api } from '../../app/data.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

const wayWords: Readonly<Record<HandedOver['way'], string>> = {
  file: 'Tệp',
  print: 'In',
  copy: 'Hiện, chép',
  package: 'Gói dữ liệu',
  backup: 'Bản sao lưu',
};

const columns: readonly Column<HandedOver>[] = [
  { key: 'at', heading: 'Lúc', width: 140, text: ({ at }) => formatMoment(at), date: ({ at }) => at },
  { key: 'actor', heading: 'Người làm', width: 150, text: ({ actor }) => actor },
  { key: 'way', heading: 'Cách', width: 110, text: ({ way }) => wayWords[way] },
  { key: 'what', heading: 'Nội dung', width: 320, grow: true, text: ({ what, file_name }) => file_name ?? what },
  {
    key: 'records',
    heading: 'Số dòng',
    width: 90,
    align: 'right',
    text: ({ records }) => formatInt(records),
    number: ({ records }) => records,
  },
  {
    key: 'unmasked',
    heading: 'Số định danh',
    width: 120,
    text: ({ unmasked }) => (unmasked ? 'Đủ số' : 'Che hoặc không có'),
  },
  { key: 'sha256', heading: 'Mã băm SHA-256', width: 180, text: ({ sha256 }) => sha256 ?? '' },
];

const most = 1000;

/** What has left the office: files, prints, copies, packages, backups; by whom and when. */
export function LeavingPart() {
  const listed = useQuery(api.people.handedOver.queryOptions({ input: { limit: most } }));
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.id, one])), [listed.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  if (listed.isError) return <ErrorState error={listed.error} />;
  if (!listed.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <span className="quiet">
          Mỗi tệp lập ra, mỗi lần in, chép được ghi trước khi trao; không sửa, không xóa được.
        </span>
      }
      foot={<span>{formatInt(ids.length)} lần gần nhất</span>}
    >
      <DataTable
        label="Nhật ký xuất"
        keep="settings:leaving"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        empty={<EmptyState title="Chưa có gì được xuất hay in">Tệp lập ra từ sổ này thành một dòng ở đây.</EmptyState>}
      />
    </ListScreen>
  );
}
