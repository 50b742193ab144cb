import './rows-drawer.css';
import { Drawer } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Column } from './data-table/column.ts';
import { DataTable } from './data-table/DataTable.tsx';
import { ListToolsPlace } from './data-table/list-tools.ts';
import { Hint } from './Hint.tsx';

type Props<T> = {
  title: string;
  /** Names the grid, and the cursor that is remembered for it. */
  label: string;
  keep: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  onOpen: (row: T) => void;
  onClose: () => void;
  /** Above the rows: how they add up, an error, waiting. */
  children?: ReactNode;
};

/** The records behind a number, beside where it stands. Enter on a row goes to its record. */
export function RowsDrawer<T>({ title, label, keep, columns, rows, onOpen, onClose, children }: Props<T>) {
  const byId = useMemo(() => new Map(rows.map((row, index) => [String(index), row])), [rows]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      title={title}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      classNames={{ content: 'drawer', body: 'drawer-body' }}
    >
      {children}
      {ids.length > 0 && (
        <ListToolsPlace value={place}>
          <DataTable
            label={label}
            keep={keep}
            columns={columns}
            ids={ids}
            rowOf={rowOf}
            autoFocus
            onOpen={(id) => {
              const row = byId.get(id);
              if (row !== undefined) onOpen(row);
            }}
          />
          <div className="list-screen-foot">
            <Hint words="Enter: mở hồ sơ của dòng" />
            <div ref={setPlace} className="list-tools" />
          </div>
        </ListToolsPlace>
      )}
    </Drawer>
  );
}
