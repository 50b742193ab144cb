import { useCallback, useMemo } from 'react';
import { useKeptText } from './kept.ts';

type KeptSet = {
  set: ReadonlySet<string>;
  /** Puts an id in or takes it out. */
  toggle: (id: string) => void;
  /** Puts many in at once, or takes them out. */
  change: (ids: readonly string[], present: boolean) => void;
};

/** A remembered set of ids (without blanks in them). */
export function useKeptSet(key: string): KeptSet {
  const [text, setText] = useKeptText(key);
  const set = useMemo(() => new Set(text.split(' ').filter(Boolean)), [text]);
  const change = useCallback(
    (ids: readonly string[], present: boolean) => {
      const changed = new Set(ids);
      const others = [...set].filter((id) => !changed.has(id));
      setText([...others, ...(present ? changed : [])].join(' '));
    },
    [set, setText],
  );
  const toggle = useCallback((id: string) => change([id], !set.has(id)), [change, set]);
  return { set, toggle, change };
}
