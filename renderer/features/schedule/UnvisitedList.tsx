import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { UnvisitedCell } from '../../../electron/contract/schedule.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { WithCells } from '../../components/NoCells.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { difficultyWords } from '../../components/words.ts';
import type { Tools } from './use-schedule.ts';

const columns: readonly Column<UnvisitedCell>[] = [
  { key: 'cell', heading: 'Chi bộ', width: 240, grow: true, text: ({ cell }) => cell, sortBy: ({ cell }) => cell },
  {
    key: 'grassroots',
    heading: 'Đảng bộ',
    width: 190,
    spare: 1,
    text: ({ grassroots }) => grassroots,
    sortBy: ({ grassroots }) => grassroots,
  },
  {
    key: 'difficulty',
    heading: 'Đặc điểm',
    width: 170,
    spare: 2,
    text: ({ difficulty_flags }) =>
      formatText(difficulty_flags.map((flag) => difficultyWords[flag] ?? flag).join(', ')),
  },
  {
    key: 'last',
    heading: 'Lần dự gần nhất',
    width: 210,
    text: ({ last_visit, last_visitor }) =>
      last_visitor === null ? 'chưa có' : `${formatDate(last_visit)}, ${last_visitor}`,
    sortBy: ({ last_visit }) => last_visit,
  },
  {
    key: 'months',
    heading: 'Số tháng',
    width: 84,
    align: 'right',
    text: ({ months }) => formatInt(months),
    number: ({ months }) => months,
    sortBy: ({ months }) => months,
  },
  {
    key: 'officials',
    heading: 'Cán bộ được phân công',
    width: 210,
    text: ({ officials }) => officials.join('; ') || 'chưa phân công',
    cell: ({ officials }) =>
      officials.length === 0 ? <span className="caution">chưa phân công</span> : officials.join('; '),
  },
  {
    key: 'next',
    heading: 'Lịch tới',
    width: 100,
    text: ({ next_plan }) => formatDate(next_plan),
    date: ({ next_plan }) => next_plan,
  },
];

const limits = ['', '3', '6', '9', '12'];

/** Cells that nobody from above has visited for more than so many months, difficult ones first (handbook R33). */
export function UnvisitedList({ tools, organisation }: { tools: Tools; organisation: string }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const [months, setMonths] = useKeptText('schedule:unvisited');
  const [sort, setSort] = useState<Sort | null>(null);
  const list = useQuery(
    api.schedule.unvisited.queryOptions({
      input: {
        day: asOf,
        ...(months && { months: Number(months) }),
        ...(organisation && { organisation_id: organisation }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const shown = useMemo(
    () => new Map(sortRows(list.data?.cells ?? [], columns, sort).map((cell) => [cell.cell_id, cell])),
    [list.data, sort],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (list.isError) return <ErrorState error={list.error} />;
  if (!list.data) return <Waiting />;
  const limit = list.data.months;
  return (
    <ListScreen
      tools={tools(
        <NativeSelect
          className="select-filter"
          aria-label="Chưa có người dự quá"
          value={months}
          data={limits.map((value) => ({
            value,
            label: value === '' ? `Quy tắc: ${limit} tháng` : `Quá ${value} tháng`,
          }))}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />,
      )}
      foot={
        <>
          <span>
            {formatInt(ids.length)} chi bộ quá {limit} tháng chưa có cấp trên dự, tính đến {formatDate(asOf)}
          </span>
          <Hint words="Enter: mở chi bộ" />
        </>
      }
    >
      <DataTable
        label="Chi bộ lâu chưa có người dự"
        keep="unvisited"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => navigate(`/organisations/${id}`)}
        autoFocus
        empty={
          <WithCells>
            <EmptyState title={`Mọi chi bộ đều có người dự trong ${limit} tháng qua`}>
              <p>Số tháng đặt ở Thiết lập, phần Quy tắc. Lượt dự ghi ở từng buổi sinh hoạt.</p>
            </EmptyState>
          </WithCells>
        }
      />
    </ListScreen>
  );
}
