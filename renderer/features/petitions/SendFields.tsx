import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PetitionRecord } from '../../../electron/contract/petitions.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { formatDate } from '../../components/format.ts';
import { Picker } from '../../components/Picker.tsx';
import { Note } from '../../components/states.tsx';
import { authorityWords } from '../../components/words.ts';
import type { StepDraft } from './step-draft.ts';

type Props = { petition: PetitionRecord; draft: StepDraft; set: (change: Partial<StepDraft>) => void };

/** To whom, with what, until when. A body that has ended is still to be seen, with what came after it (handbook R39). */
export function SendFields({ petition, draft, set }: Props) {
  const bodies = useQuery(api.petitions.bodies.queryOptions({ input: {} }));
  const add = useChange(() => client.petitions.addUsualBodies({}));
  const body = bodies.data?.find(({ id }) => id === draft.body_id);
  const on = draft.on ?? '';
  const due = useQuery({
    ...api.petitions.dueDate.queryOptions({
      input: { authority: petition.authority ?? body?.authority ?? null, forwarded_on: on },
      placeholderData: keepPreviousData,
    }),
    enabled: on !== '',
  });
  const hasEnded = body !== undefined && on !== '' && body.valid_to !== null && body.valid_to < on;
  const choices = (bodies.data ?? [])
    .filter(({ valid_from, valid_to }) => (valid_from ?? '') <= on && (valid_to ?? '9') >= on)
    .map(({ id, name, authority }) => ({
      value: id,
      label: name,
      ...(authority ? { context: authorityWords[authority] } : {}),
    }));
  const chosen =
    body && !choices.some(({ value }) => value === body.id)
      ? [{ value: body.id, label: body.name, context: 'không còn hoạt động' }]
      : [];
  return (
    <>
      {bodies.data?.length === 0 && (
        <Note tone="caution">
          <p>Danh mục đơn vị giải quyết còn trống.</p>
          <Button variant="default" size="xs" loading={add.isPending} onClick={() => add.mutate(undefined)}>
            Thêm các đơn vị thường dùng
          </Button>
        </Note>
      )}
      <Picker
        label="Đơn vị chủ trì"
        choices={[...chosen, ...choices]}
        value={draft.body_id}
        onChange={(body_id) => set({ body_id })}
        none="Chọn đơn vị"
        required
        autoFocus
      />
      {hasEnded && (
        <Note tone="caution">
          {body.name} kết thúc hoạt động sau {formatDate(body.valid_to)}.
          {body.successor && <> Đơn vị kế thừa: {body.successor}. </>}
          {body.successor_id && (
            <button type="button" className="door" onClick={() => set({ body_id: body.successor_id })}>
              Chọn đơn vị kế thừa
            </button>
          )}
        </Note>
      )}
      <div className="form-row">
        <TextInput
          label="Văn bản chuyển (số)"
          value={draft.document}
          autoComplete="off"
          onChange={(event) => set({ document: event.currentTarget.value })}
        />
        <DateField
          label="Hạn trả lời"
          value={draft.due_date === undefined ? (due.data?.due_date ?? null) : draft.due_date}
          onChange={(due_date) => set({ due_date })}
        />
      </div>
    </>
  );
}
