import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import type {
  NumberProposal,
  RegisterChoices,
  RegisterForm,
  RegisterRow,
} from '../../../electron/contract/register.ts';
import { DateField } from '../../components/DateField.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Picker } from '../../components/Picker.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { proposalWords } from './IssueFields.tsx';

type Props = {
  form: RegisterForm;
  choices: RegisterChoices;
  proposal: NumberProposal | null;
  others: readonly RegisterRow[];
  onChange: (change: Partial<RegisterForm>) => void;
};

/** What is written of a document in the register. */
export function OtherDocumentFields({ form, choices, proposal, others, onChange }: Props) {
  const kindCodes = [...Map.groupBy(choices.kinds, ({ code }) => code)];
  const bodies = choices.bodies.map(({ name, body_code }) => ({ value: body_code, label: `${name} (${body_code})` }));
  const known = bodies.some(({ value }) => value === form.body_code);
  const titles =
    choices.signing_lines.find(({ authority }) => authority === (form.signing_authority ?? ''))?.titles ?? [];
  return (
    <>
      <div className="form-row">
        <NativeSelect
          label="Thể loại"
          data={kindCodes.map(([code, kinds]) => ({
            value: code,
            label: `${kinds.map(({ name }) => name).join(', ')} (${code})`,
          }))}
          value={form.kind_code}
          onChange={(event) => onChange({ kind_code: event.currentTarget.value })}
        />
        <NativeSelect
          label="Cơ quan ban hành"
          data={[
            ...(known || form.body_code === 'CB' ? [] : [{ value: form.body_code, label: form.body_code }]),
            ...bodies,
            { value: 'CB', label: 'Chi bộ (CB)' },
          ]}
          value={form.body_code}
          onChange={({ currentTarget: { value } }) =>
            onChange({
              body_code: value,
              organisation_id: null,
              issuer:
                value === 'CB'
                  ? 'cell'
                  : (choices.bodies.find((body) => body.body_code === value)?.issuer ?? form.issuer),
            })
          }
        />
      </div>
      {form.issuer === 'cell' && (
        <OrganisationPicker
          label="Chi bộ"
          value={form.organisation_id}
          onChange={(organisation_id) => onChange({ organisation_id })}
          none="Chọn chi bộ"
          cellsOnly
          required
        />
      )}
      <div className="form-row">
        <CountField label="Số" value={form.number} onChange={(number) => onChange({ number: number || null })} />
        <DateField label="Ngày văn bản" value={form.date} onChange={(date) => onChange({ date })} />
        <TextInput
          label="Nơi nhận"
          value={form.receiver ?? ''}
          autoComplete="off"
          onChange={(event) => onChange({ receiver: event.currentTarget.value || null })}
        />
      </div>
      {proposal && <p className="quiet issue-what">{proposalWords(proposal)}</p>}
      <TextInput
        label="Trích yếu"
        value={form.subject}
        required
        autoComplete="off"
        data-autofocus
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <div className="form-row">
        <Autocomplete
          label="Quyền hạn ký"
          data={choices.signing_lines.flatMap(({ authority }) => (authority === '' ? [] : [authority]))}
          value={form.signing_authority ?? ''}
          onChange={(authority) => onChange({ signing_authority: authority || null })}
        />
        <Autocomplete
          label="Chức vụ"
          data={titles}
          value={form.signer_title ?? ''}
          onChange={(title) => onChange({ signer_title: title || null })}
        />
        <TextInput
          label="Họ và tên người ký"
          value={form.signer_name ?? ''}
          autoComplete="off"
          onChange={(event) => onChange({ signer_name: event.currentTarget.value || null })}
        />
      </div>
      <div className="form-row">
        <Picker
          label="Liên quan đến văn bản"
          choices={others.map(({ id, symbol, subject }) => ({
            value: id,
            label: symbol ?? 'chưa có số',
            context: subject,
          }))}
          value={form.replaces_id}
          onChange={(id) => onChange({ replaces_id: id, relation: id === null ? null : (form.relation ?? 'replaces') })}
          none="Không"
        />
        {form.replaces_id !== null && (
          <NativeSelect
            label="Quan hệ"
            data={[
              { value: 'replaces', label: 'Thay thế' },
              { value: 'supplements', label: 'Bổ sung' },
            ]}
            value={form.relation ?? 'replaces'}
            onChange={({ currentTarget: { value } }) =>
              onChange({ relation: value === 'supplements' ? 'supplements' : 'replaces' })
            }
          />
        )}
        <TextInput
          label="Ghi chú"
          value={form.note ?? ''}
          autoComplete="off"
          onChange={(event) => onChange({ note: event.currentTarget.value || null })}
        />
      </div>
    </>
  );
}
