import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import type { FrozenSummary } from '../../../electron/contract/frozen.ts';
import { api } from '../../app/data.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatInt, formatMoment } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { ReportViews } from '../documents/ReportViews.tsx';
import { frozenPath, relationWords } from './frozen-words.ts';

const columns: readonly Column<FrozenSummary>[] = [
  { key: 'code', heading: 'Mã', width: 84, text: ({ code }) => code },
  { key: 'title', heading: 'Báo cáo', width: 250, grow: true, text: ({ title }) => title },
  { key: 'period', heading: 'Kỳ', width: 120, text: ({ period_label }) => period_label },
  { key: 'unit', heading: 'Đơn vị', width: 140, text: ({ unit_name }) => unit_name ?? 'Toàn đảng bộ' },
  { key: 'number', heading: 'Số, ký hiệu', width: 112, text: ({ number_symbol }) => number_symbol ?? '' },
  { key: 'date', heading: 'Ngày', width: 96, text: ({ date }) => (date ? formatDate(date) : '') },
  { key: 'frozen', heading: 'Chốt lúc', width: 140, text: ({ frozen_at }) => formatMoment(frozen_at) },
  { key: 'standing', heading: 'Tình trạng', width: 180, text: standingOf },
];

/** Whether it stands, and what it stands for. */
function standingOf({ relation, replaced_by, supplemented_by }: FrozenSummary): string {
  if (replaced_by !== null) return 'Đã được thay thế';
  const own = relation === null ? 'Có hiệu lực' : `Bản ${relationWords[relation].short}`;
  return supplemented_by.length === 0 ? own : `${own}, đã có bổ sung`;
}

/** What was sent and frozen, the latest first; Enter opens it as it was. */
export function FrozenScreen() {
  const [, navigate] = useLocation();
  const listed = useQuery(api.frozen.list.queryOptions({ input: {} }));
  const byId = useMemo(() => new Map((listed.data ?? []).map((one) => [one.id, one])), [listed.data]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const tools = <ReportViews current="/reports/frozen" />;
  if (!listed.data) {
    return <ListScreen tools={tools}>{listed.isError ? <ErrorState error={listed.error} /> : <Waiting />}</ListScreen>;
  }
  return (
    <ListScreen
      tools={tools}
      foot={
        <>
          <span>{formatInt(ids.length)} báo cáo đã chốt</span>
          <Hint words="Enter: mở báo cáo như lúc chốt" />
        </>
      }
    >
      <DataTable
        label="Báo cáo đã chốt"
        keep="frozen"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        onOpen={(id) => navigate(frozenPath(id))}
        rowClass={({ replaced_by }) => (replaced_by === null ? '' : 'quiet')}
        empty={
          <EmptyState title="Chưa chốt báo cáo nào">
            <p>
              Mở một <Link href="/reports">biểu số liệu</Link> hoặc <Link href="/documents">văn bản</Link> rồi bấm “Ban
              hành”: những gì đã gửi được giữ nguyên.
            </p>
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
