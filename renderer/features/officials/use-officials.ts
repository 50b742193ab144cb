import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { readPeriod } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';

/** Officials, their assignments, what is not in order with them, and the year's BC-02, all as of the period. */
export function useOfficials() {
  const { asOf, period } = usePeriod();
  const year = String(readPeriod(period)?.year ?? asOf.slice(0, 4));
  const officials = useQuery(
    api.officials.list.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const assignments = useQuery(
    api.officials.assignments.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  const report = useQuery(
    api.reports.run.queryOptions({ input: { code: 'BC-02', period: year }, placeholderData: keepPreviousData }),
  );
  const checks = useQuery(
    api.officials.checks.queryOptions({ input: { as_of: asOf }, placeholderData: keepPreviousData }),
  );
  return { officials, assignments, report, checks, year };
}
