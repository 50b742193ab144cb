import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PlanRecord } from '../../../electron/contract/schedule.ts';
import { documentPath } from '../../app/document-path.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { periodLabel, shiftPeriod } from '../../app/period.ts';
import { localToday } from '../../components/date-input.ts';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { Icon } from '../../components/icons.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { MonthBoard } from './MonthBoard.tsx';
import { MonthPane } from './MonthPane.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { type Scope, type Tools, useBoard, useBoardMonth, useMovePlan } from './use-schedule.ts';

type Props = { tools: Tools; scope: Scope; onNew: (day: string) => void };

/** The month board with the chosen day beside it. */
export function BoardView({ tools, scope, onNew }: Props) {
  const { month, setMonth } = useBoardMonth();
  const board = useBoard(month, scope);
  const handOver = useHandOver();
  const { move, error } = useMovePlan();
  const [chosen, setDay] = useState<string | null>(null);
  const [open, setOpen] = useState<{ plan: PlanRecord; date?: string } | null>(null);
  if (board.isError) return <ErrorState error={board.error} />;
  if (!board.data) return <Waiting />;
  const { cells, plans, clashes } = board.data;
  const day = chosen?.startsWith(month) ? chosen : firstDay(month, cells);
  const onMove = (plan: PlanRecord, date: string) => {
    if (plan.visit_id !== null) return;
    if (plan.past) setOpen({ plan, date });
    else move(plan, date);
  };
  const take = (format: 'docx' | 'xlsx' | 'ics') => handOver(() => client.schedule.file({ month, format, ...scope }));
  return (
    <ListScreen
      tools={tools()}
      pane={
        cells.length > 0 && (
          <MonthPane board={board.data} day={day} onOpen={(plan) => setOpen({ plan })} onNew={() => onNew(day)} />
        )
      }
      foot={
        <>
          <span className="schedule-month">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Tháng trước"
              onClick={() => setMonth(shiftPeriod(month, -1))}
            >
              <Icon name="left" />
            </ActionIcon>
            {periodLabel(month)}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Tháng sau"
              onClick={() => setMonth(shiftPeriod(month, 1))}
            >
              <Icon name="right" />
            </ActionIcon>
          </span>
          <span>
            {formatInt(plans.length)} lượt dự · {formatInt(cells.length)} chi bộ
            {clashes.length > 0 && <span className="caution"> · {clashes.length} điểm chưa khớp</span>}
          </span>
          <span>
            <Link
              href={documentPath('thong-bao-lich', {
                period: month,
                ...(scope.organisation_id ? { unit: scope.organisation_id } : {}),
              })}
            >
              Thông báo lịch
            </Link>
            {' · '}Xuất lịch:{' '}
            <button type="button" className="door" onClick={() => take('docx')}>
              Word
            </button>
            {' · '}
            <button type="button" className="door" onClick={() => take('xlsx')}>
              Excel
            </button>
            {' · '}
            <button type="button" className="door" onClick={() => take('ics')}>
              Lịch .ics
            </button>
          </span>
          <Hint words="Kéo hoặc Ctrl+mũi tên: chuyển ngày" />
        </>
      }
    >
      {error && <ErrorState error={error} />}
      {cells.length === 0 ? (
        <EmptyState title="Chưa có chi bộ nào để lập lịch">
          <p>
            Nhập danh sách tổ chức đảng (<Link href="/imports">Nhập dữ liệu</Link>), hoặc chọn tổ chức khác ở trên.
          </p>
        </EmptyState>
      ) : (
        <>
          {plans.length === 0 && (
            <p className="schedule-empty">
              {periodLabel(month)} chưa có lịch dự. Bấm “Đề xuất lịch” để chương trình xếp luân phiên theo phân công,
              hoặc “Lập lịch dự” để ghi từng lượt.
            </p>
          )}
          <MonthBoard
            month={month}
            board={board.data}
            day={day}
            onDay={setDay}
            onOpen={(plan) => setOpen({ plan })}
            onMove={onMove}
          />
        </>
      )}
      {open && (
        <PlanDialog
          plan={open.plan}
          change={
            open.date !== undefined || open.plan.date === null ? 'move' : open.plan.past ? 'missed' : 'cell_notified'
          }
          date={open.date}
          onClose={() => setOpen(null)}
        />
      )}
    </ListScreen>
  );
}

/** Today in its month; else the day on which most cells meet. */
function firstDay(month: string, cells: readonly { day: string | null }[]): string {
  const today = localToday();
  if (today.startsWith(month)) return today;
  const days = Map.groupBy(cells, (cell) => cell.day);
  const [busiest] = [...days].filter(([day]) => day?.startsWith(month)).sort((a, b) => b[1].length - a[1].length);
  return busiest?.[0] ?? `${month}-01`;
}
