import type { RuleValue } from '../rules/rule-values.ts';
import type { Dated } from '../schema/column-types.ts';
import { isInForce } from '../schema/dated.ts';
import { lastDayOfMonth, type Month } from '../vietnamese/dates.ts';

/** One row of an annex: visits a year over all its targets together. */
export interface QuotaEntry extends Dated {
  minVisits: number;
}

type Proration = RuleValue<'quota_proration'>;

/**
 * Months in force. A month belongs to what is in force on its last day, so that of two successive assignments exactly
 * one has it (handbook R27, R28 reckon in whole months).
 */
export function monthsInForce(dated: Dated, months: readonly Month[]): number {
  if (dated.valid_from === null && dated.valid_to === null) return months.length;
  return months.filter((month) => isInForce(dated, lastDayOfMonth(month))).length;
}

/**
 * What each entry of one official adds to the quota over `months` of a year (handbook R27, R28), in the order given;
 * their sum is the quota. By month: quota × months / 12, rounded up, at least 1 unless less than a month is left,
 * either each row of the annex by itself or all rows of the official together. Whole: the full quota of each entry.
 */
export function quotaShares(entries: readonly QuotaEntry[], months: readonly Month[], rule: Proration): number[] {
  if (rule.mode === 'whole') return entries.map((entry) => (monthsInForce(entry, months) > 0 ? entry.minVisits : 0));
  const twelfths = entries.map((entry) => entry.minVisits * monthsInForce(entry, months));
  if (rule.rounded === 'entry') return twelfths.map((share) => Math.ceil(share / 12));
  let sum = 0;
  return twelfths.map((share) => {
    const before = Math.ceil(sum / 12);
    sum += share;
    return Math.ceil(sum / 12) - before;
  });
}

/** Visits an official has to make over `months` of a year. */
export function quotaOver(entries: readonly QuotaEntry[], months: readonly Month[], rule: Proration): number {
  return quotaShares(entries, months, rule).reduce((sum, share) => sum + share, 0);
}
