import { NativeSelect, TextInput } from '@mantine/core';
import { attendanceWords } from '../../components/words.ts';
import { type Attendance, nothingMore } from './attendance.ts';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

const absent = ['absent_excused', 'absent_unexcused'] as const;

/** Who was absent, where only totals are known of the others. */
export function AbsentList({ page, form, set }: StepProps) {
  const rename = (name: string): Partial<Attendance> => {
    const member = page.roll.find(({ full_name }) => full_name === name);
    return {
      name,
      member_id: member?.member_id ?? null,
      standing_then: member?.standing ?? null,
      status_then: member?.status ?? null,
    };
  };
  return (
    <section>
      <h3>Người vắng</h3>
      <ListEditor
        items={form.attendance}
        onChange={(attendance) => set({ attendance })}
        blank={(): Attendance => ({
          member_id: null,
          name: '',
          standing_then: null,
          status_then: null,
          result: 'absent_excused',
          reason: null,
          ...nothingMore,
        })}
        noun="người vắng"
        empty="Chưa ghi tên người vắng."
      >
        {(entry, setEntry) => (
          <div className="form-row">
            <NameField
              label="Họ và tên"
              names={page.roll.map(({ full_name }) => full_name)}
              value={entry.name}
              onChange={(name) => setEntry(rename(name))}
            />
            <NativeSelect
              label="Vắng"
              data={absent.map((value) => ({ value, label: attendanceWords[value] }))}
              value={entry.result}
              onChange={(event) =>
                setEntry({ result: absent.find((value) => value === event.currentTarget.value) ?? 'absent_excused' })
              }
            />
            <TextInput
              label="Lý do"
              value={entry.reason ?? ''}
              onChange={(event) => setEntry({ reason: event.currentTarget.value || null })}
            />
          </div>
        )}
      </ListEditor>
    </section>
  );
}
