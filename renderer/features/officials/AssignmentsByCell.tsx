import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt, formatText } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, FigureButton, Waiting } from '../../components/states.tsx';
import { assignmentRoleWords } from '../../components/words.ts';

type Line = { cell: OrganisationRecord; own: AssignmentRecord[]; above: AssignmentRecord[] };

/** Names, with the role where it is not the one that the heading says. */
const people = (assignments: readonly AssignmentRecord[], usual: AssignmentRecord['role']) =>
  assignments
    .map(({ official, role }) =>
      role === usual ? official : `${official} (${assignmentRoleWords[role].toLowerCase()})`,
    )
    .join('; ');

const columns: readonly Column<Line>[] = [
  { key: 'cell', heading: 'Chi bộ', width: 220, text: ({ cell }) => cell.name },
  { key: 'parent', heading: 'Đảng bộ', width: 200, text: ({ cell }) => formatText(cell.parent) },
  {
    key: 'own',
    heading: 'Cán bộ được phân công dự chi bộ',
    width: 260,
    grow: true,
    text: ({ own }) => people(own, 'attend'),
    cell: ({ own }) => (own.length === 0 ? <span className="quiet">chưa có</span> : people(own, 'attend')),
  },
  {
    key: 'above',
    heading: 'Phụ trách địa bàn',
    width: 260,
    text: ({ above }) => formatText(people(above, 'area_in_charge')),
  },
];

/** The inverse list: each cell with its officials, directly and through its commune (BC-03). */
export function AssignmentsByCell({ text, tools }: { text: string; tools: ReactNode }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const [only, setOnly] = useKeptText('assignments:none');
  const organisations = useQuery(
    api.organisations.list.queryOptions({ input: { as_of: asOf, all: false }, placeholderData: keepPreviousData }),
  );
  const assignments = useQuery(
    api.officials.assignments.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const lines = useMemo<Line[]>(() => {
    const byTarget = Map.groupBy(assignments.data ?? [], ({ target_id }) => target_id);
    const byId = new Map((organisations.data ?? []).map((item) => [item.id, item]));
    const ofParents = (cell: OrganisationRecord): AssignmentRecord[] => {
      const parent = cell.parent_id ? byId.get(cell.parent_id) : undefined;
      return parent && parent.kind !== 'committee' ? [...(byTarget.get(parent.id) ?? []), ...ofParents(parent)] : [];
    };
    return (organisations.data ?? [])
      .filter(({ kind }) => kind === 'cell' || kind === 'grassroots_cell')
      .map((cell) => ({ cell, own: byTarget.get(cell.id) ?? [], above: ofParents(cell) }));
  }, [organisations.data, assignments.data]);
  const nobody = (line: Line) => line.own.length + line.above.length === 0;
  const shown = useMemo(() => {
    const wanted = (line: Line) =>
      (only !== 'yes' || line.own.length + line.above.length === 0) &&
      (!text.trim() ||
        matchesWords(
          [line.cell.name, line.cell.parent, people(line.own, 'attend'), people(line.above, 'attend')].join(' '),
          text,
        ));
    return new Map(lines.filter(wanted).map((line) => [line.cell.id, line]));
  }, [lines, only, text]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  const error = organisations.error ?? assignments.error;
  if (error) return <ErrorState error={error} />;
  if (!organisations.data || !assignments.data) return <Waiting />;
  return (
    <ListScreen
      tools={tools}
      foot={
        <>
          <span>
            {formatInt(ids.length)} chi bộ · chưa có cán bộ nào:{' '}
            <FigureButton
              value={formatInt(lines.filter(nobody).length)}
              label="Chỉ xem chi bộ chưa có cán bộ"
              pressed={only === 'yes'}
              onOpen={() => setOnly(only === 'yes' ? '' : 'yes')}
            />
          </span>
          <span className="list-screen-hint">Enter: mở chi bộ</span>
        </>
      }
    >
      <DataTable
        label="Phân công theo chi bộ"
        keep="assignments"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={(id) => navigate(`/organisations/${id}`)}
        autoFocus
        empty={<EmptyState title={lines.length > 0 ? 'Không có chi bộ nào khớp' : 'Chưa có chi bộ nào'} />}
      />
    </ListScreen>
  );
}
