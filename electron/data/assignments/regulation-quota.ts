import type { QuotaCycle } from '../schema/column-types.ts';
import type { Month } from '../vietnamese/dates.ts';
import type { QuotaRule } from './quota-rule.ts';

/** A rule that asks something in one month: of `targets` targets where it is per cell, else of 1. */
export interface MonthlyDemand {
  month: Month;
  rule: QuotaRule;
  targets: number;
}

/** Visits that one rule asks over some months; `from`, `to`: the first and last month it held. */
export interface RuleShare {
  quotaId: string;
  from: Month;
  to: Month;
  amount: number;
}

const monthsOf: Readonly<Record<QuotaCycle, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Visits asked over `months` of one year, January first (handbook R27, R28), rule by rule. Each cycle is rounded up by
 * itself; in it the months under successive rules are added before rounding: 6 months at 2 a year and 6 at 3 are
 * ceil(1 + 1,5) = 3. A rule without proration asks its whole number at the end of the cycle, and of successive rules the
 * last one asks. `demands`: one rule a month and official, or none.
 */
export function regulationShares(demands: readonly MonthlyDemand[], months: readonly Month[]): RuleShare[] {
  const asked = demands.filter(({ month }) => months.includes(month));
  const cycles = Map.groupBy(asked, ({ month, rule }) => cycleOf(month, rule.cycle));
  const amounts = new Map<string, RuleShare>();
  for (const cycle of cycles.values()) {
    for (const { demand, amount } of sharesOfCycle(cycle, months)) {
      const { rule, month } = demand;
      const share = amounts.get(rule.id) ?? { quotaId: rule.id, from: month, to: month, amount: 0 };
      amounts.set(rule.id, { ...share, to: month > share.to ? month : share.to, amount: share.amount + amount });
    }
  }
  return [...amounts.values()];
}

/** Whether some rule shows its number only at the end of the year, which `months` do not reach (BC-02). */
export function isOnlyKnownAtYearEnd(demands: readonly MonthlyDemand[], months: readonly Month[]): boolean {
  return (
    months.length < 12 &&
    demands.some(
      ({ rule, month }) =>
        rule.cycle === 'year' && rule.proration === 'whole' && rule.minVisits > 0 && months.includes(month),
    )
  );
}

function sharesOfCycle(cycle: readonly MonthlyDemand[], months: readonly Month[]) {
  const last = cycle.at(-1);
  if (last?.rule.proration === 'whole') {
    const end = lastMonthOf(last);
    const isOver = months.some((month) => numberOf(month) === end);
    return cycle.map((demand) => ({
      demand,
      amount: demand === last && isOver ? demand.rule.minVisits * demand.targets : 0,
    }));
  }
  // In twelfths of a visit, so that nothing is lost before rounding.
  let sum = 0;
  return cycle.map((demand) => {
    const before = Math.ceil(sum / 12);
    sum += (demand.rule.minVisits * demand.targets * 12) / monthsOf[demand.rule.cycle];
    return { demand, amount: Math.ceil(sum / 12) - before };
  });
}

/** `year 1`, `quarter 3`, `month 11`: cycles of one kind and number belong together. */
function cycleOf(month: Month, cycle: QuotaCycle): string {
  return `${cycle} ${Math.ceil(numberOf(month) / monthsOf[cycle])}`;
}

/** The number of the month in which the cycle of a demand ends. */
function lastMonthOf({ month, rule }: MonthlyDemand): number {
  return Math.ceil(numberOf(month) / monthsOf[rule.cycle]) * monthsOf[rule.cycle];
}

function numberOf(month: Month): number {
  return Number(month.slice(5));
}
