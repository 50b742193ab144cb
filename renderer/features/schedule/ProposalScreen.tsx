import './schedule.css';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Proposal, ProposedVisit } from '../../../electron/contract/schedule.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { periodLabel, shiftPeriod } from '../../app/period.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { localToday } from '../../components/date-input.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { EmptyState, ErrorState, Note, Waiting } from '../../components/states.tsx';
import { useBoardMonth, useScheduleScope } from './use-schedule.ts';

const columns: readonly Column<ProposedVisit>[] = [
  { key: 'date', heading: 'Ngày', width: 100, text: ({ date }) => formatDate(date), date: ({ date }) => date },
  { key: 'official', heading: 'Cán bộ', width: 190, text: ({ official }) => official },
  { key: 'cell', heading: 'Chi bộ', width: 230, grow: true, text: ({ cell }) => cell },
  { key: 'grassroots', heading: 'Đảng bộ', width: 180, text: ({ grassroots }) => grassroots },
];

const spans = ['1', '3', '6', '12'];
const keyOf = ({ official_id, cell_id, date }: ProposedVisit) => `${official_id} ${cell_id} ${date}`;

/** A rotation as it is proposed, with what it could not give; nothing is written before it is accepted. */
export function ProposalScreen() {
  const [, navigate] = useLocation();
  const { month, setMonth } = useBoardMonth();
  const { scope } = useScheduleScope();
  const offerUndo = useOfferUndo();
  const thisMonth = localToday().slice(0, 7);
  const [from, setFrom] = useState(month < thisMonth ? thisMonth : month);
  const [count, setCount] = useState('6');
  const proposal = useQuery(
    api.schedule.propose.queryOptions({ input: { from, months: Number(count), ...scope }, staleTime: 0 }),
  );
  const accept = useChange((visits: Proposal['visits']) =>
    client.schedule.accept({
      visits: visits.map(({ official_id, cell_id, date }) => ({ official_id, cell_id, date })),
    }),
  );
  const shown = useMemo(
    () => new Map((proposal.data?.visits ?? []).map((visit) => [keyOf(visit), visit])),
    [proposal.data],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  const back = () => navigate('/schedule');
  useKeys({ escape: back });
  const months = Array.from({ length: 13 }).reduce<string[]>(
    (list) => [...list, list.length === 0 ? thisMonth : shiftPeriod(list.at(-1) ?? thisMonth, 1)],
    [],
  );
  const visits = proposal.data?.visits ?? [];
  return (
    <div className="proposal">
      <div className="proposal-list">
        <div className="list-screen-tools">
          <NativeSelect
            aria-label="Từ tháng"
            value={from}
            data={[...new Set([from, ...months])].map((value) => ({
              value,
              label: `Từ ${periodLabel(value).toLowerCase()}`,
            }))}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <NativeSelect
            aria-label="Trong bao nhiêu tháng"
            value={count}
            data={spans.map((value) => ({ value, label: `${value} tháng` }))}
            onChange={(event) => setCount(event.currentTarget.value)}
          />
          <Button className="tools-end" variant="default" onClick={back}>
            Quay lại
          </Button>
          <Button
            disabled={visits.length === 0}
            loading={accept.isPending}
            onClick={() =>
              accept.mutate(visits, {
                onSuccess: ({ written }) => {
                  void offerUndo(`Đã ghi ${formatInt(written)} lượt vào lịch`);
                  setMonth(from);
                  back();
                },
              })
            }
          >
            Ghi {formatInt(visits.length)} lượt vào lịch
          </Button>
        </div>
        {accept.error && <ErrorState error={accept.error} />}
        {proposal.isError && <ErrorState error={proposal.error} />}
        {proposal.isPending ? (
          <Waiting />
        ) : (
          <DataTable
            label="Lịch đề xuất"
            keep="proposal"
            columns={columns}
            ids={ids}
            rowOf={rowOf}
            autoFocus
            empty={
              <EmptyState title="Không có lượt nào để đề xuất">
                <p>
                  Chương trình xếp theo phân công đang có hiệu lực và ngày sinh hoạt của chi bộ. Xem bên phải những gì
                  chưa xếp được và vì sao.
                </p>
              </EmptyState>
            }
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="proposal-unmet form" tabIndex={0} aria-label="Những gì chưa xếp được">
        <Note tone="fine">
          Chưa ghi gì vào sổ. {formatInt(proposal.data?.kept ?? 0)} lượt đã có trong lịch được giữ nguyên. Chi bộ khó
          khăn xếp trước; không ai ở hai nơi cùng lúc.
        </Note>
        <h3 aria-level={2}>Chưa xếp được ({formatInt(proposal.data?.unmet.length ?? 0)})</h3>
        {proposal.data?.unmet.length === 0 && visits.length > 0 && (
          <p className="quiet">Mọi chi bộ và định mức đều được xếp.</p>
        )}
        <ul className="plain-list small">
          {(proposal.data?.unmet ?? []).map(({ kind, id, words }) => (
            <li key={`${kind} ${id}`}>
              <Icon name="warning" /> {words}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
