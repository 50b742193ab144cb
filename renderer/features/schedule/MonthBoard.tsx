// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out as a month that fills its room
// biome-ignore-all lint/a11y/useFocusableInteractive: only days take the focus, one at a time
import { useCallback, useEffect, useRef } from 'react';
import type { Board, PlanRecord } from '../../../electron/contract/schedule.ts';
import { localToday } from '../../components/date-input.ts';
import { arrowStep, shiftDay, weekdays, weeksOf } from './calendar.ts';
import { PlanChip, planDrag } from './PlanChip.tsx';

type Props = {
  month: string;
  board: Board;
  day: string;
  onDay: (day: string) => void;
  onOpen: (plan: PlanRecord) => void;
  onMove: (plan: PlanRecord, date: string) => void;
};

/** Plans a day has room for; the chosen day scrolls. */
const roomFor = 3;

/** The month as a grid of days: how many cells meet, who visits whom; plans move by mouse and by keys. */
export function MonthBoard({ month, board, day, onDay, onOpen, onMove }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const follow = useRef<string | null>(null);
  const clashing = new Set(board.clashes.flatMap(({ plan_ids }) => plan_ids));
  const plansOf = Map.groupBy(board.plans, ({ date }) => date ?? '');
  const cellsOf = Map.groupBy(board.cells, (cell) => cell.day ?? '');
  const focus = useCallback((selector: string) => grid.current?.querySelector<HTMLElement>(selector)?.focus(), []);

  // A plan moved by keys keeps the focus in its new place.
  useEffect(() => {
    if (follow.current === null || !board.plans.some(({ id, date }) => id === follow.current && date === day)) return;
    focus(`[data-plan="${follow.current}"]`);
    follow.current = null;
  }, [board, day, focus]);

  const goTo = (next: string) => {
    if (!next.startsWith(month)) return;
    onDay(next);
    focus(`[data-day="${next}"]`);
  };
  const onDayKey = (event: React.KeyboardEvent, at: string) => {
    const step = arrowStep(event.key);
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    if (step !== null) {
      event.preventDefault();
      goTo(shiftDay(at, step));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      focus(`[data-day="${at}"] .plan-chip`);
    }
  };
  const onChipKey = (event: React.KeyboardEvent, plan: PlanRecord) => {
    const step = arrowStep(event.key);
    if (step !== null && event.ctrlKey && plan.date !== null && plan.visit_id === null) {
      event.preventDefault();
      const next = shiftDay(plan.date, step);
      follow.current = plan.id;
      onMove(plan, next);
      if (next.startsWith(month)) onDay(next);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const chips = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('.plan-chip') ?? [])];
      const index = chips.findIndex((chip) => event.currentTarget.isSameNode(chip));
      chips[index + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (event.key === 'Escape' && plan.date !== null) {
      event.preventDefault();
      event.stopPropagation();
      focus(`[data-day="${plan.date}"]`);
    }
  };

  return (
    <div ref={grid} className="month" role="grid" aria-label="Lịch tháng">
      <div className="month-week month-head" role="row">
        {weekdays.map((weekday) => (
          <div key={weekday} role="columnheader">
            {weekday}
          </div>
        ))}
      </div>
      {weeksOf(month).map((week, index) => (
        <div key={week.find((each) => each !== null) ?? index} className="month-week" role="row">
          {week.map((at, weekday) => {
            if (at === null) return <div key={weekdays[weekday]} role="gridcell" className="month-day" data-outside />;
            const plans = plansOf.get(at) ?? [];
            const meeting = cellsOf.get(at)?.length ?? 0;
            const isOpen = at === day;
            const shown = isOpen || plans.length <= roomFor ? plans : plans.slice(0, roomFor - 1);
            return (
              <div
                key={at}
                role="gridcell"
                className="month-day"
                data-day={at}
                data-today={at === localToday() || undefined}
                aria-selected={isOpen}
                tabIndex={isOpen ? 0 : -1}
                onClick={() => onDay(at)}
                onKeyDown={(event) => onDayKey(event, at)}
                onDragOver={(event) => {
                  if (event.dataTransfer.types.includes(planDrag)) event.preventDefault();
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  const plan = board.plans.find(({ id }) => id === event.dataTransfer.getData(planDrag));
                  if (plan && plan.date !== at) onMove(plan, at);
                }}
              >
                <div className="month-date">
                  <span className="unseen">{weekdays[weekday]}, ngày</span>
                  <span className="month-number">{Number(at.slice(8))}</span>
                  {meeting > 0 && <span className="quiet small">{meeting} chi bộ họp</span>}
                </div>
                <div className="month-plans">
                  {shown.map((plan) => (
                    <PlanChip
                      key={plan.id}
                      plan={plan}
                      clashes={clashing.has(plan.id)}
                      reachable={isOpen}
                      onOpen={() => {
                        onDay(at);
                        onOpen(plan);
                      }}
                      onKeyDown={(event) => onChipKey(event, plan)}
                    />
                  ))}
                  {plans.length > shown.length && (
                    <span className="quiet small">còn {plans.length - shown.length} lượt</span>
                  )}
                </div>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
