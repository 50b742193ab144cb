import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ImportIssue } from '../../../electron/contract/imports.ts';
import { api } from '../../app/data.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { decidedWords } from './decision-words.ts';
import { issueColumns } from './issue-columns.tsx';

type Line = { id: string; file: string; sheet: string; issue: ImportIssue };

/** What was decided of an import when it was written, and what was found in its files. */
export function ImportRunDetail({ id }: { id: string }) {
  const run = useQuery(api.imports.run.queryOptions({ input: { id } }));
  const lines = useMemo(
    () =>
      new Map(
        (run.data?.issues ?? []).map((issue): [string, Line] => [
          issue.id,
          { id: issue.id, file: issue.file, sheet: issue.sheet ?? '', issue },
        ]),
      ),
    [run.data],
  );
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((line: string) => lines.get(line), [lines]);
  if (run.isError) return <ErrorState error={run.error} />;
  if (!run.data) return <Waiting />;
  const { decided } = run.data;
  const made = decided === null ? [] : decidedWords(decided);
  return (
    <div className="import-run-detail">
      <p className="quiet small">
        {made.length === 0 ? 'Không có quyết định riêng khi nhập.' : `Đã quyết định khi nhập: ${made.join(', ')}.`}
      </p>
      <DataTable
        label={`Vấn đề của lần nhập ${run.data.files.join(', ')}`}
        keep="import:run-issues"
        columns={issueColumns}
        ids={ids}
        rowOf={rowOf}
        empty={<EmptyState title="Không có vấn đề nào" />}
      />
    </div>
  );
}
