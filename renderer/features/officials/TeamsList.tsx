import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { TeamRecord } from '../../../electron/contract/assignments.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt, formatSpan, formatText } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { EndDialog } from './EndDialog.tsx';
import { TeamDialog } from './TeamDialog.tsx';

const teamRoleWords = { leader: 'tổ trưởng', deputy: 'tổ phó', member: 'tổ viên' } as const;

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

/** One team: who is in it, and what can be done with it. */
function TeamPane({ team, onEdit, onClose }: { team: TeamRecord; onEdit: () => void; onClose: () => void }) {
  const [ending, setEnding] = useState(false);
  useKeys({ f2: onEdit, delete: () => setEnding(true) });
  return (
    <Pane title={team.name} under={team.area} onClose={onClose}>
      <div className="pane-acts">
        <Button size="compact-sm" title="F2" onClick={onEdit}>
          Sửa tổ…
        </Button>
        <Button size="compact-sm" variant="default" title="Delete" onClick={() => setEnding(true)}>
          Kết thúc tổ…
        </Button>
      </div>
      <Facts
        facts={[
          ['Địa bàn', team.area_id && <Link href={`/organisations/${team.area_id}`}>{team.area}</Link>],
          ['Thời gian', formatSpan(team.valid_from, team.valid_to)],
        ]}
      />
      <PanePart title="Thành viên">
        <ul className="plain-list">
          {team.members.map(({ official_id, official, role }) => (
            <li key={official_id}>
              <Link href={`/officials/${official_id}`}>{official}</Link>{' '}
              <span className="quiet small">{teamRoleWords[role]}</span>
            </li>
          ))}
        </ul>
      </PanePart>
      {ending && (
        <EndDialog
          title="Kết thúc tổ chỉ đạo"
          action="Kết thúc"
          done={`Đã kết thúc ${team.name}`}
          lines={[team.name, 'Phân công của tổ kết thúc cùng ngày.']}
          end={(valid_to, reason) => client.officials.endTeam({ id: team.id, valid_to, reason })}
          onClose={() => setEnding(false)}
        />
      )}
    </Pane>
  );
}

/** Guidance teams and who is in them. */
export function TeamsList({ text, tools }: { text: string; tools: ReactNode }) {
  const { asOf } = usePeriod();
  const [open, setOpen] = useKeptText('teams:open');
  const [editing, setEditing] = useState<TeamRecord | 'new' | null>(null);
  useKeys({ 'ctrl+n': () => setEditing('new') });
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
  const opened = teams.data.find(({ id }) => id === open);
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <Button className="tools-end" onClick={() => setEditing('new')}>
            Lập tổ chỉ đạo
          </Button>
        </>
      }
      foot={<span>{formatInt(ids.length)} tổ chỉ đạo</span>}
      pane={
        opened && (
          <TeamPane key={opened.id} team={opened} onEdit={() => setEditing(opened)} onClose={() => setOpen('')} />
        )
      }
    >
      <DataTable
        label="Tổ chỉ đạo"
        keep="teams"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        onCurrent={(id) => open && setOpen(id)}
        current={open || undefined}
        autoFocus
        empty={
          teams.data.length > 0 ? (
            <NoMatch title="Không có tổ nào khớp" />
          ) : (
            <EmptyState title="Chưa có tổ chỉ đạo nào">
              <p>Tổ được đọc từ bảng phân công khi nhập dữ liệu, hoặc lập ở đây: “Lập tổ chỉ đạo” (Ctrl+N).</p>
            </EmptyState>
          )
        }
      />
      {editing && <TeamDialog team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </ListScreen>
  );
}
