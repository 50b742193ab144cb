import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { emptyTitle } from './official-form.ts';
import { TitleFields } from './TitleFields.tsx';

/** Another title from a day on. The quota is reckoned by months under each (handbook R27). */
export function TitleDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { asOf } = usePeriod();
  const first = `${asOf.slice(0, 7)}-01`;
  const [title, setTitle] = useState(emptyTitle);
  const [from, setFrom] = useState<string | null>(first);
  const change = useChange((day: string) => client.officials.changeTitle({ id, title, from: day }));
  return (
    <FormDialog
      title={`Đổi chức danh: ${name}`}
      action="Đổi chức danh"
      size={680}
      dirty={title !== emptyTitle || from !== first}
      busy={change.isPending}
      disabled={title.title.trim() === '' || from === null}
      error={change.error}
      onClose={onClose}
      onAction={() => from && change.mutate(from, { onSuccess: onClose })}
    >
      <DateField label="Giữ chức danh mới từ ngày" value={from} onChange={setFrom} required />
      <TitleFields value={title} onChange={(part) => setTitle((old) => ({ ...old, ...part }))} />
      <p className="quiet small">
        Chức danh đang giữ kết thúc vào ngày trước đó. Định mức năm tính theo số tháng của từng nhóm chức danh.
      </p>
    </FormDialog>
  );
}
