import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A sheet of so many rows stands in the page as a whole; of a longer one the rows in view and some around them. */
const wholeUpTo = 400;
const around = 12;
/** Pixels, until a row is measured. */
const likelyHeight = 32;

/** Rows of the sheet to be drawn, in order, each with the empty room before it in pixels. */
type DrawnRow = { index: number; room: number };

/**
 * Which rows of a sheet are drawn: a province's five thousand cells were sixty thousand nodes. The row that is typed into stays,
 * wherever the sheet is scrolled. `reach` brings a box into view and takes it, drawn already or not.
 */
export function useRowWindow(box: RefObject<HTMLDivElement | null>, rows: number) {
  const [headHeight, setHeadHeight] = useState(0);
  const [current, setCurrent] = useState<number | null>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => setHeadHeight(box.current?.querySelector('thead')?.offsetHeight ?? 0), [box]);
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => likelyHeight,
    overscan: rows <= wholeUpTo ? rows : around,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (current === null || current >= rows || seen.includes(current)) return seen;
      return [...seen, current].toSorted((a, b) => a - b);
    },
  });
  const take = (selector: string) => {
    const input = box.current?.querySelector<HTMLInputElement>(selector);
    input?.focus();
    input?.select();
    return input !== null && input !== undefined;
  };
  // A box that was wanted before it was drawn is taken when it is.
  useEffect(() => {
    if (wanted.current !== null && take(wanted.current)) wanted.current = null;
  });
  const reach = (row: number, selector: string) => {
    wanted.current = null;
    if (take(selector)) return;
    wanted.current = selector;
    setCurrent(row);
    virtualizer.scrollToIndex(row);
  };
  let end = headHeight;
  const drawn: DrawnRow[] = virtualizer.getVirtualItems().map((item) => {
    const room = item.start - end;
    end = item.end;
    return { index: item.index, room };
  });
  const roomAfter = virtualizer.getTotalSize() + headHeight - end;
  return { drawn, roomAfter, measure: virtualizer.measureElement, reach, stay: setCurrent };
}
