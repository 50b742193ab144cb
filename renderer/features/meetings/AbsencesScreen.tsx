import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AbsenceStreak } from '../../../electron/contract/meetings.ts';
import { api } from '../../app/data.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatMonth } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

type Line = AbsenceStreak & { key: string };

const columns: Column<Line>[] = [
  { key: 'name', heading: 'Họ và tên', width: 200, text: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'cell', heading: 'Chi bộ', width: 240, grow: true, text: ({ cell }) => cell, sortBy: ({ cell }) => cell },
  { key: 'above', heading: 'Đảng bộ, chi bộ cơ sở', width: 220, text: ({ grassroots }) => grassroots },
  {
    key: 'count',
    heading: 'Số kỳ liên tiếp',
    width: 120,
    align: 'right',
    text: ({ months }) => formatInt(months.length),
    number: ({ months }) => months.length,
    sortBy: ({ months }) => months.length,
  },
  { key: 'months', heading: 'Các tháng', width: 260, text: ({ months }) => months.map(formatMonth).join(', ') },
];

/** Members whose excused absences in a row exceed the rule of the year (handbook R14). */
export function AbsencesScreen() {
  const { to } = usePeriod();
  const year = Number(to.slice(0, 4));
  const [, navigate] = useLocation();
  const [sort, setSort] = useState<Sort | null>(null);
  const absences = useQuery(api.meetings.absences.queryOptions({ input: { year } }));
  const lines = useMemo(() => {
    const all = (absences.data ?? []).map<Line>((streak, index) => ({ ...streak, key: String(index) }));
    return new Map(sortRows(all, columns, sort).map((line) => [line.key, line]));
  }, [absences.data, sort]);
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((id: string) => lines.get(id), [lines]);
  useKeys({ escape: () => navigate('/meetings') });
  if (absences.isError) return <ErrorState error={absences.error} />;
  if (!absences.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <Link href="/meetings" className="report-back">
            Sinh hoạt
          </Link>
          <h2 className="tools-title">Vắng có lý do nhiều kỳ liên tiếp, năm {year}</h2>
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} đảng viên vắng có lý do liên tiếp quá số kỳ cho phép</span>
          <Hint words="Enter: mở đảng viên, hoặc buổi vắng gần nhất" />
        </>
      }
    >
      <DataTable
        label="Vắng nhiều kỳ"
        keep="absences"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => {
          const line = lines.get(id);
          if (line) navigate(line.member_id ? `/members/${line.member_id}` : `/meetings/${line.meeting_ids.at(-1)}`);
        }}
        autoFocus
        empty={
          <EmptyState title="Không có ai vắng quá số kỳ cho phép">
            <p>Danh sách lấy từ tên người vắng có lý do trong các buổi thường kỳ của năm {year}.</p>
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
