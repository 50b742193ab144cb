import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ReportLine } from '../../../electron/contract/reports.ts';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { periodInText } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { useScope } from '../../app/use-why-not.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { Icon } from '../../components/icons.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { ReportViews } from '../documents/ReportViews.tsx';
import { NationalListButton } from './NationalListButton.tsx';

const stateOf = ({ frozen, overdue }: ReportLine) =>
  frozen ? ['Đã chốt', frozen.number_symbol].filter(Boolean).join(' ') : overdue ? 'Quá hạn, chưa chốt' : 'Chưa chốt';

const sending: Column<ReportLine>[] = [
  {
    key: 'due',
    heading: 'Hạn gửi',
    width: 104,
    text: ({ due }) => formatDate(due),
    date: ({ due }) => due,
  },
  {
    key: 'state',
    heading: 'Trạng thái',
    width: 168,
    text: stateOf,
    cell: (line) => (
      <span className={line.overdue ? 'problem' : ''}>
        {line.overdue && <Icon name="warning" />} {stateOf(line)}
      </span>
    ),
  },
];

/** The reports there are for the period; Enter opens one as a sheet. */
export function ReportsScreen() {
  const { period, label, asOf } = usePeriod();
  const unit = useScope();
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const catalogue = useQuery(
    api.reports.ofPeriod.queryOptions({ input: { period }, placeholderData: keepPreviousData }),
  );
  const byCode = useMemo(() => new Map((catalogue.data ?? []).map((line) => [line.code, line])), [catalogue.data]);
  const ids = useMemo(() => [...byCode.keys()], [byCode]);
  const rowOf = useCallback((code: string) => byCode.get(code), [byCode]);
  const columns = useMemo<Column<ReportLine>[]>(
    () => [
      { key: 'code', heading: 'Mã', width: 88, text: ({ code }) => code },
      { key: 'title', heading: 'Báo cáo', width: 320, grow: true, text: ({ title }) => title },
      { key: 'receiver', heading: 'Nơi nhận', width: 220, text: ({ receiver }) => receiver },
      // Sending and freezing are the whole office's.
      ...(unit ? [] : sending),
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
              void handOver(() => client.reports.file({ code, period, format: 'xlsx', ...(unit ? { unit } : {}) }));
            }}
          >
            Xuất Excel
          </Button>
        ),
      },
    ],
    [handOver, period, unit],
  );
  if (catalogue.isError) return <ErrorState error={catalogue.error} />;
  if (!catalogue.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <ReportViews current="/reports" />
          <NationalListButton period={period} label={label} unit={unit ?? null} />
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
