import { useCallback, useMemo } from 'react';
import { useKeptText } from './kept.ts';

/** A remembered set of ids, and how to put one in or take it out. */
export function useKeptSet(key: string): [ReadonlySet<string>, (id: string, present?: boolean) => void] {
  const [text, setText] = useKeptText(key);
  const set = useMemo(() => new Set(text.split(' ').filter(Boolean)), [text]);
  const toggle = useCallback(
    (id: string, present = !set.has(id)) => {
      const next = new Set(set);
      if (present) next.add(id);
      else next.delete(id);
      setText([...next].join(' '));
    },
    [set, setText],
  );
  return [set, toggle];
}
