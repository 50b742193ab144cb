import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MeetingVisit, VisitEntry } from '../../../electron/contract/visits.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { TimeField } from '../../components/small-fields.tsx';
import { codesOf, visitorLevelWords } from '../../components/words.ts';
import { OfficialPicker } from './OfficialPicker.tsx';

const levels = codesOf(visitorLevelWords);
const empty: VisitEntry = {
  official_id: null,
  name: null,
  title: null,
  level: null,
  arrived_at: null,
  left_at: null,
  on_behalf_of_id: null,
  on_behalf_of_name: null,
  note: null,
};

function entryOf(visit: MeetingVisit | null): VisitEntry {
  if (visit === null) return empty;
  const { official_id, name, title, level, arrived_at, left_at, on_behalf_of_id, on_behalf_of_name, note } = visit;
  return { official_id, name, title, level, arrived_at, left_at, on_behalf_of_id, on_behalf_of_name, note };
}

type Props = { meetingId: string; visit: MeetingVisit | null; onClose: () => void };

/** Who came from above to a meeting: somebody of the list, or a name; when, and in whose place (R29-R31). */
export function VisitDialog({ meetingId, visit, onClose }: Props) {
  const [entry, setEntry] = useState(() => entryOf(visit));
  const set = (change: Partial<VisitEntry>) => setEntry((old) => ({ ...old, ...change }));
  const save = useChange(() =>
    visit === null
      ? client.visits.record({ meeting_id: meetingId, entry })
      : client.visits.change({ id: visit.id, entry }),
  );
  return (
    <Dialog
      title={visit === null ? 'Ghi cấp trên dự' : 'Sửa lượt dự'}
      opened
      onClose={onClose}
      action="Ghi"
      busy={save.isPending}
      error={save.error}
      disabled={entry.official_id === null && !entry.name?.trim()}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <OfficialPicker
        label="Cán bộ dự"
        value={entry.official_id}
        onChange={(official_id) => set({ official_id, name: null })}
        none="Không có trong danh sách"
        autoFocus
      />
      {entry.official_id === null && (
        <div className="form-row">
          <TextInput
            label="Họ và tên"
            value={entry.name ?? ''}
            autoComplete="off"
            onChange={(event) => set({ name: event.currentTarget.value || null })}
          />
          <TextInput
            label="Chức vụ"
            value={entry.title ?? ''}
            autoComplete="off"
            onChange={(event) => set({ title: event.currentTarget.value || null })}
          />
        </div>
      )}
      <div className="form-row">
        <NativeSelect
          label="Cấp"
          value={entry.level ?? ''}
          data={[
            { value: '', label: 'Chưa ghi' },
            ...levels.map((value) => ({ value, label: visitorLevelWords[value] })),
          ]}
          onChange={(event) => set({ level: levels.find((level) => level === event.currentTarget.value) ?? null })}
        />
        <TimeField
          label="Đến lúc"
          className="form-narrow"
          value={entry.arrived_at}
          onChange={(arrived_at) => set({ arrived_at })}
        />
        <TimeField
          label="Về lúc"
          className="form-narrow"
          value={entry.left_at}
          onChange={(left_at) => set({ left_at })}
        />
      </div>
      <OfficialPicker
        label="Dự thay cho"
        value={entry.on_behalf_of_id}
        onChange={(on_behalf_of_id) => set({ on_behalf_of_id, on_behalf_of_name: null })}
        none="Không dự thay ai"
      />
      <TextInput
        label="Ghi chú"
        value={entry.note ?? ''}
        autoComplete="off"
        onChange={(event) => set({ note: event.currentTarget.value || null })}
      />
    </Dialog>
  );
}
