import type { RuleValue } from '../rules/rule-values.ts';
import type { Month } from '../vietnamese/dates.ts';
import type { AssignmentBook } from './assignment-book.ts';
import { monthsInForce, quotaShares } from './quota.ts';
import { isOnlyKnownAtYearEnd, regulationShares } from './regulation-quota.ts';

/** What one row of the annex, or one quota of a regulation, adds to an official's quota. `months`: while it held. */
export interface QuotaPart {
  source: 'assignment_entry' | 'quota';
  id: string;
  amount: number;
  months: { from: Month; to: Month } | null;
}

/** The parts of a quota; `unknown`: no number applies; `at_year_end`: it is shown only when the year is over (BC-02). */
export type OfficialQuota = { parts: readonly QuotaPart[] } | 'unknown' | 'at_year_end';

/**
 * Visits an official has to make over `months` of `year`, January first: the numbers of the annex rows (R28), and what
 * the regulation in force asks of the title held where a row has none (R27). Where a row has no number and no regulation
 * asks anything of the official in the year, the quota is not known, which is not 0 (R42).
 */
export function officialQuota(
  book: AssignmentBook,
  officialId: string,
  { months, year }: { months: readonly Month[]; year: readonly Month[] },
  rule: RuleValue<'quota_proration'>,
): OfficialQuota {
  const entries = book.asking(officialId, (entry) => monthsInForce(entry, year) > 0);
  const numbered = entries.flatMap(({ minVisits, ...entry }) => (minVisits === null ? [] : [{ ...entry, minVisits }]));
  const demands = book.demandsOf(officialId, year);
  if (demands.length === 0 && (entries.length === 0 || numbered.length < entries.length)) return 'unknown';
  const isWhole = numbered.length > 0 && rule.mode === 'whole' && months.length < 12;
  if (isWhole || isOnlyKnownAtYearEnd(demands, months)) return 'at_year_end';
  const shares = quotaShares(numbered, months, rule);
  const parts: QuotaPart[] = [
    ...numbered.map(({ id }, index) => ({
      source: 'assignment_entry' as const,
      id,
      amount: shares[index] ?? 0,
      months: null,
    })),
    ...regulationShares(demands, months).map(({ quotaId, amount, from, to }) => ({
      source: 'quota' as const,
      id: quotaId,
      amount,
      months: { from, to },
    })),
  ];
  return { parts: parts.filter(({ amount }) => amount > 0) };
}
