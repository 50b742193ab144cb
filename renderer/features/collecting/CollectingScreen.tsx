import { Button } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { CollectionUnit } from '../../../electron/contract/collecting.ts';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { periodLabel } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatMoment } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

const columns: readonly Column<CollectionUnit>[] = [
  { key: 'name', heading: 'Đơn vị', width: 320, grow: true, text: ({ name }) => name },
  { key: 'cells', heading: 'Số chi bộ', width: 100, align: 'right', text: ({ cells }) => formatInt(cells) },
  {
    key: 'reported',
    heading: 'Đã có số liệu',
    width: 120,
    align: 'right',
    text: ({ reported }) => formatInt(reported),
  },
  { key: 'sent', heading: 'Lập biểu lúc', width: 160, text: ({ sent_at }) => (sent_at ? formatMoment(sent_at) : '') },
  {
    key: 'answered',
    heading: 'Trả lời',
    width: 180,
    text: ({ answered_at }) => (answered_at ? `Đã nhận ${formatMoment(answered_at)}` : 'Chưa trả lời'),
  },
];

const otherKinds = { petitions: 'Biểu kiến nghị' };

/** Forms of a month to be sent and filled in: who has one, who has answered. Quarters and years show their last month. */
export function CollectingScreen() {
  const { to: period } = usePeriod();
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const queries = useQueryClient();
  const [other, setOther] = useKeptText('collecting:kind');
  const kind = other === 'petitions' ? other : 'meetings';
  const input = { kind, period } as const;
  const listed = useQuery(api.collecting.units.queryOptions({ input, placeholderData: keepPreviousData }));
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.unit, one])), [listed.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const silent = [...byId.values()].filter(({ answered_at }) => answered_at === null).length;
  const hand = async (make: Parameters<typeof handOver>[0]) => {
    await handOver(make);
    await queries.invalidateQueries();
  };
  const makeAll = () =>
    hand(async () => {
      const { zip } = await client.collecting.makeAll(input);
      return { file: zip };
    });
  useKeys({ escape: () => navigate('/imports') });
  const tools = (
    <>
      <SelectFilter
        label="Biểu"
        none="Biểu sinh hoạt"
        words={otherKinds}
        value={other || null}
        onChange={(value) => setOther(value ?? '')}
      />
      <Button className="tools-end" disabled={ids.length === 0} onClick={() => void makeAll()}>
        Tạo biểu cho mọi đơn vị (.zip)
      </Button>
      <Button variant="default" title="Esc" onClick={() => navigate('/imports')}>
        Nhập biểu đã điền
      </Button>
    </>
  );
  if (!listed.data) {
    return <ListScreen tools={tools}>{listed.isError ? <ErrorState error={listed.error} /> : <Waiting />}</ListScreen>;
  }
  return (
    <ListScreen
      tools={tools}
      foot={
        <>
          <span>
            {periodLabel(period)}: {formatInt(ids.length)} đơn vị, {formatInt(silent)} chưa trả lời
          </span>
          <Hint words="Enter: tạo biểu của một đơn vị" />
        </>
      }
    >
      <DataTable
        label="Biểu thu thập"
        keep="collecting"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        onOpen={(unit) => void hand(() => client.collecting.make({ ...input, unit }))}
        rowClass={({ answered_at }) => (answered_at === null ? '' : 'quiet')}
        empty={
          <EmptyState title="Chưa có đơn vị nào để gửi biểu">
            <p>Nhập danh sách tổ chức đảng trước.</p>
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
