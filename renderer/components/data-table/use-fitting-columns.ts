import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useTextScale } from '../../app/display.ts';
import { type Column, fittingColumns } from './column.ts';

/**
 * The columns there is room for in the scroller as it stands (a pane beside the list takes some away), and that room in
 * pixels.
 */
export function useFittingColumns<T>(
  columns: readonly Column<T>[],
  scroller: RefObject<HTMLDivElement | null>,
): readonly [columns: readonly Column<T>[], room: number] {
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
  const fitting = useMemo(() => fittingColumns(columns, room / scale), [columns, room, scale]);
  return [fitting, room];
}
