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
import { memo, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { mostRowsAtOnce } from '../../../electron/contract/list-values.ts';
import { useTextScale } from '../../app/display.ts';
import { writeKept } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { chosenColumns } from './chosen-columns.ts';
import { putOnClipboard } from './clipboard.ts';
import { type Column, type HeadingGroup, headingGroups, type Sort } from './column.ts';
import { HeadingRow } from './HeadingRow.tsx';
import type { MadeByData } from './list-export.ts';
import { ListToolsPlace } from './list-tools.ts';
import { TableBody } from './TableBody.tsx';
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
/** The table has the widths of the columns only: of a hundred thousand rows, most of the time would go into its models. */
const noRows: { id: string }[] = [];
const noGroups: readonly HeadingGroup[] = [];

async function* noBlocks<T>(): AsyncGenerator<readonly T[]> {}

export type DataTableProps<T> = {
  /** What the list is, for screen readers and for what is remembered of it (row, scroll, widths). */
  label: string;
  keep: string;
  columns: readonly Column<T>[];
  /** '' where one is still on its way: then `allIds` waits for all of them. */
  ids: readonly string[];
  allIds?: () => Promise<readonly string[]>;
  /** Undefined while the row is on its way. */
  rowOf: (id: string) => T | undefined;
  /** The rows in view, from 0, for those that are fetched as they come into view. */
  onWindow?: (first: number, last: number) => void;
  /** Rows for the clipboard, where not all are in the window. */
  fetchRows?: (ids: readonly string[]) => Promise<T[]>;
  /** The file of a list whose rows are not all in the window. */
  toFile?: MadeByData;
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
  const { ids, rowOf, keep, sheet = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const place = useContext(ListToolsPlace);
  const [choice, setChoice] = useColumnChoice(keep);
  const chosen = useMemo(() => chosenColumns(props.columns, choice), [props.columns, choice]);
  const [columns, room] = useFittingColumns(chosen, scroller);
  const gridId = useId();
  // A held arrow moves the cursor thirty times a second: what does not show it is left alone.
  const [Heading] = useState(() => memo(HeadingRow<T>));
  const [Tools] = useState(() => memo(TableTools<T>));
  const [head, headHeight] = useHeight();
  const scale = useTextScale();
  const rowHeight = usualRow * scale;
  const [widths, setWidths] = useColumnWidths(keep);
  const columnDefs = useMemo(
    () => columns.map((column) => helper.display({ id: column.key, size: column.width * scale, minSize: 48 })),
    [columns, scale],
  );
  const table = useTable({
    features,
    columns: columnDefs,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnSizing: widths },
    onColumnSizingChange: setWidths,
  });
  const reveal = useRef<(row: number) => void>(() => undefined);
  const grid = useGridCursor({
    ...props,
    rowHeight,
    columns,
    sheet,
    scroller,
    reveal: (row) => reveal.current(row),
  });
  const { cursor } = grid;
  const allIds = async () => props.allIds?.() ?? ids;
  const rowsOf = async (wanted: readonly string[]): Promise<readonly T[]> => {
    const here = wanted.map(rowOf).filter((row) => row !== undefined);
    return here.length === wanted.length || !props.fetchRows ? here : props.fetchRows(wanted);
  };
  const latestRows = useRef(noBlocks<T>);
  useEffect(() => {
    latestRows.current = async function* () {
      const wanted = await allIds();
      for (let start = 0; start < wanted.length; start += mostRowsAtOnce) {
        yield await rowsOf(wanted.slice(start, start + mostRowsAtOnce));
      }
    };
  });
  const allRows = useCallback(() => latestRows.current(), []);
  const onCopy = async (event: React.ClipboardEvent) => {
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    const copied = await rowsOf(grid.selectedOf(await allIds()));
    putOnClipboard(copied, chosen);
    await client.people.note({ way: 'copy', what: props.label, records: copied.length });
  };

  const pick = (event: React.MouseEvent, double: boolean) => {
    const cell = event.target instanceof Element ? event.target.closest('[role="gridcell"]') : null;
    const row = cell?.closest('[data-row]')?.getAttribute('data-row');
    if (!cell || !row) return;
    const how = { shift: event.shiftKey && !double, ctrl: (event.ctrlKey || event.metaKey) && !double, double };
    grid.onPick(Number(row), Number(cell.getAttribute('aria-colindex')) - 1, how);
  };
  const template = columns
    .map((column) => {
      const width = table.getColumn(column.key)?.getSize() ?? column.width * scale;
      return column.grow && widths[column.key] === undefined ? `minmax(${width}px, 1fr)` : `${width}px`;
    })
    .join(' ');
  const cellColumn = sheet ? cursor.column : null;
  const groups = useMemo(() => headingGroups(columns), [columns]);
  const headings = groups.some(({ label }) => label !== null) ? 2 : 1;
  return (
    <>
      <div
        ref={scroller}
        className="data-table"
        data-sheet={sheet || undefined}
        data-wide={table.getTotalSize() > room || undefined}
        role="grid"
        aria-label={props.label}
        aria-rowcount={ids.length + headings + (props.total ? 1 : 0)}
        aria-colcount={columns.length}
        aria-multiselectable={!sheet || undefined}
        tabIndex={0}
        data-autofocus={props.autoFocus || undefined}
        onKeyDown={grid.onKeyDown}
        onCopy={onCopy}
        onScroll={() => writeKept(`${keep}:scroll`, scroller.current?.scrollTop ?? 0)}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the grid does the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
        <div
          className="data-table-inner"
          onClick={(event) => pick(event, false)}
          onDoubleClick={(event) => pick(event, true)}
          style={{ minWidth: table.getTotalSize() }}
        >
          <Heading
            box={head}
            groups={headings === 2 ? groups : noGroups}
            frozen={table.getColumn(columns[0]?.key ?? '')?.getSize() ?? 0}
            columns={columns}
            headers={table.getHeaderGroups()[0]?.headers ?? []}
            template={template}
            sort={props.sort ?? null}
            onSort={props.onSort}
          />
          <TableBody
            gridId={gridId}
            keep={keep}
            ids={ids}
            rowOf={rowOf}
            onWindow={props.onWindow}
            columns={columns}
            template={template}
            headings={headings}
            rowClass={props.rowClass}
            scroller={scroller}
            rowHeight={rowHeight}
            covered={headHeight + (props.total ? rowHeight : 0) + 2}
            cursor={{ row: cursor.row, column: cellColumn }}
            isSelected={grid.isSelected}
            reveal={reveal}
          />
          {props.total !== undefined && (
            <div role="rowgroup" className="data-table-total">
              <TableRow
                record="total"
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
              />
            </div>
          )}
        </div>
        {ids.length === 0 && props.empty && (
          <div role="rowgroup" className="data-table-empty">
            <div role="row">
              <div role="gridcell">{props.empty}</div>
            </div>
          </div>
        )}
      </div>
      {place && !sheet && (
        <Tools
          place={place}
          title={props.label}
          columns={props.columns}
          shown={columns}
          choice={choice}
          onChoice={setChoice}
          selected={grid.selectedOf(ids).length}
          isEmpty={ids.length === 0}
          allRows={allRows}
          toFile={props.toFile}
        />
      )}
    </>
  );
}
