import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { OfficialPicker } from '../visits/OfficialPicker.tsx';

/** One more planned visit: who, to which cell, on which day. */
export function NewPlanDialog({ day, onClose }: { day: string | null; onClose: () => void }) {
  const [official, setOfficial] = useState<string | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  const [date, setDate] = useState(day);
  const [note, setNote] = useState('');
  const save = useChange(() =>
    client.schedule.plan({ official_id: official ?? '', cell_id: cell, date: date ?? '', note: note || null }),
  );
  return (
    <Dialog
      title="Lập lịch dự"
      opened
      onClose={onClose}
      action="Ghi vào lịch"
      busy={save.isPending}
      error={save.error}
      disabled={official === null || date === null}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <OfficialPicker label="Cán bộ" value={official} onChange={setOfficial} none="Chọn cán bộ" required autoFocus />
      <OrganisationPicker
        label="Chi bộ"
        value={cell}
        onChange={setCell}
        none="Chi bộ bất kỳ trong địa bàn được phân công"
        cellsOnly
      />
      <DateField label="Ngày dự" value={date} onChange={setDate} required />
      <TextInput
        label="Ghi chú"
        value={note}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
