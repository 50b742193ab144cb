import { Textarea, TextInput } from '@mantine/core';
import { DateField } from '../../components/DateField.tsx';
import { formatInt } from '../../components/format.ts';
import { TimeField } from '../../components/small-fields.tsx';
import { minutesBetween } from '../../components/time-input.ts';
import { CheckNotes } from './CheckNotes.tsx';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

/** The chair's conclusion, the tasks given, and when it ended. */
export function ClosingStep({ page, form, set, check }: StepProps) {
  const whole = minutesBetween(form.started_at, form.ended_at);
  const minutes = whole === null ? null : Math.max(0, whole - (form.preparation.break_minutes ?? 0));
  const memberOf = (name: string) => {
    const [only, ...others] = page.roll.filter(({ full_name }) => full_name === name);
    return only && others.length === 0 ? only.member_id : null;
  };
  const isBackwards = form.started_at !== null && form.ended_at !== null && minutes === null;
  return (
    <>
      <Textarea
        size="xs"
        label="Kết luận của chủ trì"
        autosize
        minRows={3}
        maxRows={12}
        value={form.conclusion ?? ''}
        onChange={(event) => set({ conclusion: event.currentTarget.value || null })}
      />
      <div className="form-row">
        <TimeField
          label="Kết thúc"
          className="form-narrow"
          value={form.ended_at}
          onChange={(ended_at) => set({ ended_at })}
        />
        <p className={`duration small ${isBackwards ? 'problem' : 'quiet'}`}>
          {isBackwards && `Giờ kết thúc trước giờ bắt đầu (${form.started_at}).`}
          {minutes !== null &&
            `Thời lượng ${formatInt(minutes)} phút, từ ${form.started_at}${form.preparation.break_minutes ? ', đã trừ nghỉ giữa giờ' : ''}.`}
          {form.started_at === null && 'Chưa có giờ bắt đầu (bước Mở đầu).'}
        </p>
      </div>
      <CheckNotes check={check} step="closing" />
      <TextInput
        label="Số nghị quyết, kết luận"
        className="form-middle"
        value={form.resolution_number ?? ''}
        onChange={(event) => set({ resolution_number: event.currentTarget.value || null })}
      />
      <section>
        <h3>Nhiệm vụ giao</h3>
        <ListEditor
          items={form.tasks}
          onChange={(tasks) => set({ tasks })}
          blank={() => ({ content: '', person: null, member_id: null, due_date: null })}
          noun="nhiệm vụ"
          empty="Chưa giao nhiệm vụ nào."
        >
          {(task, setTask) => (
            <>
              <TextInput
                label="Nhiệm vụ"
                value={task.content}
                onChange={(event) => setTask({ content: event.currentTarget.value })}
              />
              <div className="form-row">
                <NameField
                  label="Người thực hiện"
                  names={page.roll.map(({ full_name }) => full_name)}
                  value={task.person ?? ''}
                  onChange={(person) => setTask({ person: person || null, member_id: memberOf(person) })}
                />
                <DateField label="Thời hạn" value={task.due_date} onChange={(due_date) => setTask({ due_date })} />
              </div>
            </>
          )}
        </ListEditor>
      </section>
      <TextInput
        label="Ghi chú"
        value={form.note ?? ''}
        onChange={(event) => set({ note: event.currentTarget.value || null })}
      />
    </>
  );
}
