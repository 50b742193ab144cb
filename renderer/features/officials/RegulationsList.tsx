import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { RegulationRecord } from '../../../electron/contract/regulations.ts';
import { api } from '../../app/data.ts';
import { useKeptText } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { matchesWords } from '../../components/fold.ts';
import { formatDate, formatInt, formatSpan, formatText } from '../../components/format.ts';
import { Hint } from '../../components/Hint.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState, NoMatch, Waiting } from '../../components/states.tsx';
import { PresetDialog } from './PresetDialog.tsx';
import { quotasText } from './quota-words.ts';
import { emptyRegulation, RegulationDialog } from './RegulationDialog.tsx';
import { RegulationPane } from './RegulationPane.tsx';
import { useTitleGroups } from './use-lists.ts';

/** Regulations on who attends cell meetings, and what each asks. */
export function RegulationsList({ text, tools }: { text: string; tools: ReactNode }) {
  const { asOf } = usePeriod();
  const [open, setOpen] = useKeptText('regulations:open');
  const [editing, setEditing] = useState<RegulationRecord | 'new' | null>(null);
  const [loading, setLoading] = useState(false);
  useKeys({ 'ctrl+n': () => setEditing('new') });
  const regulations = useQuery(api.regulations.list.queryOptions());
  const groups = useTitleGroups();
  const groupLabel = useCallback(
    (code: string) => groups.find((group) => group.code === code)?.label ?? code,
    [groups],
  );
  const columns = useMemo<Column<RegulationRecord>[]>(
    () => [
      { key: 'number', heading: 'Số, ký hiệu', width: 200, text: ({ number_symbol }) => number_symbol },
      { key: 'date', heading: 'Ngày ký', width: 92, text: ({ date }) => formatDate(date), date: ({ date }) => date },
      {
        key: 'body',
        heading: 'Cơ quan ban hành',
        width: 180,
        spare: 1,
        text: ({ issuing_body }) => formatText(issuing_body),
      },
      {
        key: 'span',
        heading: 'Hiệu lực',
        width: 196,
        text: ({ valid_from, valid_to }) => formatSpan(valid_from, valid_to) || 'không ghi ngày',
      },
      {
        key: 'quotas',
        heading: 'Định mức',
        width: 260,
        grow: true,
        text: (regulation) => quotasText(regulation, groupLabel),
      },
    ],
    [groupLabel],
  );
  const shown = useMemo(
    () =>
      new Map(
        (regulations.data ?? [])
          .filter(
            (regulation) =>
              !text.trim() ||
              matchesWords(
                [
                  regulation.number_symbol,
                  regulation.issuing_body,
                  regulation.subject,
                  quotasText(regulation, groupLabel),
                ].join(' '),
                text,
              ),
          )
          .map((regulation) => [regulation.id, regulation]),
      ),
    [regulations.data, text, groupLabel],
  );
  const ids = useMemo(() => [...shown.keys()], [shown]);
  const rowOf = useCallback((id: string) => shown.get(id), [shown]);
  if (regulations.isError) return <ErrorState error={regulations.error} />;
  if (!regulations.data) return <Waiting />;
  const inForce = regulations.data.filter(
    ({ valid_from, valid_to }) =>
      (valid_from === null || valid_from <= asOf) && (valid_to === null || valid_to >= asOf),
  );
  const opened = regulations.data.find(({ id }) => id === open);
  return (
    <ListScreen
      tools={
        <>
          {tools}
          <RightButton
            needs="regulations.loadPreset"
            className="tools-end"
            variant="default"
            onClick={() => setLoading(true)}
          >
            Nạp mẫu…
          </RightButton>
          <RightButton needs="regulations.save" onClick={() => setEditing('new')}>
            Thêm quy định
          </RightButton>
        </>
      }
      foot={
        <>
          <span>
            {formatInt(ids.length)} quy định · còn hiệu lực cuối kỳ: {formatInt(inForce.length)}
          </span>
          <Hint words="Số lần ghi trong phân công được dùng trước; dòng không ghi theo quy định" />
        </>
      }
      pane={
        opened && (
          <RegulationPane
            key={opened.id}
            regulation={opened}
            groupLabel={groupLabel}
            onEdit={() => setEditing(opened)}
            onClose={() => setOpen('')}
          />
        )
      }
    >
      <DataTable
        label="Quy định dự sinh hoạt"
        keep="regulations"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onOpen={setOpen}
        onCurrent={(id) => open && setOpen(id)}
        current={open || undefined}
        autoFocus
        empty={
          regulations.data.length > 0 ? (
            <NoMatch title="Không có quy định nào khớp" />
          ) : (
            <EmptyState title="Chưa có quy định nào">
              <p>“Nạp mẫu…” lấy quy định của một nơi để sửa lại, hoặc “Thêm quy định” (Ctrl+N) để ghi mới.</p>
            </EmptyState>
          )
        }
      />
      {editing && (
        <RegulationDialog
          id={editing === 'new' ? null : editing.id}
          initial={editing === 'new' ? emptyRegulation : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {loading && <PresetDialog onClose={() => setLoading(false)} onLoaded={setOpen} />}
    </ListScreen>
  );
}
