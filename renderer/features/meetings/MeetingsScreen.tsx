import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, FigureButton, NoMatch, Waiting } from '../../components/states.tsx';
import { meetingColumns } from './meeting-columns.tsx';
import { type MeetingLine, meetingLines } from './meeting-lines.ts';
import { NewMeetingDialog } from './NewMeetingDialog.tsx';
import { NotHeldDialog } from './NotHeldDialog.tsx';

const stateOf = (line: MeetingLine) => (line.state === 'missing' ? 'missing' : line.meeting.state);

/** Meetings of the period; a month without a meeting says why, a cell without a word says that too. */
export function MeetingsScreen() {
  const { from, to, asOf, label } = usePeriod();
  const [, navigate] = useLocation();
  const [text, setText] = useKeptText('meetings:text');
  const [organisation, setOrganisation] = useKeptText('meetings:organisation');
  const [only, setOnly] = useKeptText('meetings:only');
  const [sort, setSort] = useState<Sort | null>(null);
  const [creating, setCreating] = useState<{ cell: string | null } | null>(null);
  const [notHeld, setNotHeld] = useState<{ cellId: string; cell: string; period: string } | null>(null);
  const where = organisation ? { organisation_id: organisation } : {};
  const meetings = useQuery(
    api.meetings.list.queryOptions({ input: { from, to, ...where }, placeholderData: keepPreviousData }),
  );
  const organisations = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  const month = from === to ? from : null;
  const columns = useMemo(() => meetingColumns(month === null), [month]);
  const lines = useMemo(() => {
    const all = organisations.data ?? [];
    const parents = new Map(all.map(({ id, parent_id }) => [id, parent_id]));
    const isUnder = (id: string): boolean => {
      for (let at: string | null | undefined = id; at; at = parents.get(at)) if (at === organisation) return true;
      return false;
    };
    return meetingLines(meetings.data ?? [], organisation ? all.filter(({ id }) => isUnder(id)) : all, month);
  }, [meetings.data, organisations.data, organisation, month]);
  const shown = useMemo(() => {
    const found = lines.filter(
      (line) =>
        (!only || stateOf(line) === only) &&
        (!text.trim() || matchesWords(columns.map((column) => column.text(line)).join(' '), text)),
    );
    return new Map(sortRows(found, columns, sort).map((line) => [line.id, line]));
  }, [lines, only, text, columns, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  const open = (id: string) => {
    const line = shown.get(id);
    if (line?.state === 'missing') setCreating({ cell: line.cell.id });
    else if (line) navigate(`/meetings/${line.id}`);
  };
  useKeys({ 'ctrl+n': () => setCreating({ cell: null }) });
  if (meetings.isError) return <ErrorState error={meetings.error} />;
  if (!meetings.data) return <Waiting />;
  const figure = (state: string, name: string) => (
    <FigureButton
      value={formatInt(lines.filter((line) => stateOf(line) === state).length)}
      label={`Chỉ xem: ${name}`}
      pressed={only === state}
      onOpen={() => setOnly(only === state ? '' : state)}
    />
  );
  return (
    <ListScreen
      tools={
        <>
          <FilterBox value={text} onChange={setText} placeholder="Tìm chi bộ, đảng bộ; không cần dấu" />
          <OrganisationPicker
            value={organisation || null}
            onChange={(id) => setOrganisation(id ?? '')}
            none="Mọi tổ chức"
            width={240}
          />
          <RightButton
            needs="meetings.saveCounts"
            variant="default"
            className="tools-end"
            onClick={() => navigate('/meetings/entry')}
          >
            Nhập số liệu nhanh
          </RightButton>
          <Button variant="default" onClick={() => navigate('/meetings/absences')}>
            Vắng nhiều kỳ
          </Button>
          <RightButton needs="meetings.create" onClick={() => setCreating({ cell: null })}>
            Ghi buổi sinh hoạt mới
          </RightButton>
        </>
      }
      foot={
        <>
          <span>
            {label}: {figure('held', 'đã họp')} buổi đã họp · {figure('not_held', 'không họp')} không họp có lý do
            {lines.some((line) => stateOf(line) === 'planned') && <> · {figure('planned', 'kế hoạch')} kế hoạch</>}
            {month && <> · {figure('missing', 'chưa báo cáo')} chi bộ chưa báo cáo</>}
          </span>
          <Hint words="Enter: mở buổi sinh hoạt · Ctrl+N: ghi buổi mới" />
        </>
      }
    >
      <DataTable
        label="Sinh hoạt chi bộ"
        keep="meetings"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={open}
        onEdit={open}
        autoFocus
        empty={
          lines.length > 0 ? (
            <NoMatch title="Không có buổi sinh hoạt nào khớp" />
          ) : (
            <EmptyState title={`Chưa có buổi sinh hoạt nào trong kỳ ${label}`}>
              <p>
                Nhập sổ theo dõi sinh hoạt (<Link href="/imports">Nhập dữ liệu</Link>), ghi buổi sinh hoạt mới, hoặc
                chọn kỳ khác ở đầu cửa sổ.
              </p>
            </EmptyState>
          )
        }
      />
      {creating && (
        <NewMeetingDialog
          cell={creating.cell}
          month={to}
          onClose={() => setCreating(null)}
          onNotHeld={(cellId, period) => {
            setCreating(null);
            const cell = organisations.data?.find(({ id }) => id === cellId)?.name ?? 'Chi bộ';
            setNotHeld({ cellId, cell, period });
          }}
        />
      )}
      {notHeld && <NotHeldDialog {...notHeld} onClose={() => setNotHeld(null)} />}
    </ListScreen>
  );
}
