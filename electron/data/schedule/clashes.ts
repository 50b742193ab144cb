import type { BoardCell, PlanRecord } from '../../contract/schedule.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';

export interface Clash {
  date: string;
  words: string;
  plan_ids: string[];
}

const countWords = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];

/**
 * What does not fit on a month's board, in words: an official in more places on a day than the rule allows (R33), as himself or for somebody else (R31), and a
 * plan on a day on which its cell does not meet (R2, R3). `timeOf`: when a cell usually meets.
 */
export function findClashes(
  plans: readonly PlanRecord[],
  cells: readonly BoardCell[],
  visitsPerDay: number,
  timeOf: (cellId: string) => string | null,
): Clash[] {
  const going = plans.flatMap((plan): (PlanRecord & { who: string | null; name: string | null })[] => {
    if (plan.date === null || plan.state === 'missed' || plan.state === 'cancelled') return [];
    return plan.state === 'substitute_sent'
      ? [{ ...plan, who: plan.substitute_id, name: plan.substitute }]
      : [{ ...plan, who: plan.official_id, name: plan.official }];
  });
  const open = going.filter(({ state }) => state !== 'substitute_sent');
  const together = Map.groupBy(
    going.filter(({ who }) => who !== null),
    ({ who, date }) => `${date} ${who}`,
  );
  const many = [...together.values()].flatMap((group): Clash[] => {
    const [first] = group;
    if (!first || first.date === null || group.length <= visitsPerDay) return [];
    const times = new Set(group.map(({ cell_id }) => (cell_id === null ? null : timeOf(cell_id))));
    const [time] = times;
    const when = times.size === 1 && time ? `cùng giờ (${time})` : 'cùng ngày';
    const cellNames = group.map(({ cell }) => cell ?? 'chi bộ chưa chọn').join(', ');
    return [
      {
        date: first.date,
        words: `Ngày ${shown(first.date)}: ${first.name} có ${countWords[group.length] ?? group.length} nơi ${when}: ${cellNames}.`,
        plan_ids: group.map(({ id }) => id),
      },
    ];
  });
  const dayOf = new Map(cells.map(({ cell_id, day }) => [cell_id, day]));
  const elsewhen = open.flatMap(({ id, cell_id, cell, date, official, visit_id }): Clash[] => {
    const day = cell_id === null ? null : dayOf.get(cell_id);
    if (date === null || day === null || day === undefined || day === date || visit_id !== null) return [];
    return [
      {
        date,
        words: `Ngày ${shown(date)}: ${official} có lịch dự ${cell}, nhưng chi bộ sinh hoạt ngày ${shown(day)}.`,
        plan_ids: [id],
      },
    ];
  });
  return [...many, ...elsewhen].sort((a, b) => a.date.localeCompare(b.date));
}

function shown(date: string): string {
  const day = parseIsoDate(date);
  return day === null ? date : formatDate(day);
}
