import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { EmptyState } from '../../components/states.tsx';
import { IssueList } from './IssueList.tsx';
import { importTotals, type SheetLine, sheetLines } from './import-lines.ts';
import { fieldText } from './import-words.ts';
import { ReconciliationList } from './ReconciliationList.tsx';
import { sheetColumns } from './sheet-columns.tsx';

type Props = { plan: string; result: ImportResult; onBack: () => void; onNext: () => void };

/** What was understood of every sheet: kind, heading row, columns, counts, and the issues. */
export function PreviewStep({ plan, result, onBack, onNext }: Props) {
  const lines = useMemo(() => new Map(sheetLines(result).map((line) => [line.id, line])), [result]);
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((id: string) => lines.get(id), [lines]);
  const [current, setCurrent] = useState(ids[0] ?? '');
  const [only, setOnly] = useState<string | null>(null);
  const [reconciling, setReconciling] = useState(false);
  const totals = importTotals(result);
  const isNational = [...lines.values()].some(({ sheet }) => sheet.kind === 'national_db');
  const line = lines.get(current);
  return (
    <section className="import-preview">
      <div className="import-summary">
        <span className="numbers">
          {formatInt(totals.read)} dòng đã đọc: <strong>{formatInt(totals.created)}</strong> mới ·{' '}
          <strong>{formatInt(totals.updated)}</strong> thay đổi · {formatInt(totals.unchanged)} không đổi ·{' '}
          <span className={totals.errors > 0 ? 'problem' : ''}>{formatInt(totals.errors)} lỗi</span> ·{' '}
          {formatInt(totals.warnings)} cảnh báo
        </span>
        {isNational && !reconciling && (
          <Button variant="default" onClick={() => setReconciling(true)}>
            Đối chiếu CSDL
          </Button>
        )}
        <Button variant="default" onClick={onBack}>
          Chọn lại tệp
        </Button>
        <Button onClick={onNext}>Tiếp: quyết định</Button>
      </div>
      <div className="import-panes">
        <DataTable<SheetLine>
          label="Các trang đã nhận dạng"
          keep="import:sheets"
          columns={sheetColumns}
          ids={ids}
          rowOf={rowOf}
          onCurrent={setCurrent}
          onOpen={(id) => {
            setCurrent(id);
            setOnly(only === id ? null : id);
          }}
          autoFocus
          empty={<EmptyState title="Không đọc được trang nào" />}
        />
        {line && <SheetColumns line={line} />}
      </div>
      {reconciling ? (
        <ReconciliationList plan={plan} onIssues={() => setReconciling(false)} />
      ) : (
        <IssueList
          result={result}
          sheet={only === null ? null : (lines.get(only) ?? null)}
          onAll={() => setOnly(null)}
        />
      )}
    </section>
  );
}

/** The columns of one sheet as they were taken: the letter, the heading as written, what it means. */
function SheetColumns({ line }: { line: SheetLine }) {
  const { columns, header_row, name } = line.sheet;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="sheet-columns" tabIndex={0} aria-label={`Các cột của trang ${name}`}>
      <h3>
        {name}{' '}
        <span className="quiet">
          {header_row === null ? 'không thấy dòng tiêu đề' : `tiêu đề ở dòng ${header_row}`}
        </span>
      </h3>
      <ul className="plain-list">
        {columns.map(({ letter, heading, field }) => (
          <li key={letter}>
            <span className="quiet">{letter}</span>
            <span title={heading}>{heading || '–'}</span>
            {field === null ? (
              <span className="quiet">không nhập</span>
            ) : (
              <span className="sheet-field">{fieldText(field)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
