import './documents.css';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { documentPath } from '../../app/document-path.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeptSet } from '../../app/kept-set.ts';
import { periodLabel } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatDate, formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { TreeName } from '../../components/TreeName.tsx';
import type { Branch } from '../../components/tree.ts';
import { stateText } from '../register/register-columns.tsx';
import { type DocumentLine, documentLines, kindKey, registeredByPath } from './document-lines.ts';
import { ReportViews } from './ReportViews.tsx';

/** The documents the period calls for, under their kinds; Enter opens one as it will print. */
export function DocumentsScreen() {
  const { period, label } = usePeriod();
  const [, navigate] = useLocation();
  const [text, setText] = useKeptText('documents:text');
  const [unit, setUnit] = useKeptText('documents:unit');
  const { set: closed, toggle, change } = useKeptSet('documents:closed');
  const listed = useQuery(
    api.documents.list.queryOptions({
      input: { period, ...(unit ? { unit } : {}) },
      placeholderData: keepPreviousData,
    }),
  );
  const columns = useMemo<Column<Branch<DocumentLine>>[]>(
    () => [
      {
        key: 'name',
        heading: 'Văn bản',
        width: 480,
        grow: true,
        text: ({ item }) => item.name,
        cell: (line) => <TreeName branch={line} name={line.item.name} onToggle={() => toggle(line.item.key)} />,
      },
      {
        key: 'code',
        heading: 'Mã',
        width: 84,
        text: ({ item }) => (item.document === null && item.code.startsWith('BC-') ? item.code : ''),
      },
      {
        key: 'symbol',
        heading: 'Số, ký hiệu',
        width: 132,
        text: ({ item }) => (item.document ? formatText(item.registered?.symbol) : ''),
      },
      {
        key: 'date',
        heading: 'Ngày',
        width: 96,
        text: ({ item }) => (item.document ? formatDate(item.registered?.date ?? null) : ''),
        date: ({ item }) => item.registered?.date ?? null,
      },
      {
        key: 'state',
        heading: 'Trạng thái',
        width: 152,
        text: ({ item }) => (item.document ? formatText(item.registered && stateText(item.registered)) : ''),
      },
      {
        key: 'period',
        heading: 'Kỳ',
        width: 150,
        spare: 1,
        text: ({ item }) => (item.document?.about.period ? periodLabel(item.document.about.period) : ''),
      },
    ],
    [toggle],
  );
  const register = useQuery(api.register.list.queryOptions({ input: {} }));
  const registered = useMemo(() => registeredByPath(register.data ?? []), [register.data]);
  const lines = useMemo(
    () => new Map(documentLines(listed.data ?? [], { closed, text, registered }).map((line) => [line.item.key, line])),
    [listed.data, closed, text, registered],
  );
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((key: string) => lines.get(key), [lines]);
  const kinds = useMemo(() => [...new Set((listed.data ?? []).map(({ code }) => kindKey(code)))], [listed.data]);
  const allClosed = kinds.length > 0 && kinds.every((key) => closed.has(key));
  const open = (key: string) => {
    const document = lines.get(key)?.item.document;
    if (document) navigate(documentPath(document.code, document.about));
    else toggle(key);
  };
  const tools = (
    <>
      <ReportViews current="/documents" />
      <FilterBox value={text} onChange={setText} placeholder="Tìm văn bản; không cần dấu" />
      <OrganisationPicker value={unit || null} onChange={(id) => setUnit(id ?? '')} none="Mọi tổ chức" width={240} />
      <Button variant="default" className="tools-end" onClick={() => navigate('/documents/folder')}>
        Hồ sơ cả kỳ…
      </Button>
      {kinds.length > 1 && (
        <Button variant="default" onClick={() => change(kinds, !allClosed)}>
          {allClosed ? 'Mở rộng tất cả' : 'Thu gọn tất cả'}
        </Button>
      )}
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
            {label}: {formatInt(listed.data.length)} văn bản, {formatInt(kinds.length)} loại
          </span>
          <Hint words="Enter: mở văn bản; ở dòng loại: thu gọn, mở rộng" />
        </>
      }
    >
      <DataTable
        label="Văn bản của kỳ"
        keep="documents"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        autoFocus
        onOpen={open}
        onKey={(event, key) => {
          const line = lines.get(key);
          const wanted = { '-': false, '+': true }[event.key];
          if (wanted === undefined || !line?.children || line.open === wanted) return false;
          toggle(key);
          return true;
        }}
        rowClass={({ item }) => (item.document === null ? 'document-kind' : '')}
        empty={
          listed.data.length > 0 ? (
            <NoMatch title="Không có văn bản nào khớp" />
          ) : (
            <EmptyState title={`${label} chưa có văn bản nào phải lập`}>
              <p>
                Ghi <Link href="/meetings">buổi sinh hoạt</Link>, lập <Link href="/schedule">lịch dự</Link> của kỳ, hoặc
                chọn kỳ khác ở đầu cửa sổ: văn bản lập từ số liệu trong sổ.
              </p>
            </EmptyState>
          )
        }
      />
    </ListScreen>
  );
}
