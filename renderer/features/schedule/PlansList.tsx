import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { PlanRecord } from '../../../electron/contract/schedule.ts';
import { api } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, givenNameFirst, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatInt, formatMonth, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { codesOf, planStateWords } from '../../components/words.ts';
import { PlanDialog } from './PlanDialog.tsx';
import type { Scope, Tools } from './use-schedule.ts';

const columns: readonly Column<PlanRecord>[] = [
  {
    key: 'date',
    heading: 'Ngày',
    width: 104,
    text: (plan) => (plan.date ? formatDate(plan.date) : formatMonth(plan.period)),
    date: ({ date, period }) => date ?? period,
    sortBy: ({ date, period }) => date ?? period,
  },
  {
    key: 'official',
    heading: 'Cán bộ',
    width: 190,
    text: ({ official }) => official,
    sortBy: ({ official }) => givenNameFirst(official),
  },
  {
    key: 'cell',
    heading: 'Chi bộ',
    width: 240,
    grow: true,
    text: ({ cell }) => cell ?? 'Chi bộ bất kỳ được phân công',
    sortBy: ({ cell }) => cell,
  },
  { key: 'grassroots', heading: 'Đảng bộ', width: 180, spare: 1, text: ({ grassroots }) => formatText(grassroots) },
  {
    key: 'state',
    heading: 'Kết quả',
    width: 140,
    text: (plan) => stateText(plan),
    sortBy: (plan) => planStateWords[plan.state],
    cell: (plan) => <span className={needsWord(plan) ? 'caution' : ''}>{stateText(plan)}</span>,
  },
  {
    key: 'reason',
    heading: 'Lý do, người dự thay',
    width: 220,
    spare: 2,
    text: ({ reason, substitute }) => formatText([substitute, reason].filter(Boolean).join('; ')),
  },
];

/** The day is over and nobody has said what became of it. */
function needsWord({ past, state }: PlanRecord): boolean {
  return past && (state === 'planned' || state === 'cell_notified' || state === 'rescheduled');
}

function stateText(plan: PlanRecord): string {
  return needsWord(plan) && plan.visit_id === null ? 'Đã qua, chưa ghi' : planStateWords[plan.state];
}

const states = codesOf(planStateWords);

/** The plans of the period as a list, with what became of each. */
export function PlansList({ tools, scope }: { tools: Tools; scope: Scope }) {
  const { from, to, label } = usePeriod();
  const [state, setState] = useKeptChoice('schedule:state', states, null);
  const [sort, setSort] = useState<Sort | null>(null);
  const [open, setOpen] = useState<PlanRecord | null>(null);
  const plans = useQuery(
    api.schedule.plans.queryOptions({ input: { from, to, ...scope }, placeholderData: keepPreviousData }),
  );
  const shown = useMemo(() => {
    const found = (plans.data ?? []).filter((plan) => state === null || plan.state === state);
    return new Map(sortRows(found, columns, sort).map((plan) => [plan.id, plan]));
  }, [plans.data, state, sort]);
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (plans.isError) return <ErrorState error={plans.error} />;
  if (!plans.data) return <Waiting />;
  const waiting = plans.data.filter((plan) => needsWord(plan) && plan.visit_id === null).length;
  return (
    <ListScreen
      tools={tools(
        <SelectFilter
          label="Kết quả"
          none="Mọi kết quả"
          words={planStateWords}
          value={state}
          onChange={(code) => setState(states.find((each) => each === code) ?? null)}
        />,
      )}
      foot={
        <>
          <span>
            {label}: {formatInt(ids.length)} lượt
            {waiting > 0 && <span className="caution"> · {formatInt(waiting)} đã qua, chưa ghi kết quả</span>}
          </span>
          <Hint words="Enter: ghi kết quả, chuyển ngày · Ctrl+N: lập lịch dự" />
        </>
      }
    >
      <DataTable
        label="Danh sách lịch dự"
        keep="plans"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => setOpen(shown.get(id) ?? null)}
        onEdit={(id) => setOpen(shown.get(id) ?? null)}
        autoFocus
        empty={
          plans.data.length > 0 ? (
            <NoMatch title="Không có lịch dự nào khớp" />
          ) : (
            <EmptyState title={`Chưa có lịch dự trong kỳ ${label}`}>
              <p>Bấm “Đề xuất lịch” để xếp luân phiên theo phân công, hoặc “Lập lịch dự” để ghi từng lượt.</p>
            </EmptyState>
          )
        }
      />
      {open && <PlanDialog plan={open} change={open.past ? 'missed' : 'cell_notified'} onClose={() => setOpen(null)} />}
    </ListScreen>
  );
}
