import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationFacts, OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { isCell } from './is-cell.ts';
import { blankHow, ReorganiseFields } from './ReorganiseFields.tsx';

type Props = {
  organisation: OrganisationRecord;
  facts: OrganisationFacts;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** One organisation becomes two: those who are ticked go to the new one. */
export function SplitDialog({ organisation, facts, onClose, onDone }: Props) {
  const offerUndo = useOfferUndo();
  const [keep, setKeep] = useState(true);
  const [name, setName] = useState('');
  const [restName, setRestName] = useState('');
  const [moving, setMoving] = useState<string[]>([]);
  const [how, setHow] = useState(() => blankHow(localToday()));
  const { asking, guard } = useGuard(moving.length > 0 || name !== '' || how.document !== '', onClose);
  const ofCell = isCell(organisation.kind);
  const there = useQuery(api.organisations.list.queryOptions({ input: {} }));
  const people = useQuery(
    api.members.list.queryOptions({ input: { organisation_id: organisation.id }, enabled: ofCell }),
  );
  const candidates = ofCell
    ? (people.data ?? []).map(({ id, full_name }) => ({ id, label: full_name }))
    : (there.data ?? [])
        .filter(({ parent_id }) => parent_id === organisation.id)
        .map(({ id, name: label }) => ({ id, label }));
  const part = (title: string, ids: string[]) => ({
    created: {
      kind: organisation.kind,
      meeting_day: organisation.meeting_day,
      facts: { ...facts, name: title, short_name: null, phone: null, note: null },
    },
    member_ids: ofCell ? ids : [],
    child_ids: ofCell ? [] : ids,
  });
  const split = useChange((date: string) =>
    client.organisations.split({
      ...how,
      date,
      source: organisation.id,
      keep,
      parts: keep ? [part(name, moving)] : [part(restName, []), part(name, moving)],
    }),
  );
  return (
    <Dialog
      title={asking ? 'Có thay đổi chưa lưu' : `Chia tách ${organisation.name}`}
      opened
      {...guard}
      action="Chia tách"
      destructive
      size={640}
      disabled={how.date === null || name.trim() === '' || (!keep && restName.trim() === '')}
      busy={split.isPending}
      error={split.error}
      onAction={() => {
        if (!how.date) return;
        split.mutate(how.date, {
          onSuccess: ({ id }) => {
            onDone(id);
            void offerUndo(`Đã chia tách ${organisation.name}`);
          },
        });
      }}
    >
      <FormFlow>
        <Radio.Group label="Tổ chức cũ" value={keep ? 'keep' : 'close'} onChange={(value) => setKeep(value === 'keep')}>
          <div className="check-list">
            <Radio size="xs" value="keep" label="Ở lại, với những người không được chọn dưới đây" />
            <Radio size="xs" value="close" label="Kết thúc, cả hai phần là tổ chức mới" />
          </div>
        </Radio.Group>
        {!keep && (
          <TextInput
            label="Tên tổ chức mới thứ nhất (nhận số còn lại)"
            required
            value={restName}
            onChange={(event) => setRestName(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={keep ? 'Tên tổ chức mới' : 'Tên tổ chức mới thứ hai'}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={`${ofCell ? 'Đảng viên' : 'Đơn vị'} sang tổ chức ${keep ? 'mới' : 'mới thứ hai'}: ${moving.length}/${candidates.length}`}
          value={moving}
          onChange={setMoving}
        >
          {candidates.length === 0 && <p className="quiet">Chưa ghi ai ở đây; tách xong thì nhập danh sách.</p>}
          <div className="check-grid check-grid-tall" hidden={candidates.length === 0}>
            {candidates.map(({ id, label }) => (
              <Checkbox key={id} size="xs" value={id} label={label} />
            ))}
          </div>
        </Checkbox.Group>
        <ReorganiseFields how={how} set={(change) => setHow((old) => ({ ...old, ...change }))} />
      </FormFlow>
    </Dialog>
  );
}
