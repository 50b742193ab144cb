import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventRecord } from '../../../electron/contract/visits.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { offered } from '../../components/code-choices.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';

type Props = { event: EventRecord | null; officialId: string; onClose: () => void };

/** An occasion that is no cell meeting, with the official it was opened from. */
export function EventDialog({ event, officialId, onClose }: Props) {
  const kinds = useQuery(api.visits.eventKinds.queryOptions());
  const [typed, setKind] = useState<string | null>(null);
  const offeredKinds = offered(kinds.data, event?.kind ?? null);
  const kind = typed ?? event?.kind ?? offeredKinds[0]?.value ?? '';
  const [organisation, setOrganisation] = useState<string | null>(event?.organisation_id ?? null);
  const [date, setDate] = useState<string | null>(event?.date ?? null);
  const [place, setPlace] = useState(event?.place ?? '');
  const [content, setContent] = useState(event?.content ?? '');
  const save = useChange((day: string) =>
    client.visits.saveEvent({
      ...(event && { id: event.id }),
      form: {
        kind,
        organisation_id: organisation ?? '',
        date: day,
        place: place || null,
        content: content || null,
        official_ids: event?.official_ids ?? [officialId],
      },
    }),
  );
  return (
    <Dialog
      title={event === null ? 'Ghi sự kiện' : 'Sửa sự kiện'}
      opened
      onClose={onClose}
      action="Ghi"
      busy={save.isPending}
      error={save.error}
      disabled={kind === '' || organisation === null || date === null}
      onAction={() => date !== null && save.mutate(date, { onSuccess: onClose })}
    >
      <div className="form-row">
        <NativeSelect
          label="Loại sự kiện"
          value={kind}
          data={offeredKinds}
          data-autofocus
          onChange={(change) => setKind(change.currentTarget.value)}
        />
        <DateField label="Ngày" className="form-middle" value={date} onChange={setDate} required />
      </div>
      <OrganisationPicker
        label="Nơi làm việc"
        value={organisation}
        onChange={setOrganisation}
        none="Chọn tổ chức"
        required
      />
      <TextInput
        label="Địa điểm"
        value={place}
        autoComplete="off"
        onChange={(change) => setPlace(change.currentTarget.value)}
      />
      <Textarea
        label="Nội dung"
        rows={2}
        value={content}
        onChange={(change) => setContent(change.currentTarget.value)}
      />
    </Dialog>
  );
}
