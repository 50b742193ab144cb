import { useCallback, useState } from 'react';

type Widths = Record<string, number>;

function stored(key: string): Widths {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, width]) => typeof width === 'number'));
  } catch {
    return {};
  }
}

/** Widths of columns as the clerk drew them, remembered on this machine. */
export function useColumnWidths(keep: string) {
  const key = `widths:${keep}`;
  const [widths, setWidths] = useState(() => stored(key));
  const change = useCallback(
    (updater: Widths | ((old: Widths) => Widths)) => {
      setWidths((old) => {
        const next = typeof updater === 'function' ? updater(old) : updater;
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  return [widths, change] as const;
}
