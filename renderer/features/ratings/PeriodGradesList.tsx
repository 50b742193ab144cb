import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { PeriodGradeRecord } from '../../../electron/contract/ratings.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { gradeWords } from '../../components/words.ts';
import { DecideDialog } from './DecideDialog.tsx';

const counted = (
  key: 'good' | 'fair' | 'average' | 'poor' | 'not_graded',
  heading: string,
): Column<PeriodGradeRecord> => ({
  key,
  heading,
  width: 76,
  align: 'right',
  text: (record) => formatInt(record[key]),
  number: (record) => record[key],
});

const columns: readonly Column<PeriodGradeRecord>[] = [
  { key: 'cell', heading: 'Chi bộ', width: 260, grow: true, text: ({ cell }) => cell },
  { key: 'grassroots', heading: 'Đảng bộ, chi bộ cơ sở', width: 180, text: ({ grassroots }) => grassroots },
  counted('good', 'Kỳ Tốt'),
  counted('fair', 'Kỳ Khá'),
  counted('average', 'Kỳ TB'),
  counted('poor', 'Kỳ Kém'),
  counted('not_graded', 'Chưa có'),
  {
    key: 'proposed',
    heading: 'Đề nghị',
    width: 230,
    text: ({ proposed: { grade, why } }) => (grade === null ? why : `${gradeWords[grade]} (${why})`),
    cell: ({ proposed: { grade, why } }) =>
      grade === null ? (
        <span className="quiet" title={why}>
          {why}
        </span>
      ) : (
        <span title={why}>{gradeWords[grade]}</span>
      ),
  },
  {
    key: 'decided',
    heading: 'Quyết định',
    width: 110,
    text: ({ decided }) => formatText(decided === null ? null : gradeWords[decided]),
  },
];

/** Each cell's quarter or year: its meetings by grade, what the rule proposes, what the superior decided. */
export function PeriodGradesList({ tools }: { tools: ReactNode }) {
  const { period: key } = usePeriod();
  const period = key.includes('-Q') ? key : key.slice(0, 4);
  const [text, setText] = useKeptText('period-grades:text');
  const [sort, setSort] = useState<Sort | null>(null);
  const [deciding, setDeciding] = useState<string | null>(null);
  const grades = useQuery(
    api.ratings.periodGrades.queryOptions({ input: { period }, placeholderData: keepPreviousData }),
  );
  const all = useMemo(() => grades.data ?? [], [grades.data]);
  const shown = useMemo(() => {
    const found = all.filter(({ cell, grassroots }) => !text.trim() || matchesWords(`${cell} ${grassroots}`, text));
    return new Map(sortRows(found, columns, sort).map((record) => [record.cell_id, record]));
  }, [all, text, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (grades.isError) return <ErrorState error={grades.error} />;
  if (!grades.data) return <Waiting />;
  const label = period.includes('-Q') ? `Quý ${period.slice(-1)} năm ${period.slice(0, 4)}` : `Năm ${period}`;
  const record = deciding === null ? undefined : shown.get(deciding);
  return (
    <>
      <ListScreen
        tools={
          <>
            {tools}
            <FilterBox value={text} onChange={setText} placeholder="Tìm chi bộ, đảng bộ; không cần dấu" />
          </>
        }
        foot={
          <>
            <span>
              {label}: {formatInt(ids.length)} chi bộ ·{' '}
              {formatInt(all.filter(({ decided }) => decided !== null).length)} đã quyết định
            </span>
            <Hint words="Enter: ghi xếp loại quyết định · chọn quý hoặc năm ở ô Kỳ" />
          </>
        }
      >
        <DataTable
          label="Xếp loại quý, năm"
          keep="period-grades"
          columns={columns}
          ids={ids}
          rowOf={rowOf}
          sort={sort}
          onSort={(column) => setSort({ key: column, descending: sort?.key === column && !sort.descending })}
          onOpen={setDeciding}
          onEdit={setDeciding}
          autoFocus
          empty={
            all.length > 0 ? (
              <NoMatch title="Không có chi bộ nào khớp" />
            ) : (
              <EmptyState title="Chưa có chi bộ nào trong kỳ">
                <p>Thêm chi bộ ở mục Tổ chức đảng hoặc nhập từ bảng tính; xếp loại tính từ các buổi đã chấm.</p>
              </EmptyState>
            )
          }
        />
      </ListScreen>
      {record && <DecideDialog record={record} period={period} label={label} onClose={() => setDeciding(null)} />}
    </>
  );
}
