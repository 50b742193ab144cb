import { useCallback, useState } from 'react';
import type { ColumnChoice } from './chosen-columns.ts';

function stored(key: string): ColumnChoice {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, shown]) => typeof shown === 'boolean'));
  } catch {
    return {};
  }
}

/** The columns the clerk chose for a list, remembered on this machine: keys of columns, nothing of what is in them. */
export function useColumnChoice(keep: string): [ColumnChoice, (choice: ColumnChoice) => void] {
  const key = `columns:${keep}`;
  const [choice, setChoice] = useState(() => stored(key));
  const change = useCallback(
    (next: ColumnChoice) => {
      if (Object.keys(next).length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
      setChoice(next);
    },
    [key],
  );
  return [choice, change];
}
