import { NativeSelect, Textarea } from '@mantine/core';
import { MeetingPetitions } from '../petitions/MeetingPetitions.tsx';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

/** Each opinion under the name of its speaker, on one of the items or on the meeting as a whole. */
export function DiscussionStep({ page, form, set }: StepProps) {
  const names = [
    ...page.roll.map(({ full_name }) => full_name),
    ...page.visits.map(({ official }) => official),
    ...form.guests.map(({ name }) => name),
  ].filter(Boolean);
  const items = form.agenda.map(({ key, title }, index) => ({
    value: key,
    label: `${index + 1}. ${title || 'Chưa có tên'}`,
  }));
  return (
    <>
      <ListEditor
        items={form.opinions}
        onChange={(opinions) => set({ opinions })}
        blank={() => ({ agenda_key: form.opinions.at(-1)?.agenda_key ?? null, speaker: '', content: '' })}
        noun="ý kiến"
        empty="Chưa có ý kiến nào. Ghi từng ý kiến theo người phát biểu."
      >
        {(opinion, setOpinion) => (
          <>
            <div className="form-row">
              <NameField
                label="Người phát biểu"
                names={names}
                value={opinion.speaker}
                onChange={(speaker) => setOpinion({ speaker })}
              />
              <NativeSelect
                label="Về nội dung"
                data={[{ value: '', label: 'Chung' }, ...items]}
                value={opinion.agenda_key ?? ''}
                onChange={(event) => setOpinion({ agenda_key: event.currentTarget.value || null })}
              />
            </div>
            <Textarea
              size="xs"
              label="Ý kiến"
              autosize
              minRows={2}
              maxRows={10}
              value={opinion.content}
              onChange={(event) => setOpinion({ content: event.currentTarget.value })}
            />
          </>
        )}
      </ListEditor>
      <MeetingPetitions page={page} />
    </>
  );
}
