import { useCallback, useEffect, useRef, useState } from 'react';
import { readKept, writeKept } from '../../app/kept.ts';
import { type Typed, type Typing, withTyping } from './entries.ts';

const nothing: Typed = new Map();

const isTyped = (value: unknown): value is Typed => value instanceof Map;

/**
 * What is typed in a grid over what is stored, with a way back step by step (Ctrl+Z). It is still there when the screen
 * is opened again under the same key; closing the window asks while something is not saved.
 */
export function useEntries(keep: string, stored: (row: string, column: string) => string) {
  const [typed, setTyped] = useState<Typed>(() => readKept(`${keep}:typed`, nothing, isTyped));
  useEffect(() => {
    writeKept(`${keep}:typed`, typed);
    if (typed.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keep, typed]);
  const past = useRef<{ typed: Typed; cell: string }[]>([]);
  const textOf = useCallback(
    (row: string, column: string) => typed.get(row)?.[column] ?? stored(row, column),
    [typed, stored],
  );
  const type = useCallback(
    (changes: readonly Typing[]) => {
      const [first, ...others] = changes;
      // Letters typed into one cell are one step.
      const cell = first && others.length === 0 ? `${first.row}\t${first.column}` : '';
      setTyped((old) => {
        if (cell === '' || past.current.at(-1)?.cell !== cell) past.current.push({ typed: old, cell });
        return withTyping(old, changes, stored);
      });
    },
    [stored],
  );
  const undo = useCallback(() => {
    const last = past.current.pop();
    if (last) setTyped(last.typed);
  }, []);
  const clear = useCallback(() => {
    past.current = [];
    setTyped(nothing);
  }, []);
  return { typed, textOf, type, undo, clear };
}
