import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ThemeRecord } from '../../../electron/contract/themes.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { type Column, rowMatches, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FilterBox } from '../../components/FilterBox.tsx';
import { formatInt, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { quarterNames } from './plan-sheet.ts';
import { ThemeDialog } from './ThemeDialog.tsx';

const whenOf = ({ required_year, required_quarter }: ThemeRecord) =>
  required_year === null || required_quarter === null
    ? ''
    : `Quý ${quarterNames[required_quarter - 1]}/${required_year}`;

const columns: Column<ThemeRecord>[] = [
  {
    key: 'title',
    heading: 'Chuyên đề',
    width: 300,
    grow: true,
    text: ({ title }) => title,
    sortBy: ({ title }) => title,
  },
  {
    key: 'required',
    heading: 'Bắt buộc theo',
    width: 220,
    text: ({ required_by }) => formatText(required_by),
    sortBy: ({ required_by }) => required_by,
  },
  { key: 'when', heading: 'Quý', width: 110, text: whenOf, sortBy: whenOf },
  {
    key: 'types',
    heading: 'Loại chi bộ',
    width: 260,
    text: ({ cell_type_labels }) => cell_type_labels.join('; ') || 'Mọi chi bộ',
  },
  {
    key: 'planned',
    heading: 'Số kế hoạch có',
    width: 190,
    align: 'right',
    text: ({ planned }) => formatInt(planned),
    number: ({ planned }) => planned,
    sortBy: ({ planned }) => planned,
  },
];

/** The catalogue of themes: what is compulsory says by which document, for which quarter and cells. */
export function Catalogue({ year, tools }: { year: number; tools: ReactNode }) {
  const [text, setText] = useKeptText('themes:text');
  const [sort, setSort] = useState<Sort | null>(null);
  const [editing, setEditing] = useState<ThemeRecord | 'new' | null>(null);
  const themes = useQuery(api.themes.catalogue.queryOptions({ input: {} }));
  const lines = useMemo(() => {
    const found = (themes.data ?? []).filter((theme) => rowMatches(theme, columns, text));
    return new Map(sortRows(found, columns, sort).map((theme) => [theme.id, theme]));
  }, [themes.data, text, sort]);
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((id: string) => lines.get(id), [lines]);
  useKeys({ 'ctrl+n': () => setEditing('new') });
  if (themes.isError) return <ErrorState error={themes.error} />;
  if (!themes.data) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <FilterBox value={text} onChange={setText} placeholder="Tìm chuyên đề" />
          <RightButton needs="themes.saveTheme" className="tools-end" onClick={() => setEditing('new')}>
            Thêm chuyên đề
          </RightButton>
        </>
      }
      foot={
        <>
          <span>{formatInt(ids.length)} chuyên đề</span>
          <Hint words="Enter: sửa · Ctrl+N: thêm chuyên đề" />
        </>
      }
    >
      <DataTable
        label="Danh mục chuyên đề"
        keep="themes"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => setEditing(lines.get(id) ?? null)}
        onEdit={(id) => setEditing(lines.get(id) ?? null)}
        autoFocus
        empty={
          themes.data.length > 0 ? (
            <NoMatch title="Không có chuyên đề nào khớp" />
          ) : (
            <EmptyState title="Danh mục chưa có chuyên đề nào">
              <p>
                Thêm chuyên đề của tỉnh, của cấp mình; chuyên đề bắt buộc ghi văn bản, năm, quý và loại chi bộ. Chi bộ
                vẫn ghi được chuyên đề ngoài danh mục.
              </p>
            </EmptyState>
          )
        }
      />
      {editing && (
        <ThemeDialog theme={editing === 'new' ? null : editing} year={year} onClose={() => setEditing(null)} />
      )}
    </ListScreen>
  );
}
