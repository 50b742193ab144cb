import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { codesOf, documentStateWords } from '../../components/words.ts';
import { ReportViews } from '../documents/ReportViews.tsx';
import { OtherDocumentDialog } from './OtherDocumentDialog.tsx';
import { registerColumns } from './register-columns.tsx';
import { SeriesProblems } from './SeriesProblems.tsx';
import { StateDialog } from './StateDialog.tsx';

const spans = ['period', 'all'] as const;

/** What left the office, with its number: where each document stands, and what is wrong with a series of numbers. */
export function RegisterScreen() {
  const { from, asOf, label } = usePeriod();
  const offerUndo = useOfferUndo();
  const [text, setText] = useKeptText('register:text');
  const [kind, setKind] = useKeptText('register:kind');
  const [term, setTerm] = useKeptText('register:term');
  const [state, setState] = useKeptChoice('register:state', codesOf(documentStateWords), null);
  const [span, setSpan] = useKeptChoice('register:span', spans, 'all');
  const [sort, setSort] = useState<Sort | null>(null);
  const [open, setOpen] = useState<RegisterRow | 'new' | null>(null);
  const [moving, setMoving] = useState<RegisterRow | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const listed = useQuery(
    api.register.list.queryOptions({
      input: {
        ...(text.trim() ? { text } : {}),
        ...(kind ? { kind_code: kind } : {}),
        ...(term ? { term_id: term } : {}),
        ...(state ? { state } : {}),
        ...(span === 'period' ? { from: `${from}-01`, to: asOf } : {}),
      },
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
  const kindWords = Object.fromEntries(
    [...Map.groupBy(choices.data?.kinds ?? [], ({ code }) => code)].map(([code, kinds]) => [
      code,
      kinds.map(({ name }) => name).join(', '),
    ]),
  );
  const termWords = Object.fromEntries((choices.data?.terms ?? []).map(({ id, name }) => [id, name]));
  const filtered = Boolean(text.trim() || kind || term || state || span === 'period');
  const tools = (
    <>
      <ReportViews current="/documents/register" />
      <FilterBox value={text} onChange={setText} placeholder="Tìm số, trích yếu, nơi nhận; không cần dấu" />
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
      <div className="tools-row">
        <SelectFilter
          label="Thể loại"
          none="Mọi thể loại"
          words={kindWords}
          value={kind || null}
          onChange={(value) => setKind(value ?? '')}
        />
        <SelectFilter
          label="Trạng thái"
          none="Mọi trạng thái"
          words={documentStateWords}
          value={state}
          onChange={(value) => setState(codesOf(documentStateWords).find((code) => code === value) ?? null)}
        />
        <SelectFilter
          label="Thời gian"
          none="Mọi thời gian"
          words={{ period: label }}
          value={span === 'period' ? 'period' : null}
          onChange={(value) => setSpan(value === 'period' ? 'period' : 'all')}
        />
        {Object.keys(termWords).length > 0 && (
          <SelectFilter
            label="Nhiệm kỳ"
            none="Mọi nhiệm kỳ"
            words={termWords}
            value={term || null}
            onChange={(value) => setTerm(value ?? '')}
          />
        )}
      </div>
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
          filtered ? (
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
