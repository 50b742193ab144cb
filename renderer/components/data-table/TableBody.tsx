// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { readKept } from '../../app/kept.ts';
import type { Column } from './column.ts';
import { RowNodes } from './row-nodes.ts';
import { TableRow } from './TableRow.tsx';

type Props<T> = {
  gridId: string;
  keep: string;
  ids: readonly string[];
  rowOf: (id: string) => T | undefined;
  onWindow: ((first: number, last: number) => void) | undefined;
  columns: readonly Column<T>[];
  template: string;
  headings: number;
  rowClass: ((row: T) => string) | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  /** Pixels: of a row, and of what covers the foot of the view or takes its room. */
  rowHeight: number;
  covered: number;
  cursor: { row: number; column: number | null };
  isSelected: (id: string, row: number) => boolean;
  /** Is given the way to bring a row into view. */
  reveal: RefObject<(row: number) => void>;
};

/** Rows drawn beyond the view at either end, so that the next ones are there when the wheel turns. */
const overscan = 4;

/** The windowed rows: the only part of the table that is drawn anew while it scrolls. */
export function TableBody<T>(props: Props<T>) {
  const { gridId, keep, ids, rowOf, onWindow, columns, template, headings, cursor, scroller, rowHeight, reveal } =
    props;
  const { covered } = props;
  // A row is drawn anew only when something of it has changed: not while others scroll by.
  const [Row] = useState(() => memo(TableRow<T>));
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: readKept(`${keep}:scroll`, 0, (value) => typeof value === 'number'),
  });
  // Letters of another size: rows of another height.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew because the height is another
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useLayoutEffect(() => {
    reveal.current = (row) => {
      const box = scroller.current;
      // The first row of a list at its top, as after every letter of a search: to ask more, the page would have to be laid out.
      if (!box || (row === 0 && virtualizer.scrollOffset === 0)) return;
      // Rows are of one height, so their places are known: the virtualizer would have the page laid out twice to be sure.
      const top = row * rowHeight;
      const lowest = top + rowHeight + covered - box.clientHeight;
      if (box.scrollTop > top) box.scrollTop = top;
      else if (box.scrollTop < lowest) box.scrollTop = lowest;
    };
  }, [reveal, virtualizer, scroller, rowHeight, covered]);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const isDrawn = cursor.row >= first && cursor.row <= last && items.length > 0;
  useEffect(() => onWindow?.(first, last), [first, last, onWindow]);
  // Told to the grid with the rows themselves: a row out of view is not in the page, nothing there could be pointed to.
  useLayoutEffect(() => {
    const grid = scroller.current;
    if (!isDrawn) return;
    grid?.setAttribute('aria-activedescendant', `${gridId}-${cursor.row}`);
    return () => grid?.removeAttribute('aria-activedescendant');
  }, [isDrawn, gridId, cursor.row, scroller]);
  const [nodes] = useState(() => new RowNodes());
  const most = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 1 + 2 * overscan;
  const slots = Math.max(items.length, most);
  const drawn = nodes.inOrder(items, slots, virtualizer.isScrolling);
  return (
    <div role="rowgroup" className="data-table-body" style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map(({ index, start }) => {
        const id = ids[index] ?? '';
        const isCurrent = index === cursor.row;
        return (
          <Row
            key={index % slots}
            record={id}
            id={`${gridId}-${index}`}
            index={index}
            top={start}
            template={template}
            columns={columns}
            row={rowOf(id)}
            headings={headings}
            rowClass={props.rowClass}
            current={isCurrent}
            cellColumn={isCurrent ? cursor.column : null}
            selected={props.isSelected(id, index)}
          />
        );
      })}
    </div>
  );
}
