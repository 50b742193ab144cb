import { Checkbox, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type IssueLine, issueLines, type SheetLine } from './import-lines.ts';
import { severityTones, severityWords } from './import-words.ts';

type Severity = IssueLine['issue']['severity'];
const severities = ['error', 'warning', 'info'] as const;

const columns: readonly Column<IssueLine>[] = [
  {
    key: 'severity',
    heading: 'Mức',
    width: 104,
    text: ({ issue }) => severityWords[issue.severity],
    cell: ({ issue }) => (
      <span className={severityTones[issue.severity]}>
        <Icon name={issue.severity} /> {severityWords[issue.severity]}
      </span>
    ),
  },
  { key: 'place', heading: 'Trang, tệp', width: 200, text: ({ file, sheet }) => `${sheet} · ${file}` },
  {
    key: 'row',
    heading: 'Dòng',
    width: 76,
    align: 'right',
    text: ({ issue }) => (issue.row === null ? 'cả trang' : String(issue.row)),
  },
  { key: 'column', heading: 'Cột', width: 52, text: ({ issue }) => issue.column ?? '' },
  { key: 'value', heading: 'Đang ghi', width: 144, text: ({ issue }) => issue.value ?? '' },
  {
    key: 'message',
    heading: 'Vấn đề',
    width: 360,
    grow: true,
    text: ({ issue }) => issue.message,
    cell: ({ issue }) => <span title={issue.message}>{issue.message}</span>,
  },
];

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
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onCurrent={(id) => goTo(id, false)}
        onOpen={(id) => goTo(id, true)}
        empty={<EmptyState title="Không có vấn đề nào" />}
      />
    </>
  );
}
