import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { TeamRecord } from '../../../electron/contract/assignments.ts';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt, formatText } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

const people = (team: TeamRecord, role: TeamRecord['members'][number]['role']) =>
  formatText(
    team.members
      .filter((member) => member.role === role)
      .map(({ official }) => official)
      .join(', '),
  );

const columns: readonly Column<TeamRecord>[] = [
  { key: 'name', heading: 'Tổ chỉ đạo', width: 240, text: ({ name }) => name },
  { key: 'area', heading: 'Địa bàn', width: 200, text: ({ area }) => formatText(area) },
  { key: 'leader', heading: 'Tổ trưởng', width: 160, text: (team) => people(team, 'leader') },
  { key: 'deputy', heading: 'Tổ phó', width: 160, text: (team) => people(team, 'deputy') },
  { key: 'members', heading: 'Tổ viên', width: 260, grow: true, text: (team) => people(team, 'member') },
];

/** Guidance teams and who is in them. */
export function TeamsList({ text, tools }: { text: string; tools: ReactNode }) {
  const { asOf } = usePeriod();
  const [, navigate] = useLocation();
  const teams = useQuery(
    api.officials.teams.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const shown = useMemo(
    () =>
      new Map(
        (teams.data ?? [])
          .filter(
            (team) =>
              !text.trim() ||
              matchesWords([team.name, team.area, ...team.members.map(({ official }) => official)].join(' '), text),
          )
          .map((team) => [team.id, team]),
      ),
    [teams.data, text],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (teams.isError) return <ErrorState error={teams.error} />;
  if (!teams.data) return <Waiting />;
  return (
    <ListScreen tools={tools} foot={<span>{formatInt(ids.length)} tổ chỉ đạo</span>}>
      <DataTable
        label="Tổ chỉ đạo"
        keep="teams"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={(id) => {
          const leader = shown.get(id)?.members.find(({ role }) => role === 'leader');
          if (leader) navigate(`/officials/${leader.official_id}`);
        }}
        autoFocus
        empty={
          <EmptyState title={teams.data.length > 0 ? 'Không có tổ nào khớp' : 'Chưa có tổ chỉ đạo nào'}>
            {teams.data.length === 0 && <p>Tổ chỉ đạo được đọc từ bảng phân công cán bộ khi nhập dữ liệu.</p>}
          </EmptyState>
        }
      />
    </ListScreen>
  );
}
