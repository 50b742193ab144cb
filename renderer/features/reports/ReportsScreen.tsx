import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { FrozenSummary } from '../../../electron/contract/frozen.ts';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { periodInText } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatMoment, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { ReportViews } from '../documents/ReportViews.tsx';
import { NationalListButton } from './NationalListButton.tsx';

type Line = { code: string; title: string; receiver: string; frozen: string };

/** Under which numbers a report of the period went out: what stands, without what was replaced. */
function frozenWords(frozen: readonly FrozenSummary[] | undefined, { code }: { code: string }): string {
  const standing = (frozen ?? []).filter((one) => one.code === code && one.replaced_by === null);
  return formatText(
    standing.map(({ number_symbol, frozen_at }) => number_symbol ?? formatMoment(frozen_at)).join(', '),
  );
}

/** The reports there are for the period; Enter opens one as a sheet. */
export function ReportsScreen() {
  const { period, label, asOf } = usePeriod();
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const catalogue = useQuery(api.reports.catalogue.queryOptions());
  const frozen = useQuery(api.frozen.list.queryOptions({ input: { period } }));
  const byCode = useMemo(
    () =>
      new Map((catalogue.data ?? []).map((line) => [line.code, { ...line, frozen: frozenWords(frozen.data, line) }])),
    [catalogue.data, frozen.data],
  );
  const ids = useMemo(() => [...byCode.keys()], [byCode]);
  const rowOf = useCallback((code: string) => byCode.get(code), [byCode]);
  const columns = useMemo<Column<Line>[]>(
    () => [
      { key: 'code', heading: 'Mã', width: 88, text: ({ code }) => code },
      { key: 'title', heading: 'Báo cáo', width: 400, grow: true, text: ({ title }) => title },
      { key: 'receiver', heading: 'Nơi nhận', width: 240, text: ({ receiver }) => receiver },
      { key: 'frozen', heading: 'Đã chốt', width: 220, text: ({ frozen: words }) => words },
      {
        key: 'file',
        heading: 'Tệp',
        width: 120,
        text: () => 'Excel',
        cell: ({ code }) => (
          <Button
            size="compact-xs"
            variant="default"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              void handOver(() => client.reports.file({ code, period, format: 'xlsx' }));
            }}
          >
            Xuất Excel
          </Button>
        ),
      },
    ],
    [handOver, period],
  );
  if (catalogue.isError) return <ErrorState error={catalogue.error} />;
  if (!catalogue.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <ReportViews current="/reports" />
          <NationalListButton period={period} label={label} />
          <Button variant="default" onClick={() => navigate('/scoring')}>
            Mẫu chấm điểm
          </Button>
          <Button variant="default" onClick={() => navigate('/scoring/grades')}>
            Xếp loại quý, năm
          </Button>
        </>
      }
      foot={
        <>
          <span>
            Kỳ {periodInText(label)}, số liệu đến ngày {formatDate(asOf)}
          </span>
          <Hint words="Enter: mở báo cáo" />
        </>
      }
    >
      <DataTable
        label="Báo cáo"
        keep="reports"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        onOpen={(code) => navigate(`/reports/${code}`)}
        empty={<EmptyState title="Chưa có báo cáo nào" />}
      />
    </ListScreen>
  );
}
