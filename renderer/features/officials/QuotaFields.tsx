import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { QuotaForm } from '../../../electron/contract/regulations.ts';
import type { CodeChoice } from '../../../electron/contract/values.ts';
import { offered } from '../../components/code-choices.ts';
import { CountField } from '../../components/small-fields.tsx';
import { codesOf, meetingKindWords } from '../../components/words.ts';
import { cycleWords, prorationWords, scopeWords } from './quota-words.ts';

type Props = {
  quota: QuotaForm;
  onChange: (change: Partial<QuotaForm>) => void;
  groups: readonly CodeChoice[];
  events: readonly CodeChoice[];
};

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What a regulation asks of one title group: how often, of which kinds, where, and how part of a cycle is reckoned. */
export function QuotaFields({ quota, onChange, groups, events }: Props) {
  const kinds: { value: string; label: string }[] = [
    ...codesOf(meetingKindWords).map((code) => ({ value: code, label: meetingKindWords[code] })),
    ...offered(events, quota.counted_kinds),
  ];
  return (
    <>
      <div className="form-row">
        <NativeSelect
          label="Nhóm chức danh"
          required
          data={[{ value: '', label: 'Chọn nhóm' }, ...offered(groups, quota.title_group)]}
          value={quota.title_group}
          onChange={(event) => onChange({ title_group: event.currentTarget.value })}
        />
        <CountField
          className="form-narrow"
          label="Số lần"
          value={quota.min_visits}
          onChange={(min_visits) => onChange({ min_visits: min_visits ?? 0 })}
        />
        <NativeSelect
          className="form-narrow"
          label="Mỗi"
          data={options(cycleWords)}
          value={quota.cycle}
          onChange={({ currentTarget: { value } }) =>
            onChange({ cycle: codesOf(cycleWords).find((code) => code === value) ?? 'year' })
          }
        />
        <NativeSelect
          label="Phạm vi"
          data={options(scopeWords)}
          value={quota.scope}
          onChange={({ currentTarget: { value } }) =>
            onChange({ scope: codesOf(scopeWords).find((code) => code === value) ?? 'list' })
          }
        />
        <NativeSelect
          label="Giữ một phần chu kỳ"
          data={options(prorationWords)}
          value={quota.proration}
          onChange={({ currentTarget: { value } }) =>
            onChange({ proration: codesOf(prorationWords).find((code) => code === value) ?? 'by_month' })
          }
        />
      </div>
      <fieldset className="kinds">
        <legend>Loại buổi được tính</legend>
        {kinds.map(({ value: code, label }) => (
          <Checkbox
            key={code}
            size="xs"
            label={label}
            checked={quota.counted_kinds.includes(code)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                counted_kinds: checked
                  ? [...quota.counted_kinds, code]
                  : quota.counted_kinds.filter((kind) => kind !== code),
              })
            }
          />
        ))}
      </fieldset>
      <div className="form-row">
        <TextInput
          label="Ghi chú"
          value={quota.note ?? ''}
          onChange={(event) => onChange({ note: event.currentTarget.value || null })}
        />
        <Checkbox
          className="form-check"
          label="Tính cho từng chi bộ, địa bàn"
          checked={quota.per_cell}
          onChange={(event) => onChange({ per_cell: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}
