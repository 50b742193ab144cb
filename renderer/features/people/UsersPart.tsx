import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { OfficeUser } from '../../../electron/contract/people.ts';
import { roleWords } from '../../../electron/contract/roles.ts';
import { api } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatSpan } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { CoverNumbers } from './CoverNumbers.tsx';
import { UserDialog } from './UserDialog.tsx';

const columns: readonly Column<OfficeUser>[] = [
  { key: 'name', heading: 'Họ và tên', width: 240, grow: true, text: ({ name }) => name },
  { key: 'role', heading: 'Quyền', width: 120, text: ({ role }) => roleWords[role] },
  { key: 'scope', heading: 'Phạm vi', width: 220, text: ({ scope }) => scope ?? 'Toàn sổ' },
  {
    key: 'passphrase',
    heading: 'Mật khẩu riêng',
    width: 130,
    text: ({ has_passphrase }) => (has_passphrase ? 'Có' : 'Không'),
  },
  {
    key: 'span',
    heading: 'Thời gian',
    width: 200,
    text: ({ valid_from, valid_to }) => formatSpan(valid_from, valid_to),
  },
  { key: 'note', heading: 'Ghi chú', width: 160, text: ({ note }) => note ?? '' },
];

/** The people who work in the office file and what each may do. */
export function UsersPart() {
  const listed = useQuery(api.people.list.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.id, one])), [listed.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  useKeys({ 'ctrl+n': () => setOpen('') });
  if (listed.isError) return <ErrorState error={listed.error} />;
  if (!listed.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <Button title="Ctrl+N" onClick={() => setOpen('')}>
            Thêm người dùng
          </Button>
          <CoverNumbers />
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} người dùng</span>
          <Hint words="Enter: sửa, cho thôi" />
        </>
      }
    >
      <DataTable
        label="Người dùng"
        keep="settings:people"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        autoFocus
        empty={
          <EmptyState title="Chưa có người dùng nào">
            Ai mở được sổ này thì làm được mọi việc. Thêm người dùng để giao quyền xem, nhập liệu, duyệt, quản trị.
          </EmptyState>
        }
      />
      {open !== null && (
        <UserDialog key={open} user={byId.get(open) ?? null} first={ids.length === 0} onClose={() => setOpen(null)} />
      )}
    </ListScreen>
  );
}
