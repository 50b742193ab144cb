import { type RefObject, useEffect, useRef, useState } from 'react';
import { readKept, writeKept } from '../../app/kept.ts';
import type { Column } from './column.ts';
import { type Cursor, moveCursor, placeInNewOrder } from './cursor.ts';
import { type Picks, selectedIds, togglePick } from './selection.ts';

type Options<T> = {
  keep: string;
  ids: readonly string[];
  columns: readonly Column<T>[];
  sheet: boolean;
  total?: T;
  autoFocus?: boolean;
  current?: string | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  reveal: (row: number) => void;
  onOpen?: (id: string, columnKey: string) => void;
  onEdit?: (id: string) => void;
  onRemove?: (id: string) => void;
  onCurrent?: (id: string) => void;
  onKey?: (event: React.KeyboardEvent, id: string) => boolean;
  /** Pixels. */
  rowHeight: number;
};

const totalId = 'total';
const isText = (value: unknown) => typeof value === 'string';

/** Brings a cell into view sideways; the first column covers the left edge of a sheet. */
function revealColumn(scroller: HTMLDivElement | null, row: number, column: number) {
  if (!scroller || column === 0) return;
  const cells = scroller.querySelectorAll<HTMLElement>(`[data-row="${row}"] [role="gridcell"]`);
  const [frozen, cell] = [cells[0], cells[column]];
  if (!frozen || !cell) return;
  const left = cell.offsetLeft - frozen.offsetWidth;
  const right = cell.offsetLeft + cell.offsetWidth - scroller.clientWidth;
  if (scroller.scrollLeft > left) scroller.scrollLeft = left;
  else if (scroller.scrollLeft < right) scroller.scrollLeft = right;
}

/** The cursor of a grid: remembered by the row's id, so it survives sorting, filtering and going away and back. */
export function useGridCursor<T>(options: Options<T>) {
  const { keep, ids, columns, sheet, scroller, onOpen, onCurrent } = options;
  const reveal = useRef(options.reveal);
  useEffect(() => {
    reveal.current = options.reveal;
  });
  const lastRow = ids.length - 1 + (options.total === undefined ? 0 : 1);
  const [cursor, setCursor] = useState<Cursor>(() => {
    const keptId = options.current ?? readKept(`${keep}:row`, '', isText);
    if (options.current) writeKept(`${keep}:row`, options.current);
    const row = keptId === '' ? 0 : Math.max(0, ids.indexOf(keptId));
    return {
      row,
      column: sheet
        ? Math.max(
            0,
            columns.findIndex(({ align }) => align === 'right'),
          )
        : 0,
      anchor: row,
    };
  });
  const [picks, setPicks] = useState<Picks>(null);
  const wanted = useRef(options.current);
  const before = useRef<readonly string[] | null>(null);
  const stands = useRef(cursor.row);
  useEffect(() => {
    stands.current = cursor.row;
  });

  // Another order or another filter: the cursor stays on its record where that is still listed. A record opened from
  // elsewhere (search, a report) takes the cursor to itself. At first the scroll stays as it was left.
  useEffect(() => {
    if (options.current !== wanted.current) {
      wanted.current = options.current;
      if (options.current && ids.includes(options.current)) writeKept(`${keep}:row`, options.current);
    }
    const keptId = readKept(`${keep}:row`, '', isText);
    const place = placeInNewOrder(before.current, ids, keptId, stands.current);
    before.current = ids;
    setCursor((old) => (old.row === place.row ? old : { ...old, row: place.row, anchor: place.row }));
    if (place.row > 0) writeKept(`${keep}:row`, ids[place.row] ?? keptId);
    if (place.reveal) reveal.current(place.row);
  }, [ids, keep, options.current]);

  useEffect(() => {
    if (options.autoFocus) scroller.current?.focus({ preventScroll: true });
  }, [options.autoFocus, scroller]);

  const idAt = (row: number) => ids[row] ?? (row === ids.length && options.total !== undefined ? totalId : '');
  const move = (next: Cursor) => {
    setCursor(next);
    const id = idAt(next.row);
    writeKept(`${keep}:row`, id);
    if (next.row !== cursor.row && id) onCurrent?.(id);
    const before = scroller.current?.scrollTop;
    if (next.row < ids.length) options.reveal(next.row);
    // Told at once, not with the next frame: the cursor and the rows around it are drawn together, once.
    if (scroller.current?.scrollTop !== before) scroller.current?.dispatchEvent(new Event('scroll'));
    revealColumn(scroller.current, next.row, next.column);
  };

  const open = (row: number, column: number) => {
    const id = idAt(row);
    const key = columns[column]?.key;
    if (id && key !== undefined) onOpen?.(id, key);
  };

  const isSelected = (id: string, row: number) =>
    picks ? picks.has(id) : row >= Math.min(cursor.row, cursor.anchor) && row <= Math.max(cursor.row, cursor.anchor);
  const hasSeveral = picks !== null || cursor.row !== cursor.anchor;

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey) return;
    const id = idAt(cursor.row);
    if (id && options.onKey?.(event, id)) {
      event.preventDefault();
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const act = { F2: options.onEdit, Delete: options.onRemove }[event.key];
    if (act && id && !ctrl && !event.shiftKey) {
      event.preventDefault();
      act(id);
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(cursor.row, cursor.column);
      return;
    }
    if (ctrl && event.code === 'KeyA') {
      event.preventDefault();
      setPicks(null);
      setCursor({ ...cursor, anchor: 0, row: lastRow });
      return;
    }
    if (!sheet && ctrl && event.key === ' ') {
      event.preventDefault();
      setPicks(togglePick(ids, cursor, picks, id));
      return;
    }
    if (!sheet && event.key === 'Escape' && hasSeveral) {
      event.preventDefault();
      setPicks(null);
      setCursor({ ...cursor, anchor: cursor.row });
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / options.rowHeight) - 2);
    const extent = { rows: lastRow + 1, columns: sheet ? columns.length : 1, page };
    if (!sheet && !ctrl && event.key.length === 1 && event.key !== ' ') {
      // The letter itself goes on into the filter box, which has the focus by then.
      scroller.current?.closest('.list-screen-list')?.querySelector<HTMLElement>('.filter-box input')?.focus();
      return;
    }
    const next = moveCursor(cursor, { key: event.key, shift: event.shiftKey, ctrl }, extent);
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) setPicks(null);
    move(next);
  };

  const onPick = (row: number, column: number, how: { shift: boolean; ctrl: boolean; double: boolean }) => {
    setPicks(how.ctrl && !sheet ? togglePick(ids, cursor, picks, idAt(row)) : null);
    move({ row, column: sheet ? column : 0, anchor: how.shift ? cursor.anchor : row });
    if (sheet || how.double) open(row, column);
  };

  return {
    cursor,
    isSelected,
    selectedOf: (all: readonly string[]) => selectedIds(all, cursor, picks),
    onKeyDown,
    onPick,
  };
}
