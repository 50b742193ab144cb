import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RemarkRecord } from '../../../electron/contract/remarks.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { readPeriod } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, FigureButton, NoMatch, Waiting } from '../../components/states.tsx';
import { RemarkDialog } from './RemarkDialog.tsx';
import { remarkColumns } from './remark-columns.tsx';

/** Who is to be remarked on in the year of the period, and who has sent theirs (BC-10). */
export function RemarksScreen() {
  const { period, asOf } = usePeriod();
  const year = readPeriod(period)?.year ?? Number(asOf.slice(0, 4));
  const [text, setText] = useKeptText('remarks:text');
  const [only, setOnly] = useKeptText('remarks:only');
  const [sort, setSort] = useState<Sort | null>(null);
  const [asked, setAsked] = useState<RemarkRecord | null>(null);
  const remarks = useQuery(api.remarks.list.queryOptions({ input: { year }, placeholderData: keepPreviousData }));
  const lines = remarks.data ?? [];
  const shown = useMemo(() => {
    const found = (remarks.data ?? []).filter(
      (line) =>
        (only !== 'not_sent' || line.standing !== 'sent') &&
        (!text.trim() || matchesWords(remarkColumns.map((column) => column.text(line)).join(' '), text)),
    );
    return new Map(sortRows(found, remarkColumns, sort).map((line) => [line.id, line]));
  }, [remarks.data, only, text, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (remarks.isError) return <ErrorState error={remarks.error} />;
  if (!remarks.data) return <Waiting />;
  const [first] = lines;
  return (
    <ListScreen
      tools={
        <>
          <h2>Nhận xét cán bộ theo dõi địa bàn năm {year}</h2>
          <FilterBox value={text} onChange={setText} placeholder="Tìm cán bộ, đảng ủy; không cần dấu" />
          <Link href="/officials" className="door tools-end">
            Cán bộ dự SH
          </Link>
        </>
      }
      foot={
        <>
          <span>
            {formatInt(lines.length)} nhận xét phải có · chưa gửi{' '}
            <FigureButton
              value={formatInt(lines.filter(({ standing }) => standing !== 'sent').length)}
              label="Chỉ xem chưa gửi"
              pressed={only === 'not_sent'}
              onOpen={() => setOnly(only === 'not_sent' ? '' : 'not_sent')}
            />
            {first && <> · hạn gửi {formatDate(first.due_date)}</>}
          </span>
          <Hint words="Enter: ghi nhận xét" />
        </>
      }
    >
      <DataTable
        label="Nhận xét năm"
        keep="remarks"
        columns={remarkColumns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => setAsked(shown.get(id) ?? null)}
        onEdit={(id) => setAsked(shown.get(id) ?? null)}
        autoFocus
        empty={
          lines.length > 0 ? (
            <NoMatch title="Không có nhận xét nào khớp" />
          ) : (
            <EmptyState title={`Năm ${year} chưa có cán bộ nào theo dõi một đảng bộ`}>
              <p>
                Danh sách này gồm các cán bộ được phân công theo dõi, phụ trách hoặc dự sinh hoạt của cả một đảng bộ.
                Ghi phân công ở <Link href="/officials">Cán bộ dự SH</Link>.
              </p>
            </EmptyState>
          )
        }
      />
      {asked && <RemarkDialog remark={asked} year={year} onClose={() => setAsked(null)} />}
    </ListScreen>
  );
}
