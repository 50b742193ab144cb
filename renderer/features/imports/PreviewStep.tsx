import './import-preview.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { formatInt } from '../../components/format.ts';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { sheetDecisionOf } from './decision-state.ts';
import { IssueList } from './IssueList.tsx';
import { type IssueLine, importTotals, sheetLines } from './import-lines.ts';
import { ReconciliationList } from './ReconciliationList.tsx';
import { SheetList } from './SheetList.tsx';
import { type IssuePlace, SheetView } from './SheetView.tsx';
import { UnknownValues } from './UnknownValues.tsx';
import type { Decisions } from './use-decisions.ts';
import { useUnknownValues } from './use-unknown-values.ts';

type Props = { plan: string; result: ImportResult; decisions: Decisions };

type ButtonProps = { decisions: Decisions; onBack: () => void; onNext: () => void };
type Below = 'issues' | 'values' | 'reconciliation' | null;

/** What was understood, on the clerk's own sheets; she puts right here what is wrong, and the files stay as they are. */
export function PreviewStep({ plan, result, decisions }: Props) {
  const lines = useMemo(() => sheetLines(result), [result]);
  const values = useUnknownValues(plan, decisions.version);
  const [current, setCurrent] = useState(() => lines.find(({ sheet }) => sheet.read > 0)?.id ?? lines[0]?.id ?? '');
  const [goTo, setGoTo] = useState<(IssuePlace & { sheetId: string }) | null>(null);
  const [only, setOnly] = useState(false);
  const [below, setBelow] = useState<Below>('issues');
  const line = lines.find(({ id }) => id === current);
  const isNational = lines.some(({ sheet }) => sheet.kind === 'national_db');
  const jumpTo = (issue: IssueLine, focus: boolean) => {
    setCurrent(issue.sheetId);
    const { row, column } = issue.issue;
    // An issue of a whole column stands at its heading.
    if (row !== null || column !== null)
      setGoTo({ sheetId: issue.sheetId, row: row ?? 0, letter: column ?? '', focus });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isField || !(event.ctrlKey || event.metaKey)) return;
    if (event.code === 'KeyZ') decisions.undo();
    else if (event.code === 'KeyY') decisions.redo();
    else return;
    event.preventDefault();
  };
  const tab = (name: NonNullable<Below>, label: string) => (
    <button
      type="button"
      className="below-tab"
      aria-pressed={below === name}
      onClick={() => setBelow(below === name ? null : name)}
    >
      {label}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z and Ctrl+Y of whatever has the focus inside
    <section className="import-preview" onKeyDown={onKeyDown}>
      {decisions.error != null && <ErrorState error={decisions.error} />}
      <div className="import-panes">
        {lines.length === 0 && <EmptyState title="Không đọc được trang nào" />}
        <SheetList
          lines={lines}
          current={current}
          isLeftOut={({ file, sheet }) => sheetDecisionOf(decisions.now, { file, sheet: sheet.name })?.kind === null}
          onCurrent={setCurrent}
        />
        {line && (
          <SheetView
            key={line.id}
            plan={plan}
            line={line}
            decisions={decisions}
            goTo={goTo?.sheetId === line.id ? goTo : null}
          />
        )}
      </div>
      <div className="below-tabs">
        {tab('issues', 'Vấn đề')}
        {tab('values', `Giá trị chưa có trong danh mục ${formatInt(values.length)}`)}
        {isNational && tab('reconciliation', 'Đối chiếu CSDL')}
        <Totals result={result} busy={decisions.busy} />
      </div>
      {below !== null && (
        <div className="import-below">
          {below === 'issues' && (
            <IssueList
              result={result}
              sheet={only ? (line ?? null) : null}
              onOnly={(value) => setOnly(value)}
              onGoTo={jumpTo}
            />
          )}
          {below === 'values' && <UnknownValues values={values} decisions={decisions} />}
          {below === 'reconciliation' && <ReconciliationList plan={plan} />}
        </div>
      )}
    </section>
  );
}

/** Always in the clerk's way: a step back in what she decided, other files, on to the decision. */
export function PreviewButtons({ decisions, onBack, onNext }: ButtonProps) {
  return (
    <div className="import-buttons">
      <Button variant="default" disabled={!decisions.canUndo} title="Ctrl+Z" onClick={decisions.undo}>
        Hoàn tác sửa
      </Button>
      <Button variant="default" onClick={onBack}>
        Chọn lại tệp
      </Button>
      <Button disabled={decisions.busy} onClick={onNext}>
        Tiếp: quyết định
      </Button>
    </div>
  );
}

/** What the import as a whole would do. */
function Totals({ result, busy }: { result: ImportResult; busy: boolean }) {
  const totals = importTotals(result);
  return (
    <span className="import-totals numbers" role="status">
      {busy && <span className="quiet">đang tính lại… · </span>}
      {formatInt(totals.read)} dòng đã đọc: <strong>{formatInt(totals.created)}</strong> mới ·{' '}
      <strong>{formatInt(totals.updated)}</strong> thay đổi · {formatInt(totals.unchanged)} không đổi ·{' '}
      <span className={totals.errors > 0 ? 'problem' : ''}>{formatInt(totals.errors)} lỗi</span> ·{' '}
      {formatInt(totals.warnings)} cảnh báo
    </span>
  );
}
