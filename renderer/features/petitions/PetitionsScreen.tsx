import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Sort } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, FigureButton, NoMatch, Waiting } from '../../components/states.tsx';
import { codesOf, petitionStateWords } from '../../components/words.ts';
import { BodiesList } from './BodiesList.tsx';
import { PetitionDialog } from './PetitionDialog.tsx';
import { PetitionPane } from './PetitionPane.tsx';
import { petitionColumns } from './petition-columns.tsx';
import { hasTask, type Task, usePetitionFilters, usePetitions } from './use-petitions.ts';

const views = ['petitions', 'bodies'] as const;

/** What cells ask for, who answers, and what is to be done about it today; the catalogue of bodies beside it. */
export function PetitionsScreen({ selected }: { selected: string | undefined }) {
  const [view, setView] = useKeptChoice('petitions:view', views, 'petitions');
  const [, navigate] = useLocation();
  const shown = selected ? 'petitions' : view;
  const tools = (
    <SegmentedControl
      aria-label="Cách xem"
      value={shown ?? 'petitions'}
      onChange={(value) => {
        setView(views.find((candidate) => candidate === value) ?? null);
        if (selected) navigate('/petitions');
      }}
      data={[
        { value: 'petitions', label: 'Kiến nghị' },
        { value: 'bodies', label: 'Đơn vị giải quyết' },
      ]}
    />
  );
  return shown === 'bodies' ? <BodiesList tools={tools} /> : <PetitionsList tools={tools} selected={selected} />;
}

function PetitionsList({ tools, selected }: { tools: React.ReactNode; selected: string | undefined }) {
  const { label } = usePeriod();
  const [, navigate] = useLocation();
  const filters = usePetitionFilters();
  const [sort, setSort] = useState<Sort | null>(null);
  const [creating, setCreating] = useState(false);
  const { all, lines, shown } = usePetitions(filters, petitionColumns, sort);
  const lists = useQuery(api.petitions.fields.queryOptions());
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  useKeys({ 'ctrl+n': () => setCreating(true) });
  if (all.isError) return <ErrorState error={all.error} />;
  if (!all.data) return <Waiting />;
  const figure = (task: Task, name: string) => (
    <FigureButton
      value={formatInt(lines.filter((petition) => hasTask(petition, task)).length)}
      label={`Chỉ xem: ${name}`}
      pressed={filters.task === task}
      onOpen={() => filters.setTask(filters.task === task ? null : task)}
    />
  );
  const fieldWords = Object.fromEntries((lists.data?.fields ?? []).map((field) => [field.code, field.label]));
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <FilterBox
            value={filters.text}
            onChange={filters.setText}
            placeholder="Tìm nội dung, chi bộ; không cần dấu"
          />
          <SelectFilter
            label="Trạng thái"
            none="Mọi trạng thái"
            words={petitionStateWords}
            value={filters.state}
            onChange={(value) => filters.setState(codesOf(petitionStateWords).find((code) => code === value) ?? null)}
          />
          <SelectFilter
            label="Lĩnh vực"
            none="Mọi lĩnh vực"
            words={fieldWords}
            value={filters.field || null}
            onChange={(value) => filters.setField(value ?? '')}
          />
          {!selected && (
            <Link href="/remarks" className="door">
              Nhận xét năm
            </Link>
          )}
          <RightButton needs="petitions.create" className="tools-end" onClick={() => setCreating(true)}>
            Ghi kiến nghị
          </RightButton>
        </>
      }
      foot={
        <>
          <span>
            {label} và còn mở: {formatInt(lines.length)} · còn mở {figure('open', 'còn mở')} · quá hạn{' '}
            {figure('overdue', 'quá hạn')} · chưa báo lại chi bộ {figure('not_told', 'chưa báo lại chi bộ')} · đến hạn
            trong tuần {figure('due_soon', 'đến hạn trong tuần')}
          </span>
          <Hint words="Enter: xem bên phải · Ctrl+N: ghi kiến nghị" />
        </>
      }
      pane={selected && <PetitionPane key={selected} id={selected} onClose={() => navigate('/petitions')} />}
    >
      <DataTable
        label="Ý kiến, kiến nghị"
        keep="petitions"
        columns={petitionColumns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        current={selected}
        onOpen={(id) => navigate(`/petitions/${id}`, { replace: selected !== undefined })}
        onCurrent={(id) => selected && navigate(`/petitions/${id}`, { replace: true })}
        autoFocus
        empty={
          lines.length > 0 ? (
            <NoMatch title="Không có kiến nghị nào khớp" />
          ) : (
            <EmptyState title={`Chưa có ý kiến, kiến nghị nào trong kỳ ${label}`}>
              <p>
                Ghi kiến nghị ở đây (Ctrl+N), hoặc ở bước Thảo luận của <Link href="/meetings">buổi sinh hoạt</Link>.
              </p>
            </EmptyState>
          )
        }
      />
      {creating && <PetitionDialog onClose={() => setCreating(false)} onSaved={(id) => navigate(`/petitions/${id}`)} />}
    </ListScreen>
  );
}
