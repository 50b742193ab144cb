import { Radio, TextInput } from '@mantine/core';
import type { AssignmentsThen } from '../../../electron/contract/organisations.ts';
import { DateField } from '../../components/DateField.tsx';

export interface How extends AssignmentsThen {
  date: string | null;
  document: string;
}

export const blankHow = (date: string): How => ({ date, document: '', assignments: 'carry', end_reason: null });

type Props = { how: How; set: (change: Partial<How>) => void; dateLabel?: string };

/** From when, by which paper, and what becomes of the assignments. */
export function ReorganiseFields({ how, set, dateLabel = 'Từ ngày' }: Props) {
  return (
    <>
      <div className="form-row">
        <DateField label={dateLabel} required value={how.date} onChange={(date) => set({ date })} />
        <TextInput
          label="Quyết định"
          value={how.document}
          onChange={(event) => set({ document: event.currentTarget.value })}
        />
      </div>
      <Radio.Group
        label="Phân công dự sinh hoạt ở tổ chức cũ"
        value={how.assignments}
        onChange={(value) => set({ assignments: value === 'end' ? 'end' : 'carry' })}
      >
        <div className="check-list">
          <Radio size="xs" value="carry" label="Chuyển sang tổ chức kế tục" />
          <Radio size="xs" value="end" label="Kết thúc, phân công lại sau" />
        </div>
      </Radio.Group>
      {how.assignments === 'end' && (
        <TextInput
          label="Lý do kết thúc phân công"
          value={how.end_reason ?? ''}
          onChange={(event) => set({ end_reason: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}
