import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useTextScale } from '../../app/display.ts';
import { type Column, fittingColumns } from './column.ts';

/** The columns there is room for in the scroller as it stands: a pane beside the list takes some away. */
export function useFittingColumns<T>(
  columns: readonly Column<T>[],
  scroller: RefObject<HTMLDivElement | null>,
): readonly Column<T>[] {
  const scale = useTextScale();
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setRoom(box.clientWidth));
    setRoom(box.clientWidth);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
  return useMemo(() => fittingColumns(columns, room / scale), [columns, room, scale]);
}
