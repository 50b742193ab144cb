import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OrganisationFacts, OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { FactFields } from './FactFields.tsx';
import { isCell } from './is-cell.ts';

type Props = { organisation: OrganisationRecord; facts: OrganisationFacts; onClose: () => void };

/** Name, parent and facts of an organisation: a change from a day, or a correction of what was written wrongly. */
export function EditOrganisationDialog({ organisation, facts: saved, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [facts, setFacts] = useState(saved);
  const [how, setHow] = useState<'change' | 'correct'>('change');
  const [day, setDay] = useState<string | null>(localToday());
  const [document, setDocument] = useState('');
  const change = useChange((from: string | null) =>
    client.organisations.change({ id: organisation.id, facts, from, document }),
  );
  const set = (part: Partial<OrganisationFacts>) => setFacts((old) => ({ ...old, ...part }));
  const dirty = JSON.stringify(facts) !== JSON.stringify(saved);
  const { asking, guard } = useGuard(dirty, onClose);
  return (
    <Dialog
      {...guard}
      title={asking ? 'Có thay đổi chưa lưu' : `Sửa ${organisation.name}`}
      opened
      action="Lưu"
      size={640}
      disabled={facts.name.trim() === '' || (how === 'change' && day === null) || !dirty}
      busy={change.isPending}
      error={change.error}
      onAction={() =>
        change.mutate(how === 'change' ? day : null, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã sửa ${facts.name}`);
          },
        })
      }
    >
      <FormFlow>
        <TextInput
          label="Tên"
          required
          data-autofocus
          value={facts.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {organisation.parent_id !== null && (
          <OrganisationPicker
            label="Cấp trên"
            value={facts.parent_id}
            onChange={(id) => set({ parent_id: id })}
            none="Chọn cấp trên"
            required
          />
        )}
        <FactFields facts={facts} set={set} ofCell={isCell(organisation.kind)} />
        <Radio.Group
          label="Đây là"
          value={how}
          onChange={(value) => setHow(value === 'correct' ? 'correct' : 'change')}
        >
          <div className="check-list">
            <Radio size="xs" value="change" label="Thay đổi từ một ngày (tên và nơi cũ vẫn còn trong lịch sử)" />
            <Radio size="xs" value="correct" label="Sửa chỗ ghi sai (không phải thay đổi)" />
          </div>
        </Radio.Group>
        {how === 'change' && (
          <div className="form-row">
            <DateField label="Từ ngày" required value={day} onChange={setDay} />
            <TextInput label="Văn bản" value={document} onChange={(event) => setDocument(event.currentTarget.value)} />
          </div>
        )}
      </FormFlow>
    </Dialog>
  );
}
