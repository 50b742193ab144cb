import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { codesOf, organisationKindWords } from '../../components/words.ts';
import { FactFields } from './FactFields.tsx';
import { isCell } from './is-cell.ts';
import { blankFacts } from './organisation-draft.ts';

type Props = { parent: string | null; onClose: () => void; onCreated: (id: string) => void };

const kinds = codesOf(organisationKindWords);

/** A new organisation from a day on. */
export function CreateOrganisationDialog({ parent, onClose, onCreated }: Props) {
  const offerUndo = useOfferUndo();
  const [kind, setKind] = useState<OrganisationRecord['kind']>('cell');
  const [facts, setFacts] = useState(() => blankFacts(parent));
  const [from, setFrom] = useState<string | null>(localToday());
  const [day, setDay] = useState<number | null>(null);
  const [document, setDocument] = useState('');
  const { asking, guard } = useGuard(facts.name !== '' || document !== '', onClose);
  const create = useChange((valid_from: string) =>
    client.organisations.create({ kind, facts, meeting_day: isCell(kind) ? day : null, valid_from, document }),
  );
  const set = (change: Partial<typeof facts>) => setFacts((old) => ({ ...old, ...change }));
  return (
    <Dialog
      title={asking ? 'Có thay đổi chưa lưu' : 'Tạo tổ chức đảng'}
      opened
      {...guard}
      action="Tạo"
      size={640}
      disabled={from === null || facts.name.trim() === '' || (day ?? 1) > 31}
      busy={create.isPending}
      error={create.error}
      onAction={() => {
        if (!from) return;
        create.mutate(from, {
          onSuccess: ({ id }) => {
            onCreated(id);
            void offerUndo(`Đã tạo ${facts.name}`);
          },
        });
      }}
    >
      <FormFlow>
        <div className="form-row">
          <NativeSelect
            label="Loại"
            data={kinds.map((value) => ({ value, label: organisationKindWords[value] }))}
            value={kind}
            onChange={(event) => setKind(kinds.find((code) => code === event.currentTarget.value) ?? 'cell')}
          />
          <OrganisationPicker
            label="Cấp trên"
            value={facts.parent_id}
            onChange={(id) => set({ parent_id: id })}
            none="Chọn cấp trên"
            required
          />
        </div>
        <TextInput
          label="Tên"
          required
          data-autofocus
          value={facts.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className="form-row">
          <DateField label="Từ ngày" required value={from} onChange={setFrom} />
          <TextInput
            label="Quyết định thành lập"
            value={document}
            onChange={(event) => setDocument(event.currentTarget.value)}
          />
          {isCell(kind) && <CountField label="Ngày sinh hoạt" className="form-middle" value={day} onChange={setDay} />}
        </div>
        <FactFields facts={facts} set={set} ofCell={isCell(kind)} />
      </FormFlow>
    </Dialog>
  );
}
