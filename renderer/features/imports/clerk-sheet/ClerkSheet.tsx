// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
import { useTextScale } from '../../../app/display.ts';
import './clerk-sheet.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useHeight } from '../../../components/data-table/use-height.ts';
import { readBlock } from '../../../components/entry-grid/entries.ts';
import type { RowMarks } from '../sheet-marks.ts';
import type { FieldChoice } from '../use-fields.ts';
import type { SheetColumn, SheetRowData } from '../use-sheet-rows.ts';
import { columnWidths } from './column-widths.ts';
import { SheetHead } from './SheetHead.tsx';
import { type Editing, SheetRow } from './SheetRow.tsx';
import type { SheetPosition } from './sheet-position.ts';
import { useSheetKeys } from './use-sheet-keys.ts';

/** A row at the usual size of letters, pixels. */
const usualRow = 26;
const numberWidth = 52;
const outcomeWidth = 92;
const frozen = numberWidth + outcomeWidth;
const steps = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] } as const;

export type TypedBox = { row: number; column: string; text: string };
/** A box to be brought into view, and whether the sheet takes the focus; a new one each time. */
export type Jump = SheetPosition & { focus: boolean };

type Props = {
  label: string;
  columns: readonly SheetColumn[];
  lastRow: number;
  /** The row that stands first when the sheet is opened. */
  openAt: number;
  rowAt: (number: number) => SheetRowData | undefined;
  onView: (first: number, last: number) => void;
  marks: ReadonlyMap<number, RowMarks>;
  fields: readonly FieldChoice[];
  at: SheetPosition;
  jump: Jump | null;
  onMove: (at: SheetPosition) => void;
  onType: (boxes: readonly TypedBox[]) => void;
  onMap: (letter: string, field: string | null) => void;
};

const noMarks: RowMarks = new Map();

/** The clerk's own sheet, windowed, with Excel's numbers and letters and Excel's keys; boxes are edited in place. */
export function ClerkSheet(props: Props) {
  const { columns, lastRow, rowAt, onView, at, jump, onMove } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const scale = useTextScale();
  const rowHeight = usualRow * scale;
  const [head, headHeight] = useHeight();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [picking, setPicking] = useState<number | null>(null);
  const firstRows = useRef<SheetRowData[]>([]);
  if (firstRows.current.length === 0) {
    firstRows.current = Array.from({ length: 60 }, (_, index) => rowAt(index + 1)).filter((row) => row !== undefined);
  }
  const widths = useMemo(
    () => columnWidths(columns, firstRows.current).map((width) => width * scale),
    [columns, scale],
  );
  const total = widths.reduce((sum, width) => sum + width, frozen * scale);
  const template = [numberWidth * scale, outcomeWidth * scale, ...widths].map((width) => `${width}px`).join(' ');
  const virtualizer = useVirtualizer({
    count: lastRow,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: headHeight + 2,
    initialOffset: (props.openAt - 1) * rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [(items[0]?.index ?? 0) + 1, (items.at(-1)?.index ?? 0) + 1];
  useEffect(() => onView(first, last), [first, last, onView]);
  useEffect(() => {
    // The first sheet of a step takes the focus; another one leaves it in the list of sheets.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);

  const reveal = ({ row, column }: SheetPosition) => {
    if (row > 0) virtualizer.scrollToIndex(row - 1);
    const box = scroller.current;
    if (!box) return;
    const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const right = left + frozen * scale + (widths[column] ?? 0) - box.clientWidth;
    if (box.scrollLeft > left) box.scrollLeft = left;
    else if (box.scrollLeft < right) box.scrollLeft = right;
  };
  const moveTo = (next: SheetPosition) => {
    onMove(next);
    reveal(next);
  };
  const latestReveal = useRef(reveal);
  useEffect(() => {
    latestReveal.current = reveal;
  });
  useEffect(() => {
    if (!jump) return;
    latestReveal.current(jump);
    if (jump.focus) scroller.current?.focus({ preventScroll: true });
  }, [jump]);

  const focus = () => scroller.current?.focus({ preventScroll: true });
  const textAt = (row: number, column: number) => {
    const letter = columns[column]?.letter;
    return rowAt(row)?.boxes.find((box) => box.letter === letter)?.text ?? '';
  };
  const edit = (row: number, column: number, text?: string) => {
    onMove({ row, column });
    setEditing({ row, column, initial: text ?? textAt(row, column) });
  };
  const type = (row: number, column: number, text: string) => {
    const letter = columns[column]?.letter;
    if (letter !== undefined && text !== textAt(row, column)) props.onType([{ row, column: letter, text }]);
  };
  const chooseField = (column: number) => {
    onMove({ row: 0, column });
    setPicking(column);
  };
  const keys = useSheetKeys({
    scroller,
    at,
    lastRow,
    columns: columns.length,
    rowHeight,
    moveTo,
    edit,
    empty: () => type(at.row, at.column, ''),
    chooseField,
  });
  const act = useRef({ edit, moveTo, type });
  useEffect(() => {
    act.current = { edit, moveTo, type };
  });
  const [acts] = useState(() => ({
    pick: (row: number, column: number) => act.current.moveTo({ row, column }),
    edit: (row: number, column: number) => act.current.edit(row, column),
  }));
  const done = (text: string, next: keyof typeof steps) => {
    if (!editing) return;
    const [down, across] = steps[next];
    type(editing.row, editing.column, text);
    setEditing(null);
    if (next === 'stay') return;
    moveTo({
      row: Math.max(1, Math.min(lastRow, editing.row + down)),
      column: Math.max(0, Math.min(columns.length - 1, editing.column + across)),
    });
    focus();
  };
  const latestDone = useRef(done);
  useEffect(() => {
    latestDone.current = done;
  });
  const [finish] = useState(() => (text: string, next: keyof typeof steps) => latestDone.current(text, next));
  const [leave] = useState(() => () => {
    setEditing(null);
    scroller.current?.focus({ preventScroll: true });
  });

  return (
    <div
      ref={scroller}
      className="clerk-sheet"
      role="grid"
      aria-label={props.label}
      aria-rowcount={lastRow + 1}
      aria-colcount={columns.length + 2}
      aria-activedescendant={`${gridId}-${at.row}`}
      tabIndex={0}
      onKeyDown={keys}
      onCopy={(event) => {
        if (event.target !== scroller.current || window.getSelection()?.toString()) return;
        event.preventDefault();
        event.clipboardData.setData(
          'text/plain',
          at.row === 0 ? (columns[at.column]?.heading ?? '') : textAt(at.row, at.column),
        );
      }}
      onPaste={(event) => {
        if (event.target !== scroller.current || at.row === 0) return;
        event.preventDefault();
        const block = readBlock(event.clipboardData.getData('text/plain'));
        props.onType(pastedBoxes(block, at, columns, lastRow));
      }}
    >
      <div className="clerk-sheet-inner" style={{ width: total }}>
        <SheetHead
          id={`${gridId}-0`}
          box={head}
          template={template}
          columns={columns}
          fields={props.fields}
          cursor={at.row === 0 ? at.column : null}
          picking={picking}
          onPick={(column) => moveTo({ row: 0, column })}
          onOpen={chooseField}
          onMap={props.onMap}
          onClose={() => {
            setPicking(null);
            focus();
          }}
        />
        <div role="rowgroup" className="clerk-sheet-body" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <SheetRow
              key={index}
              id={`${gridId}-${index + 1}`}
              number={index + 1}
              top={start}
              template={template}
              columns={columns}
              row={rowAt(index + 1)}
              marks={props.marks.get(index + 1) ?? noMarks}
              cursor={at.row === index + 1 ? at.column : null}
              editing={editing?.row === index + 1 ? editing : null}
              onPick={acts.pick}
              onEdit={acts.edit}
              onDone={finish}
              onLeave={leave}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** A block copied from Excel, put down from a box; what falls outside the sheet is left out. */
function pastedBoxes(
  block: readonly (readonly string[])[],
  at: SheetPosition,
  columns: readonly SheetColumn[],
  lastRow: number,
): TypedBox[] {
  return block.flatMap((cells, down) =>
    cells.flatMap((text, across) => {
      const column = columns[at.column + across]?.letter;
      const row = at.row + down;
      return column === undefined || row > lastRow ? [] : [{ row, column, text }];
    }),
  );
}
