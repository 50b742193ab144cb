import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { ReportViews } from '../documents/ReportViews.tsx';
import { OtherDocumentDialog } from './OtherDocumentDialog.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { registerColumns } from './register-columns.tsx';
import { useRegisterFilter } from './register-filter.ts';
import { SeriesProblems } from './SeriesProblems.tsx';
import { StateDialog } from './StateDialog.tsx';

/** What left the office, with its number: where each document stands, and what is wrong with a series of numbers. */
export function RegisterScreen() {
  const offerUndo = useOfferUndo();
  const filter = useRegisterFilter();
  const [sort, setSort] = useState<Sort | null>(null);
  const [open, setOpen] = useState<RegisterRow | 'new' | null>(null);
  const [moving, setMoving] = useState<RegisterRow | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const listed = useQuery(
    api.register.list.queryOptions({
      input: filter.question,
      placeholderData: keepPreviousData,
    }),
  );
  const choices = useQuery(api.register.choices.queryOptions({ input: {} }));
  const remove = useChange((id: string) => client.register.remove({ id }));
  const rows = useMemo(
    () => new Map(sortRows([...(listed.data ?? [])], registerColumns, sort).map((row) => [row.id, row])),
    [listed.data, sort],
  );
  const ids = useMemo(() => [...rows.keys()], [rows]);
  const rowOf = useCallback((id: string) => rows.get(id), [rows]);
  const chosen = rows.get(current ?? ids[0] ?? '');
  const moveOn = (row: RegisterRow | undefined) => row && row.next_states.length > 0 && setMoving(row);
  const removeRow = (row: RegisterRow | undefined) =>
    row && remove.mutate(row.id, { onSuccess: () => void offerUndo(`Đã xóa dự thảo: ${row.subject}`) });
  useKeys({ 'ctrl+n': () => setOpen('new'), 'alt+arrowright': () => moveOn(chosen) });
  const tools = (
    <>
      <ReportViews current="/documents/register" />
      <FilterBox
        value={filter.text}
        onChange={filter.setText}
        placeholder="Tìm số, trích yếu, nơi nhận; không cần dấu"
      />
      <Button
        variant="default"
        className="tools-end"
        title="Alt+mũi tên phải"
        disabled={!chosen || chosen.next_states.length === 0}
        onClick={() => moveOn(chosen)}
      >
        Chuyển trạng thái
      </Button>
      <RightButton needs="register.save" title="Ctrl+N" onClick={() => setOpen('new')}>
        Ghi văn bản khác
      </RightButton>
      <RegisterFilters filter={filter} />
    </>
  );
  if (listed.isError || !listed.data) {
    return <ListScreen tools={tools}>{listed.isError ? <ErrorState error={listed.error} /> : <Waiting />}</ListScreen>;
  }
  return (
    <ListScreen
      tools={tools}
      foot={
        <>
          <span>
            {formatInt(ids.length)} văn bản · <SeriesProblems />
          </span>
          <Hint words="Enter: xem, sửa · Alt+mũi tên phải: chuyển trạng thái · Ctrl+N: ghi văn bản khác" />
        </>
      }
    >
      {remove.isError && <ErrorState error={remove.error} />}
      <DataTable
        label="Sổ văn bản"
        keep="register"
        columns={registerColumns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onCurrent={setCurrent}
        onOpen={(id) => setOpen(rows.get(id) ?? null)}
        onEdit={(id) => setOpen(rows.get(id) ?? null)}
        onRemove={(id) => removeRow(rows.get(id))}
        rowClass={(row) => (row.state === 'draft' ? 'quiet' : '')}
        autoFocus
        empty={
          filter.isNarrowed ? (
            <NoMatch title="Không có văn bản nào khớp" />
          ) : (
            <EmptyState title="Sổ văn bản chưa có văn bản nào">
              <p>
                Ban hành một <Link href="/documents">văn bản</Link> của chương trình, hoặc ghi văn bản lập ngoài chương
                trình (Ctrl+N).
              </p>
            </EmptyState>
          )
        }
      />
      {open !== null && choices.data && (
        <OtherDocumentDialog
          row={open === 'new' ? null : open}
          others={[...rows.values()]}
          choices={choices.data}
          onClose={() => setOpen(null)}
        />
      )}
      {moving && <StateDialog row={moving} onClose={() => setMoving(null)} />}
    </ListScreen>
  );
}
