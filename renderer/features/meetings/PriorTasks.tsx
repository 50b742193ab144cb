import { NativeSelect, TextInput } from '@mantine/core';
import type { MeetingForm } from '../../../electron/contract/meetings.ts';
import { formatDate } from '../../components/format.ts';
import type { StepProps } from './step-props.ts';

type PriorTask = MeetingForm['prior_tasks'][number];

const results = [
  { value: '', label: 'Chưa nghe kết quả' },
  { value: 'done', label: 'Hoàn thành' },
  { value: 'open', label: 'Chưa hoàn thành' },
];

/** What became of the tasks earlier meetings gave; what was not done can be given again. */
export function PriorTasks({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  if (form.prior_tasks.length === 0) return null;
  const change = (id: string, said: Partial<PriorTask>) =>
    set({ prior_tasks: form.prior_tasks.map((task) => (task.id === id ? { ...task, ...said } : task)) });
  const isGivenAgain = ({ content, person }: PriorTask) =>
    form.tasks.some((task) => task.content === content && task.person === person);
  return (
    <section className="form">
      <h3>Kết quả nhiệm vụ kỳ trước</h3>
      {form.prior_tasks.map((task, index) => (
        <fieldset key={task.id} className="list-editor-item">
          <legend>
            {index + 1}. {task.content}
          </legend>
          <p className="quiet small">
            {[task.person, task.due_date && `thời hạn ${formatDate(task.due_date)}`].filter(Boolean).join(' · ')}
          </p>
          <div className="form-row">
            <TextInput
              label="Tình trạng đầu kỳ"
              value={task.opening_state ?? ''}
              onChange={(event) => change(task.id, { opening_state: event.currentTarget.value || null })}
            />
            <NativeSelect
              label="Kết quả"
              data={results}
              value={task.done === null ? '' : task.done ? 'done' : 'open'}
              onChange={({ currentTarget: { value } }) =>
                change(task.id, { done: value === '' ? null : value === 'done' })
              }
            />
            <TextInput
              label="Kết quả thực hiện"
              value={task.outcome ?? ''}
              onChange={(event) => change(task.id, { outcome: event.currentTarget.value || null })}
            />
          </div>
          {task.done === false && !isGivenAgain(task) && (
            <button
              type="button"
              className="door"
              onClick={() =>
                set({
                  tasks: [
                    ...form.tasks,
                    { content: task.content, person: task.person, member_id: null, due_date: null },
                  ],
                })
              }
            >
              Giao tiếp trong buổi này
            </button>
          )}
        </fieldset>
      ))}
    </section>
  );
}
