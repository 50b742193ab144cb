import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeptSet } from '../../app/kept-set.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { type Branch, treeLines } from '../../components/tree.ts';
import { CreateOrganisationDialog } from './CreateOrganisationDialog.tsx';
import { isCell } from './is-cell.ts';
import { OrganisationPane } from './OrganisationPane.tsx';
import { type OrganisationLine, organisationColumns } from './organisation-columns.tsx';

/** Where a new organisation most likely belongs: under the one that is open, or beside the cell that is. */
function parentFor(list: readonly OrganisationLine[], selected: string | undefined): string | null {
  const open = list.find(({ id }) => id === selected);
  const root = list.find(({ parent_id }) => parent_id === null)?.id ?? null;
  return open ? (isCell(open.kind) ? open.parent_id : open.id) : root;
}

/** The tree of party organisations as of the period, with what is known of each beside it. */
export function OrganisationsScreen({ selected }: { selected: string | undefined }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const [text, setText] = useKeptText('organisations:text');
  const [all, setAll] = useKeptText('organisations:all');
  const { set: closed, toggle } = useKeptSet('organisations:closed');
  const list = useQuery(
    api.organisations.list.queryOptions({
      input: { as_of: asOf, all: all === 'yes' },
      placeholderData: keepPreviousData,
    }),
  );
  const lines = useMemo(
    () =>
      treeLines<OrganisationLine>(list.data ?? [], {
        idOf: ({ id }) => id,
        parentOf: ({ parent_id }) => parent_id,
        closed,
        matches: text.trim() ? (item) => matchesWords(item.name, text) : null,
      }),
    [list.data, closed, text],
  );
  const byId = useMemo(() => new Map(lines.map((line) => [line.item.id, line])), [lines]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const columns = useMemo(() => organisationColumns(list.data ?? [], toggle, all === 'yes'), [list.data, toggle, all]);
  const close = useCallback(() => navigate('/organisations'), [navigate]);
  const [creating, setCreating] = useState(false);
  useKeys({ 'ctrl+n': () => setCreating(true) });
  if (list.isError) return <ErrorState error={list.error} />;
  if (!list.data) return <Waiting />;

  const onKey = (event: React.KeyboardEvent, id: string) => {
    const line = byId.get(id);
    const wanted = { ArrowLeft: false, '-': false, ArrowRight: true, '+': true }[event.key];
    if (wanted === undefined || !line?.children || line.open === wanted) return false;
    toggle(id);
    return true;
  };
  const cells = list.data.filter((organisation) => isCell(organisation.kind));
  return (
    <ListScreen
      tools={
        <>
          <FilterBox value={text} onChange={setText} placeholder="Tìm tổ chức đảng" />
          <Checkbox
            size="xs"
            label="Cả tổ chức đã kết thúc"
            checked={all === 'yes'}
            onChange={(event) => setAll(event.currentTarget.checked ? 'yes' : '')}
          />
          <RightButton
            needs="organisations.create"
            className="tools-end"
            variant="default"
            title="Ctrl+N"
            onClick={() => setCreating(true)}
          >
            Tạo chi bộ, đảng bộ
          </RightButton>
          {creating && (
            <CreateOrganisationDialog
              parent={parentFor(list.data, selected)}
              onClose={() => setCreating(false)}
              onCreated={(id) => {
                setCreating(false);
                navigate(`/organisations/${id}`, { replace: selected !== undefined });
              }}
            />
          )}
        </>
      }
      foot={
        <>
          <span>
            {formatInt(list.data.length - cells.length)} đảng bộ, cấp ủy · {formatInt(cells.length)} chi bộ ·{' '}
            {formatInt(cells.reduce((sum, cell) => sum + cell.members, 0))} đảng viên · tại ngày {formatDate(asOf)}
          </span>
          <Hint words="Mũi tên phải, trái: mở, thu gọn · Enter: xem bên phải" />
        </>
      }
      pane={selected && <OrganisationPane id={selected} onClose={close} />}
    >
      <DataTable<Branch<OrganisationLine>>
        label="Tổ chức đảng"
        keep="organisations"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        current={selected}
        onKey={onKey}
        onOpen={(id) => navigate(`/organisations/${id}`, { replace: selected !== undefined })}
        onCurrent={(id) => selected && navigate(`/organisations/${id}`, { replace: true })}
        autoFocus
        empty={
          text ? (
            <NoMatch title="Không có tổ chức nào khớp" />
          ) : (
            <EmptyState title="Chưa có tổ chức đảng nào">
              <p>
                Nhập danh sách tổ chức đảng từ bảng tính: <Link href="/imports">Nhập dữ liệu</Link>; hoặc tạo từng tổ
                chức (Ctrl+N).
              </p>
            </EmptyState>
          )
        }
      />
    </ListScreen>
  );
}
