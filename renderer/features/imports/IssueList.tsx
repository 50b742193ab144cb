import { Checkbox, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { EmptyState } from '../../components/states.tsx';
import { type IssueLine, issueLines, type SheetLine } from './import-lines.ts';
import { severityWords } from './import-words.ts';
import { issueColumns } from './issue-columns.tsx';

type Severity = IssueLine['issue']['severity'];
const severities = ['error', 'warning', 'info'] as const;

type Props = {
  result: ImportResult;
  /** Only this sheet's; null: all. */
  sheet: SheetLine | null;
  onOnly: (only: boolean) => void;
  /** `focus`: the sheet takes the focus, to put the box right. */
  onGoTo: (line: IssueLine, focus: boolean) => void;
};

/** All issues, errors first; the sheet above follows the cursor, and Enter goes to the box. */
export function IssueList({ result, sheet, onOnly, onGoTo }: Props) {
  const [severity, setSeverity] = useState<Severity | null>(null);
  const all = useMemo(
    () => issueLines(result).filter(({ sheetId }) => sheet === null || sheetId === sheet.id),
    [result, sheet],
  );
  const shown = useMemo(
    () =>
      new Map(
        all.filter(({ issue }) => severity === null || issue.severity === severity).map((line) => [line.id, line]),
      ),
    [all, severity],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  const number = (wanted: Severity) => all.filter(({ issue }) => issue.severity === wanted).length;
  const goTo = (id: string, focus: boolean) => {
    const line = shown.get(id);
    if (line) onGoTo(line, focus);
  };
  return (
    <>
      <div className="issue-tools">
        <Checkbox
          size="xs"
          label="Chỉ trang đang xem"
          checked={sheet !== null}
          onChange={(event) => onOnly(event.currentTarget.checked)}
        />
        <SegmentedControl
          aria-label="Mức của vấn đề"
          value={severity ?? 'all'}
          onChange={(value) => setSeverity(severities.find((candidate) => candidate === value) ?? null)}
          data={[
            { value: 'all', label: `Tất cả ${formatInt(all.length)}` },
            ...severities.map((value) => ({ value, label: `${severityWords[value]} ${formatInt(number(value))}` })),
          ]}
        />
      </div>
      <DataTable
        label="Vấn đề của bảng tính"
        keep="import:issues"
        columns={issueColumns}
        ids={ids}
        rowOf={rowOf}
        onCurrent={(id) => goTo(id, false)}
        onOpen={(id) => goTo(id, true)}
        empty={<EmptyState title="Không có vấn đề nào" />}
      />
    </>
  );
}
