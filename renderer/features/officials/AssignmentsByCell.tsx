import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { api } from '../../app/data.ts';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column, Sort } from '../../components/data-table/column.ts';
import { sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { assignmentRoleWords } from '../../components/words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { CellPane } from './CellPane.tsx';
import { CheckChips } from './CheckChips.tsx';
import { type CellLine, cellLines } from './cell-lines.ts';
import { cellChecks } from './checks.ts';

/** Names, with the role where it is not the one that the heading says. */
const people = (assignments: readonly AssignmentRecord[], usual: AssignmentRecord['role']) =>
  assignments
    .map(({ official, role }) =>
      role === usual ? official : `${official} (${assignmentRoleWords[role].toLowerCase()})`,
    )
    .join('; ');

const columns: readonly Column<CellLine>[] = [
  { key: 'cell', heading: 'Chi bộ', width: 220, text: ({ cell }) => cell.name, sortBy: ({ cell }) => cell.name },
  {
    key: 'parent',
    heading: 'Đảng bộ',
    width: 180,
    spare: 1,
    text: ({ cell }) => formatText(cell.parent),
    sortBy: ({ cell }) => cell.parent,
  },
  {
    key: 'day',
    heading: 'Ngày SH',
    width: 72,
    align: 'right',
    text: ({ cell }) => formatInt(cell.meeting_day),
    number: ({ cell }) => cell.meeting_day,
    sortBy: ({ cell }) => cell.meeting_day,
  },
  {
    key: 'own',
    heading: 'Cán bộ được phân công dự chi bộ',
    width: 240,
    grow: true,
    text: ({ own }) => people(own, 'attend'),
    cell: ({ own }) => (own.length === 0 ? <span className="quiet">chưa có</span> : people(own, 'attend')),
    sortBy: ({ own }) => own[0]?.official ?? null,
  },
  {
    key: 'above',
    heading: 'Phụ trách địa bàn',
    width: 240,
    text: ({ commune, higher }) => formatText(people([...commune, ...higher], 'area_in_charge')),
  },
];

/** The inverse list: each cell with its officials in three layers (BC-03). */
export function AssignmentsByCell({ text, tools }: { text: string; tools: ReactNode }) {
  const { asOf } = usePeriod();
  const [check, setCheck] = useKeptChoice('assignments:check', cellChecks, null);
  const [open, setOpen] = useKeptText('assignments:cell');
  const [sort, setSort] = useState<Sort | null>(null);
  const [assigning, setAssigning] = useState(false);
  useKeys({ 'ctrl+n': () => setAssigning(true) });
  const organisations = useQuery(
    api.organisations.list.queryOptions({ input: { as_of: asOf, all: false }, placeholderData: keepPreviousData }),
  );
  const assignments = useQuery(
    api.officials.assignments.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const checks = useQuery(
    api.officials.checks.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const lines = useMemo(
    () => cellLines(organisations.data ?? [], assignments.data ?? [], checks.data ?? []),
    [organisations.data, assignments.data, checks.data],
  );
  const shown = useMemo(() => {
    const wanted = ({ cell, own, commune, higher, findings }: CellLine) =>
      (check === null || findings.some((finding) => finding.check === check)) &&
      (!text.trim() ||
        matchesWords(
          [cell.name, cell.parent, people(own, 'attend'), people([...commune, ...higher], 'area_in_charge')].join(' '),
          text,
        ));
    return new Map(sortRows(lines.filter(wanted), columns, sort).map((line) => [line.cell.id, line]));
  }, [lines, check, text, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  const error = organisations.error ?? assignments.error ?? checks.error;
  if (error) return <ErrorState error={error} />;
  if (!organisations.data || !assignments.data) return <Waiting />;
  const opened = lines.find(({ cell }) => cell.id === open);
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <Button className="tools-end" onClick={() => setAssigning(true)}>
            Phân công…
          </Button>
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} chi bộ</span>
          <Hint words="Enter: các lớp cán bộ của chi bộ · Ctrl+N: phân công" />
        </>
      }
      pane={opened && <CellPane key={open} line={opened} onClose={() => setOpen('')} />}
    >
      <CheckChips checks={cellChecks} findings={checks.data ?? []} chosen={check} onChoose={setCheck} />
      <DataTable
        label="Phân công theo chi bộ"
        keep="assignments"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={setOpen}
        onCurrent={(id) => open && setOpen(id)}
        current={open || undefined}
        autoFocus
        empty={
          lines.length > 0 ? (
            <NoMatch title="Không có chi bộ nào khớp" />
          ) : (
            <EmptyState title="Chưa có chi bộ nào">
              <p>
                Phân công ghi cho chi bộ: <Link href="/imports">nhập danh sách tổ chức đảng</Link> trước, hoặc tạo từng
                chi bộ ở <Link href="/organisations">Tổ chức đảng</Link>.
              </p>
            </EmptyState>
          )
        }
      />
      {assigning && <AssignDialog onClose={() => setAssigning(false)} />}
    </ListScreen>
  );
}
