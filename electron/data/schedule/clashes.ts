import type { BoardCell, PlanRecord } from '../../contract/schedule.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';

export interface Clash {
  date: string;
  words: string;
  plan_ids: string[];
}

const countWords = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];

/**
 * What does not fit on a month's board, in words: an official in more places on a day than the rule allows (R33), and a
 * plan on a day on which its cell does not meet (R2, R3). `timeOf`: when a cell usually meets.
 */
export function findClashes(
  plans: readonly PlanRecord[],
  cells: readonly BoardCell[],
  visitsPerDay: number,
  timeOf: (cellId: string) => string | null,
): Clash[] {
  const open = plans.filter(
    ({ state, date }) => date !== null && !['missed', 'cancelled', 'substitute_sent'].includes(state),
  );
  const together = Map.groupBy(open, ({ official_id, date }) => `${date} ${official_id}`);
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
        words: `Ngày ${shown(first.date)}: ${first.official} có ${countWords[group.length] ?? group.length} nơi ${when}: ${cellNames}.`,
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
