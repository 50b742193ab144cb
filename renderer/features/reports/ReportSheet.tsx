import './reports.css';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { ReportResult } from '../../../electron/contract/reports.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { treeLines } from '../../components/tree.ts';
import { sheetColumns } from './report-columns.tsx';
import { totalBranch } from './report-sheet.ts';

type Props = {
  report: ReportResult;
  /** What the cursor and the widths are remembered by. */
  keep: string;
  /** Keys of the rows whose parts are out of sight. */
  closed: ReadonlySet<string>;
  toggle: (key: string) => void;
  /** A figure was asked for: the records behind it. */
  onFigure: (row: string, column: string) => void;
  empty?: ReactNode;
};

/** A report as a sheet: rows under rows, the whole at the foot; Enter or a click on a figure opens what is behind it. */
export function ReportSheet({ report, keep, closed, toggle, onFigure, empty }: Props) {
  const columns = useMemo(() => sheetColumns(report, toggle), [report, toggle]);
  const lines = useMemo(
    () =>
      new Map(
        treeLines(report.rows, { idOf: ({ key }) => key, parentOf: ({ parent }) => parent, closed }).map((line) => [
          line.item.key,
          line,
        ]),
      ),
    [report.rows, closed],
  );
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((key: string) => lines.get(key), [lines]);
  return (
    <DataTable
      label={`${report.report} ${report.title}`}
      keep={keep}
      columns={columns}
      ids={ids}
      rowOf={rowOf}
      total={totalBranch(report.total)}
      sheet
      autoFocus
      onOpen={(row, column) => {
        const figure = report.columns.find(({ key }) => key === column);
        if (figure && figure.type !== 'text') onFigure(row, column);
        else if (column === 'name' && (lines.get(row)?.children ?? 0) > 0) toggle(row);
      }}
      onKey={(event, key) => {
        const line = lines.get(key);
        const wanted = { '-': false, '+': true }[event.key];
        if (wanted === undefined || !line?.children || line.open === wanted) return false;
        toggle(key);
        return true;
      }}
      empty={empty}
    />
  );
}
