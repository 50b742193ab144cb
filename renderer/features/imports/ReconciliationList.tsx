import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { pathOf } from '../../app/places.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt } from '../../components/format.ts';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { type ReconciliationLine, type ReconciliationView, reconciliationLines } from './reconciliation-lines.ts';

const person: readonly Column<ReconciliationLine>[] = [
  { key: 'name', heading: 'Họ và tên', width: 200, text: ({ name }) => name },
  { key: 'cell', heading: 'Chi bộ', width: 240, grow: true, text: ({ cell }) => cell },
];

const birthDate: Column<ReconciliationLine> = {
  key: 'birth_date',
  heading: 'Ngày sinh',
  width: 100,
  text: ({ birthDate: date }) => date ?? '',
};

const row: Column<ReconciliationLine> = {
  key: 'row',
  heading: 'Dòng',
  width: 64,
  align: 'right',
  text: ({ row: number }) => (number === null ? '' : String(number)),
};

const columnsOf: Readonly<Record<ReconciliationView, readonly Column<ReconciliationLine>[]>> = {
  differing: [
    ...person,
    { key: 'field', heading: 'Cột', width: 184, text: ({ field }) => field },
    { key: 'ours', heading: 'Trong sổ', width: 200, text: ({ ours }) => ours },
    { key: 'theirs', heading: 'Ở CSDL', width: 200, text: ({ theirs }) => theirs ?? '(trống)' },
    row,
  ],
  only_here: [...person, birthDate],
  only_there: [
    ...person,
    birthDate,
    { key: 'status', heading: 'Trạng thái', width: 176, text: ({ status }) => status },
    row,
  ],
};

const views = ['differing', 'only_here', 'only_there'] as const;
const viewWords = { differing: 'Khác nhau', only_here: 'Chỉ có trong sổ', only_there: 'Chỉ có ở CSDL' } as const;

/** What the office and the national database do not have alike, in three lists; Enter opens the member. */
export function ReconciliationList({ plan }: { plan: string }) {
  const [view, setView] = useState<ReconciliationView>('differing');
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const found = useQuery(api.imports.reconciliation.queryOptions({ input: { plan } }));
  const lines = useMemo(
    () => new Map(reconciliationLines(found.data ?? null, view).map((line) => [line.id, line])),
    [found.data, view],
  );
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((id: string) => lines.get(id), [lines]);
  if (found.isError) return <ErrorState error={found.error} />;
  if (!found.data) return <Waiting />;
  const { data } = found;
  return (
    <>
      <div className="issue-tools">
        <h3>Đối chiếu CSDL: {formatInt(data.same)} người giống nhau</h3>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void handOver(() => client.imports.reconciliationFile({ plan }))}
        >
          Xuất Excel
        </Button>
        <SegmentedControl
          aria-label="Danh sách đối chiếu"
          value={view}
          onChange={(value) => setView(views.find((candidate) => candidate === value) ?? 'differing')}
          data={views.map((value) => ({ value, label: `${viewWords[value]} ${formatInt(data[value].length)}` }))}
        />
      </div>
      <DataTable
        label="Đối chiếu với cơ sở dữ liệu"
        keep={`import:reconciliation:${view}`}
        columns={columnsOf[view]}
        ids={ids}
        rowOf={rowOf}
        onOpen={(id) => {
          const member = lines.get(id)?.memberId ?? null;
          const path = member === null ? null : pathOf('member', member);
          if (path !== null) navigate(path);
        }}
        empty={<EmptyState title="Không có gì khác" />}
      />
      {data.not_covered.length > 0 && (
        <p className="issue-message small">
          Tệp không có ai của:{' '}
          {data.not_covered.map(({ name, members }) => `${name} (${formatInt(members)})`).join(', ')}
        </p>
      )}
    </>
  );
}
