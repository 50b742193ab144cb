import './reports.css';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Explanation, OrganisationBasis } from '../../../electron/contract/reports.ts';
import { api } from '../../app/data.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatNumber } from '../../components/format.ts';
import { RowsDrawer } from '../../components/RowsDrawer.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { howItAddsUp } from './how-it-adds-up.ts';
import { useDoors } from './use-doors.ts';

type ExplainedRow = Explanation['rows'][number];

type Props = {
  question: { code: string; period: string; unit?: string; basis?: OrganisationBasis; row: string; column: string };
  onClose: () => void;
};

const columns: readonly Column<ExplainedRow>[] = [
  { key: 'label', heading: 'Dòng', width: 240, grow: true, text: ({ label }) => label },
  { key: 'context', heading: 'Thuộc', width: 232, text: ({ context }) => context },
  { key: 'amount', heading: 'Số', width: 64, align: 'right', text: ({ amount }) => formatNumber(amount) },
];

const nothing: readonly ExplainedRow[] = [];

/** The rows behind one figure and how they make it. */
export function FigureDrawer({ question, onClose }: Props) {
  const [, navigate] = useLocation();
  const explained = useQuery(api.reports.explain.queryOptions({ input: question }));
  const rows = explained.data?.rows ?? nothing;
  const doorOf = useDoors(rows, question.period);
  return (
    <RowsDrawer
      title={explained.data?.label ?? 'Các dòng của số này'}
      label="Các dòng của số này"
      keep={`explain:${question.code}:${question.row}:${question.column}`}
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
