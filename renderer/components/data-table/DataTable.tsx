// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import './data-table.css';
import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useContext, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { useTextScale } from '../../app/display.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { chosenColumns } from './chosen-columns.ts';
import { putOnClipboard } from './clipboard.ts';
import { type Column, headingGroups, type Sort } from './column.ts';
import { HeadingRow } from './HeadingRow.tsx';
import { ListToolsPlace } from './list-tools.ts';
import { TableRow } from './TableRow.tsx';
import { TableTools } from './TableTools.tsx';
import { useColumnChoice } from './use-column-choice.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useFittingColumns } from './use-fitting-columns.ts';
import { useGridCursor } from './use-grid-cursor.ts';
import { useHeight } from './use-height.ts';

/** A row at the usual size of letters, pixels. */
const usualRow = 32;
const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const helper = createColumnHelper<typeof features, { id: string }>();

export type DataTableProps<T> = {
  /** What the list is, for screen readers and for what is remembered of it (row, scroll, widths). */
  label: string;
  keep: string;
  columns: readonly Column<T>[];
  ids: readonly string[];
  /** Undefined while the row is on its way. */
  rowOf: (id: string) => T | undefined;
  /** The rows in view, from 0, for those that are fetched as they come into view. */
  onWindow?: (first: number, last: number) => void;
  /** Rows for the clipboard and for Excel, where not all are in the window. */
  fetchRows?: (ids: readonly string[]) => Promise<T[]>;
  sort?: Sort | null;
  onSort?: (key: string) => void;
  /** Enter, a double click or, in a sheet, a click on a cell. */
  onOpen?: (id: string, columnKey: string) => void;
  /** F2 on a row: its record is edited. */
  onEdit?: (id: string) => void;
  /** Delete on a row: its removal or end is offered, never done without a way back. */
  onRemove?: (id: string) => void;
  /** The record that is open beside the list: the cursor goes to it. */
  current?: string | undefined;
  /** The cursor has moved to another row. */
  onCurrent?: (id: string) => void;
  /** A key the grid has no use for: + and -, Delete… True when it was taken. */
  onKey?: (event: React.KeyboardEvent, id: string) => boolean;
  /** A sheet: the cursor is on a cell, not on a row; all columns are shown, and it has its own way to Excel. */
  sheet?: boolean;
  /** A last row that stays in view. */
  total?: T;
  rowClass?: (row: T) => string;
  autoFocus?: boolean;
  empty?: ReactNode;
};

/**
 * The one data table: windowed rows, Excel's keys, Ctrl+C as text and as a table; the first column stays when
 * scrolling sideways. In a place for lists it has its tools under it: the columns chosen, Excel (Ctrl+E).
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { ids, rowOf, keep, sheet = false, onWindow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const place = useContext(ListToolsPlace);
  const [choice, setChoice] = useColumnChoice(keep);
  const chosen = useMemo(() => chosenColumns(props.columns, choice), [props.columns, choice]);
  const columns = useFittingColumns(chosen, scroller);
  const gridId = useId();
  const [head, headHeight] = useHeight();
  const scale = useTextScale();
  const rowHeight = usualRow * scale;
  const [widths, setWidths] = useColumnWidths(keep);
  const data = useMemo(() => ids.map((id) => ({ id })), [ids]);
  const columnDefs = useMemo(
    () => columns.map((column) => helper.display({ id: column.key, size: column.width * scale, minSize: 48 })),
    [columns, scale],
  );
  const table = useTable({
    features,
    columns: columnDefs,
    data,
    columnResizeMode: 'onChange',
    state: { columnSizing: widths },
    onColumnSizingChange: setWidths,
  });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: readKept(`${keep}:scroll`, 0, (value) => typeof value === 'number'),
    // The headings take their room from the foot: a row is in view when it is above it by that much.
    scrollPaddingEnd: headHeight + (props.total ? rowHeight : 0) + 2,
  });
  // Letters of another size: rows of another height.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew because the height is another
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const grid = useGridCursor({
    ...props,
    rowHeight,
    columns,
    sheet,
    scroller,
    reveal: (row) => virtualizer.scrollToIndex(row),
  });
  const { cursor } = grid;
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => onWindow?.(first, last), [first, last, onWindow]);

  const rowsOf = async (wanted: readonly string[]): Promise<readonly T[]> => {
    const here = wanted.map(rowOf).filter((row) => row !== undefined);
    return here.length === wanted.length || !props.fetchRows ? here : props.fetchRows(wanted);
  };
  const onCopy = async (event: React.ClipboardEvent) => {
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    const copied = await rowsOf(grid.selected);
    putOnClipboard(copied, chosen);
    await client.people.note({ way: 'copy', what: props.label, records: copied.length });
  };

  const template = columns
    .map((column) => {
      const width = table.getColumn(column.key)?.getSize() ?? column.width * scale;
      return column.grow && widths[column.key] === undefined ? `minmax(${width}px, 1fr)` : `${width}px`;
    })
    .join(' ');
  const cellColumn = sheet ? cursor.column : null;
  // A row out of view is not in the page: nothing there could be pointed to.
  const isDrawn = items.some(({ index }) => index === cursor.row);
  const groups = headingGroups(columns);
  const headings = groups.some(({ label }) => label !== null) ? 2 : 1;
  return (
    <>
      <div
        ref={scroller}
        className="data-table"
        data-sheet={sheet || undefined}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + headings + (props.total ? 1 : 0)}
        aria-colcount={columns.length}
        aria-multiselectable={!sheet || undefined}
        aria-activedescendant={isDrawn ? `${gridId}-${cursor.row}` : undefined}
        tabIndex={0}
        data-autofocus={props.autoFocus || undefined}
        onKeyDown={grid.onKeyDown}
        onCopy={onCopy}
        onScroll={() => writeKept(`${keep}:scroll`, scroller.current?.scrollTop ?? 0)}
      >
        <div className="data-table-inner" style={{ minWidth: table.getTotalSize() }}>
          <HeadingRow
            box={head}
            groups={headings === 2 ? groups : []}
            frozen={table.getColumn(columns[0]?.key ?? '')?.getSize() ?? 0}
            columns={columns}
            headers={table.getHeaderGroups()[0]?.headers ?? []}
            template={template}
            sort={props.sort ?? null}
            onSort={props.onSort}
          />
          <div role="rowgroup" className="data-table-body" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const id = rows[item.index]?.original.id ?? '';
              return (
                <TableRow
                  key={id}
                  id={`${gridId}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  template={template}
                  columns={columns}
                  row={rowOf(id)}
                  headings={headings}
                  rowClass={props.rowClass}
                  current={item.index === cursor.row}
                  cellColumn={item.index === cursor.row ? cellColumn : null}
                  selected={grid.isSelected(id, item.index)}
                  onPick={grid.onPick}
                />
              );
            })}
          </div>
          {props.total !== undefined && (
            <div role="rowgroup" className="data-table-total">
              <TableRow
                id={`${gridId}-total`}
                index={ids.length}
                top={0}
                template={template}
                columns={columns}
                row={props.total}
                headings={headings}
                current={cursor.row === ids.length}
                cellColumn={cursor.row === ids.length ? cellColumn : null}
                selected={false}
                onPick={grid.onPick}
              />
            </div>
          )}
        </div>
        {rows.length === 0 && props.empty && (
          <div role="rowgroup" className="data-table-empty">
            <div role="row">
              <div role="gridcell">{props.empty}</div>
            </div>
          </div>
        )}
      </div>
      {place && !sheet && (
        <TableTools
          place={place}
          title={props.label}
          columns={props.columns}
          shown={columns}
          choice={choice}
          onChoice={setChoice}
          selected={grid.selected.length}
          isEmpty={rows.length === 0}
          allRows={() => rowsOf(ids)}
        />
      )}
    </>
  );
}
