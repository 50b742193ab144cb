import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OfficeRule, RuleJson } from '../../../electron/contract/rules.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { Note } from '../../components/states.tsx';
import { RuleFieldInput } from './RuleFieldInput.tsx';
import { partAt, withPart } from './rule-value.ts';

const evidences = ['A', 'B', 'C'] as const;

/** A new value of a rule from a day on. */
export function RuleDialog({ rule, onClose }: { rule: OfficeRule; onClose: () => void }) {
  const offerUndo = useOfferUndo();
  const latest = rule.versions.find(({ state }) => state === 'current') ?? rule.versions[0];
  const [value, setValue] = useState<RuleJson>(latest?.value ?? null);
  const [from, setFrom] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [evidence, setEvidence] = useState<(typeof evidences)[number]>('B');
  const save = useChange((day: string) => client.rules.save({ code: rule.code, value, from: day, source, evidence }));
  const today = localToday();
  return (
    <Dialog
      title={rule.label}
      opened
      onClose={onClose}
      action="Lưu"
      size={640}
      disabled={from === null || source.trim() === ''}
      busy={save.isPending}
      error={save.error}
      onAction={() => {
        if (!from) return;
        save.mutate(from, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã đổi quy tắc: ${rule.label}`);
          },
        });
      }}
    >
      <p className="quiet">{rule.affects}</p>
      <FormFlow>
        {rule.fields.map((field) => (
          <RuleFieldInput
            key={field.path}
            field={field}
            value={partAt(value, field.path)}
            onChange={(part) => setValue((old) => withPart(old, field.path, part))}
          />
        ))}
        <div className="form-row">
          <DateField label="Từ ngày" required value={from} onChange={setFrom} />
          <TextInput
            label="Căn cứ (văn bản)"
            required
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <NativeSelect
            label="Mức"
            className="form-narrow"
            data={[...evidences]}
            value={evidence}
            onChange={({ currentTarget: { value: chosen } }) =>
              setEvidence(evidences.find((one) => one === chosen) ?? 'B')
            }
          />
        </div>
      </FormFlow>
      {from !== null && from <= today && (
        <Note tone="caution">
          Ngày này đã qua: số liệu từ ngày đó được tính lại theo giá trị mới. Số liệu trước ngày đó giữ nguyên.
        </Note>
      )}
    </Dialog>
  );
}
