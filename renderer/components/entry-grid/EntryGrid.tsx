import './entry-grid.css';
import { Fragment, useCallback, useEffect, useRef } from 'react';
import { localToday } from '../date-input.ts';
import { formatDate } from '../format.ts';
import { EntryRow } from './EntryRow.tsx';
import { pasteAt, readBlock, type Typed, type Typing } from './entries.ts';
import type { EntryColumn, EntryRowInfo } from './entry-column.ts';
import { useRowWindow } from './use-row-window.ts';

type Props = {
  label: string;
  nameHeading: string;
  rows: readonly EntryRowInfo[];
  columns: readonly EntryColumn[];
  typed: Typed;
  onType: (changes: readonly Typing[]) => void;
  onUndo: () => void;
  onFocusCell?: (row: string, column: string) => void;
};

const pageRows = 15;

/**
 * A sheet to type into with Excel's keys: Enter and arrows move, Tab goes on, Ctrl+D takes the cell above, Ctrl+; today,
 * a block copied from Excel is put down from the current cell, Ctrl+Z takes back, Esc leaves a cell as it was.
 */
export function EntryGrid({ label, nameHeading, rows, columns, typed, onType, onUndo, onFocusCell }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { drawn, roomAfter, measure, reach, stay } = useRowWindow(box, rows.length);
  const entered = useRef('');
  const latest = useRef({ rows, columns, typed });
  useEffect(() => {
    latest.current = { rows, columns, typed };
  });
  const typeOne = useCallback((row: string, column: string, text: string) => onType([{ row, column, text }]), [onType]);
  const textAt = (row: string, column: string) =>
    typed.get(row)?.[column] ?? rows.find(({ id }) => id === row)?.texts[column] ?? '';
  const tidy = useCallback(
    (row: string, key: string) => {
      const { rows: all, columns: of, typed: now } = latest.current;
      const text = now.get(row)?.[key];
      const column = of.find((each) => each.key === key);
      if (text === undefined || !column?.tidy || !all.some(({ id }) => id === row)) return;
      const written = text.trim() === '' ? '' : column.check(text) === null ? column.tidy(text) : text;
      if (written !== text) onType([{ row, column: key, text: written }]);
    },
    [onType],
  );
  const goTo = (row: number, column: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, row));
    const id = rows[index]?.id;
    const key = columns[Math.max(0, Math.min(columns.length - 1, column))]?.key;
    if (id === undefined || key === undefined) return;
    reach(index, `input[data-row="${CSS.escape(id)}"][data-column="${CSS.escape(key)}"]`);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.altKey) return;
    const { row: id = '', column: key = '' } = input.dataset;
    const row = rows.findIndex((each) => each.id === id);
    const column = columns.findIndex((each) => each.key === key);
    const ctrl = event.ctrlKey || event.metaKey;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const atStart = input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const move = (toRow: number, toColumn: number) => {
      event.preventDefault();
      goTo(toRow, toColumn);
    };
    if (ctrl && event.code === 'KeyZ') {
      event.preventDefault();
      onUndo();
    } else if (ctrl && event.code === 'KeyD') {
      event.preventDefault();
      const above = rows[row - 1];
      if (above) onType([{ row: id, column: key, text: textAt(above.id, key) }]);
    } else if (ctrl && event.code === 'Semicolon' && columns[column]?.date) {
      event.preventDefault();
      onType([{ row: id, column: key, text: formatDate(localToday()) }]);
    } else if (event.key === 'Enter' && !ctrl) move(row + (event.shiftKey ? -1 : 1), column);
    else if (event.key === 'ArrowDown') move(ctrl ? rows.length - 1 : row + 1, column);
    else if (event.key === 'ArrowUp') move(ctrl ? 0 : row - 1, column);
    else if (event.key === 'ArrowLeft' && !event.shiftKey && (whole || atStart)) move(row, ctrl ? 0 : column - 1);
    else if (event.key === 'ArrowRight' && !event.shiftKey && (whole || atEnd))
      move(row, ctrl ? columns.length - 1 : column + 1);
    else if (event.key === 'PageDown') move(row + pageRows, column);
    else if (event.key === 'PageUp') move(row - pageRows, column);
    else if (ctrl && event.key === 'Home') move(0, 0);
    else if (ctrl && event.key === 'End') move(rows.length - 1, columns.length - 1);
    else if (event.key === 'F2') input.setSelectionRange(input.value.length, input.value.length);
    else if (event.key === 'Escape' && input.value !== entered.current) {
      event.preventDefault();
      event.stopPropagation();
      onType([{ row: id, column: key, text: entered.current }]);
    }
  };

  const onPaste = (event: React.ClipboardEvent) => {
    const input = event.target;
    const text = event.clipboardData.getData('text/plain');
    if (!(input instanceof HTMLInputElement) || !/[\t\r\n]/u.test(text)) return;
    event.preventDefault();
    const { row = '', column = '' } = input.dataset;
    const grid = { rows: rows.map(({ id }) => id), columns: columns.map((each) => each.key) };
    onType(pasteAt(readBlock(text), { row, column }, grid).map((typing) => ({ ...typing, text: written(typing) })));
  };
  const written = ({ column: key, text }: Typing) => {
    const column = columns.find((each) => each.key === key);
    return text !== '' && column?.tidy && column.check(text) === null ? column.tidy(text) : text;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the inputs inside
    <div
      ref={box}
      className="entry-grid"
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onFocus={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        entered.current = target.value;
        target.select();
        stay(rows.findIndex(({ id }) => id === target.dataset.row));
        onFocusCell?.(target.dataset.row ?? '', target.dataset.column ?? '');
      }}
    >
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col className="entry-name" />
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{nameHeading}</th>
            {columns.map(({ key, heading, align }) => (
              <th key={key} scope="col" data-align={align}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ index, room }) => {
            const row = rows[index];
            return (
              row && (
                <Fragment key={row.id}>
                  {room > 0 && <Room height={room} />}
                  <EntryRow
                    row={row}
                    index={index}
                    columns={columns}
                    typed={typed.get(row.id)}
                    measure={measure}
                    onType={typeOne}
                    onLeave={tidy}
                  />
                </Fragment>
              )
            );
          })}
          {roomAfter > 0 && <Room height={roomAfter} />}
        </tbody>
      </table>
    </div>
  );
}

/** The place of rows that are not drawn. */
function Room({ height }: { height: number }) {
  return (
    <tr>
      <td className="entry-room" style={{ height }} />
    </tr>
  );
}
