import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { TermRecord } from '../../../electron/contract/settings.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { formatDate, formatInt } from '../../components/format.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RightButton } from '../../components/RightButton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';

const levelWords = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã, phường', cell: 'Chi bộ' } as const;
const levels = ['cell', 'commune', 'district', 'province'] as const;

const columns: readonly Column<TermRecord>[] = [
  { key: 'name', heading: 'Nhiệm kỳ', width: 200, grow: true, text: ({ name }) => name },
  { key: 'level', heading: 'Cấp', width: 120, text: ({ level }) => (level ? levelWords[level] : '') },
  {
    key: 'from',
    heading: 'Từ ngày',
    width: 108,
    text: ({ valid_from }) => formatDate(valid_from),
    date: ({ valid_from }) => valid_from,
  },
  {
    key: 'to',
    heading: 'Đến ngày',
    width: 108,
    text: ({ valid_to }) => formatDate(valid_to),
    date: ({ valid_to }) => valid_to,
  },
];

type Draft = Omit<TermRecord, 'id'> & { id: string | null };
const blank: Draft = { id: null, name: '', level: 'cell', valid_from: null, valid_to: null };

/** Congress terms: what posts in committees belong to. */
export function TermsPart({ terms }: { terms: readonly TermRecord[] }) {
  const offerUndo = useOfferUndo();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const save = useChange((term: Draft) => client.settings.saveTerm(term));
  const remove = useChange((id: string) => client.settings.removeTerm({ id }));
  const byId = useMemo(() => new Map(terms.map((term) => [term.id, term])), [terms]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const chosen = byId.get(current ?? ids[0] ?? '');
  const removeTerm = (term: TermRecord | undefined) =>
    term && remove.mutate(term.id, { onSuccess: () => void offerUndo(`Đã xóa nhiệm kỳ ${term.name}`) });
  useKeys({ 'ctrl+n': () => setDraft(blank) });
  const set = (part: Partial<Draft>) => setDraft((old) => (old ? { ...old, ...part } : old));
  return (
    <ListScreen
      tools={
        <>
          <RightButton needs="settings.saveTerm" onClick={() => setDraft(blank)} title="Ctrl+N">
            Thêm nhiệm kỳ
          </RightButton>
          <Button variant="default" disabled={!chosen} title="Delete" onClick={() => removeTerm(chosen)}>
            Xóa
          </Button>
          {remove.isError && <ErrorState error={remove.error} />}
        </>
      }
      foot={<span>{formatInt(terms.length)} nhiệm kỳ · Enter: sửa</span>}
    >
      <DataTable
        label="Nhiệm kỳ"
        keep="settings:terms"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        onCurrent={setCurrent}
        onOpen={(id) => setDraft(byId.get(id) ?? null)}
        onRemove={(id) => removeTerm(byId.get(id))}
        onEdit={(id) => setDraft(byId.get(id) ?? null)}
        autoFocus
        empty={
          <EmptyState title="Chưa có nhiệm kỳ nào">
            <p>Thêm nhiệm kỳ (Ctrl+N), ví dụ 2025–2030, để ghi chức vụ trong chi ủy theo nhiệm kỳ.</p>
          </EmptyState>
        }
      />
      {draft && (
        <Dialog
          title={draft.id === null ? 'Thêm nhiệm kỳ' : 'Sửa nhiệm kỳ'}
          opened
          onClose={() => setDraft(null)}
          action="Lưu"
          disabled={draft.name.trim() === ''}
          busy={save.isPending}
          error={save.error}
          onAction={() =>
            save.mutate(draft, {
              onSuccess: () => {
                setDraft(null);
                void offerUndo(`Đã lưu nhiệm kỳ ${draft.name}`);
              },
            })
          }
        >
          <FormFlow>
            <TextInput
              label="Tên"
              placeholder="2025–2030"
              required
              data-autofocus
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <div className="form-row">
              <NativeSelect
                label="Cấp"
                data={levels.map((value) => ({ value, label: levelWords[value] }))}
                value={draft.level ?? 'cell'}
                onChange={({ currentTarget: { value } }) =>
                  set({ level: levels.find((level) => level === value) ?? null })
                }
              />
              <DateField label="Từ ngày" value={draft.valid_from} onChange={(valid_from) => set({ valid_from })} />
              <DateField label="Đến ngày" value={draft.valid_to} onChange={(valid_to) => set({ valid_to })} />
            </div>
          </FormFlow>
        </Dialog>
      )}
    </ListScreen>
  );
}
