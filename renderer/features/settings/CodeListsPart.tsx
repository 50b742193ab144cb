import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { CodeEntry } from '../../../electron/contract/settings.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeptText } from '../../app/kept.ts';
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
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';

const columns: readonly Column<CodeEntry>[] = [
  { key: 'label', heading: 'Tên', width: 320, grow: true, text: ({ label }) => label },
  { key: 'code', heading: 'Mã', width: 180, text: ({ code }) => code },
  {
    key: 'ended',
    heading: 'Dùng đến ngày',
    width: 120,
    text: ({ valid_to }) => (valid_to ? formatDate(valid_to) : ''),
    date: ({ valid_to }) => valid_to,
  },
];

type Draft = { id: string | null; label: string; valid_to: string | null };

/** The office's code lists: add, rename, end, put in order. A code stays, so that what has it keeps it. */
export function CodeListsPart() {
  const offerUndo = useOfferUndo();
  const lists = useQuery(api.settings.codeLists.queryOptions());
  const [chosen, setChosen] = useKeptText('settings:list', 'cell_types');
  const [current, setCurrent] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const list = lists.data?.find((one) => one.list === chosen) ?? lists.data?.[0];
  const byId = useMemo(() => new Map((list?.entries ?? []).map((entry) => [entry.id, entry])), [list]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  const rowOf = useCallback((id: string) => byId.get(id), [byId]);
  const save = useChange(({ id, ...rest }: Draft) =>
    id === null
      ? client.settings.addCode({ list: list?.list ?? '', label: rest.label })
      : client.settings.changeCode({ id, ...rest }),
  );
  const move = useChange((by: -1 | 1) => client.settings.moveCode({ id: current ?? ids[0] ?? '', by }));
  const add = () => setDraft({ id: null, label: '', valid_to: null });
  useKeys({ 'ctrl+n': add, 'alt+arrowup': () => move.mutate(-1), 'alt+arrowdown': () => move.mutate(1) });
  const edit = (id: string) => {
    const entry = byId.get(id);
    if (entry) setDraft({ id, label: entry.label, valid_to: entry.valid_to });
  };
  if (lists.isError) return <ErrorState error={lists.error} />;
  if (!list) return <Waiting />;
  return (
    <ListScreen
      tools={
        <>
          <NativeSelect
            aria-label="Danh mục"
            className="settings-list"
            data={(lists.data ?? []).map((one) => ({ value: one.list, label: one.label }))}
            value={list.list}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <RightButton needs="settings.addCode" onClick={add} title="Ctrl+N">
            Thêm mục
          </RightButton>
          <Button variant="default" title="Alt+mũi tên lên" onClick={() => move.mutate(-1)}>
            Lên
          </Button>
          <Button variant="default" title="Alt+mũi tên xuống" onClick={() => move.mutate(1)}>
            Xuống
          </Button>
        </>
      }
      foot={<span>{formatInt(ids.length)} mục · Enter: sửa tên, kết thúc · Alt+mũi tên: xếp lại</span>}
    >
      <DataTable
        label={list.label}
        keep="settings:codes"
        columns={columns}
        ids={ids}
        rowOf={rowOf}
        rowClass={({ ended }) => (ended ? 'quiet' : '')}
        onCurrent={setCurrent}
        onOpen={edit}
        onEdit={edit}
        autoFocus
        empty={
          <EmptyState title="Danh mục chưa có mục nào">
            <p>Thêm mục đầu tiên: “Thêm mục” (Ctrl+N).</p>
          </EmptyState>
        }
      />
      {draft && (
        <Dialog
          title={`${draft.id === null ? 'Thêm vào' : 'Sửa mục của'} ${list.label}`}
          opened
          onClose={() => setDraft(null)}
          action="Lưu"
          disabled={draft.label.trim() === ''}
          busy={save.isPending}
          error={save.error}
          onAction={() =>
            save.mutate(draft, {
              onSuccess: () => {
                setDraft(null);
                void offerUndo(`Đã lưu ${draft.label}`);
              },
            })
          }
        >
          <FormFlow>
            <TextInput
              label="Tên"
              required
              data-autofocus
              value={draft.label}
              onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
            />
            {draft.id !== null && (
              <DateField
                label="Dùng đến ngày (để trống: còn dùng)"
                value={draft.valid_to}
                onChange={(valid_to) => setDraft({ ...draft, valid_to })}
              />
            )}
          </FormFlow>
        </Dialog>
      )}
    </ListScreen>
  );
}
