import { Checkbox, TextInput } from '@mantine/core';
import { formatDate } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import type { StepProps } from './step-props.ts';

/** On what day the cell meets, and why this meeting was on another (handbook R2, R3): never shifted, always a reason. */
export function DayFields({ page, form, set, check }: StepProps) {
  const { set_day, approved_day, due_on } = page;
  if (set_day === null && approved_day === null) return null;
  const outcome = form.date === null ? null : (check?.day ?? null);
  const byException = approved_day !== null && form.date !== null && Number(form.date.slice(8)) === approved_day.day;
  const isOtherDay = outcome === 'other_day_unapproved' || (outcome === 'other_day_approved' && !byException);
  const said = {
    on_set_day: '; đúng ngày quy định.',
    other_day_approved: byException ? '; đúng ngày đã được đồng ý đổi.' : '; khác ngày, cấp trên đã đồng ý.',
    other_day_unapproved: '; buổi này khác ngày quy định.',
  };
  return (
    <>
      <p className={`small ${outcome === 'other_day_unapproved' ? 'caution' : 'quiet'}`}>
        <Icon name={outcome === 'other_day_unapproved' ? 'warning' : 'info'} />{' '}
        {set_day === null
          ? 'Chi bộ không có ngày sinh hoạt cố định'
          : `Ngày sinh hoạt của chi bộ: ngày ${set_day} hằng tháng`}
        {approved_day !== null &&
          `; trong thời gian này được đổi sang ngày ${approved_day.day}${approved_day.document ? ` (${approved_day.document})` : ''}`}
        {outcome === null ? '. ' : said[outcome]}
        {form.date === null && due_on !== null && (
          <button type="button" className="door" onClick={() => set({ date: due_on })}>
            Ghi ngày {formatDate(due_on)}
          </button>
        )}
      </p>
      {isOtherDay && (
        <>
          <TextInput
            label="Lý do khác ngày"
            value={form.other_day_reason ?? ''}
            onChange={(event) => set({ other_day_reason: event.currentTarget.value || null })}
          />
          <Checkbox
            size="xs"
            label="Cấp ủy cấp trên đã đồng ý đổi ngày"
            checked={form.other_day_approved === true}
            onChange={(event) => set({ other_day_approved: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
