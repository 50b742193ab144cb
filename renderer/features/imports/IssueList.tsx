import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type IssueLine, issueLines, type SheetLine } from './import-lines.ts';
import { severityWords } from './import-words.ts';

type Severity = IssueLine['issue']['severity'];
const severities = ['error', 'warning', 'info'] as const;
const tones = { error: 'problem', warning: 'caution', info: 'quiet' } as const;

const columns: readonly Column<IssueLine>[] = [
  {
    key: 'severity',
    heading: 'Mức',
    width: 104,
    text: ({ issue }) => severityWords[issue.severity],
    cell: ({ issue }) => (
      <span className={tones[issue.severity]}>
        <Icon name={issue.severity} /> {severityWords[issue.severity]}
      </span>
    ),
  },
  { key: 'place', heading: 'Trang, tệp', width: 216, text: ({ file, sheet }) => `${sheet} · ${file}` },
  {
    key: 'row',
    heading: 'Dòng',
    width: 76,
    align: 'right',
    text: ({ issue }) => (issue.row === null ? 'cả trang' : String(issue.row)),
  },
  { key: 'column', heading: 'Cột', width: 52, text: ({ issue }) => issue.column ?? '' },
  { key: 'value', heading: 'Đang ghi', width: 144, text: ({ issue }) => issue.value ?? '' },
  { key: 'message', heading: 'Vấn đề', width: 360, grow: true, text: ({ issue }) => issue.message },
];

/** "danh-sach.xlsx, trang Hòa Lẫm, dòng 12, cột K" */
function placeText({ file, sheet, issue }: IssueLine): string {
  const parts = [file, `trang ${sheet}`, issue.row === null ? '' : `dòng ${issue.row}`];
  return [...parts, issue.column === null ? '' : `cột ${issue.column}`].filter(Boolean).join(', ');
}

type Props = { result: ImportResult; sheet: SheetLine | null; onAll: () => void };

/** All issues, errors first; by severity, and of one sheet when one was chosen. */
export function IssueList({ result, sheet, onAll }: Props) {
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [current, setCurrent] = useState('');
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
  const chosen = shown.get(current) ?? shown.get(ids[0] ?? '');
  return (
    <>
      <div className="issue-tools">
        <h3>Vấn đề{sheet && `: trang ${sheet.sheet.name}`}</h3>
        {sheet && (
          <button type="button" className="door" onClick={onAll}>
            Xem mọi trang
          </button>
        )}
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
        onCurrent={setCurrent}
        empty={<EmptyState title="Không có vấn đề nào" />}
      />
      {chosen && (
        <p className="issue-message small">
          {placeText(chosen)}: {chosen.issue.message}
        </p>
      )}
    </>
  );
}
