import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import type { PlanRecord } from '../../../electron/contract/schedule.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatDate } from '../../components/format.ts';

/** The month of the board: the last of the window's period. */
export function useBoardMonth() {
  const { to, setPeriod } = usePeriod();
  return { month: to, setMonth: setPeriod };
}

/** What every view of the schedule is narrowed to. */
export function useScheduleScope() {
  const [organisation, setOrganisation] = useKeptText('schedule:organisation');
  const [official, setOfficial] = useKeptText('schedule:official');
  const scope = {
    ...(organisation && { organisation_id: organisation }),
    ...(official && { official_id: official }),
  };
  return { organisation, setOrganisation, official, setOfficial, scope };
}

/** Views and filters above every view of the schedule; `more` are those of one view. */
export type Tools = (more?: ReactNode) => ReactNode;

export type Scope = ReturnType<typeof useScheduleScope>['scope'];

export function useBoard(month: string, scope: Scope) {
  return useQuery(api.schedule.board.queryOptions({ input: { month, ...scope }, placeholderData: keepPreviousData }));
}

/** Sets a plan on another day and offers to take that back. A plan that is over needs a reason: not done here. */
export function useMovePlan() {
  const offerUndo = useOfferUndo();
  const { mutate, error, isPending } = useChange((move: { plan: PlanRecord; date: string }) =>
    client.schedule.move({ id: move.plan.id, date: move.date }),
  );
  const move = useCallback(
    (plan: PlanRecord, date: string, done?: () => void) =>
      mutate(
        { plan, date },
        {
          onSuccess: () => {
            void offerUndo(`Đã chuyển lịch dự của ${plan.official} sang ngày ${formatDate(date)}`);
            done?.();
          },
        },
      ),
    [mutate, offerUndo],
  );
  return { move, error, isPending };
}
