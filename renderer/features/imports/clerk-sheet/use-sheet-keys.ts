import type { RefObject } from 'react';
import { movePosition, type SheetPosition } from './sheet-position.ts';

type Options = {
  scroller: RefObject<HTMLDivElement | null>;
  at: SheetPosition;
  lastRow: number;
  columns: number;
  rowHeight: number;
  moveTo: (to: SheetPosition) => void;
  /** Undefined text: as the box stands. */
  edit: (row: number, column: number, text?: string) => void;
  empty: () => void;
  chooseField: (column: number) => void;
};

/** Excel's keys on the clerk's sheet: they move, F2 or typing edits, Delete empties; on a heading Enter, F4, Alt+Down choose. */
export function useSheetKeys(options: Options) {
  const { scroller, at, moveTo } = options;
  return (event: React.KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const take = (act: () => void) => {
      event.preventDefault();
      act();
    };
    const isHeading = at.row === 0;
    const opens = event.key === 'F4' || (event.altKey && event.key === 'ArrowDown');
    if (opens || (isHeading && ['Enter', 'F2', ' '].includes(event.key)))
      return take(() => options.chooseField(at.column));
    if (event.altKey) return;
    if (!isHeading && event.key === 'F2') return take(() => options.edit(at.row, at.column));
    if (!isHeading && event.key === 'Delete') return take(options.empty);
    if (!isHeading && !ctrl && event.key.length === 1) return take(() => options.edit(at.row, at.column, event.key));
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / options.rowHeight) - 4);
    const next = movePosition(
      at,
      { key: event.key, shift: event.shiftKey, ctrl },
      { lastRow: options.lastRow, columns: options.columns, page },
    );
    if (next) take(() => moveTo(next));
  };
}
