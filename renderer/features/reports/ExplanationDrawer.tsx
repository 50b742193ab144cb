import './reports.css';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Explanation } from '../../../electron/contract/reports.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatNumber } from '../../components/format.ts';
import { RowsDrawer } from '../../components/RowsDrawer.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { howItAddsUp } from './how-it-adds-up.ts';
import { useDoors } from './use-doors.ts';

type ExplainedRow = Explanation['rows'][number];

type Props = {
  explained: Pick<UseQueryResult<Explanation>, 'data' | 'error' | 'isError' | 'isPending'>;
  /** The period whose lists say where a row is shown. */
  period: string;
  keep: string;
  onClose: () => void;
};

const columns: readonly Column<ExplainedRow>[] = [
  { key: 'label', heading: 'Dòng', width: 240, grow: true, text: ({ label }) => label },
  { key: 'context', heading: 'Thuộc', width: 232, text: ({ context }) => context },
  { key: 'amount', heading: 'Số', width: 64, align: 'right', text: ({ amount }) => formatNumber(amount) },
];

const nothing: readonly ExplainedRow[] = [];

/** The rows behind one figure and how they make it. */
export function ExplanationDrawer({ explained, period, keep, onClose }: Props) {
  const [, navigate] = useLocation();
  const rows = explained.data?.rows ?? nothing;
  const doorOf = useDoors(rows, period);
  return (
    <RowsDrawer
      title={explained.data?.label ?? 'Các dòng của số này'}
      label="Các dòng của số này"
      keep={keep}
      columns={columns}
      rows={rows}
      onOpen={(row) => {
        const path = doorOf(row);
        if (path) navigate(path);
      }}
      onClose={onClose}
    >
      {explained.isError && <ErrorState error={explained.error} />}
      {explained.isPending && <Waiting />}
      {explained.data && <p className="drawer-sum">{howItAddsUp(explained.data)}</p>}
    </RowsDrawer>
  );
}
