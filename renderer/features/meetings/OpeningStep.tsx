import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { DateField } from '../../components/DateField.tsx';
import { TimeField } from '../../components/small-fields.tsx';
import { codesOf, meetingKindWords, meetingModeWords } from '../../components/words.ts';
import { CheckNotes } from './CheckNotes.tsx';
import { DayFields } from './DayFields.tsx';
import { GuestList } from './GuestList.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

const kinds = codesOf(meetingKindWords);
const modes = codesOf(meetingModeWords);

/** When, where, how, who chairs and writes; guests; dues. */
export function OpeningStep(props: StepProps) {
  const { page, form, set, check } = props;
  const names = page.roll.map(({ full_name }) => full_name);
  const isNotHeld = page.meeting.state === 'not_held' || page.meeting.state === 'postponed';
  return (
    <>
      {isNotHeld && (
        <TextInput
          label={page.meeting.state === 'postponed' ? 'Lý do hoãn' : 'Lý do không họp'}
          value={form.not_held_reason ?? ''}
          onChange={(event) => set({ not_held_reason: event.currentTarget.value || null })}
        />
      )}
      <div className="form-row">
        <NativeSelect
          label="Loại buổi"
          data={kinds.map((value) => ({ value, label: meetingKindWords[value] }))}
          value={form.kind}
          onChange={(event) => set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? form.kind })}
        />
        <DateField label="Ngày họp" className="form-middle" value={form.date} onChange={(date) => set({ date })} />
        <TimeField
          label="Bắt đầu"
          className="form-narrow"
          value={form.started_at}
          onChange={(started_at) => set({ started_at })}
        />
      </div>
      <DayFields {...props} />
      <TextInput
        label="Địa điểm"
        value={form.place ?? ''}
        onChange={(event) => set({ place: event.currentTarget.value || null })}
      />
      <div className="form-row">
        <NameField
          label="Chủ trì"
          names={names}
          value={form.chair ?? ''}
          onChange={(chair) => set({ chair: chair || null })}
        />
        <NameField
          label="Thư ký"
          names={names}
          value={form.secretary ?? ''}
          onChange={(secretary) => set({ secretary: secretary || null })}
        />
      </div>
      <div className="form-row">
        <NativeSelect
          label="Hình thức"
          data={[
            { value: '', label: 'Chưa ghi' },
            ...modes.map((value) => ({ value, label: meetingModeWords[value] })),
          ]}
          value={form.mode ?? ''}
          onChange={(event) => set({ mode: modes.find((mode) => mode === event.currentTarget.value) ?? null })}
        />
        {(form.mode === 'online' || form.mode === 'hybrid') && (
          <TextInput
            label="Hướng dẫn cho phép họp trực tuyến"
            value={form.preparation.mode_guidance ?? ''}
            onChange={(event) =>
              set({ preparation: { ...form.preparation, mode_guidance: event.currentTarget.value || null } })
            }
          />
        )}
      </div>
      <CheckNotes check={check} step="opening" />
      <Checkbox
        size="xs"
        label="Đã thông báo tình hình thu nộp đảng phí"
        checked={form.dues_announced === true}
        onChange={(event) => set({ dues_announced: event.currentTarget.checked })}
      />
      <GuestList {...props} />
    </>
  );
}
