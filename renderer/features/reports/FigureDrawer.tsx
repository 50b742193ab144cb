import './reports.css';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Explanation } from '../../../electron/contract/reports.ts';
import { api } from '../../app/data.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatNumber } from '../../components/format.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { howItAddsUp } from './how-it-adds-up.ts';
import { useDoors } from './use-doors.ts';

type ExplainedRow = Explanation['rows'][number];

type Props = {
  question: { code: string; period: string; unit?: string; row: string; column: string };
  onClose: () => void;
};

const columns: readonly Column<ExplainedRow>[] = [
  { key: 'label', heading: 'Dòng', width: 240, grow: true, text: ({ label }) => label },
  { key: 'context', heading: 'Thuộc', width: 232, text: ({ context }) => context },
  { key: 'amount', heading: 'Số', width: 64, align: 'right', text: ({ amount }) => formatNumber(amount) },
];

/** The rows behind one figure and how they make it. Enter on a row goes to its record. */
export function FigureDrawer({ question, onClose }: Props) {
  const [, navigate] = useLocation();
  const explained = useQuery(api.reports.explain.queryOptions({ input: question }));
  const rows = useMemo(
    () => new Map((explained.data?.rows ?? []).map((row, index) => [String(index), row])),
    [explained.data],
  );
  const ids = useMemo(() => [...rows.keys()], [rows]);
  const rowOf = useCallback((id: string) => rows.get(id), [rows]);
  const doorOf = useDoors(explained.data?.rows ?? [], question.period);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      title={explained.data?.label ?? 'Các dòng của số này'}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      classNames={{ content: 'drawer', body: 'drawer-body' }}
    >
      {explained.isError && <ErrorState error={explained.error} />}
      {explained.isPending && <Waiting />}
      {explained.data && (
        <>
          <p className="drawer-sum">{howItAddsUp(explained.data)}</p>
          {ids.length > 0 && (
            <DataTable
              label="Các dòng của số này"
              keep={`explain:${question.code}:${question.row}:${question.column}`}
              columns={columns}
              ids={ids}
              rowOf={rowOf}
              autoFocus
              onOpen={(id) => {
                const row = rows.get(id);
                const path = row ? doorOf(row) : null;
                if (path) navigate(path);
              }}
            />
          )}
          {ids.length > 0 && <p className="drawer-hint quiet small">Enter hoặc nháy đúp: mở hồ sơ của dòng</p>}
        </>
      )}
    </Drawer>
  );
}
