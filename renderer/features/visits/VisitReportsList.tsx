import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { VisitReportRecord } from '../../../electron/contract/visits.ts';
import { api } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, givenNameFirst, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, FigureButton, NoMatch, Waiting } from '../../components/states.tsx';
import { visitReportWords } from '../../components/words.ts';
import type { Tools } from '../schedule/use-schedule.ts';

/** Filters in words; "late" was handed in, but after it was due. */
const filters = {
  missing: 'quá hạn, chưa nộp',
  late: 'nộp chậm',
  returned: 'trả lại',
  due: 'chưa đến hạn',
} as const;
type Filter = keyof typeof filters;
const filterCodes: readonly Filter[] = ['missing', 'late', 'returned', 'due'];

const passes = (report: VisitReportRecord, filter: Filter) =>
  filter === 'late' ? report.late : report.standing === filter;

const standingText = ({ standing, late }: VisitReportRecord) =>
  late && standing !== 'returned' ? `${visitReportWords[standing]} (chậm)` : visitReportWords[standing];

const columns: readonly Column<VisitReportRecord>[] = [
  {
    key: 'date',
    heading: 'Ngày dự',
    width: 100,
    text: ({ date }) => formatDate(date),
    date: ({ date }) => date,
    sortBy: ({ date }) => date,
  },
  {
    key: 'official',
    heading: 'Cán bộ',
    width: 190,
    text: ({ official }) => official,
    sortBy: ({ official }) => givenNameFirst(official),
  },
  { key: 'cell', heading: 'Chi bộ', width: 230, grow: true, text: ({ cell }) => cell, sortBy: ({ cell }) => cell },
  { key: 'grassroots', heading: 'Đảng bộ', width: 180, spare: 1, text: ({ grassroots }) => grassroots },
  {
    key: 'due',
    heading: 'Hạn nộp',
    width: 100,
    text: ({ due_date }) => formatDate(due_date),
    date: ({ due_date }) => due_date,
    sortBy: ({ due_date }) => due_date,
  },
  {
    key: 'submitted',
    heading: 'Ngày nộp',
    width: 100,
    text: ({ submitted_on }) => formatDate(submitted_on),
    date: ({ submitted_on }) => submitted_on,
    sortBy: ({ submitted_on }) => submitted_on,
  },
  {
    key: 'standing',
    heading: 'Tình trạng',
    width: 170,
    text: standingText,
    sortBy: standingText,
    cell: (report) => (
      <span
        className={
          report.standing === 'missing' ? 'problem' : report.late || report.standing === 'returned' ? 'caution' : ''
        }
      >
        {standingText(report)}
      </span>
    ),
  },
];

type Props = { tools: Tools; official: string; organisation: string };

/** Reports of the visits of the period: due, missing, late, returned (handbook R35). */
export function VisitReportsList({ tools, official, organisation }: Props) {
  const { from, to, label } = usePeriod();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKeptChoice('visit-reports:filter', filterCodes, null);
  const [sort, setSort] = useState<Sort | null>(null);
  const list = useQuery(
    api.visits.reports.queryOptions({
      input: {
        from,
        to,
        ...(official && { official_id: official }),
        ...(organisation && { organisation_id: organisation }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const reports = list.data ?? [];
  const shown = useMemo(() => {
    const found = (list.data ?? []).filter((report) => filter === null || passes(report, filter));
    return new Map(sortRows(found, columns, sort).map((report) => [report.visit_id, report]));
  }, [list.data, filter, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (list.isError) return <ErrorState error={list.error} />;
  if (!list.data) return <Waiting />;
  return (
    <ListScreen
      tools={tools()}
      foot={
        <>
          <span>
            {label}: {formatInt(reports.length)} báo cáo phải nộp
            {filterCodes.map((code) => (
              <span key={code}>
                {' · '}
                <FigureButton
                  value={formatInt(reports.filter((report) => passes(report, code)).length)}
                  label={`Chỉ xem: ${filters[code]}`}
                  pressed={filter === code}
                  onOpen={() => setFilter(filter === code ? null : code)}
                />{' '}
                {filters[code]}
              </span>
            ))}
          </span>
          <Hint words="Enter: mở báo cáo" />
        </>
      }
    >
      <DataTable
        label="Báo cáo kết quả dự"
        keep="visit-reports"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => navigate(`/schedule/reports/${id}`)}
        onEdit={(id) => navigate(`/schedule/reports/${id}`)}
        autoFocus
        empty={
          reports.length > 0 ? (
            <NoMatch title="Không có báo cáo nào khớp" />
          ) : (
            <EmptyState title={`Không có báo cáo nào phải nộp trong kỳ ${label}`}>
              <p>Ghi người dự ở buổi sinh hoạt (phần “Cấp trên dự”): mỗi lượt dự của cán bộ mở một báo cáo phải nộp.</p>
            </EmptyState>
          )
        }
      />
    </ListScreen>
  );
}
