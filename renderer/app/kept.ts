import { useCallback, useState } from 'react';

/**
 * What a screen remembers while the window is open: filters, the cursor's row, the scroll. So "back" returns to the
 * same row. Widths of columns live longer, in `localStorage`.
 */
const kept = new Map<string, unknown>();

/** Another office: nothing remembered of the last one applies. */
export function forgetKept(): void {
  kept.clear();
}

export function readKept<T>(key: string, initial: T, isRight: (value: unknown) => value is T): T {
  const value = kept.get(key);
  return isRight(value) ? value : initial;
}

export function writeKept(key: string, value: unknown): void {
  kept.set(key, value);
}

/** Like `useState`, but the value is still there when the screen is opened again. Text only. */
export function useKeptText(key: string, initial = ''): [string, (value: string) => void] {
  const [value, setValue] = useState(() => readKept(key, initial, (found) => typeof found === 'string'));
  const set = useCallback(
    (next: string) => {
      writeKept(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, set];
}

/** The same for one word of a closed list; null when nothing is chosen. */
export function useKeptChoice<T extends string>(
  key: string,
  choices: readonly T[],
  initial: T | null,
): [T | null, (value: T | null) => void] {
  const [text, setText] = useKeptText(key, initial ?? '');
  const set = useCallback((next: T | null) => setText(next ?? ''), [setText]);
  return [choices.find((choice) => choice === text) ?? null, set];
}
