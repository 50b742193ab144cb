import './packages.css';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { shell } from '../../app/shell.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { contentsText } from './package-words.ts';
import { ReceivePane } from './ReceivePane.tsx';
import { SendDialog } from './SendDialog.tsx';
import { useReceiving } from './use-receiving.ts';

type Unit = {
  unit: string;
  name: string;
  received_at: string | null;
  made_at: string | null;
  replaced: number;
  contents: Parameters<typeof contentsText>[0];
};

const columns: readonly Column<Unit>[] = [
  { key: 'name', heading: 'Đơn vị', width: 260, grow: true, text: ({ name }) => name },
  {
    key: 'received',
    heading: 'Nhận lúc',
    width: 150,
    text: ({ received_at }) => (received_at ? formatMoment(received_at) : 'Chưa nhận'),
  },
  { key: 'made', heading: 'Gói lập lúc', width: 150, text: ({ made_at }) => (made_at ? formatMoment(made_at) : '') },
  {
    key: 'replaced',
    heading: 'Đã thay',
    width: 80,
    align: 'right',
    text: ({ replaced }) => (replaced > 0 ? formatInt(replaced) : ''),
  },
  { key: 'contents', heading: 'Nội dung', width: 300, spare: 1, text: ({ contents }) => contentsText(contents) },
];

/** Data packages: what goes to the superior for the period, and what the units below have sent. */
export function PackagesScreen() {
  const { period, label } = usePeriod();
  const [, navigate] = useLocation();
  const [sending, setSending] = useState(false);
  const [chooseError, setChooseError] = useState<unknown>(null);
  const flow = useReceiving();
  const listed = useQuery(api.packages.units.queryOptions({ input: { period }, placeholderData: keepPreviousData }));
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.unit, one])), [listed.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const missing = [...byId.values()].filter(({ received_at }) => received_at === null).length;
  const choose = async () => {
    try {
      setChooseError(null);
      const files = await shell.choosePackages();
      if (files.length > 0) await flow.read(files, '', {});
    } catch (problem) {
      setChooseError(problem);
    }
  };
  useKeys({ escape: () => navigate('/imports') });
  const tools = (
    <>
      <Button onClick={() => void choose()}>Nhận từ cấp dưới…</Button>
      <Button variant="default" onClick={() => setSending(true)}>
        Gửi lên cấp trên…
      </Button>
      <Button className="tools-end" variant="default" title="Esc" onClick={() => navigate('/imports')}>
        Nhập dữ liệu
      </Button>
    </>
  );
  const error = chooseError ?? flow.error ?? listed.error;
  return (
    <ListScreen
      tools={tools}
      pane={<ReceivePane flow={flow} />}
      foot={
        <span>
          {label}: {formatInt(ids.length)} đơn vị, {formatInt(missing)} chưa nhận gói
        </span>
      }
    >
      {error != null && <ErrorState error={error} />}
      {listed.data ? (
        <DataTable
          label="Gói dữ liệu của các đơn vị"
          keep="packages"
          columns={columns}
          ids={ids}
          rowOf={rowOf}
          autoFocus
          onOpen={(unit) => navigate(`/organisations/${encodeURIComponent(unit)}`)}
          rowClass={({ received_at }) => (received_at === null ? '' : 'quiet')}
          empty={
            <EmptyState title="Chưa có đơn vị cấp dưới">
              <p>Đơn vị hiện ra khi nhận gói đầu tiên, hoặc khi sổ có danh sách tổ chức đảng.</p>
            </EmptyState>
          }
        />
      ) : (
        <Waiting />
      )}
      <SendDialog opened={sending} onClose={() => setSending(false)} />
    </ListScreen>
  );
}
