import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { type Period, periodBounds, periodLabel, readPeriod } from './period.ts';

type PeriodState = {
  period: Period;
  label: string;
  /** First and last month, for lists of meetings. */
  from: string;
  to: string;
  /** The day lists of members, organisations and officials are as of. */
  asOf: string;
  setPeriod: (period: Period) => void;
};

const PeriodContext = createContext<PeriodState | null>(null);
const storageKey = 'period';

/** The period that was shown last, else the last month that has meetings. */
export function firstPeriod(months: readonly string[]): Period {
  const stored = sessionStorage.getItem(storageKey);
  if (stored && readPeriod(stored)) return stored;
  return months.at(-1) ?? new Date().toISOString().slice(0, 7);
}

/** The one period of the window. It starts at the last month that has meetings. */
export function PeriodProvider({ months, children }: { months: readonly string[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<Period | null>(null);
  const period = chosen ?? firstPeriod(months);
  const setPeriod = useCallback((next: Period) => {
    sessionStorage.setItem(storageKey, next);
    setChosen(next);
  }, []);
  const state = useMemo(() => {
    const { from, to, lastDay } = periodBounds(period);
    return { period, label: periodLabel(period), from, to, asOf: lastDay, setPeriod };
  }, [period, setPeriod]);
  return <PeriodContext value={state}>{children}</PeriodContext>;
}

/** Forgets the period of an office that was closed. */
export function forgetPeriod(): void {
  sessionStorage.removeItem(storageKey);
}

export function usePeriod(): PeriodState {
  const state = useContext(PeriodContext);
  if (!state) throw new Error('usePeriod outside PeriodProvider');
  return state;
}
