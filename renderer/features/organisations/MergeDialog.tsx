import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { formatInt } from '../../components/format.ts';
import { Picker } from '../../components/Picker.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { isCell } from './is-cell.ts';
import { blankFacts } from './organisation-draft.ts';
import { blankHow, ReorganiseFields } from './ReorganiseFields.tsx';

type Props = { organisation: OrganisationRecord; onClose: () => void; onDone: (id: string) => void };

/** This organisation and neighbours become one: a new one, or one of them. */
export function MergeDialog({ organisation, onClose, onDone }: Props) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const list = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  const [others, setOthers] = useState<readonly string[]>([]);
  const [into, setInto] = useState<'created' | 'existing'>('created');
  const [existing, setExisting] = useState<string | null>(organisation.id);
  const [name, setName] = useState('');
  const [day, setDay] = useState(organisation.meeting_day);
  const [how, setHow] = useState(() => blankHow(localToday()));
  const { asking, guard } = useGuard(others.length > 0 || name !== '' || how.document !== '', onClose);
  const all = list.data ?? [];
  const candidates = all.filter(
    ({ id, kind, parent_id }) =>
      id !== organisation.id && parent_id !== null && isCell(kind) === isCell(organisation.kind),
  );
  const chosen = [organisation, ...candidates.filter(({ id }) => others.includes(id))];
  const merge = useChange((date: string) =>
    client.organisations.merge({
      ...how,
      date,
      sources: chosen.map(({ id }) => id),
      into:
        into === 'existing' && existing
          ? { existing }
          : {
              created: {
                kind: organisation.kind,
                meeting_day: day,
                facts: {
                  ...blankFacts(organisation.parent_id),
                  name,
                  cell_type: organisation.cell_type,
                  is_residential: organisation.is_residential,
                  difficulty_flags: [...new Set(chosen.flatMap((one) => one.difficulty_flags))],
                },
              },
            },
    }),
  );
  const near = [...candidates].sort(
    (a, b) => Number(b.parent_id === organisation.parent_id) - Number(a.parent_id === organisation.parent_id),
  );
  return (
    <Dialog
      title={asking ? 'Có thay đổi chưa lưu' : `Sáp nhập ${organisation.name}`}
      opened
      {...guard}
      action="Sáp nhập"
      destructive
      size={600}
      disabled={chosen.length < 2 || (day ?? 1) > 31 || how.date === null || (into === 'created' && name.trim() === '')}
      busy={merge.isPending}
      error={merge.error}
      onAction={() => {
        if (!how.date) return;
        merge.mutate(how.date, {
          onSuccess: ({ id }) => {
            onDone(id);
            void offerUndo(`Đã sáp nhập ${chosen.map((one) => one.name).join(', ')}`);
          },
        });
      }}
    >
      <FormFlow>
        <Picker
          label="Nhập với"
          choices={near
            .filter(({ id }) => !others.includes(id))
            .map((one) => ({ value: one.id, label: one.name, ...(one.parent ? { context: one.parent } : {}) }))}
          value={null}
          onChange={(id) => id && setOthers([...others, id])}
          none="Chọn tổ chức để thêm"
          autoFocus
        />
        <div className="check-list">
          {chosen.map((one) => (
            <Checkbox
              key={one.id}
              size="xs"
              checked
              disabled={one.id === organisation.id}
              label={`${one.name} · ${formatInt(one.members)} đảng viên`}
              onChange={() => setOthers(others.filter((id) => id !== one.id))}
            />
          ))}
        </div>
        <Radio.Group
          label="Thành"
          value={into}
          onChange={(value) => setInto(value === 'existing' ? 'existing' : 'created')}
        >
          <div className="check-list">
            <Radio size="xs" value="created" label="Một tổ chức mới" />
            <Radio size="xs" value="existing" label="Một trong các tổ chức này, giữ tên và bí thư của nó" />
          </div>
        </Radio.Group>
        {into === 'created' ? (
          <div className="form-row">
            <TextInput label="Tên mới" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
            {isCell(organisation.kind) && (
              <CountField label="Ngày sinh hoạt" className="form-middle" value={day} onChange={setDay} />
            )}
          </div>
        ) : (
          <Picker
            label="Tổ chức ở lại"
            choices={chosen.map((one) => ({ value: one.id, label: one.name }))}
            value={existing}
            onChange={setExisting}
            none="Chọn"
            required
          />
        )}
        <ReorganiseFields how={how} set={(change) => setHow((old) => ({ ...old, ...change }))} />
      </FormFlow>
    </Dialog>
  );
}
