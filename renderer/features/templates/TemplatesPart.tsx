import './templates.css';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { DocumentTemplate } from '../../../electron/contract/templates.ts';
import { api } from '../../app/data.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { focusList } from '../../components/focus-list.ts';
import { formatDate, formatInt } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { TemplatePane } from './TemplatePane.tsx';

const columns: readonly Column<DocumentTemplate>[] = [
  { key: 'title', heading: 'Loại văn bản', width: 360, grow: true, text: ({ title }) => title },
  // A name of the program's own is no code that a clerk knows.
  { key: 'code', heading: 'Mã', width: 108, text: ({ code }) => (code.startsWith('BC-') ? code : '') },
  {
    key: 'template',
    heading: 'Đang dùng',
    width: 260,
    text: ({ template }) => template?.name ?? 'Bố cục của chương trình',
  },
  {
    key: 'added',
    heading: 'Từ ngày',
    width: 108,
    text: ({ template }) => (template ? formatDate(template.added_on) : ''),
    date: ({ template }) => template?.added_on ?? null,
  },
];

/** Which kinds of document the office prints by a Word template of its own; beside the list, its tags and the file. */
export function TemplatesPart() {
  const listed = useQuery(api.templates.list.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  const byCode = useMemo(() => new Map((listed.data ?? []).map((kind) => [kind.code, kind])), [listed.data]);
  const ids = useMemo(() => [...byCode.keys()], [byCode]);
  const rowOf = useCallback((code: string) => byCode.get(code), [byCode]);
  if (listed.isError) return <ErrorState error={listed.error} />;
  if (!listed.data) return <Waiting />;
  const kind = byCode.get(open ?? '');
  const own = listed.data.filter(({ template }) => template !== null).length;
  return (
    <ListScreen
      foot={
        <>
          <span>
            {formatInt(ids.length)} loại văn bản, {formatInt(own)} dùng mẫu riêng
          </span>
          <Hint words="Enter: thẻ của mẫu, tải mẫu lên" />
        </>
      }
      pane={
        kind && (
          <TemplatePane
            key={kind.code}
            kind={kind}
            onClose={() => {
              setOpen(null);
              focusList();
            }}
          />
        )
      }
    >
      <DataTable
        label="Mẫu Word"
        keep="settings:templates"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        onCurrent={(code) => open !== null && setOpen(code)}
        autoFocus
        empty={<EmptyState title="Chưa có loại văn bản nào" />}
      />
    </ListScreen>
  );
}
