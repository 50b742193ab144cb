import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { MissingTheme } from '../../../electron/contract/themes.ts';
import { api } from '../../app/data.ts';
import { type Column, type Sort, sortRows } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatInt, formatText } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { WithCells } from '../../components/NoCells.tsx';
import { EmptyState, ErrorState, FigureButton, Waiting } from '../../components/states.tsx';
import { quarterNames } from './plan-sheet.ts';

type Line = MissingTheme & { key: string };

const reasonWords = {
  no_plan: 'Chưa có kế hoạch chuyên đề',
  not_held: 'Có kế hoạch, chưa sinh hoạt',
  required_not_planned: 'Chưa đưa chuyên đề bắt buộc vào kế hoạch',
} as const;
const reasons = ['no_plan', 'not_held', 'required_not_planned'] as const;

const columns: Column<Line>[] = [
  { key: 'cell', heading: 'Chi bộ', width: 240, text: ({ cell }) => cell, sortBy: ({ cell }) => cell },
  {
    key: 'above',
    heading: 'Đảng bộ, chi bộ cơ sở',
    width: 200,
    text: ({ grassroots }) => grassroots,
    sortBy: ({ grassroots }) => grassroots,
  },
  {
    key: 'reason',
    heading: 'Còn thiếu',
    width: 310,
    text: ({ reason }) => reasonWords[reason],
    sortBy: ({ reason }) => reasonWords[reason],
  },
  { key: 'title', heading: 'Chuyên đề', width: 240, grow: true, text: ({ title }) => formatText(title) },
  { key: 'document', heading: 'Bắt buộc theo', width: 160, text: ({ required_by }) => required_by ?? '' },
];

/** What cells are missing in the quarter: each line says what, and opens the cell (R5). */
export function MissingThemes({ year, quarter, tools }: { year: number; quarter: number; tools: ReactNode }) {
  const [, navigate] = useLocation();
  const [only, setOnly] = useState<Line['reason'] | null>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const missing = useQuery(api.themes.missing.queryOptions({ input: { year, quarter } }));
  const all = useMemo(
    () => (missing.data ?? []).map<Line>((line, index) => ({ ...line, key: String(index) })),
    [missing.data],
  );
  const lines = useMemo(() => {
    const found = all.filter(({ reason }) => only === null || reason === only);
    return new Map(sortRows(found, columns, sort).map((line) => [line.key, line]));
  }, [all, only, sort]);
  const ids = useMemo(() => [...lines.keys()], [lines]);
  const rowOf = useCallback((id: string) => lines.get(id), [lines]);
  if (missing.isError) return <ErrorState error={missing.error} />;
  if (!missing.data) return <Waiting />;
  const name = `quý ${quarterNames[quarter - 1]}/${year}`;
  return (
    <ListScreen
      tools={tools}
      foot={
        <span>
          {reasons.map((reason, index) => (
            <span key={reason}>
              {index > 0 && ' · '}
              <FigureButton
                value={formatInt(all.filter((line) => line.reason === reason).length)}
                label={`Chỉ xem: ${reasonWords[reason]}`}
                pressed={only === reason}
                onOpen={() => setOnly(only === reason ? null : reason)}
              />{' '}
              {reasonWords[reason].toLocaleLowerCase('vi')}
            </span>
          ))}
        </span>
      }
    >
      <DataTable
        label={`Còn thiếu chuyên đề ${name}`}
        keep="missing-themes"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        sort={sort}
        onSort={(key) => setSort({ key, descending: sort?.key === key && !sort.descending })}
        onOpen={(id) => {
          const line = lines.get(id);
          if (line) navigate(`/organisations/${line.cell_id}`);
        }}
        autoFocus
        empty={
          <WithCells>
            <EmptyState title={`Không chi bộ nào còn thiếu chuyên đề ${name}`}>
              <p>Danh sách so kế hoạch chuyên đề với các buổi sinh hoạt chuyên đề theo ngày họp.</p>
            </EmptyState>
          </WithCells>
        }
      />
    </ListScreen>
  );
}
