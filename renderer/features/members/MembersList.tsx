import { type ComponentProps, memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { MemberQuery, MemberRecord } from '../../../electron/contract/members.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, FigureButton, Waiting } from '../../components/states.tsx';
import { MemberFilters } from './MemberFilters.tsx';
import { MemberPane } from './MemberPane.tsx';
import { memberColumns } from './member-columns.ts';
import { memberFile } from './member-file.ts';
import { useMemberFilters } from './member-filters.ts';
import { NewMemberButton } from './NewMemberButton.tsx';
import { fetchMembers, useMemberList, useMemberRows } from './use-members.ts';

/** All members as of the period: the first at once, then the ids of all; rows as they come into view. */
export function MembersList({ selected, views }: { selected: string | undefined; views: ReactNode }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const filters = useMemberFilters();
  const { list, error, allIds, onView, asked } = useMemberList(filters.query);
  const follow = useFollow(selected, (id) => navigate(`/members/${id}`, { replace: true }));
  const isOpen = selected !== undefined;
  const open = useCallback((id: string) => navigate(`/members/${id}`, { replace: isOpen }), [navigate, isOpen]);
  const edit = useCallback((id: string) => navigate(`/members/${id}/page`), [navigate]);
  const empty = useMemo(() => nobody(filters.active ? filters.clear : null), [filters.active, filters.clear]);
  if (error) return <ErrorState error={error} />;
  if (!list) return <Waiting />;
  const { ids, counts } = list;
  const { values, set } = filters;
  return (
    <ListScreen
      tools={
        <>
          {views}
          <MemberFilters filters={filters} />
          <NewMemberButton />
        </>
      }
      foot={
        <>
          <span>
            <FigureButton value={formatInt(counts.total)} label="Bỏ mọi bộ lọc" onOpen={filters.clear} /> đảng viên · nữ{' '}
            <FigureButton
              value={formatInt(counts.women)}
              label="Chỉ xem nữ"
              pressed={values.gender === 'female'}
              onOpen={() => set('gender', values.gender === 'female' ? null : 'female')}
            />{' '}
            · dự bị{' '}
            <FigureButton
              value={formatInt(counts.probationary)}
              label="Chỉ xem đảng viên dự bị"
              pressed={values.standing === 'probationary'}
              onOpen={() => set('standing', values.standing === 'probationary' ? null : 'probationary')}
            />{' '}
            · miễn{' '}
            <FigureButton
              value={formatInt(counts.exempt)}
              label="Chỉ xem đảng viên được miễn công tác và sinh hoạt"
              pressed={values.status === 'exempt'}
              onOpen={() => set('status', values.status === 'exempt' ? null : 'exempt')}
            />
          </span>
          <Hint words="Enter: xem bên phải · Shift+mũi tên: chọn nhiều dòng" />
        </>
      }
      pane={selected && <MemberPane id={selected} onClose={() => navigate('/members')} />}
    >
      <MembersTable
        asOf={asOf}
        asked={asked}
        ids={ids}
        allIds={allIds}
        onView={onView}
        sort={filters.sort}
        onSort={filters.sortBy}
        current={selected}
        onCurrent={follow}
        onOpen={open}
        onEdit={edit}
        autoFocus
        empty={empty}
      />
    </ListScreen>
  );
}

/** Instead of rows. `clear`: what takes the filters away; null: there is none. */
function nobody(clear: (() => void) | null): ReactNode {
  if (clear) {
    return (
      <EmptyState title="Không có đảng viên nào khớp">
        <button type="button" className="door" onClick={clear}>
          Bỏ mọi bộ lọc
        </button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Chưa có đảng viên nào">
      <p>
        Nhập danh sách tổ chức đảng trước, rồi danh sách đảng viên: <Link href="/imports">Nhập dữ liệu</Link>, hoặc{' '}
        <Link href="/members/new">thêm từng đảng viên</Link>.
      </p>
    </EmptyState>
  );
}

type TableProps = Pick<
  ComponentProps<typeof DataTable<MemberRecord>>,
  'ids' | 'allIds' | 'sort' | 'onSort' | 'current' | 'onCurrent' | 'onOpen' | 'onEdit' | 'autoFocus' | 'empty'
> & { asOf: string; asked: MemberQuery; onView: (last: number) => void };

/** The rows by themselves: what scrolling brings draws neither the filters above nor the counts below anew. */
const MembersTable = memo(function MembersTable({ asOf, asked, onView, ...table }: TableProps) {
  const { rowOf, onWindow } = useMemberRows(table.ids, asOf, onView);
  const fetchRows = useCallback((wanted: readonly string[]) => fetchMembers(wanted, asOf), [asOf]);
  const toFile = useMemo(() => memberFile(asked), [asked]);
  return (
    <DataTable
      label="Đảng viên"
      keep="members"
      columns={memberColumns}
      rowOf={rowOf}
      onWindow={onWindow}
      fetchRows={fetchRows}
      toFile={toFile}
      {...table}
    />
  );
});

const settled = 120;

/** With the pane open, it follows the cursor once the cursor rests (milliseconds), not on every key. */
function useFollow(selected: string | undefined, open: (id: string) => void): (id: string) => void {
  const timer = useRef(0);
  const latest = useRef({ selected, open });
  useEffect(() => {
    latest.current = { selected, open };
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback((id: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (latest.current.selected !== undefined) latest.current.open(id);
    }, settled);
  }, []);
}
