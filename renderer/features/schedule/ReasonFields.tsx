import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { offered } from '../../components/code-choices.ts';

export type Reason = { code: string; text: string };
export const noReason: Reason = { code: '', text: '' };

type Props = { value: Reason; onChange: (reason: Reason) => void; required: boolean };

/** Why a plan was missed or changed: one of the office's list, with words of one's own (handbook R34). */
export function ReasonFields({ value, onChange, required }: Props) {
  const reasons = useQuery(api.schedule.reasons.queryOptions());
  return (
    <div className="form-row">
      <NativeSelect
        label="Lý do"
        withAsterisk={required}
        required={required && value.text.trim() === ''}
        data={[{ value: '', label: 'Chọn lý do' }, ...offered(reasons.data, value.code)]}
        value={value.code}
        onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
      />
      <TextInput
        label="Nói rõ thêm"
        value={value.text}
        autoComplete="off"
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
    </div>
  );
}
