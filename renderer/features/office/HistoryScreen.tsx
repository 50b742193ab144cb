import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../electron/contract/office.ts';
import { api, useChange } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { type Column, rowMatches } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';

const columns: readonly Column<HistoryEntry>[] = [
  { key: 'at', heading: 'Lúc', width: 140, text: (entry) => formatMoment(entry.at) },
  { key: 'action', heading: 'Việc', width: 200, text: (entry) => entry.action },
  { key: 'detail', heading: 'Nội dung', width: 320, grow: true, text: (entry) => entry.detail },
  { key: 'actor', heading: 'Người làm', width: 140, text: (entry) => entry.actor },
  {
    key: 'rows',
    heading: 'Số dòng',
    width: 90,
    align: 'right',
    text: (entry) => formatInt(entry.rows),
    number: (entry) => entry.rows,
  },
  { key: 'state', heading: 'Tình trạng', width: 120, text: (entry) => (entry.undone ? 'Đã hoàn tác' : '') },
];

/** The latest changes of the office; one of them can be taken back as a whole. */
export function HistoryScreen() {
  const history = useQuery(api.office.history.queryOptions({ input: { limit: 500 } }));
  const undo = useChange(({ transaction, actor }: HistoryEntry) => client.office.undo({ transaction, of: actor }));
  const [text, setText] = useKeptText('history:text');
  const [current, setCurrent] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const entries = useMemo(
    () =>
      new Map(
        (history.data ?? [])
          .filter((entry) => rowMatches(entry, columns, text))
          .map((entry) => [String(entry.transaction), entry]),
      ),
    [history.data, text],
  );
  const ids = useMemo(() => [...entries.keys()], [entries]);
  const rowOf = useCallback((id: string) => entries.get(id), [entries]);
  const chosen = entries.get(current ?? '') ?? entries.get(ids[0] ?? '');
  if (history.isError) return <ErrorState error={history.error} />;
  if (!history.data) return <Waiting />;
  const canUndo = chosen !== undefined && !chosen.undone;
  return (
    <ListScreen
      tools={
        <>
          <FilterBox value={text} onChange={setText} placeholder="Tìm việc, nội dung, người làm" />
          <Button variant="default" disabled={!canUndo} onClick={() => setAsking(true)}>
            Hoàn tác thay đổi này
          </Button>
        </>
      }
      foot={<span>{formatInt(ids.length)} thay đổi gần nhất</span>}
    >
      <DataTable
        label="Lịch sử thay đổi"
        keep="history"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        rowClass={(entry) => (entry.undone ? 'quiet' : '')}
        onCurrent={setCurrent}
        autoFocus
        onOpen={(id) => {
          setCurrent(id);
          setAsking(entries.get(id)?.undone === false);
        }}
        empty={
          history.data.length > 0 ? (
            <NoMatch title="Không có thay đổi nào khớp" />
          ) : (
            <EmptyState title="Chưa có thay đổi nào">
              <p>Mỗi lần nhập dữ liệu hay sửa hồ sơ thành một dòng ở đây, và lấy lại được cả lần.</p>
            </EmptyState>
          )
        }
      />
      <Dialog
        title="Hoàn tác thay đổi"
        opened={asking}
        onClose={() => {
          undo.reset();
          setAsking(false);
        }}
        action="Hoàn tác"
        destructive
        busy={undo.isPending}
        error={undo.error}
        onAction={() => {
          if (chosen) undo.mutate(chosen, { onSuccess: () => setAsking(false) });
        }}
      >
        <p>
          {chosen?.action}: {chosen?.detail} ({formatInt(chosen?.rows)} dòng, {chosen && formatMoment(chosen.at)}, do{' '}
          {chosen?.actor} ghi).
        </p>
        <p className="quiet">Dữ liệu trở lại như trước thay đổi này. Việc hoàn tác cũng được ghi vào lịch sử.</p>
      </Dialog>
    </ListScreen>
  );
}
