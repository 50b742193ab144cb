import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandlingBody, PetitionForm, PetitionRecord } from '../../../electron/contract/petitions.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { offered } from '../../components/code-choices.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Note } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { authorityWords, codesOf } from '../../components/words.ts';
import { NameField } from '../meetings/NameField.tsx';
import { SimilarPetitions } from './SimilarPetitions.tsx';

/** Where a new petition is raised: nowhere said yet, or a meeting with those who attended it. */
export type PetitionSource = {
  cellId: string;
  date: string | null;
  meetingId: string;
  visits: readonly { id: string; official: string }[];
  members: readonly { member_id: string; full_name: string }[];
};

type Props = {
  petition?: PetitionRecord;
  source?: PetitionSource;
  onClose: () => void;
  onSaved?: (id: string) => void;
};

type Draft = Omit<PetitionForm, 'cell_id' | 'date'> & { cell_id: string | null; date: string | null };

/** Levels that can be chosen on a day: not one whose bodies have all ended (R39), unless the petition has it already. */
function authoritiesOn(date: string | null, bodies: readonly HandlingBody[], present: PetitionForm['authority']) {
  return codesOf(authorityWords).filter((code) => {
    const ofLevel = bodies.filter(({ authority }) => authority === code);
    const isOver = ofLevel.length > 0 && ofLevel.every(({ valid_to }) => valid_to !== null && valid_to < (date ?? ''));
    return code === present || !isOver;
  });
}

function draftOf({ petition, source }: Pick<Props, 'petition' | 'source'>): Draft {
  if (petition) {
    const { cell_id, meeting_id, visit_id, date, raised_by, raised_by_member_id, content, kind } = petition;
    const { field, authority, due_date, note } = petition;
    return {
      ...{ cell_id, meeting_id, visit_id, date, raised_by, raised_by_member_id, content, kind },
      ...{ field, authority, due_date, note },
    };
  }
  const [visit, ...others] = source?.visits ?? [];
  return {
    cell_id: source?.cellId ?? null,
    meeting_id: source?.meetingId ?? null,
    visit_id: visit && others.length === 0 ? visit.id : null,
    date: source?.date ?? localToday(),
    raised_by: 'Chi bộ',
    raised_by_member_id: null,
    content: '',
    kind: 'petition',
    field: null,
    authority: null,
    due_date: null,
    note: null,
  };
}

/** A petition as it was raised: a new one, or one to be corrected. What becomes of it is recorded by steps. */
export function PetitionDialog({ petition, source, onClose, onSaved }: Props) {
  const [first] = useState(() => draftOf({ ...(petition ? { petition } : {}), ...(source ? { source } : {}) }));
  const [draft, setDraft] = useState(first);
  const [spot, setSpot] = useState<{ outcome: string } | null>(null);
  const [duplicateOf, setDuplicateOf] = useState<string | null>(null);
  const lists = useQuery(api.petitions.fields.queryOptions());
  const bodies = useQuery(api.petitions.bodies.queryOptions({ input: {} }));
  const { asking, guard } = useGuard(draft !== first || spot !== null, onClose);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useChange(async (form: PetitionForm) =>
    petition
      ? client.petitions.save({ id: petition.id, form })
      : client.petitions.create({ ...form, duplicate_of: duplicateOf, on_the_spot: spot && { outcome: spot.outcome } }),
  );
  const { cell_id, date } = draft;
  const authorities = authoritiesOn(date, bodies.data ?? [], first.authority);
  const complete = cell_id !== null && date !== null && draft.content.trim() !== '';
  const act = () => {
    if (cell_id === null || date === null) return;
    save.mutate(
      { ...draft, cell_id, date },
      {
        onSuccess: ({ id }) => {
          onSaved?.(id);
          onClose();
        },
      },
    );
  };
  const unknown = { value: '', label: 'Chưa rõ' };
  return (
    <Dialog
      title={petition ? `Sửa ${petition.code}` : 'Ghi ý kiến, kiến nghị'}
      opened
      {...guard}
      action={petition ? 'Lưu' : 'Ghi vào sổ'}
      disabled={!complete}
      busy={save.isPending}
      error={save.error}
      onAction={act}
      size={640}
    >
      <FormFlow>
        {source === undefined && (
          <OrganisationPicker
            label="Chi bộ"
            value={cell_id}
            onChange={(id) => set({ cell_id: id, meeting_id: null, visit_id: null })}
            none="Chọn chi bộ"
            cellsOnly
            required
            autoFocus={cell_id === null}
          />
        )}
        <div className="form-row">
          <DateField
            label="Ngày nêu"
            value={date}
            onChange={(value) => set({ date: value, ...(source ? {} : { meeting_id: null, visit_id: null }) })}
            required
          />
          <NameField
            label="Người nêu"
            names={['Chi bộ', ...(source?.members ?? []).map(({ full_name }) => full_name)]}
            value={draft.raised_by ?? ''}
            onChange={(name) =>
              set({
                raised_by: name || null,
                raised_by_member_id: source?.members.find(({ full_name }) => full_name === name)?.member_id ?? null,
              })
            }
          />
          {source && source.visits.length > 0 && (
            <NativeSelect
              label="Cán bộ dự tiếp nhận"
              data={[
                { value: '', label: 'Không' },
                ...source.visits.map(({ id, official }) => ({ value: id, label: official })),
              ]}
              value={draft.visit_id ?? ''}
              onChange={(event) => set({ visit_id: event.currentTarget.value || null })}
            />
          )}
        </div>
        <div className="form-row">
          <NativeSelect
            label="Loại"
            data={[unknown, ...offered(lists.data?.kinds, draft.kind)]}
            value={draft.kind ?? ''}
            onChange={(event) => set({ kind: event.currentTarget.value || null })}
          />
          <NativeSelect
            label="Lĩnh vực"
            data={[unknown, ...offered(lists.data?.fields, draft.field)]}
            value={draft.field ?? ''}
            onChange={(event) => set({ field: event.currentTarget.value || null })}
          />
          <NativeSelect
            label="Thẩm quyền"
            data={[unknown, ...authorities.map((code) => ({ value: code, label: authorityWords[code] }))]}
            value={draft.authority ?? ''}
            onChange={(event) =>
              set({ authority: authorities.find((code) => code === event.currentTarget.value) ?? null })
            }
          />
        </div>
        <Textarea
          label="Nội dung"
          autosize
          minRows={3}
          maxRows={8}
          required
          value={draft.content}
          data-autofocus={cell_id !== null || undefined}
          onChange={(event) => set({ content: event.currentTarget.value })}
        />
        {!petition && cell_id !== null && date !== null && (
          <SimilarPetitions
            cellId={cell_id}
            content={draft.content}
            date={date}
            value={duplicateOf}
            onChange={setDuplicateOf}
          />
        )}
        {petition ? (
          <DateField label="Hạn trả lời" value={draft.due_date} onChange={(due_date) => set({ due_date })} />
        ) : (
          <Checkbox
            label="Đã giải đáp tại chỗ"
            checked={spot !== null}
            disabled={duplicateOf !== null}
            onChange={(event) => setSpot(event.currentTarget.checked ? { outcome: '' } : null)}
          />
        )}
        {spot && (
          <TextInput
            label="Nội dung giải đáp"
            value={spot.outcome}
            autoComplete="off"
            onChange={(event) => setSpot({ outcome: event.currentTarget.value })}
          />
        )}
        <TextInput
          label="Ghi chú"
          value={draft.note ?? ''}
          autoComplete="off"
          onChange={(event) => set({ note: event.currentTarget.value || null })}
        />
      </FormFlow>
      {asking && <Note tone="caution">Có thay đổi chưa lưu của kiến nghị này.</Note>}
    </Dialog>
  );
}
